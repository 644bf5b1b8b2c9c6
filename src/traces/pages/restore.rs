//! `/traces/{id}/history/{n}/restore`: asks why before it makes a new revision of an old one.

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::base::error::{Error, Problems};
use crate::members::visit::Visit;
use crate::traces::model::{TraceId, address};
use crate::traces::store::show;
use crate::ui::form::{ErrorSummary, TextField};
use crate::ui::page::{Answer, Page};

/// What came of trying.
#[derive(Debug, Clone, Default)]
pub struct Tried {
    /// The reason as typed; before anything was typed, the obvious one is offered.
    pub reason: Option<String>,
    pub problems: Problems,
    /// A word to the author above the form.
    pub notice: Option<String>,
    /// The draft holds words that are not published.
    pub draft: bool,
}

/// # Errors
/// [`Error::NotFound`] for anyone but the authors, and for what is no older revision.
pub async fn page(visit: &Visit, id: TraceId, number: i64, tried: Tried) -> Answer {
    visit.viewer.member()?;
    let mut conn = visit.app.db.read().await?;
    let trace = show::visible(&mut conn, id, &visit.viewer).await?;
    let published =
        trace.published.filter(|published| trace.is_author && number < *published).ok_or(Error::NotFound)?;
    let revision = show::revision(&mut conn, id, number).await?;
    drop(conn);
    let t = visit.t();
    let foreign = revision.language.foreign(visit.lang);
    let rejected = !tried.problems.is_empty();
    let draft = tried.draft;
    let reason = tried.reason.unwrap_or_else(|| t.restore_reason_first(number));
    let page = Page::new(t.restore_title(number), || {
        view! {
            <div class="errand stack">
                <p class="meta"><a href=address::path(id, &trace.slug) lang=foreign>{revision.title.clone()}</a></p>
                <h1>{t.restore_title(number)}</h1>
                <p>{t.restore_lead(number, published)}</p>
                {tried.notice.map(|notice| view! { <p class="pencil" role="alert">{notice}</p> })}
                {draft.then(|| view! {
                    <div class="empty" role="alert">
                        <p><b>{t.restore_draft()}</b></p>
                        <p>{t.restore_draft_help()}</p>
                        <p><a class="button" href=format!("/traces/{id}/edit")>{t.reading_go_on()}</a></p>
                    </div>
                })}
                <ErrorSummary t=t problems=tried.problems.clone() label=move |name| label(t, name)/>
                <form class="form" method="post" action=format!("/traces/{id}/history/{number}/restore")>
                    <TextField t=t problems=tried.problems name="reason" label=t.restore_reason() hint=t.restore_reason_hint()
                        value=reason required=true/>
                    <p class="row">
                        <button class="button go">{t.restore_go()}</button>
                        <a href=format!("/traces/{id}/history/{published}?from={number}")>{t.restore_see()}</a>
                    </p>
                </form>
            </div>
        }
    });
    Ok(match (rejected, draft) {
        (true, _) => page.rejected(),
        (false, true) => page.status(StatusCode::CONFLICT),
        (false, false) => page,
    })
}

/// A problem with the old words themselves is the editor's to solve.
fn label(t: &crate::base::words::Words, name: &str) -> String {
    if name == "reason" { t.restore_reason() } else { t.restore_words() }
}
