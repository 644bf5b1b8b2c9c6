//! A sign-in that ended while someone was writing costs nobody a word: whatever form a guest sent to
//! an address for members comes back on a page, to be sent again after signing in.
//!
//! The body is copied while the handler reads it, so never beyond the limit of its route, and for guests
//! alone. A password or a token is not written into a page: the form asks for it again.

use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use leptos::prelude::*;

use crate::base::error::Error;
use crate::base::links;
use crate::members::model::Viewer;
use crate::members::visit::Visit;
use crate::ui::fields::Fields;
use crate::ui::form::escape;
use crate::ui::page::Page;

/// A value longer than this, in bytes, is shown, so that it can be copied as well.
const SHORT: usize = 100;

/// Answers a guest's refused form with the form itself.
pub async fn again(request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Visit>().filter(|visit| matches!(visit.viewer, Viewer::Guest)).cloned();
    let Some(visit) = visit.filter(|_| *request.method() == Method::POST) else { return next.run(request).await };
    let form = is_form(request.headers());
    let sent = Arc::new(Mutex::new(Vec::new()));
    let copy = Arc::clone(&sent);
    let request = request.map(|body| {
        Body::new(body.map_frame(move |frame| {
            if let (true, Some(data), Ok(mut copy)) = (form, frame.data_ref(), copy.lock()) {
                copy.extend_from_slice(data);
            }
            frame
        }))
    });
    let response = next.run(request).await;
    if !matches!(response.extensions().get(), Some(Error::SignIn)) {
        return response;
    }
    let fields = sent.lock().map(|sent| Fields::parse(&sent)).unwrap_or_default();
    page(&visit, &fields).into_response()
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("application/x-www-form-urlencoded")
}

/// What may not stand in a page. `current` is the password of those who change or end something.
fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    name == "current" || ["password", "token", "secret"].iter().any(|word| name.contains(word))
}

/// All that was sent, in a form to the same address.
fn page(visit: &Visit, fields: &Fields) -> Page {
    let t = visit.t();
    let secret = fields.iter().any(|(name, _)| is_secret(name));
    let kept = fields.iter().filter(|(name, _)| !is_secret(name)).map(|(name, value)| {
        let name = name.to_owned();
        if value.contains('\n') || value.len() > SHORT {
            let text = escape(&format!("\n{value}"));
            view! { <textarea readonly name=name.clone() aria-label=name inner_html=text></textarea> }.into_any()
        } else {
            view! { <input type="hidden" name=name value=value.to_owned()/> }.into_any()
        }
    });
    Page::new(t.again_title(), || {
        view! {
            <div class="errand stack">
                <h1>{t.again_title()}</h1>
                <p>{t.again_help()}</p>
                {secret.then(|| view! { <p>{t.again_secret()}</p> })}
                <p><a class="button" href="/sign-in?next=/sign-in/done" target="_blank">{t.again_sign_in()}</a></p>
                <form method="post" action=links::back(&visit.here) class="form">
                    {kept.collect_view()}
                    <p><button class="button go">{t.again_send()}</button></p>
                </form>
            </div>
        }
    })
    .status(StatusCode::UNAUTHORIZED)
    .secret()
}

#[cfg(test)]
mod tests {
    use super::is_secret;

    #[test]
    fn passwords_and_tokens_are_known_by_their_names() {
        for name in ["password", "new-password", "current", "token", "csrf_token", "Client-Secret"] {
            assert!(is_secret(name), "{name}");
        }
        for name in ["name", "bio", "shift.body", "version", "pending", "reason", "currently"] {
            assert!(!is_secret(name), "{name}");
        }
    }
}
