//! The letter about a notice. Run twice, it sends twice: better than never.

use serde::{Deserialize, Serialize};

use crate::base::app::App;
use crate::base::error::Result;
use crate::base::queue::Job;
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
