//! No GET changes state, and no write comes from another site: one rule for the whole app, whatever
//! the content type.
//!
//! `Sec-Fetch-Site` must be `same-origin` or `none`; without it `Origin` must be ours; without that
//! a foreign `Referer` refuses; with none of the three, a request that carries the sign-in cookie
//! is refused. Routes that ignore the cookie (bearer tokens, signed links) are exempt.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::base::app::App;
use crate::base::error::{Error, Refusal};
use crate::members::sign_in::SIGN_IN;
use crate::web::enter::cookie;

/// Links of letters: the token in the address says who acts, whatever the cookie says.
const SIGNED: &str = "/pair/letters/";
/// No route takes more than this; a body that says it is larger is refused before it is read.
pub const LARGEST: usize = 1088 * 1024;

pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let signed = request.uri().path().starts_with(SIGNED);
    if !safe && !signed && !allowed(request.headers(), &app.config.origin()) {
        return Error::NotAllowed(Refusal::ForeignSite).into_response();
    }
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > LARGEST as u64) {
        return Error::TooLarge.into_response();
    }
    next.run(request).await
}

fn allowed(headers: &HeaderMap, origin: &str) -> bool {
    let text = |name: header::HeaderName| headers.get(name).map(|v| v.to_str().unwrap_or("?"));
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    if let Some(from) = text(header::ORIGIN) {
        return from == origin;
    }
    if let Some(from) = text(header::REFERER) {
        return url::Url::parse(from).is_ok_and(|url| url.origin().ascii_serialization() == origin);
    }
    cookie(headers, SIGN_IN).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "https://traces.example";

    fn verdict(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, value.parse().unwrap());
        }
        allowed(&headers, OURS)
    }

    #[test]
    fn our_own_pages_may_write() {
        assert!(verdict(&[("sec-fetch-site", "same-origin"), ("cookie", "__Host-sign-in=x")]));
        assert!(verdict(&[("sec-fetch-site", "none")]));
        assert!(verdict(&[("origin", OURS), ("cookie", "__Host-sign-in=x")]));
        assert!(verdict(&[("referer", "https://traces.example/traces")]));
        assert!(verdict(&[]), "a script without a sign-in has nothing to steal");
    }

    #[test]
    fn other_sites_may_not() {
        assert!(!verdict(&[("sec-fetch-site", "cross-site")]));
        assert!(!verdict(&[("sec-fetch-site", "same-site"), ("origin", OURS)]));
        assert!(!verdict(&[("origin", "null")]));
        assert!(!verdict(&[("origin", "https://traces.example.evil")]));
        assert!(!verdict(&[("referer", "https://evil.example/https://traces.example")]));
        assert!(!verdict(&[("cookie", "__Host-sign-in=x")]));
    }
}
