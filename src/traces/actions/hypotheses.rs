//! Calls: kept when they are published, asked about on their day, answered by their writers.

use serde::{Deserialize, Serialize};

use crate::base::app::App;
use crate::base::db::Tx;
use crate::base::error::{Error, Result};
use crate::base::queue::{self, Job};
use crate::base::time::Time;
use crate::members::visit::Visit;
use crate::notices::actions::remind;
use crate::notices::model::{About, News, NoticeKind};
use crate::traces::model::TraceId;
use crate::traces::model::draft::Content;
use crate::traces::model::hypothesis::{self, Answer};
use crate::traces::model::part::PartKey;
use crate::traces::store::authors::writing;
use crate::traces::store::{hypotheses as store, publishing, show};

/// The kind of the job that asks.
pub const ASK: &str = "traces.hypothesis";

/// Which call.
#[derive(Debug, Serialize, Deserialize)]
pub struct Asking {
    pub trace: TraceId,
    pub key: PartKey,
}

/// Keeps the calls that a revision publishes, each with the day on which to ask.
pub(super) async fn keep(tx: &mut Tx, trace: TraceId, revision: i64, content: &Content, now: Time) -> Result<()> {
    for due in hypothesis::due(content) {
        store::move_day(tx, trace, &due).await?;
        store::begin(tx, trace, revision, &due).await?;
        let key = format!("{trace}:{}:{}", due.key, due.on);
        queue::push(tx, ASK, &key, &Asking { trace, key: due.key }, due.at, now).await?;
    }
    Ok(())
}

/// Asks each author, by notice and letter, once for each day.
///
/// # Errors
/// When the database does not answer.
pub async fn ask(app: &App, job: &Job) -> Result<()> {
    let Asking { trace, key } = job.payload()?;
    let now = app.now();
    let mut tx = app.db.write().await?;
    let Some(day) = store::ask(&mut tx, trace, key, now).await? else { return Ok(()) };
    for author in writing(&mut tx, trace).await? {
        let about = About::Trace { trace: trace.0, comment: None };
        let unique = format!("{key}:{trace}:{day}");
        let news = News { kind: NoticeKind::HypothesisDue, actor: author, about, key: unique, letter: true };
        remind(&mut tx, author, &news, now).await?;
    }
    tx.tell(format!("trace:{trace}"));
    app.commit(tx).await
}

/// Says how a call turned out. Its writers only, and not before its day.
///
/// # Errors
/// The refusals of `Viewer::can_speak`; [`Error::NotFound`] for anyone else, and before the day.
pub async fn answer(visit: &Visit, trace: TraceId, key: PartKey, answer: &Answer) -> Result<()> {
    let member = visit.viewer.can_speak(visit.now)?.id;
    let mut tx = visit.app.db.write().await?;
    if !show::visible(&mut tx, trace, &visit.viewer).await?.is_author {
        return Err(Error::NotFound);
    }
    if store::answer(&mut tx, trace, key, answer, member, visit.now).await? == 0 {
        return Err(Error::NotFound);
    }
    tx.tell(format!("trace:{trace}"));
    for author in publishing::authors(&mut tx, trace).await? {
        tx.tell(format!("member:{author}"));
    }
    visit.app.commit(tx).await
}
