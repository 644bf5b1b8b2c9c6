//! One waits in vain: those who are free now are asked to step in, and the first who accepts does.

use std::collections::HashMap;

use crate::base::app::App;
use crate::base::db::Tx;
use crate::base::error::{Error, Problem, Result};
use crate::base::time::Time;
use crate::members::model::{Discipline, MemberId};
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::pairing::hour::actions::alone;
use crate::pairing::hour::model::{INVITED, SWAP_ANSWER, Stage, seats, stage};
use crate::pairing::hour::store as here;
use crate::pairing::hour::store::swap::{self as store, Candidate, New};
use crate::pairing::model::{ProposalId, SessionId, Slot, State};
use crate::pairing::sessions::actions::{book_now, notify};
use crate::pairing::sessions::model::Booking;
use crate::pairing::sessions::store as sessions;
use crate::pairing::sessions::store::{Person, Session};
use crate::pairing::tasks::{self, Task};
use crate::pairing::times;

/// Asks up to five of those who are free now; how many were asked.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] unless one is here and the other late;
/// [`Error::Invalid`] on `slot` when an hour from now runs into one's own next session.
pub async fn ask(app: &App, id: SessionId, by: MemberId, now: Time) -> Result<usize> {
    let slot = Slot::at(now);
    let mut conn = app.db.read().await?;
    let (session, me, absent) = waiting(&mut conn, id, by, now).await?;
    if sessions::is_busy(&mut conn, by, slot, id).await? {
        return Err(("slot", Problem::Busy).into());
    }
    let languages = store::tongues(&mut conn, by, session.ask_id).await?;
    let pair = [by, absent.member_id];
    let candidates = store::candidates(&mut conn, pair, slot, languages, now).await?;
    let weeks: HashMap<_, _> = times::store::weeks(&mut conn).await?.into_iter().collect();
    drop(conn);
    let is_free = |c: &Candidate| weeks.get(&c.member_id).is_some_and(|week| times::free_now(week, now));
    let free = best(candidates.into_iter().filter(is_free).collect(), me.discipline);
    invite(app, &session, pair, &free, now).await
}

/// The session and both, when `by` waits there in vain.
async fn waiting(
    conn: &mut crate::base::db::Conn,
    id: SessionId,
    by: MemberId,
    now: Time,
) -> Result<(Session, Person, Person)> {
    let session = sessions::visible(conn, id, by).await?;
    let people = sessions::people(conn, id).await?;
    let (me, absent) = seats(&people, by).ok_or(Error::NotFound)?;
    if stage(&session, me, absent, now) != Stage::Waiting {
        return Err(Error::Conflict);
    }
    Ok((session, me.clone(), absent.clone()))
}

/// Those who take the waiting one's discipline: other disciplines first, then who waits longest.
fn best(candidates: Vec<Candidate>, discipline: Discipline) -> Vec<MemberId> {
    let takes = |c: &Candidate| c.disciplines.is_empty() || c.disciplines.split(',').any(|d| d == discipline.as_str());
    let (other, same): (Vec<_>, Vec<_>) =
        candidates.into_iter().filter(takes).partition(|c| c.discipline != discipline);
    other.into_iter().chain(same).map(|c| c.member_id).collect()
}

async fn invite(
    app: &App,
    session: &Session,
    [waiter, absent]: [MemberId; 2],
    free: &[MemberId],
    now: Time,
) -> Result<usize> {
    let mut tx = app.db.write().await?;
    // The other may have come, or this may have been asked twice, since the candidates were read.
    let stands = sessions::take(&mut tx, session.id, State::Booked).await?;
    if !stands || waiting(&mut tx, session.id, waiter, now).await?.2.member_id != absent {
        return Err(Error::Conflict);
    }
    let open = store::invited(&mut tx, waiter, session.slot, now).await?.open;
    let places = INVITED.saturating_sub(usize::try_from(open).unwrap_or(INVITED));
    let mut asked = 0;
    for &candidate in free.iter().take(places) {
        let new = New {
            session: session.id,
            waiter,
            candidate,
            slot: Slot::at(now),
            company: session.company_id,
            answer_by: now.plus(SWAP_ANSWER),
        };
        let proposal = store::invite(&mut tx, &new, now).await?;
        call(&mut tx, proposal, waiter, candidate, now).await?;
        asked += 1;
    }
    app.commit(tx).await?;
    Ok(asked)
}

/// Tells a candidate at once, in the inbox and by a letter of its own.
async fn call(tx: &mut Tx, proposal: ProposalId, waiter: MemberId, candidate: MemberId, now: Time) -> Result<()> {
    let about = About::Pair(format!("/pair/proposals/{proposal}"));
    let key = format!("swap:{proposal}");
    let news = News { kind: NoticeKind::Swap, actor: waiter, about, key, letter: false };
    tell(tx, candidate, &news, now).await?;
    tasks::push(tx, &Task::Proposed { proposal, to: candidate }, now, now).await
}

/// Steps in for someone who did not come: the hour in which one waited ends, and another begins for
/// the two, on the same.
///
/// # Errors
/// [`Error::NotFound`] for anybody else's invitation; [`Error::Conflict`] when another was quicker, the
/// absent one came, or it is too late; what [`book_now`] says.
pub async fn accept_swap(app: &App, proposal: ProposalId, member: MemberId, now: Time) -> Result<SessionId> {
    let mut tx = app.db.write().await?;
    let invitation = store::invitation(&mut tx, proposal, member, now).await?.ok_or(Error::NotFound)?;
    let Some(waits_in) = invitation.session_id.filter(|_| invitation.open) else { return Err(Error::Conflict) };
    // An invitation to an hour that is not the waiting one's any more has nothing behind it.
    let found = waiting(&mut tx, waits_in, invitation.waiter, now).await;
    let (old, waiter, absent) = found.map_err(|error| match error {
        Error::NotFound => Error::Conflict,
        other => other,
    })?;
    let people = [waiter.member_id, member];
    let booking = Booking {
        people,
        slot: invitation.slot,
        kind: old.kind,
        company: old.company_id,
        topic: old.topic.clone(),
        ask: None,
        proposal: Some(proposal),
    };
    alone(&mut tx, &old, State::Missed, &waiter, &absent, now).await?;
    let session = book_now(&mut tx, &app.random, &booking, member, now).await?;
    if !store::booked(&mut tx, proposal, session).await? {
        return Err(Error::Conflict);
    }
    store::lapse(&mut tx, waits_in, [waiter.member_id, absent.member_id]).await?;
    here::check_in_both(&mut tx, session, now).await?;
    store::leave_queue(&mut tx, member).await?;
    notify(&mut tx, session, NoticeKind::Booked, member, waiter.member_id, 0, now).await?;
    app.commit(tx).await?;
    Ok(session)
}
