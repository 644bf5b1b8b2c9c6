//! The sign-in ended while writing: everything typed stands on the page, to be sent again.

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::ui::fields::Fields;
use crate::ui::page::Page;

/// The form once more. It shows only what was sent: nothing of the draft, which is its authors' alone.
#[must_use]
pub fn show(visit: &Visit, fields: &Fields) -> Page {
    let t = visit.t();
    let again = visit.here.split('?').next().unwrap_or("/").to_owned();
    Page::new(t.write_away_title(), || {
        let kept = fields.iter().map(|(name, value)| {
            if value.contains('\n') || value.len() > 100 {
                view! { <textarea class="body" readonly name=name.to_owned() aria-label=name.to_owned()>{format!("\n{value}")}</textarea> }.into_any()
            } else {
                view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> }.into_any()
            }
        });
        view! {
            <div class="errand stack">
                <h1>{t.write_away_title()}</h1>
                <p>{t.write_away_help()}</p>
                <p><a class="button" href="/sign-in" target="_blank">{t.write_away_sign_in()}</a></p>
                <form method="post" action=again class="form">
                    {kept.collect_view()}
                    <p><button class="button go">{t.write_away_again()}</button></p>
                </form>
            </div>
        }
    })
    .status(StatusCode::UNAUTHORIZED)
    .long_form()
}
