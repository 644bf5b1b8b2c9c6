//! Taking an ask, in one step: the hour is booked.

use crate::base::error::{Error, Result};
use crate::base::limits::Budget;
use crate::members::visit::Visit;
use crate::notices::model::NoticeKind;
use crate::pairing::asks::actions::visible;
use crate::pairing::asks::model::{AskState, closed_until, may_take};
use crate::pairing::asks::store::{self, times, waiting as places};
use crate::pairing::model::{AskId, SessionId, Slot};
use crate::pairing::sessions::actions::{book, notify};
use crate::pairing::sessions::model::Booking;

/// Takes an ask at one of its times, whether it is open or offered to the member who waited for it.
///
/// # Errors
/// [`Error::Conflict`]: someone was quicker, or the time is no longer offered. [`Error::NotAllowed`]: it is
/// their own, another discipline was wanted; what [`book`] says.
pub async fn take(visit: &Visit, id: AskId, slot: Slot) -> Result<SessionId> {
    let (member, now) = (visit.viewer.can_speak(visit.now)?.id, visit.now);
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    let ask = visible(&mut tx, visit, id).await?;
    may_take(ask.member_id, &ask.wanted(), member, store::discipline(&mut tx, member).await?)?;
    // The row is held from here on: of two who take it at once, the second finds it taken.
    let won = store::turn(&mut tx, id, AskState::Open, AskState::Taken).await?
        || store::turn(&mut tx, id, AskState::Taken, AskState::Taken).await?
            && places::accept(&mut tx, id, member, now).await?;
    if !won || slot <= closed_until(now) || !times::is_offered(&mut tx, id, slot).await? {
        return Err(Error::Conflict);
    }
    let booking = Booking {
        people: [ask.member_id, member],
        slot,
        kind: ask.kind,
        company: ask.company_id,
        topic: ask.topic,
        ask: Some(id),
        proposal: None,
    };
    let session = book(&mut tx, &visit.app.random, &booking, member, now).await?;
    notify(&mut tx, session, NoticeKind::AskTaken, member, ask.member_id, 0, now).await?;
    times::unlist(&mut tx, id).await?;
    places::leave(&mut tx, id, member).await?;
    tx.tell("pair");
    visit.app.commit(tx).await?;
    Ok(session)
}
