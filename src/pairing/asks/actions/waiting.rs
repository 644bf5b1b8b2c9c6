//! Waiting for an ask that is taken, and what becomes of one that comes free.

use crate::base::db::Tx;
use crate::base::error::{Error, Refusal, Result};
use crate::base::limits::Budget;
use crate::base::time::Time;
use crate::members::visit::Visit;
use crate::notices::model::NoticeKind;
use crate::pairing::asks::actions::{notify, opened, over, visible};
use crate::pairing::asks::model::{AskState, answer_by, expires_at, may_take, next_to_close};
use crate::pairing::asks::store::{self, times, waiting as places};
use crate::pairing::model::{AskId, State};
use crate::pairing::tasks::{self, Task};

/// Waits in case a taken ask comes free.
///
/// # Errors
/// [`Error::Conflict`] when it is not taken any more; [`Error::NotAllowed`]: it is their own, another
/// discipline was wanted, or they have it themselves.
pub async fn wait(visit: &Visit, id: AskId) -> Result<()> {
    let (member, now) = (visit.viewer.can_speak(visit.now)?.id, visit.now);
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    let ask = visible(&mut tx, visit, id).await?;
    may_take(ask.member_id, &ask.wanted(), member, store::discipline(&mut tx, member).await?)?;
    if !store::turn(&mut tx, id, AskState::Taken, AskState::Taken).await? {
        return Err(Error::Conflict);
    }
    if store::session(&mut tx, id, member).await?.is_some() {
        return Err(Error::NotAllowed(Refusal::NotForYou));
    }
    places::join(&mut tx, id, member, now).await?;
    visit.app.commit(tx).await
}

/// Waits no longer, or lets go what was offered: the next one is asked.
///
/// # Errors
/// [`Error::SignIn`]; [`Error::NotFound`].
pub async fn leave(visit: &Visit, id: AskId) -> Result<()> {
    let member = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    visible(&mut tx, visit, id).await?;
    if places::leave(&mut tx, id, member).await? {
        resettle(&mut tx, id, visit.now).await?;
    }
    visit.app.commit(tx).await
}

/// Whether a taken ask has come free, and what then: the first who waits and can take it is asked; where
/// nobody is, it is open again. Does nothing while an hour stands booked or an offer holds.
///
/// # Errors
/// When the database does not answer.
pub async fn resettle(tx: &mut Tx, id: AskId, now: Time) -> Result<()> {
    if !store::turn(tx, id, AskState::Taken, AskState::Taken).await? || places::is_offered(tx, id).await? {
        return Ok(());
    }
    let Some(ask) = store::ask(tx, id, now).await? else { return Ok(()) };
    let Some(booked) = store::booked(tx, id).await?.filter(|booked| booked.state == State::Cancelled) else {
        return Ok(());
    };
    if booked.cancelled_by == Some(ask.member_id) {
        times::withdraw(tx, id, booked.slot).await?;
    }
    let slots = times::all(tx, id).await?;
    store::set_expiry(tx, id, expires_at(&slots)).await?;
    if next_to_close(&slots, now).is_none() {
        store::turn(tx, id, AskState::Taken, AskState::Expired).await?;
        return over(tx, id, ask.member_id, now).await;
    }
    let wanted = ask.wanted();
    let fits = |w: &places::Waiting| w.able && may_take(ask.member_id, &wanted, w.member_id, w.discipline).is_ok();
    match places::all(tx, id, now).await?.into_iter().find(fits) {
        Some(next) => {
            let until = answer_by(expires_at(&slots), now);
            places::offer(tx, id, next.member_id, until).await?;
            tasks::push(tx, &Task::AskLapse { ask: id, member: next.member_id }, until, now).await?;
            notify(tx, id, NoticeKind::AskFree, ask.member_id, next.member_id, now).await
        }
        None => {
            store::turn(tx, id, AskState::Taken, AskState::Open).await?;
            opened(tx, id, &slots, now).await
        }
    }
}
