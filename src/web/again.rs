//! What a form sent is never lost to where it was sent from.
//!
//! - A sign-in that ended while someone was writing: whatever form a guest sent to an address for
//!   members comes back on a page, to be sent again after signing in.
//! - A page that answers a form has no address to come back to, so its switches of language and theme
//!   bring along what was sent, and give it back on such a page.
//!
//! The body is copied while the handler reads it, so never beyond the limit of its route. A password or
//! a token is not written into a page: the form asks for it again.

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
use crate::base::text::clean::is_refused;
use crate::members::model::Viewer;
use crate::members::visit::Visit;
use crate::ui::fields::Fields;
use crate::ui::form::escape;
use crate::ui::page::Page;

/// A value longer than this, in bytes, is shown, so that it can be copied as well.
const SHORT: usize = 100;

/// The names under which a switch brings along what a form sent.
const KEPT: &str = "sent.";

/// Answers a guest's refused form with the form itself; tells any other page what its form sent.
pub async fn again(request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Visit>().cloned();
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
    let mut response = next.run(request).await;
    let refused = matches!(response.extensions().get(), Some(Error::SignIn));
    if !refused && response.extensions().get::<Page>().is_none() && response.extensions().get::<Error>().is_none() {
        return response;
    }
    let fields = sent.lock().map(|sent| Fields::parse(&sent)).unwrap_or_default();
    let (open, secret): (Vec<_>, Vec<_>) = fields.iter().map(owned).partition(|(name, _)| !is_secret(name));
    if refused && matches!(visit.viewer, Viewer::Guest) {
        return page(&visit, Why::SignInEnded, open, !secret.is_empty()).into_response();
    }
    match response.extensions_mut().get_mut::<Page>() {
        Some(page) => page.sent = page.sent.take().or(Some(open)),
        None => _ = response.extensions_mut().insert(Sent(open)),
    }
    response
}

/// What a form sent that was answered by an error, without secrets.
#[derive(Clone)]
pub struct Sent(pub Vec<(String, String)>);

/// Without what no form keeps: NUL, marks that turn the direction of text.
fn owned((name, value): (&str, &str)) -> (String, String) {
    let clean = |text: &str| text.chars().filter(|c| *c == '\r' || !is_refused(*c)).collect();
    (clean(name), clean(value))
}

/// What a switch has to send: where it was pressed, and on an answer to a form what that form sent.
pub fn brought_along(visit: &Visit, page: &Page) -> impl IntoView + use<> {
    let kept = page.sent.clone().map(|sent| {
        let one = |(name, value)| view! { <input type="hidden" name=format!("{KEPT}{name}") value=value/> };
        view! { <input type="hidden" name="answer" value="1"/>{sent.into_iter().map(one).collect_view()} }
    });
    view! { <input type="hidden" name="next" value=visit.here.clone()/>{kept} }
}

/// After a switch on an answer to a form: the form itself, to be sent again. `None` where the switch
/// was pressed on a page with an address of its own.
pub fn switched(visit: &Visit, fields: &Fields) -> Option<Page> {
    let kept = fields.iter().filter_map(|(name, value)| Some(owned((name.strip_prefix(KEPT)?, value))));
    fields.has("answer").then(|| page(visit, Why::Switched, kept.filter(|(name, _)| !is_secret(name)).collect(), false))
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

/// Why a form comes back.
enum Why {
    SignInEnded,
    Switched,
}

/// All that was sent, in a form to the same address.
fn page(visit: &Visit, why: Why, sent: Vec<(String, String)>, secret: bool) -> Page {
    let t = visit.t();
    let (title, help, ended) = match why {
        Why::SignInEnded => (t.again_title(), t.again_help(), true),
        Why::Switched => (t.again_switched(), t.again_switched_help(), false),
    };
    let sign_in = ended.then(|| {
        view! { <p><a class="button" href="/sign-in?next=/sign-in/done" target="_blank">{t.again_sign_in()}</a></p> }
    });
    let kept = sent.clone().into_iter().map(|(name, value)| {
        if value.contains('\n') || value.len() > SHORT {
            let text = escape(&format!("\n{value}"));
            view! { <textarea readonly name=name.clone() aria-label=name inner_html=text></textarea> }.into_any()
        } else {
            view! { <input type="hidden" name=name value=value/> }.into_any()
        }
    });
    let mut page = Page::new(title.clone(), || {
        view! {
            <div class="errand stack">
                <h1>{title}</h1>
                <p>{help}</p>
                {secret.then(|| view! { <p>{t.again_secret()}</p> })}
                {sign_in}
                <form method="post" action=links::back(&visit.here) class="form">
                    {kept.collect_view()}
                    <p><button class="button go">{t.again_send()}</button></p>
                </form>
            </div>
        }
    })
    .secret();
    if ended {
        page = page.status(StatusCode::UNAUTHORIZED);
    }
    page.sent = Some(sent);
    page
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
