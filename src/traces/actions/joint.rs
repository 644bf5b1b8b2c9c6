//! A trace's first draft, by one or by several.

use crate::base::db::Tx;
use crate::base::error::{Error, Result};
use crate::base::text;
use crate::base::time::Time;
use crate::companies::store as companies;
use crate::members::model::MemberId;
use crate::traces::actions::desk::written;
use crate::traces::actions::writers::{self, Writing};
use crate::traces::model::TraceId;
use crate::traces::model::draft::Content;
use crate::traces::store::drafts;

/// Begins a trace that several have written elsewhere, each credited with what they wrote. Inside the
/// transaction of what ends there.
///
/// # Errors
/// When the database does not answer.
pub async fn begin_joint(
    tx: &mut Tx,
    authors: &[MemberId],
    content: &Content,
    credits: &[Writing],
    now: Time,
) -> Result<TraceId> {
    let trace = draft_of(tx, authors, content, now).await?;
    writers::credit(tx, trace, credits).await?;
    Ok(trace)
}

/// A new trace with its authors in their order and its first draft.
pub(super) async fn draft_of(tx: &mut Tx, authors: &[MemberId], content: &Content, now: Time) -> Result<TraceId> {
    let first = *authors.first().ok_or_else(|| Error::Internal("a trace without an author".into()))?;
    let slug = text::slug(&content.title);
    let company = companies::stand(tx, content.company).await?.id;
    let trace = drafts::insert_trace(tx, company, content.language, &content.title, &slug, now).await?;
    for (position, author) in (1..).zip(authors) {
        drafts::insert_author(tx, trace, position, *author).await?;
    }
    drafts::insert_draft(tx, trace, &written(content)?, first, now).await?;
    Ok(trace)
}
