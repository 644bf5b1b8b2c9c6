//! Which part does which of pairing's tasks.

use crate::base::app::App;
use crate::base::error::Result;
use crate::base::queue::Job;
use crate::companies::merged::Merged;
use crate::members::apart::Apart;
use crate::pairing::tasks::Task;
use crate::pairing::{asks, hour, letters, merging, queue, room};

/// Calls off what stands between two who no longer meet.
///
/// # Errors
/// As [`perform`].
pub async fn apart(app: &App, apart: &Apart) -> Result<()> {
    hour::jobs::apart(app, apart.member, apart.other).await?;
    asks::actions::apart::apart(app, apart.member, apart.other).await
}

/// A company was merged into another: whoever has something on it is told.
///
/// # Errors
/// As [`perform`].
pub async fn merged(app: &App, merged: &Merged) -> Result<()> {
    merging::follow(app, merged).await
}

/// Does one task.
///
/// # Errors
/// When the database or the mail server does not answer; the queue tries again.
pub async fn perform(app: &App, job: &Job) -> Result<()> {
    match job.payload()? {
        Task::Letter { session, sequence, to, news } => letters::jobs::letter(app, session, sequence, to, news).await,
        Task::Proposed { proposal, to } => letters::jobs::proposed(app, proposal, to).await,
        Task::Late { session, sequence } => hour::jobs::late(app, session, sequence).await,
        Task::End { session, sequence } => hour::jobs::end(app, session, sequence).await,
        Task::Room { session } => room::actions::keep_looking(app, session, app.now()).await,
        Task::Match => queue::jobs::round(app).await,
        Task::Lapse { proposal } => queue::jobs::lapse(app, proposal).await,
        Task::AskTime { ask } => asks::jobs::time(app, ask).await,
        Task::AskFree { ask } => asks::jobs::free(app, ask).await,
        Task::AskLapse { ask, member } => asks::jobs::lapse(app, ask, member).await,
    }
}
