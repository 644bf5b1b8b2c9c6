//! What one takes into one's own work: noted from the debrief on, read by nobody else.

use super::Room;
use crate::base::error::{Error, Result};
use crate::base::limits::Budget;
use crate::members::visit::Visit;
use crate::pairing::hour::store::takeaways;
use crate::pairing::model::SessionId;

/// Keeps it, in place of what stood there. Whoever was there may, suspended or not: nobody else reads it.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] before the debrief, and for one who was not there.
pub async fn keep(visit: &Visit, id: SessionId, typed: &str) -> Result<()> {
    let member = visit.viewer.member()?.id;
    visit.limit_member(Budget::Typing)?;
    let mut tx = visit.app.db.write().await?;
    let room = Room::load(&mut tx, &visit.app, id, member, visit.now).await?;
    if !room.has_entered(member) || !room.is_looking_back() {
        return Err(Error::Conflict);
    }
    takeaways::keep(&mut tx, id, member, typed).await?;
    visit.app.commit(tx).await
}
