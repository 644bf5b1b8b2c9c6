//! What asks want done by themselves. Safe to run twice, and late: each looks at how things stand.

use crate::base::app::App;
use crate::base::error::Result;
use crate::members::model::MemberId;
use crate::pairing::asks::actions::over;
use crate::pairing::asks::actions::waiting::resettle;
use crate::pairing::asks::model::{AskState, next_to_close};
use crate::pairing::asks::store::{self, times, waiting as places};
use crate::pairing::model::AskId;
use crate::pairing::tasks::{self, Task};

/// One of an open ask's times has gone by: pages that show it are stale. With the last, it expires.
///
/// # Errors
/// When the database does not answer.
pub async fn time(app: &App, id: AskId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    if !store::turn(&mut tx, id, AskState::Open, AskState::Open).await? {
        return Ok(());
    }
    let Some(ask) = store::ask(&mut tx, id, now).await? else { return Ok(()) };
    match next_to_close(&times::all(&mut tx, id).await?, now) {
        Some(at) => tasks::push(&mut tx, &Task::AskTime { ask: id }, at, now).await?,
        None => {
            store::turn(&mut tx, id, AskState::Open, AskState::Expired).await?;
            over(&mut tx, id, ask.member_id, now).await?;
        }
    }
    tx.tell("pair");
    app.commit(tx).await
}

/// The hour that an ask was taken for has been called off.
///
/// # Errors
/// When the database does not answer.
pub async fn free(app: &App, id: AskId) -> Result<()> {
    let mut tx = app.db.write().await?;
    resettle(&mut tx, id, app.now()).await?;
    app.commit(tx).await
}

/// Whoever it was offered to has not answered in time.
///
/// # Errors
/// When the database does not answer.
pub async fn lapse(app: &App, id: AskId, member: MemberId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    if places::lapse(&mut tx, id, member, now).await? {
        resettle(&mut tx, id, now).await?;
    }
    app.commit(tx).await
}
