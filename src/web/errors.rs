//! The one place where errors become pages and internals are logged, once.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;

use crate::base::error::Error;
use crate::base::links;
use crate::members::visit::Visit;
use crate::ui::form;
use crate::ui::marks::BrokenGlyph;
use crate::ui::page::Page;
use crate::web::again::Sent;
use crate::web::document;

/// The error's page, in the visitor's language.
pub fn answer(visit: &Visit, error: Error, sent: Option<Sent>) -> Response {
    if matches!(error, Error::SignIn) {
        let back: String = url::form_urlencoded::byte_serialize(visit.here.as_bytes()).collect();
        return Redirect::to(&format!("/sign-in?next={back}")).into_response();
    }
    let t = visit.t();
    let (status, title, help) = match &error {
        Error::NotFound => (StatusCode::NOT_FOUND, t.error_not_found(), t.error_not_found_help()),
        Error::SignIn => (StatusCode::UNAUTHORIZED, t.error_sign_in(), t.error_sign_in_help()),
        Error::NotAllowed(why) => (StatusCode::FORBIDDEN, t.error_not_allowed(), form::refused(*why, t)),
        Error::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, t.error_invalid(), t.error_invalid_help()),
        Error::Conflict => (StatusCode::CONFLICT, t.error_conflict(), t.error_conflict_help()),
        Error::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, t.error_too_large(), t.error_too_large_help()),
        Error::TooMany(seconds) => {
            (StatusCode::TOO_MANY_REQUESTS, t.error_too_many(), t.error_too_many_help((*seconds).div_ceil(60) as i64))
        }
        Error::Unavailable(_) => (StatusCode::SERVICE_UNAVAILABLE, t.error_unavailable(), t.error_unavailable_help()),
        Error::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, t.error_internal(), t.error_internal_help()),
    };
    let reference = match &error {
        Error::Internal(text) | Error::Unavailable(text) => {
            let reference = visit.app.random.reference();
            let path = links::for_log(&visit.here);
            tracing::error!(%reference, %path, "{text}");
            Some(t.error_reference(&reference))
        }
        _ => None,
    };
    let mut page = page(visit, status, title, help, reference);
    page.sent = sent.map(|Sent(sent)| sent);
    let mut response = document::dress(visit, page, (status, Body::empty()).into_response());
    let wait = match error {
        Error::TooMany(seconds) => Some(seconds),
        Error::Unavailable(_) => Some(10),
        _ => None,
    };
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// The address is known, but not for this method. `bare`: axum's own answer, with what is allowed.
pub fn wrong_method(visit: &Visit, bare: Response) -> Response {
    let t = visit.t();
    let page = page(visit, bare.status(), t.error_wrong_method(), t.error_wrong_method_help(), None);
    document::dress(visit, page, bare)
}

fn page(visit: &Visit, status: StatusCode, title: String, help: String, reference: Option<String>) -> Page {
    let t = visit.t();
    Page::new(title.clone(), || {
        view! {
            <div class="fault">
                <BrokenGlyph/>
                <p class="code num">{status.as_u16()}</p>
                <h1>{title}</h1>
                <p>{help}</p>
                {reference.map(|code| view! { <p class="note num">{code}</p> })}
                <p class="row"><a class="button" href="/">{t.error_home()}</a> " " <a href="/search">{t.nav_search_go()}</a></p>
            </div>
        }
    })
    .status(status)
}
