//! Jobs of comments, safe to run twice.

use crate::base::app::App;
use crate::base::error::Result;
use crate::base::{markdown, queue};
use crate::comments::model::html;
use crate::comments::store::rendering::{self as store, Stale};

/// The kind of the job that renders stored Markdown anew.
pub const RERENDER: &str = "comments.rerender";
/// Comments read at once.
const BATCH: i64 = 100;

/// Asks for every comment that an older renderer made to be rendered anew. At start.
///
/// # Errors
/// When the database does not answer.
pub async fn ask_rerender(app: &App) -> Result<()> {
    if store::stale(&mut app.db.read().await?, markdown::VERSION, 1).await?.is_empty() {
        return Ok(());
    }
    let now = app.now();
    let mut tx = app.db.write().await?;
    queue::push(&mut tx, RERENDER, &markdown::VERSION.to_string(), &(), now, now).await?;
    app.commit(tx).await
}

/// Renders a batch and asks for the next one, so that letters never wait behind all of them.
///
/// # Errors
/// When the database does not answer.
pub async fn rerender(app: &App) -> Result<()> {
    let batch = store::stale(&mut app.db.read().await?, markdown::VERSION, BATCH).await?;
    let full = batch.len() as i64 == BATCH;
    let last = batch.last().map(|comment| comment.id).filter(|_| full);
    for comment in batch {
        one(app, comment).await?;
    }
    let Some(last) = last else { return Ok(()) };
    let now = app.now();
    let mut tx = app.db.write().await?;
    // A key of its own: the job being done still holds the one it came by.
    queue::push(&mut tx, RERENDER, &format!("{}:{last}", markdown::VERSION), &(), now, now).await?;
    app.commit(tx).await
}

async fn one(app: &App, comment: Stale) -> Result<()> {
    let (body, salt, lang) = (comment.body.clone(), app.random.reference(), comment.language);
    // What a newer renderer finds too complex keeps the HTML it has.
    let made = app.offload(move || html(&body, &salt, lang)).await?.ok();
    let mut tx = app.db.write().await?;
    store::set_html(&mut tx, &comment, made.as_deref(), markdown::VERSION).await?;
    tx.tell(format!("trace:{}", comment.trace_id));
    app.commit(tx).await
}
