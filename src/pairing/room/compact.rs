//! Puts a room's log together: a snapshot instead of many pieces.

use yrs::updates::decoder::Decode as _;
use yrs::{ReadTxn as _, StateVector, Transact as _, Update};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::pairing::model::SessionId;
use crate::pairing::room::{hour_store, store, text};

const TAG: &str = "room-log:";

/// The session whose log another process has put together, of such news.
#[must_use]
pub fn session(tag: &str, own: &str) -> Option<SessionId> {
    let (session, process) = tag.strip_prefix(TAG)?.split_once(' ')?;
    session.parse().ok().filter(|_| process != own)
}

/// Puts the log as it stands in one piece and drops what that holds. Safe to do twice, and from two
/// processes at once: numbers become visible in their order, so nothing comes in below the last one
/// that was read.
///
/// # Errors
/// When the database does not answer, or a piece cannot be merged.
pub async fn compact(app: &App, session: SessionId, process: &str) -> Result<()> {
    let log = store::log(&mut app.db.read().await?, session).await?;
    let Some(through) = log.last().map(|piece| piece.id).filter(|_| log.len() > 1) else { return Ok(()) };
    let whole = app
        .offload(move || merge(&log))
        .await?
        .map_err(|id| Error::Internal(format!("room {session}: log {id} cannot be merged")))?;
    let now = app.now();
    let mut tx = app.db.write().await?;
    // One at a time: what is forgotten meanwhile does not come back (see `away`).
    hour_store::take(&mut tx, session).await?;
    if store::keep_snapshot(&mut tx, session, through, whole, now).await? {
        store::drop_tail(&mut tx, session, through).await?;
        // Who had not yet read what is gone reads it from the snapshot.
        tx.tell(format!("{TAG}{session} {process}"));
    }
    app.commit(tx).await
}

/// All pieces as one; the number of the piece that does not fit otherwise.
fn merge(log: &[store::Logged]) -> std::result::Result<Vec<u8>, i64> {
    let doc = text::new(0);
    let mut txn = doc.transact_mut();
    for piece in log {
        let update = Update::decode_v1(&piece.data).map_err(|_| piece.id)?;
        txn.apply_update(update).map_err(|_| piece.id)?;
    }
    if txn.has_missing_updates() {
        return Err(log.last().map_or(0, |piece| piece.id));
    }
    Ok(txn.encode_diff_v1(&StateVector::default()))
}
