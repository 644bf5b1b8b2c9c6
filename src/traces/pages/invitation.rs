//! `/traces/{id}/invitation`: someone asks the member to write with them.

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::base::error::Error;
use crate::members::visit::Visit;
use crate::traces::model::TraceId;
use crate::traces::store::authors;
use crate::traces::views::person::Person;
use crate::ui::page::{Answer, Page};
use crate::ui::time::Day;

/// What is asked, and by whom; a page that says so where nothing is asked any more.
///
/// # Errors
/// [`Error::SignIn`].
pub async fn page(visit: &Visit, id: TraceId, notice: Option<String>) -> Answer {
    let me = visit.viewer.member()?.id;
    let asked = match authors::asked(&mut visit.app.db.read().await?, id, me).await {
        Err(Error::NotFound) => return Ok(gone(visit)),
        asked => asked?,
    };
    let (t, lang) = (visit.t(), visit.lang);
    let company = lang.either(&asked.name_ja, &asked.name_en).to_owned();
    let foreign = asked.language.foreign(lang);
    Ok(Page::new(t.invitation_title(), || {
        view! {
            <div class="errand stack">
                <h1>{t.invitation_title()}</h1>
                <p class="meta">
                    <span>{t.invitation_by()} " " <Person handle=asked.by_handle name=asked.by_name demo=asked.demo gone=false lang=lang/></span>
                    <Day time=asked.created_at zone=visit.zone() lang=lang/>
                </p>
                <p><b lang=foreign>{asked.title}</b> " " <span class="note">{company}</span></p>
                <p>{t.invitation_lead()}</p>
                {notice.map(|notice| view! { <p class="pencil" role="alert">{notice}</p> })}
                <div class="row">
                    <form method="post" action=format!("/traces/{id}/invitation/accept")><button class="button go">{t.invitation_accept()}</button></form>
                    <form method="post" action=format!("/traces/{id}/invitation/decline")><button class="button">{t.invitation_decline()}</button></form>
                </div>
            </div>
        }
    }))
}

/// Nothing is asked any more.
#[must_use]
pub fn gone(visit: &Visit) -> Page {
    simple(visit.t().invitation_gone(), visit.t().invitation_gone_help(), visit).status(StatusCode::NOT_FOUND)
}

/// It was declined.
#[must_use]
pub fn declined(visit: &Visit) -> Page {
    simple(visit.t().invitation_declined(), visit.t().invitation_declined_help(), visit)
}

fn simple(title: String, help: String, visit: &Visit) -> Page {
    let back = visit.t().invitation_inbox();
    Page::new(title.clone(), || {
        view! {
            <div class="errand stack">
                <h1>{title}</h1>
                <p>{help}</p>
                <p><a class="button" href="/inbox">{back}</a></p>
            </div>
        }
    })
}
