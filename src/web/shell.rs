//! Sets a slice's page into the document, and turns an error into its page.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::base::error::Error;
use crate::members::model::Viewer;
use crate::members::visit::Visit;
use crate::ui::page::Page;
use crate::web::{errors, front, headers, layout};

pub async fn shell(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let Some(visit) = response.extensions_mut().remove::<Visit>() else { return response };
    if let Some(error) = response.extensions_mut().remove::<Error>() {
        return errors::answer(&visit, error);
    }
    match response.extensions_mut().remove::<Page>() {
        Some(page) => dress(&visit, page, response),
        None if response.status() == StatusCode::PAYLOAD_TOO_LARGE => errors::answer(&visit, Error::TooLarge),
        None if response.status() == StatusCode::NOT_FOUND && is_bare(&response) => errors::answer(&visit, Error::NotFound),
        None => {
            if matches!(visit.viewer, Viewer::Member(_)) && !response.headers().contains_key(header::CACHE_CONTROL) {
                response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            }
            response
        }
    }
}

/// axum's own 404, without a body of ours.
fn is_bare(response: &Response) -> bool {
    !response.headers().contains_key(header::CONTENT_TYPE)
}

/// The document with its headers. `response` brings the status and what the handler set (cookies).
pub fn dress(visit: &Visit, page: Page, response: Response) -> Response {
    let islands = page.body.contains("<leptos-island");
    let csp = if islands { headers::CSP_WASM } else { headers::CSP };
    let document = layout::document(visit, &page, islands);
    let (mut parts, _) = response.into_parts();
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    parts.headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(visit.lang.as_str()));
    parts.headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(csp));
    let cache = match (&visit.viewer, &page.tags) {
        (_, _) if page.long_form => "private, no-cache",
        (Viewer::Guest, Some(_)) => "public, no-cache",
        (Viewer::Guest, None) => "private, no-cache",
        (Viewer::Member(_), _) => "no-store",
    };
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    parts.headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding, Accept-Language, Cookie"));
    if let Some(cacheable) = front::of(&page, csp, None).filter(|_| matches!(visit.viewer, Viewer::Guest)) {
        parts.extensions.insert(cacheable);
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(document))
}
