//! Too many at once: the same page again, with what was typed, and when to send it.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::ui::page::Page;
use crate::ui::render::html;

/// What to say: that it was too much, and how long to wait.
#[must_use]
pub fn words(visit: &Visit, seconds: u64) -> String {
    let t = visit.t();
    t.members_too_many(t.error_too_many_help(i64::try_from(seconds.div_ceil(60)).unwrap_or(i64::MAX)))
}

/// `page`, which holds what was typed, with that said above it.
#[must_use]
pub fn try_later(visit: &Visit, mut page: Page, seconds: u64) -> Response {
    let said = words(visit, seconds);
    page.body.insert_str(0, &html(|| view! { <p class="pencil" role="alert">{said}</p> }));
    answer(page, seconds)
}

/// 429 for a page that says so itself.
#[must_use]
pub fn answer(page: Page, seconds: u64) -> Response {
    let mut response = page.status(StatusCode::TOO_MANY_REQUESTS).into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}
