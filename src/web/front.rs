//! Answers signed-out readers from finished pages, before anything else runs.
//!
//! The key is path, known query parameters, language and theme; unknown parameters are ignored, so
//! that a link with a campaign's mark does not make a page of its own.

use std::borrow::Cow;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::base::app::App;
use crate::base::cache::{Coded, Finished};
use crate::members::sign_in::SIGN_IN;
use crate::ui::page::Page;
use crate::web::enter::{cookie, lang, theme};
use crate::web::headers;

/// Query parameters that change a page, in the order of the key.
const KNOWN: [&str; 13] =
    ["after", "discipline", "featured", "industry", "lang", "lens", "q", "sort", "stage", "theme", "traces", "company", "part"];

/// Set by the shell on a response that may be kept for other signed-out readers.
#[derive(Clone)]
pub struct Cacheable {
    pub tags: Vec<String>,
    pub csp: &'static str,
    pub link: Option<HeaderValue>,
}

pub async fn front(State(app): State<App>, request: Request, next: Next) -> Response {
    let signed_out = cookie(request.headers(), SIGN_IN).is_none();
    if !signed_out || *request.method() != Method::GET || request.uri().path().starts_with("/assets/") {
        return next.run(request).await;
    }
    let key = key(&request);
    let wanted = Wanted::of(request.headers());
    if let Some(page) = app.pages.fresh(&key, &app.hub) {
        return answer(&page, &wanted, app.config.is_https());
    }
    // Remembered before anything is read: an event while the page is made makes it stale.
    let position = app.hub.position();
    let response = next.run(request).await;
    match finish(response, position).await {
        Ok(page) => {
            let page = Arc::new(page);
            app.pages.keep(key, Arc::clone(&page));
            answer(&page, &wanted, app.config.is_https())
        }
        Err(response) => *response,
    }
}

fn key(request: &Request) -> String {
    let uri = request.uri();
    let (lang, theme) = (lang(uri.query(), request.headers()), theme(request.headers()));
    let mut key = format!("{} {} {}", lang.as_str(), theme.as_str(), uri.path());
    if let Some(query) = uri.query() {
        // Decoded as handlers decode it: `st%61ge=bridged` must not be kept under the plain list's key.
        let known = |(name, _): &(Cow<str>, Cow<str>)| KNOWN.contains(&name.as_ref());
        let mut pairs: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).filter(known).collect();
        pairs.sort_unstable();
        key.push('?');
        key.push_str(&url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish());
    }
    key
}

/// What the reader can take, and already has.
struct Wanted {
    br: bool,
    gzip: bool,
    none_match: Option<HeaderValue>,
}

impl Wanted {
    fn of(headers: &HeaderMap) -> Self {
        let accept = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let takes = |name: &str| {
            accept.split(',').any(|item| {
                let mut parts = item.trim().split(';');
                parts.next().is_some_and(|n| n.trim() == name) && !parts.any(|p| matches!(p.trim(), "q=0" | "q=0.0"))
            })
        };
        Self { br: takes("br"), gzip: takes("gzip"), none_match: headers.get(header::IF_NONE_MATCH).cloned() }
    }
}

fn answer(page: &Finished, wanted: &Wanted, https: bool) -> Response {
    let (coded, coding) = match wanted {
        Wanted { br: true, .. } => (&page.br, Some("br")),
        Wanted { gzip: true, .. } => (&page.gzip, Some("gzip")),
        _ => (&page.plain, None),
    };
    let known = wanted.none_match.as_ref().and_then(|v| v.to_str().ok()).is_some_and(|list| {
        let tag = coded.etag.to_str().unwrap_or_default();
        list.split(',').any(|t| t.trim().trim_start_matches("W/") == tag || t.trim() == "*")
    });
    let mut response = Response::new(if known { Body::empty() } else { Body::from(coded.bytes.clone()) });
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, page.content_type.clone());
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding, Accept-Language, Cookie"));
    headers.insert(header::ETAG, coded.etag.clone());
    headers.insert(header::CONTENT_LANGUAGE, page.language.clone());
    headers.insert(header::CONTENT_SECURITY_POLICY, page.csp.clone());
    if let Some(coding) = coding.filter(|_| !known) {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    if let Some(link) = &page.link {
        headers.insert("speculation-rules", link.clone());
    }
    headers::set(&mut response, https);
    response
}

/// Takes a response that the shell marked as public into finished bytes; gives back any other.
async fn finish(mut response: Response, position: i64) -> Result<Finished, Box<Response>> {
    let Some(cacheable) = response.extensions_mut().remove::<Cacheable>() else { return Err(Box::new(response)) };
    if response.status() != StatusCode::OK || response.headers().contains_key(header::SET_COOKIE) {
        return Err(Box::new(response));
    }
    let (parts, body) = response.into_parts();
    let plain = match axum::body::to_bytes(body, usize::MAX).await {
        Ok(plain) => plain,
        Err(error) => {
            tracing::error!(%error, "a page's own body could not be read");
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            return Err(Box::new(response));
        }
    };
    let header = |name| parts.headers.get(name).cloned().unwrap_or(HeaderValue::from_static(""));
    let [plain, br, gzip] = Coded::all(&plain);
    Ok(Finished {
        tags: cacheable.tags,
        position,
        language: header(header::CONTENT_LANGUAGE),
        content_type: header(header::CONTENT_TYPE),
        link: cacheable.link,
        csp: HeaderValue::from_static(cacheable.csp),
        plain,
        br,
        gzip,
    })
}

/// Text that signed-out readers may share (feeds, the sitemap), with the tags it read.
pub fn shared(mut response: Response, tags: Vec<String>) -> Response {
    response.extensions_mut().insert(Cacheable { tags, csp: headers::CSP, link: None });
    response
}

/// The tags of a page, if it may be shared.
pub fn of(page: &Page, csp: &'static str, link: Option<HeaderValue>) -> Option<Cacheable> {
    page.tags.clone().map(|tags| Cacheable { tags, csp, link })
}
