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
use crate::traces::store::authors::hold;
use crate::traces::store::merging::{self as store, Kept};

/// The kind of the job that goes on with it.
pub const FOLLOW: &str = "traces.follow";
/// Traces in one go; more are asked for when it is done.
const BATCH: i64 = 20;

/// How far it has come.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Follow {
    /// The double, so that two mergings never take each other's jobs for their own.
    of: CompanyId,
    company: CompanyId,
    after: TraceId,
}

impl From<&Merged> for Follow {
    fn from(merged: &Merged) -> Self {
        Self { of: merged.from, company: merged.into, after: TraceId(0) }
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
    for trace in &batch {
        let mut tx = app.db.write().await?;
        // First the trace, then the company, as publishing does: whoever publishes now is seen, or waits.
        hold(&mut tx, *trace).await?;
        let company = companies::stand(&mut tx, company).await?;
        take(&mut tx, *trace, &company).await?;
        app.commit(tx).await?;
    }
    let Some(last) = batch.last().filter(|_| batch.len() as i64 == BATCH) else { return Ok(()) };
    let mut tx = app.db.write().await?;
    let next = Follow { of: follow.of, company, after: *last };
    queue::push(&mut tx, FOLLOW, &format!("{}:{company}:{last}", follow.of), &next, now, now).await?;
    app.commit(tx).await
}

async fn take(tx: &mut Tx, trace: TraceId, company: &Company) -> Result<()> {
    store::give(tx, trace, company.id).await?;
    if let Some(Kept { title, outline }) = store::shown(tx, trace).await? {
        let outline: Outline = serde_json::from_str(&outline)
            .map_err(|e| Error::Internal(format!("the outline of {trace} cannot be read: {e}")))?;
        index(tx, trace, &title, &outline, company).await?;
    }
    tx.tell(format!("trace:{trace}"));
    tx.tell(format!("company:{}", company.id));
    tx.tell("traces");
    Ok(())
}
