//! The letter about a notice (run twice, it sends twice: better than never), and the end of an inbox.

use serde::{Deserialize, Serialize};

use crate::base::app::App;
use crate::base::error::Result;
use crate::base::queue::Job;
use crate::members::apart::Apart;
use crate::notices::model::NoticeId;
use crate::notices::{mail, store};

/// The kind of job that sends it.
pub const LETTER: &str = "notices.letter";

/// Which notice.
#[derive(Debug, Serialize, Deserialize)]
pub struct Letter {
    pub notice: NoticeId,
}

/// Sends the letter unless the notice has been read or its subject is gone.
///
/// # Errors
/// When the database or the mail server does not answer.
pub async fn letter(app: &App, job: &Job) -> Result<()> {
    let Letter { notice } = job.payload()?;
    let outgoing = store::letter(&mut app.db.read().await?, notice).await?;
    match outgoing {
        Some(outgoing) => app.mailer.send(mail::letter(&app.config, outgoing)).await,
        None => Ok(()),
    }
}

/// A member may have left: nobody reads that inbox any more.
///
/// # Errors
/// When the database does not answer.
pub async fn apart(app: &App, apart: &Apart) -> Result<()> {
    let mut tx = app.db.write().await?;
    store::forget(&mut tx, apart.member).await?;
    app.commit(tx).await
}
