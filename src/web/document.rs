//! A page's body becomes a response: the document around it, and the headers that say who may keep it.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;

use crate::members::model::Viewer;
use crate::members::visit::Visit;
use crate::ui::page::Page;
use crate::web::{front, headers, layout};

/// The document with its headers. `response` brings the status and what the handler set (cookies).
pub fn dress(visit: &Visit, page: Page, response: Response) -> Response {
    let islands = page.body.contains("<leptos-island");
    let csp = if islands { headers::CSP_WASM } else { headers::CSP };
    // What many readers share names no address that only this one came by.
    let here = if page.tags.is_some() { front::shared_address(&visit.here) } else { visit.here.clone() };
    let document = layout::document(&Visit { here, ..visit.clone() }, &page, islands);
    let (mut parts, _) = response.into_parts();
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    parts.headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(visit.lang.as_str()));
    parts.headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(csp));
    let cache = match (&visit.viewer, &page.tags) {
        (_, _) if page.secret => "no-store",
        (Viewer::Guest, Some(_)) => "public, no-cache",
        (Viewer::Guest, None) => "private, no-cache",
        // Going back must bring what was typed.
        (Viewer::Member(_), _) if page.long_form || page.body.contains("<textarea") => "private, no-cache",
        (Viewer::Member(_), _) => "no-store",
    };
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    parts.headers.insert(header::VARY, HeaderValue::from_static(front::VARY));
    let rules = headers::speculation(&visit.app.assets);
    if let Some(rules) = &rules {
        parts.headers.insert(headers::SPECULATION, rules.clone());
    }
    if let Some(cacheable) = front::of(&page, csp, rules).filter(|_| matches!(visit.viewer, Viewer::Guest)) {
        parts.extensions.insert(cacheable);
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(document))
}
