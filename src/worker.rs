//! The worker: which slice does which kind of job.

use std::time::Duration;

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::hub;
use crate::base::queue::{self, Job};
use crate::base::time::HOUR;
use crate::{comments, members, notices, pairing, traces};

/// How long an idle worker waits before it looks again.
const IDLE: Duration = Duration::from_millis(500);

/// A kind names its slice first: `members.verify-letter`.
async fn perform(app: &App, job: &Job) -> Result<()> {
    let outcome = match job.kind.split('.').next() {
        Some("apart") => Some(apart(app, job).await),
        Some("comments") => Some(comments::jobs::rerender(app).await),
        Some("merged") => Some(merged(app, job).await),
        Some("members") => members::jobs::perform(app, job).await,
        Some("notices") => Some(notices::jobs::letter(app, job).await),
        Some("pairing") => Some(pairing::jobs::perform(app, job).await),
        Some("traces") => Some(traces::jobs::perform(app, job).await),
        _ => None,
    };
    outcome.unwrap_or_else(|| Err(Error::Internal(format!("no one does jobs of kind {}", job.kind))))
}

/// Members are kept apart, or one is away (`members::apart`): each slice that has something to end hears
/// of it. Pairing first: what it tells one who has left goes with the rest of their inbox.
async fn apart(app: &App, job: &Job) -> Result<()> {
    let apart = job.payload()?;
    pairing::jobs::apart(app, &apart).await?;
    notices::jobs::apart(app, &apart).await?;
    traces::jobs::apart(app, &apart).await
}

/// A company was merged into another (`companies::merged`): what hangs on it follows, and whoever is
/// concerned is told.
async fn merged(app: &App, job: &Job) -> Result<()> {
    let merged = job.payload()?;
    traces::jobs::merged(app, &merged).await?;
    pairing::jobs::merged(app, &merged).await
}

/// A job that panics fails like any other; the worker lives on.
async fn guarded(app: &App, job: &Job) -> Result<()> {
    let (app, job) = (app.clone(), job.clone());
    let done = tokio::spawn(async move { perform(&app, &job).await }).await;
    done.unwrap_or_else(|panic| Err(Error::Internal(panic.to_string())))
}

/// Does every job that is due now; returns how many.
///
/// # Errors
/// When the database does not answer. A job's own failure is kept with the job.
pub async fn drain(app: &App) -> Result<usize> {
    let mut done = 0;
    while let Some(job) = queue::claim(&app.db, app.now()).await? {
        let outcome = guarded(app, &job).await;
        if let Err(error) = &outcome {
            tracing::error!(job = job.id, kind = %job.kind, attempts = job.attempts, "{error}");
        }
        let text = outcome.as_ref().err().map(ToString::to_string);
        queue::finish(&app.db, &job, text.as_deref().map_or(Ok(()), Err), app.now()).await?;
        done += 1;
    }
    Ok(done)
}

/// Works until the program ends.
pub async fn run(app: App) {
    let mut pruned = app.now();
    loop {
        match drain(&app).await {
            Ok(0) => tokio::time::sleep(IDLE).await,
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "the worker cannot reach the database");
                tokio::time::sleep(IDLE * 4).await;
            }
        }
        if app.now() > pruned.plus(HOUR) {
            pruned = app.now();
            if let Err(error) = hub::prune(&app.db, app.now()).await {
                tracing::warn!(%error, "old news stays for now");
            }
            if let Err(error) = members::actions::prune(&app).await {
                tracing::warn!(%error, "dead sign-ins and letters stay for now");
            }
        }
    }
}
