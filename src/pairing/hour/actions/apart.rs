//! Two who no longer meet: what stands between them is called off, and costs nobody anything.

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::members::model::MemberId;
use crate::pairing::hour::store::apart as store;
use crate::pairing::queue;
use crate::pairing::sessions::actions::call_off;
use crate::pairing::sessions::store as sessions;
use crate::pairing::tasks::{self, Task};

/// `member` blocked `other`, or (without another) was suspended or left. The partner hears that the
/// hour cannot take place, not why. Does nothing when it no longer holds; safe to run twice.
///
/// # Errors
/// When the database does not answer.
pub async fn apart(app: &App, member: MemberId, other: Option<MemberId>) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    if !store::is_apart(&mut tx, member, other, now).await? {
        return Ok(());
    }
    // As many as one may have booked: six at most.
    for (id,) in store::booked(&mut tx, member, other, now).await? {
        let Some(session) = sessions::session(&mut tx, id).await? else { continue };
        match call_off(&mut tx, &session, None, "", now).await {
            // Cancelled or ended since it was listed.
            Err(Error::Conflict) => {}
            outcome => outcome?,
        }
    }
    if store::decline(&mut tx, member, other).await? > 0 {
        store::free_places(&mut tx).await?;
        tasks::push(&mut tx, &Task::Match, now, now).await?;
    }
    store::forget_interests(&mut tx, member, other).await?;
    if other.is_none() {
        queue::actions::withdraw(&mut tx, member, now).await?;
    }
    // Thanks between the two are no longer shown.
    for who in [Some(member), other].into_iter().flatten() {
        tx.tell(format!("member:{who}"));
    }
    app.commit(tx).await
}
