//! `/traces/new/claim`: a sketch drawn signed out waits for its writer.

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::ui::page::Page;

/// Offers the sketch. A GET spends nothing. `token`: as the letter or the form brought it; may be empty.
#[must_use]
pub fn offer(visit: &Visit, token: &str) -> Page {
    let t = visit.t();
    let token = (!token.is_empty()).then(|| token.to_owned());
    Page::new(t.write_claim_title(), || {
        view! {
            <div class="errand stack">
                <h1>{t.write_claim_title()}</h1>
                <p>{t.write_claim_lead()}</p>
                <form method="post" action="/traces/new/claim">
                    {token.map(|token| view! { <input type="hidden" name="pending" value=token/> })}
                    <p><button class="button go">{t.write_claim_go()}</button></p>
                </form>
            </div>
        }
    })
}

/// Nothing waits, or no longer.
#[must_use]
pub fn gone(visit: &Visit) -> Page {
    let t = visit.t();
    Page::new(t.write_claim_gone(), || {
        view! {
            <div class="errand stack">
                <h1>{t.write_claim_gone()}</h1>
                <p>{t.write_claim_gone_help()}</p>
                <p><a class="button" href="/traces/new">{t.nav_new_trace()}</a></p>
            </div>
        }
    })
    .status(StatusCode::NOT_FOUND)
}
