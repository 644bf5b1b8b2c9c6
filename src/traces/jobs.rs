//! Jobs of traces, safe to run twice.

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::markdown;
use crate::base::queue::{self, Job};
use crate::companies::merged::Merged;
use crate::members::apart::Apart;
use crate::traces::actions::hypotheses::{ASK, ask};
use crate::traces::actions::merging::{FOLLOW, Follow, follow};
use crate::traces::actions::{Dated, Rendered, render};
use crate::traces::store::leaving;
use crate::traces::store::rendering::{self as store, StaleRow};
use crate::traces::store::show;

/// The kind of the job that renders stored Markdown anew.
pub const RERENDER: &str = "traces.rerender";
/// Revisions in one go; more are asked for when it is done.
const BATCH: i64 = 20;

/// Asks for every revision that an older renderer made to be rendered anew. At start.
///
/// # Errors
/// When the database does not answer.
pub async fn ask_rerender(app: &App) -> Result<()> {
    let now = app.now();
    if store::stale(&mut app.db.read().await?, markdown::VERSION, 1).await?.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    queue::push(&mut tx, RERENDER, &markdown::VERSION.to_string(), &(), now, now).await?;
    app.commit(tx).await
}

/// Renders a batch and asks for the next one, so that letters never wait behind all of them.
///
/// # Errors
/// When the database does not answer.
pub async fn rerender(app: &App) -> Result<()> {
    let stale = store::stale(&mut app.db.read().await?, markdown::VERSION, BATCH).await?;
    for revision in &stale {
        rerender_one(app, revision).await?;
    }
    let Some(last) = stale.last().filter(|_| stale.len() as i64 == BATCH) else { return Ok(()) };
    // A key of its own: the job being done still holds the one it came by.
    let key = format!("{}:{}.{}", markdown::VERSION, last.trace_id, last.number);
    let now = app.now();
    let mut tx = app.db.write().await?;
    queue::push(&mut tx, RERENDER, &key, &(), now, now).await?;
    app.commit(tx).await
}

async fn rerender_one(app: &App, revision: &StaleRow) -> Result<()> {
    let (trace, number, lang) = (revision.trace_id, revision.number, revision.language);
    let mut conn = app.db.read().await?;
    let parts = show::parts(&mut conn, trace, number).await?;
    let sources = show::sources(&mut conn, trace, number).await?;
    drop(conn);
    let texts: Vec<_> = parts.into_iter().map(|part| (part.part_key, part.body)).collect();
    let sources = Dated::of(&sources);
    let rendered = app.offload(move || render(&texts, &sources, lang)).await?;
    // What a newer renderer finds too complex keeps the HTML it has.
    let Rendered { parts, .. } = rendered.unwrap_or_default();
    let mut tx = app.db.write().await?;
    for (key, html) in parts {
        store::set_html(&mut tx, trace, number, key, &html).await?;
    }
    store::set_version(&mut tx, trace, number, markdown::VERSION).await?;
    tx.tell(format!("trace:{trace}"));
    app.commit(tx).await
}

/// A member may have left: what only they could open goes. For a block or a suspension there is nothing
/// to do, since every author is still there.
///
/// # Errors
/// When the database does not answer.
pub async fn apart(app: &App, apart: &Apart) -> Result<()> {
    let mut tx = app.db.write().await?;
    leaving::forget_drafts(&mut tx, apart.member).await?;
    leaving::forget_tallies(&mut tx, apart.member).await?;
    leaving::forget_remarks(&mut tx, apart.member).await?;
    leaving::forget_links(&mut tx, apart.member).await?;
    leaving::forget_reviewers(&mut tx, apart.member).await?;
    leaving::forget_parts(&mut tx, apart.member).await?;
    leaving::forget_unpublished(&mut tx, apart.member, app.now()).await?;
    app.commit(tx).await
}

/// A company was merged into another: its traces follow.
///
/// # Errors
/// When the database does not answer.
pub async fn merged(app: &App, merged: &Merged) -> Result<()> {
    follow(app, Follow::from(merged)).await
}

/// Does one of our jobs.
///
/// # Errors
/// As the job.
pub async fn perform(app: &App, job: &Job) -> Result<()> {
    match job.kind.as_str() {
        RERENDER => rerender(app).await,
        ASK => ask(app, job).await,
        FOLLOW => follow(app, job.payload()?).await,
        other => Err(Error::Internal(format!("traces do no jobs of kind {other}"))),
    }
}
