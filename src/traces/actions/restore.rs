//! Restoring: an older revision's words as a new revision. Nothing is ever overwritten.

use crate::base::error::{Error, Problem, Problems, Result};
use crate::base::limits::Budget;
use crate::members::visit::Visit;
use crate::traces::actions::desk::{read, written};
use crate::traces::actions::past;
use crate::traces::actions::publish::{Published, Words, rendered, revise};
use crate::traces::model::{TraceId, check};
use crate::traces::store::{drafts, show};

/// Publishes the words of revision `number` again. The draft becomes the same words.
///
/// # Errors
/// The refusals of `Viewer::can_speak`; [`Error::NotFound`] for anyone but the authors, for what is no
/// older revision, and for a trace that was never published; [`Error::Invalid`] without a reason, or
/// where the old words no longer fit; [`Error::Conflict`] while the draft holds words that are not
/// published: they would be lost.
pub async fn restore(visit: &Visit, trace: TraceId, number: i64, reason: &str) -> Result<Published> {
    let member = visit.viewer.can_speak(visit.now)?.id;
    let mut conn = visit.app.db.read().await?;
    drafts::desk(&mut conn, trace, member).await?.ok_or(Error::NotFound)?;
    let row = show::visible(&mut conn, trace, &visit.viewer).await?;
    if row.published == Some(number) {
        return Err(Error::NotFound);
    }
    let content = past::revision(&mut conn, &row, number).await?;
    drop(conn);
    let mut problems = Problems::default();
    if reason.is_empty() {
        problems.add("reason", Problem::Required);
    }
    check::publishable(&content, visit.now, &mut problems);
    problems.into_result()?;
    visit.limit_member(Budget::Post)?;
    let rendered = rendered(visit, &content).await?;

    let json = written(&content)?;
    let mut tx = visit.app.db.write().await?;
    let desk = drafts::desk(&mut tx, trace, member).await?.ok_or(Error::NotFound)?;
    let shown = past::content_of(&mut tx, trace, desk.published.ok_or(Error::NotFound)?, desk.company_id).await?;
    if desk.published != row.published || !read(&desk.content, desk.company_id)?.says_the_same(&shown) {
        return Err(Error::Conflict);
    }
    drafts::replace_draft(&mut tx, trace, desk.version, &json, member, visit.now).await?.ok_or(Error::Conflict)?;
    let words = Words { content: &content, rendered: &rendered, reason, of: Some(number) };
    let published = revise(&mut tx, trace, member, &words, visit.now).await?;
    visit.app.commit(tx).await?;
    Ok(published)
}
