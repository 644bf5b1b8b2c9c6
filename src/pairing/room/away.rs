//! What stays of a room that has ended: its text in one piece, or nothing where both dropped it.

use crate::base::app::App;
use crate::base::error::Result;
use crate::pairing::model::SessionId;
use crate::pairing::room::ending::Outcome;
use crate::pairing::room::rooms::Rooms;
use crate::pairing::room::{compact, hour_store, live, store};

/// Puts the log away. Safe to do twice.
///
/// # Errors
/// When the database does not answer.
pub async fn put(app: &App, session: SessionId, outcome: Outcome) -> Result<()> {
    match outcome {
        Outcome::Dropped => forget(app, session).await,
        _ => compact::compact(app, session, &Rooms::of(app).process).await,
    }
}

/// Takes away every word of it: the text, the chat, what both wrote unseen.
async fn forget(app: &App, session: SessionId) -> Result<()> {
    let mut tx = app.db.write().await?;
    // Whoever puts the log together at this moment has done so, or finds nothing.
    hour_store::take(&mut tx, session).await?;
    store::forget_pieces(&mut tx, session).await?;
    store::forget_snapshot(&mut tx, session).await?;
    store::forget_clients(&mut tx, session).await?;
    hour_store::forget_blind(&mut tx, session).await?;
    app.commit(tx).await?;
    // What is left in memory goes with whoever still holds it.
    live::close(app, session);
    Ok(())
}
