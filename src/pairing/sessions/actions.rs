//! Booking an hour, moving it, cancelling it. Each is one transaction; whoever is to hear of it is
//! told inside it.
//!
//! The verbs take the acting member's number, not a visit: a link in a letter acts for its reader,
//! who may be signed out.

mod details;
mod moves;

use crate::base::app::App;
use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Problem, Refusal, Result};
use crate::base::random::Random;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::notices::actions::tell;
use crate::notices::model::{About, News as Notice, NoticeKind};
use crate::pairing::hold;
use crate::pairing::model::{SessionId, Slot, State};
use crate::pairing::sessions::model::{Booking, HORIZON, is_ahead, is_late};
use crate::pairing::sessions::store::{self, Person, Session, Standing};
use crate::pairing::tasks::{self, News, Task};
use crate::pairing::times::morning;

pub use details::{company, renamed, set_call, set_company};
pub use moves::{accept_move, decline_move, propose_move};

/// Books an hour for two, inside the transaction of whoever brought them together. Letters, reminders
/// and the end follow; the notices are the caller's, who knows what happened.
///
/// # Errors
/// [`Error::Invalid`] on `slot`: past, too far ahead, or one of the two is busy; `asking` is the one who
/// reads that. [`Error::NotAllowed`]: blocked, one cannot meet, or has as many hours booked as may.
pub async fn book(tx: &mut Tx, random: &Random, booking: &Booking, asking: MemberId, now: Time) -> Result<SessionId> {
    is_bookable(booking.slot, now)?;
    put(tx, random, booking, asking, now).await
}

/// The same for two who begin at once, in the quarter-hour that has begun: another partner steps in.
///
/// # Errors
/// As [`book`].
pub async fn book_now(
    tx: &mut Tx,
    random: &Random,
    booking: &Booking,
    asking: MemberId,
    now: Time,
) -> Result<SessionId> {
    if booking.slot.ends_at() <= now {
        return Err(("slot", Problem::InThePast).into());
    }
    put(tx, random, booking, asking, now).await
}

async fn put(tx: &mut Tx, random: &Random, booking: &Booking, asking: MemberId, now: Time) -> Result<SessionId> {
    // Before counting what each has booked: of two bookings at once the second sees the first.
    hold::members(tx, booking.people).await?;
    let standings = store::standings(tx, booking.people, now).await?;
    may_meet(&standings, asking)?;
    let id = store::add(tx, booking, &random.token(), now).await?;
    store::add_people(tx, id, booking.people).await?;
    take_hour(tx, id, booking.people, booking.slot, asking).await?;
    for to in booking.people {
        tasks::push(tx, &Task::Letter { session: id, sequence: 0, to, news: News::Booked }, now, now).await?;
    }
    // Whoever offers these times in an ask offers them no longer.
    tx.tell("pair");
    follow(tx, id, 0, standings.iter().map(|s| (s.member_id, s.zone.as_str())), booking.slot, now).await?;
    Ok(id)
}

/// # Errors
/// [`Error::Invalid`] on `slot`: it has begun, or lies further ahead than anyone books.
pub fn is_bookable(slot: Slot, now: Time) -> Result<()> {
    if slot.starts_at() < now {
        return Err(("slot", Problem::InThePast).into());
    }
    if slot.starts_at() > now.plus(HORIZON) {
        return Err(("slot", Problem::TooFarAhead).into());
    }
    Ok(())
}

fn may_meet(standings: &[Standing], asking: MemberId) -> Result<()> {
    let refuse = |why| Err(Error::NotAllowed(why));
    if standings.len() != 2 || standings.iter().any(|s| !s.able) {
        return refuse(Refusal::PartnerUnable);
    }
    if standings.iter().any(|s| s.blocked) {
        return refuse(Refusal::Blocked);
    }
    match standings.iter().find(|s| s.open >= s.figure().open_bookings()) {
        Some(full) if full.member_id == asking => refuse(Refusal::BookingsFull),
        Some(_) => refuse(Refusal::PartnerUnable),
        None => Ok(()),
    }
}

async fn take_hour(tx: &mut Tx, id: SessionId, people: [MemberId; 2], slot: Slot, asking: MemberId) -> Result<()> {
    if store::hold(tx, id, people, slot).await? {
        return Ok(());
    }
    let own = store::is_busy(tx, asking, slot, id).await?;
    Err(("slot", if own { Problem::Busy } else { Problem::PartnerBusy }).into())
}

async fn follow(
    conn: &mut Conn,
    id: SessionId,
    sequence: i64,
    people: impl Iterator<Item = (MemberId, &str)>,
    slot: Slot,
    now: Time,
) -> Result<()> {
    let people: Vec<_> = people.map(|(id, zone)| (id, morning(zone, slot.starts_at()))).collect();
    let people = people.try_into().map_err(|_| Error::Internal(format!("session {id} has not two people")))?;
    tasks::follow(conn, id, sequence, people, slot, now).await
}

/// Notes that a member is coming.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] when the hour is no longer ahead.
pub async fn confirm(app: &App, id: SessionId, member: MemberId, now: Time) -> Result<()> {
    let mut tx = app.db.write().await?;
    store::visible(&mut tx, id, member).await?;
    // Taken first: what is said of one time is not kept for another to which it moves at this moment.
    let stands = store::take(&mut tx, id, State::Booked).await?;
    let session = store::visible(&mut tx, id, member).await?;
    if !stands || !is_ahead(session.state, session.slot, now) {
        return Err(Error::Conflict);
    }
    store::confirm(&mut tx, id, member, now).await?;
    app.commit(tx).await
}

/// Cancels a session that is still ahead. Late, it counts.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] when it no longer stands as it was read.
pub async fn cancel(app: &App, id: SessionId, by: MemberId, reason: &str, now: Time) -> Result<()> {
    let mut tx = app.db.write().await?;
    let session = store::visible(&mut tx, id, by).await?;
    if !is_ahead(session.state, session.slot, now) {
        return Err(Error::Conflict);
    }
    call_off(&mut tx, &session, Some(by), reason, now).await?;
    if is_late(session.slot, session.created_at, now) {
        store::figure(&mut tx, id, by, "late-cancel", now).await?;
    }
    app.commit(tx).await
}

/// Ends a booked session before its time: hours freed, both told by letter.
///
/// # Errors
/// [`Error::Conflict`] when it no longer stands as it was read: its letters carry the next sequence, and
/// would say nothing once it has another.
pub async fn call_off(tx: &mut Tx, session: &Session, by: Option<MemberId>, reason: &str, now: Time) -> Result<()> {
    if !store::cancel(tx, session.id, session.sequence, by, reason, now).await? {
        return Err(Error::Conflict);
    }
    store::release(tx, session.id).await?;
    if let Some(ask) = session.ask_id {
        tasks::push(tx, &Task::AskFree { ask }, now, now).await?;
    }
    let people = store::people(tx, session.id).await?;
    letters(tx, session.id, session.sequence + 1, &people, News::Cancelled, now).await?;
    for (to, other) in both(&people) {
        let actor = if by == Some(to) { to } else { other };
        notify(tx, session.id, NoticeKind::Cancelled, actor, to, session.sequence, now).await?;
    }
    told(tx, &people);
    tx.tell(tag(session.id));
    Ok(())
}

/// The other of the two.
///
/// # Errors
/// [`Error::NotFound`] when `member` is neither.
pub fn other(people: &[Person; 2], member: MemberId) -> Result<MemberId> {
    match people.iter().position(|p| p.member_id == member) {
        Some(at) => Ok(people[1 - at].member_id),
        None => Err(Error::NotFound),
    }
}

/// Each of the two with the other.
fn both(people: &[Person; 2]) -> [(MemberId, MemberId); 2] {
    let [a, b] = [people[0].member_id, people[1].member_id];
    [(a, b), (b, a)]
}

async fn letters(
    tx: &mut Tx,
    session: SessionId,
    sequence: i64,
    people: &[Person; 2],
    news: News,
    now: Time,
) -> Result<()> {
    for person in people {
        tasks::push(tx, &Task::Letter { session, sequence, to: person.member_id, news }, now, now).await?;
    }
    Ok(())
}

/// A line in the inbox about a session; its letter is pairing's own. `mark` makes the same news of
/// another time a new one.
///
/// # Errors
/// When the database does not answer.
pub async fn notify(
    tx: &mut Tx,
    session: SessionId,
    kind: NoticeKind,
    actor: MemberId,
    to: MemberId,
    mark: i64,
    now: Time,
) -> Result<()> {
    let about = About::Pair(format!("/pair/sessions/{session}"));
    let news = Notice { kind, actor, about, key: format!("{kind}:{session}:{mark}"), letter: false };
    tell(tx, to, &news, now).await
}

/// Pages that show these two and their sessions are stale, and the times that each offers in asks.
pub fn told(tx: &mut Tx, people: &[Person; 2]) {
    tx.tell("pair");
    for person in people {
        tx.tell(format!("member:{}", person.member_id));
    }
}

/// The news that a session's time or state is another.
#[must_use]
pub fn tag(session: SessionId) -> String {
    format!("pair-session:{session}")
}

/// Whether a session still stands and is not over.
#[must_use]
pub fn stands(session: &Session, now: Time) -> bool {
    session.state == State::Booked && now < session.slot.ends_at()
}
