//! Makes the [`Visit`]: who looks, in which language, from where.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::random::token_hash;
use crate::base::words::Lang;
use crate::members::model::{Theme, Viewer};
use crate::members::sign_in::{KNOWN, SIGN_IN};
use crate::members::visit::Visit;
use crate::members::{actions, store};

pub async fn enter(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let mut visit = guest(&app, &request);
    let asked = query_lang(request.uri().query());
    let spoofed = app.config.dev && forwarded(request.headers());
    let mut response = match identify(&mut visit, asked).await {
        // Development signs anybody in, so nothing that a proxy passed on may reach it.
        Ok(()) if spoofed => Error::NotFound.into_response(),
        Ok(()) => {
            request.extensions_mut().insert(visit.clone());
            next.run(request).await
        }
        // The database is away: the page that says so is for a guest.
        Err(error) => error.into_response(),
    };
    // A switch answers already as it was set.
    if response.extensions().get::<Visit>().is_none() {
        response.extensions_mut().insert(visit);
    }
    response
}

/// Finds the member behind the sign-in cookie; an invalid one counts as signed out.
async fn identify(visit: &mut Visit, asked: Option<Lang>) -> Result<()> {
    let Some(token) = &visit.sign_in_token else { return Ok(()) };
    let mut conn = visit.app.db.read().await?;
    if let Some((member, seen)) = store::signed_in(&mut conn, &token_hash(token), visit.now).await? {
        drop(conn);
        // A page is not refused because this could not be noted.
        if let Err(error) = actions::seen(&visit.app, member.sign_in, seen).await {
            tracing::warn!(%error, "not noted when a browser was last seen");
        }
        visit.lang = asked.unwrap_or(member.language);
        visit.viewer = Viewer::Member(Box::new(member));
    }
    Ok(())
}

fn guest(app: &App, request: &Request) -> Visit {
    let headers = request.headers();
    let uri = request.uri();
    Visit {
        app: app.clone(),
        viewer: Viewer::Guest,
        lang: lang(uri.query(), headers),
        theme: theme(headers),
        now: app.now(),
        address: address(app, request),
        here: uri.path_and_query().map_or_else(|| "/".into(), ToString::to_string),
        browser: browser(headers),
        known_browser: cookie(headers, KNOWN).map(str::to_owned),
        sign_in_token: cookie(headers, SIGN_IN).map(str::to_owned),
    }
}

/// The value of one cookie; the first wins.
#[must_use]
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(n, _)| *n == name)
        .map(|(_, value)| value)
}

fn query_lang(query: Option<&str>) -> Option<Lang> {
    query?.split('&').find_map(|pair| pair.strip_prefix("lang="))?.parse().ok()
}

/// `?lang` wins, then the cookie, then what the browser asks for, then Japanese.
#[must_use]
pub fn lang(query: Option<&str>, headers: &HeaderMap) -> Lang {
    query_lang(query)
        .or_else(|| cookie(headers, "lang")?.parse().ok())
        .or_else(|| accepted(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?))
        .unwrap_or(Lang::Ja)
}

/// The first of our languages by the weights of RFC 9110, 12.5.4.
fn accepted(list: &str) -> Option<Lang> {
    let mut best: Option<(f32, Lang)> = None;
    for item in list.split(',').take(20) {
        let (tag, weight) = item.split_once(';').unwrap_or((item, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|q| q.trim().parse::<f32>().ok()).unwrap_or(0.0);
        let Ok(lang) = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase().parse::<Lang>() else {
            continue;
        };
        if weight > 0.0 && best.is_none_or(|(w, _)| weight > w) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

#[must_use]
pub fn theme(headers: &HeaderMap) -> Theme {
    cookie(headers, "theme").and_then(|t| t.parse().ok()).unwrap_or(Theme::Auto)
}

fn forwarded(headers: &HeaderMap) -> bool {
    ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"]
        .iter()
        .any(|name| headers.contains_key(*name))
}

/// The peer, or, when the peer is a trusted proxy, the last address in `X-Forwarded-For` that is not one.
fn address(app: &App, request: &Request) -> IpAddr {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::from([0, 0, 0, 0]), |c| c.0.ip().to_canonical());
    let trusted = |ip: &IpAddr| app.config.trusted_proxies.iter().any(|net| net.contains(ip));
    if !trusted(&peer) {
        return peer;
    }
    let listed = request.headers().get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok());
    let hops: Vec<&str> = listed.flat_map(|v| v.split(',')).map(str::trim).collect();
    // From the nearest hop outward, as long as each can be read: what stands behind an unreadable one
    // may have been written by the client.
    let read = hops.into_iter().rev().map_while(|hop| hop.parse::<IpAddr>().ok()).map(|ip| ip.to_canonical());
    read.into_iter().find(|ip| !trusted(ip)).unwrap_or(peer)
}

/// "Firefox, Windows": enough for a person to know a browser of theirs again.
fn browser(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let one =
        |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map_or("", |(_, n)| n);
    let program = one(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = one(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (program, system) {
        ("", "") => "?".into(),
        (one, "") | ("", one) => one.into(),
        (program, system) => format!("{program}, {system}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_follows_the_order_of_the_contract() {
        let mut headers = HeaderMap::new();
        assert_eq!(lang(None, &headers), Lang::Ja);
        headers.insert(header::ACCEPT_LANGUAGE, "fr, en-GB;q=0.8, ja;q=0.5".parse().unwrap());
        assert_eq!(lang(None, &headers), Lang::En);
        headers.insert(header::COOKIE, "a=b; lang=ja".parse().unwrap());
        assert_eq!(lang(None, &headers), Lang::Ja);
        assert_eq!(lang(Some("q=x&lang=en"), &headers), Lang::En);
        assert_eq!(lang(Some("lang=fr"), &headers), Lang::Ja);
    }
}
