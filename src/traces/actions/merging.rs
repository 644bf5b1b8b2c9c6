//! A company was merged into another: its traces are the other's, and all are found by every name.

use serde::{Deserialize, Serialize};

use crate::base::app::App;
use crate::base::db::Tx;
use crate::base::error::{Error, Result};
use crate::base::queue;
use crate::companies::merged::Merged;
use crate::companies::model::{Company, CompanyId};
use crate::companies::store as companies;
use crate::traces::actions::publish::index;
use crate::traces::model::TraceId;
use crate::traces::model::outline::Outline;
use crate::traces::store::merging::{self as store, Kept};

/// The kind of the job that goes on with it.
pub const FOLLOW: &str = "traces.follow";
/// Traces in one go; more are asked for when it is done.
const BATCH: i64 = 20;

/// How far it has come.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Follow {
    company: CompanyId,
    after: TraceId,
}

impl From<&Merged> for Follow {
    fn from(merged: &Merged) -> Self {
        Self { company: merged.into, after: TraceId(0) }
    }
}

/// Does a batch and asks for the next one, so that letters never wait behind all of them. Safe to run
/// twice.
///
/// # Errors
/// When the database does not answer.
pub async fn follow(app: &App, follow: Follow) -> Result<()> {
    let (company, now) = (follow.company, app.now());
    let batch = store::of_either(&mut app.db.read().await?, company, follow.after, BATCH).await?;
    for kept in &batch {
        let mut tx = app.db.write().await?;
        let company = companies::stand(&mut tx, company).await?;
        take(&mut tx, kept, &company).await?;
        app.commit(tx).await?;
    }
    let Some(last) = batch.last().filter(|_| batch.len() as i64 == BATCH) else { return Ok(()) };
    let mut tx = app.db.write().await?;
    let next = Follow { company, after: last.id };
    queue::push(&mut tx, FOLLOW, &format!("{company}:{}", last.id), &next, now, now).await?;
    app.commit(tx).await
}

async fn take(tx: &mut Tx, kept: &Kept, company: &Company) -> Result<()> {
    store::give(tx, kept.id, company.id).await?;
    if !kept.outline.is_empty() {
        let outline: Outline = serde_json::from_str(&kept.outline)
            .map_err(|e| Error::Internal(format!("the outline of {} cannot be read: {e}", kept.id)))?;
        index(tx, kept.id, &kept.title, &outline, company).await?;
    }
    tx.tell(format!("trace:{}", kept.id));
    tx.tell(format!("company:{}", company.id));
    tx.tell("traces");
    Ok(())
}
