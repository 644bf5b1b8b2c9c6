//! What the rest of pairing asks of a room's text, whether or not anyone is in it.

use yrs::TransactionMut;

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::members::model::MemberId;
use crate::pairing::model::SessionId;
use crate::pairing::room::outbox::OVER;
use crate::pairing::room::reading::{self, Written};
use crate::pairing::room::rooms::{Rooms, random_client};
use crate::pairing::room::text::{self as shared, Edit};
use crate::traces::actions::writers::Writing;

/// What stands in the text.
///
/// # Errors
/// When the database does not answer.
pub async fn text(app: &App, session: SessionId) -> Result<Written> {
    Ok(Rooms::of(app).open(app, session).await?.read(reading::written))
}

/// Who wrote how much of what stands in the text.
///
/// # Errors
/// When the database does not answer.
pub async fn credits(app: &App, session: SessionId) -> Result<Vec<Writing>> {
    Ok(Rooms::of(app).open(app, session).await?.read(reading::credits))
}

/// Changes the text in a member's name; durable when it returns. Whoever is in the room sees it at once.
///
/// # Errors
/// [`Error::Unavailable`] when it cannot be taken now.
pub async fn insert(app: &App, session: SessionId, member: MemberId, edits: &[Edit]) -> Result<()> {
    change(app, session, member, |txn| edits.iter().for_each(|edit| shared::apply(txn, edit))).await
}

/// Changes anything of it in a member's name, as [`insert`].
///
/// # Errors
/// As [`insert`].
pub async fn change(
    app: &App,
    session: SessionId,
    member: MemberId,
    change: impl FnOnce(&mut TransactionMut<'_>),
) -> Result<()> {
    let room = Rooms::of(app).open(app, session).await?;
    let written = room.write(random_client(app), member, change);
    let durable = written.map_err(|closing| Error::Unavailable(closing.reason.to_owned()))?;
    drop(room);
    durable.await.map_err(|_| Error::Unavailable("the room's log is not written any more".into()))
}

/// Ends delivery to everyone who is in the room here: it is over. What they may do from now on is decided
/// where they come in; news of `pair-session:{id}` end it in every process.
pub fn close(app: &App, session: SessionId) {
    if let Some(room) = Rooms::of(app).get(session) {
        room.close(OVER);
    }
}

/// Tells everyone who is in the room here what happened (message 102), such as `{"what": "clock"}`.
pub fn tell(app: &App, session: SessionId, line: &serde_json::Value) {
    if let Some(room) = Rooms::of(app).get(session) {
        room.tell(line);
    }
}
