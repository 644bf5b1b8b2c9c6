//! Two who no longer meet: what stands between them is called off.

use crate::base::app::App;
use crate::base::db::Tx;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::members::store::has_blocked;
use crate::pairing::hour::actions::{alone, numbers};
use crate::pairing::hour::model::{PARTED, Stage, seats, stage};
use crate::pairing::hour::store::{apart as store, gone, swap};
use crate::pairing::model::{SessionId, State};
use crate::pairing::queue;
use crate::pairing::sessions::actions::call_off;
use crate::pairing::sessions::model::is_late;
use crate::pairing::sessions::store as sessions;
use crate::pairing::tasks;

/// `member` blocked `other`, or took the block back, or (without another) was suspended or left. The
/// partner hears that the hour cannot take place, not why. Looks at what holds now; safe to run twice.
///
/// # Errors
/// When the database does not answer.
pub async fn apart(app: &App, member: MemberId, other: Option<MemberId>) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    if let Some(other) = other
        && !has_blocked(&mut tx, member, other).await?
    {
        store::count_parted(&mut tx, member, other, now.plus(-PARTED), now).await?;
    }
    if !store::is_apart(&mut tx, member, other, now).await? {
        return app.commit(tx).await;
    }
    // As many as one may have booked: six at most.
    for (id,) in store::booked(&mut tx, member, other, now).await? {
        part(&mut tx, id, member, other, now).await?;
    }
    let freed = store::decline(&mut tx, member, other).await?;
    if !freed.is_empty() {
        store::free_places(&mut tx).await?;
        for proposal in freed {
            queue::actions::tell_over(&mut tx, &proposal, Some(member), now).await?;
        }
    }
    store::forget_interests(&mut tx, member, other).await?;
    if other.is_none() {
        queue::actions::withdraw(&mut tx, member, now).await?;
    }
    if gone::is_gone(&mut tx, member).await? {
        forget(&mut tx, member).await?;
    }
    tx.tell("pair");
    // Thanks between the two are no longer shown.
    for who in [Some(member), other].into_iter().flatten() {
        tx.tell(format!("member:{who}"));
    }
    tasks::look_for_matches(&mut tx, now).await?;
    app.commit(tx).await
}

/// Calls one hour off. One in which the other waits already has happened, and counts as what it is.
async fn part(tx: &mut Tx, id: SessionId, member: MemberId, other: Option<MemberId>, now: Time) -> Result<()> {
    // Taken first: it may be moved at this moment, or has been cancelled or ended since it was listed.
    if !sessions::take(tx, id, State::Booked).await? {
        return Ok(());
    }
    let Some(session) = sessions::session(tx, id).await? else { return Ok(()) };
    let people = sessions::people(tx, id).await?;
    let Some((me, partner)) = seats(&people, member) else { return Ok(()) };
    if other.is_some() && stage(&session, partner, me, now) == Stage::Waiting {
        alone(tx, &session, State::Closed, partner, me, now).await?;
        return swap::lapse(tx, id, numbers(&people)).await;
    }
    call_off(tx, &session, None, "", now).await?;
    if other.is_some() && is_late(session.slot, session.created_at, now) {
        store::parted(tx, id, member).await?;
    }
    Ok(())
}

/// Takes away what one who has left wrote for themselves, and the ways in that were theirs alone.
async fn forget(tx: &mut Tx, member: MemberId) -> Result<()> {
    gone::forget_takeaways(tx, member).await?;
    gone::forget_preparations(tx, member).await?;
    gone::forget_calls(tx, member).await?;
    gone::forget_exceptions(tx, member).await?;
    gone::forget_rules(tx, member).await?;
    gone::forget_week(tx, member).await?;
    gone::forget_calendar(tx, member).await?;
    gone::forget_links(tx, member).await
}
