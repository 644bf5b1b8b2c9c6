//! Saving a draft.

use crate::base::error::{Error, Result};
use crate::base::time::Time;
use crate::members::visit::Visit;
use crate::traces::actions::desk::{read, written};
use crate::traces::actions::writers;
use crate::traces::model::TraceId;
use crate::traces::model::draft::Content;
use crate::traces::store::drafts;

/// The draft is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    pub version: i64,
    pub at: Time,
}

/// Keeps the draft as typed, if nobody saved a newer one since `version`. Sending the same words
/// twice is no conflict.
///
/// # Errors
/// [`Error::Conflict`] when a newer draft is there; [`Error::NotFound`] for anyone but its authors.
pub async fn save_draft(visit: &Visit, trace: TraceId, version: i64, content: &Content) -> Result<Saved> {
    let member = visit.viewer.member()?.id;
    let json = written(content)?;
    let mut tx = visit.app.db.write().await?;
    let row = drafts::desk(&mut tx, trace, member).await?.ok_or(Error::NotFound)?;
    if row.content == json {
        return Ok(Saved { version: row.version, at: row.saved_at });
    }
    let replaced = drafts::replace_draft(&mut tx, trace, version, &json, member, visit.now).await?;
    let version = replaced.ok_or(Error::Conflict)?;
    writers::edited(&mut tx, trace, member, Some(&read(&row.content, row.company_id)?), content).await?;
    visit.app.commit(tx).await?;
    Ok(Saved { version, at: visit.now })
}
