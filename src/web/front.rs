//! Answers signed-out readers from finished pages, before anything else runs.
//!
//! The key is path, known query parameters, language and theme; unknown parameters are ignored, so
//! that a link with a campaign's mark does not make a page of its own.

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
const KNOWN: [&str; 15] = [
    "after",
    "discipline",
    "featured",
    "from",
    "industry",
    "kind",
    "lang",
    "language",
    "lens",
    "pattern",
    "q",
    "shift",
    "stage",
    "to",
    "traces",
];

/// What a page depends on besides its address.
pub const VARY: &str = "Accept-Encoding, Accept-Language, Cookie";

/// Set by the shell on a response that may be kept for other signed-out readers.
#[derive(Clone)]
pub struct Cacheable {
    pub tags: Vec<String>,
    pub csp: &'static str,
    /// What the browser may fetch ahead: see [`headers::speculation`].
    pub rules: Option<HeaderValue>,
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
        key.push('?');
        key.push_str(&known(query));
    }
    key
}

/// The part of a query that changes a page. In the order asked for: of two values for one name the
/// first counts, so another order may be another page. Decoded as handlers decode it:
/// `st%61ge=bridged` must not be kept under the plain list's key.
fn known(query: &str) -> String {
    let pairs = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| KNOWN.contains(&name.as_ref()));
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// The address that a shared page may name as its own: without what another reader's link carried.
#[must_use]
pub fn shared_address(here: &str) -> String {
    let (path, query) = here.split_once('?').unwrap_or((here, ""));
    match known(query) {
        query if query.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
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
    let kept = response.headers_mut();
    kept.insert(header::CONTENT_TYPE, page.content_type.clone());
    kept.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    kept.insert(header::VARY, HeaderValue::from_static(VARY));
    kept.insert(header::ETAG, coded.etag.clone());
    kept.insert(header::CONTENT_LANGUAGE, page.language.clone());
    kept.insert(header::CONTENT_SECURITY_POLICY, page.csp.clone());
    if let Some(coding) = coding.filter(|_| !known) {
        kept.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    if let Some(rules) = &page.rules {
        kept.insert(headers::SPECULATION, rules.clone());
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
        Err(error) => return Err(Box::new(broken(&error))),
    };
    let header = |name| parts.headers.get(name).cloned().unwrap_or(HeaderValue::from_static(""));
    // Off the async threads: a long page takes milliseconds.
    let coded = tokio::task::spawn_blocking(move || Coded::all(&plain)).await;
    let [plain, br, gzip] = coded.map_err(|error| Box::new(broken(&error)))?;
    Ok(Finished {
        tags: cacheable.tags,
        position,
        language: header(header::CONTENT_LANGUAGE),
        content_type: header(header::CONTENT_TYPE),
        rules: cacheable.rules,
        csp: HeaderValue::from_static(cacheable.csp),
        plain,
        br,
        gzip,
    })
}

fn broken(error: &dyn std::fmt::Display) -> Response {
    tracing::error!(%error, "a finished page could not be kept");
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}

/// Text that signed-out readers may share (feeds, the sitemap), with the tags it read.
pub fn shared(mut response: Response, tags: Vec<String>) -> Response {
    response.extensions_mut().insert(Cacheable { tags, csp: headers::CSP, rules: None });
    response
}

/// The tags of a page, if it may be shared.
pub fn of(page: &Page, csp: &'static str, rules: Option<HeaderValue>) -> Option<Cacheable> {
    page.tags.clone().map(|tags| Cacheable { tags, csp, rules })
}
