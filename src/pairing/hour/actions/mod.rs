//! Being there, and how the hour ends. What follows it is in [`after`]; who steps in, in [`swap`].

pub mod after;
pub mod apart;
pub mod swap;

use crate::base::app::App;
use crate::base::db::Tx;
use crate::base::error::{Error, Result};
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::notices::actions::tell;
use crate::notices::model::{About, News as Notice, NoticeKind};
use crate::pairing::hour::model::{Mend, Stage, is_open, mend, seats, stage};
use crate::pairing::hour::store;
use crate::pairing::model::{SessionId, State};
use crate::pairing::sessions::actions::{tag, told};
use crate::pairing::sessions::store as sessions;
use crate::pairing::sessions::store::{Person, Session};
use crate::pairing::tasks::{self, News, Task};

pub use swap::accept_swap;

/// Checks in; doing it again changes nothing. Whoever was asked to step in need not any more.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] before the door opens and once the hour has ended.
pub async fn check_in(app: &App, id: SessionId, by: MemberId, now: Time) -> Result<()> {
    let mut tx = app.db.write().await?;
    sessions::visible(&mut tx, id, by).await?;
    // Taken first and read again: the hour may be moved, closed or cancelled at this moment.
    if !sessions::take(&mut tx, id, State::Booked).await? {
        return Err(Error::Conflict);
    }
    let session = sessions::visible(&mut tx, id, by).await?;
    if !is_open(&session, now) {
        return Err(Error::Conflict);
    }
    arrive(&mut tx, id, by, now).await?;
    app.commit(tx).await
}

/// Notes that one of the two is there, inside the transaction of whatever brought them.
///
/// # Errors
/// [`Error::Conflict`] once it counts as a no-show.
pub async fn arrive(tx: &mut Tx, id: SessionId, by: MemberId, now: Time) -> Result<()> {
    if !store::check_in(tx, id, by, now).await? {
        return Err(Error::Conflict);
    }
    let people = sessions::people(tx, id).await?;
    if people.iter().all(|person| person.checked_in_at.is_some()) {
        store::swap::lapse(tx, id, numbers(&people)).await?;
    }
    Ok(())
}

/// Closes an hour in which one waits in vain. It counts as a no-show of the other.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] unless one is here and the other late.
pub async fn close(app: &App, id: SessionId, by: MemberId, now: Time) -> Result<()> {
    let mut tx = app.db.write().await?;
    let session = sessions::visible(&mut tx, id, by).await?;
    let people = sessions::people(&mut tx, id).await?;
    let (me, other) = seats(&people, by).ok_or(Error::NotFound)?;
    if stage(&session, me, other, now) != Stage::Waiting {
        return Err(Error::Conflict);
    }
    alone(&mut tx, &session, State::Closed, me, other, now).await?;
    store::swap::lapse(&mut tx, id, numbers(&people)).await?;
    app.commit(tx).await
}

/// Ends an hour to which one of the two came alone. Invitations to step in are the caller's.
///
/// # Errors
/// [`Error::Conflict`] when it has ended already, or the other came at this moment.
async fn alone(tx: &mut Tx, session: &Session, state: State, here: &Person, absent: &Person, now: Time) -> Result<()> {
    let id = session.id;
    let ended = store::end(tx, id, session.sequence, state, now).await?;
    if !ended || !store::absent(tx, id, absent.member_id, now).await? {
        return Err(Error::Conflict);
    }
    sessions::figure(tx, id, here.member_id, "came", now).await?;
    sessions::release(tx, id).await?;
    tx.tell(tag(id));
    let pair = [here.member_id, absent.member_id];
    tell_other(tx, session, NoticeKind::Missed, pair, true, now).await
}

/// Tells one of the two something about the other; `letter`: also by mail, unless it is read soon.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn tell_other(
    tx: &mut Tx,
    session: &Session,
    kind: NoticeKind,
    [actor, to]: [MemberId; 2],
    letter: bool,
    now: Time,
) -> Result<()> {
    let about = About::Pair(format!("/pair/sessions/{}#hour", session.id));
    let key = format!("{kind}:{}:{}", session.id, session.sequence);
    tell(tx, to, &Notice { kind, actor, about, key, letter }, now).await
}

/// Ends an hour whose time is over: held when both came, else missed. To whom nobody came, neither
/// counts, and both are asked whether they met.
///
/// # Errors
/// [`Error::Conflict`] when it has ended already.
pub(super) async fn settle(tx: &mut Tx, session: &Session, now: Time) -> Result<()> {
    let people = sessions::people(tx, session.id).await?;
    let [first, second] = &people;
    match (first.checked_in_at, second.checked_in_at) {
        (Some(_), None) => alone(tx, session, State::Missed, first, second, now).await?,
        (None, Some(_)) => alone(tx, session, State::Missed, second, first, now).await?,
        (Some(_), Some(_)) => {
            end(tx, session, State::Held, now).await?;
            both_came(tx, session, &people, now).await?;
        }
        (None, None) => {
            end(tx, session, State::Missed, now).await?;
            ask_whether_they_met(tx, session, &people, now).await?;
        }
    }
    store::swap::lapse(tx, session.id, numbers(&people)).await?;
    sessions::release(tx, session.id).await
}

async fn end(tx: &mut Tx, session: &Session, state: State, now: Time) -> Result<()> {
    let ended = store::end(tx, session.id, session.sequence, state, now).await?;
    tx.tell(tag(session.id));
    if ended { Ok(()) } else { Err(Error::Conflict) }
}

/// Both count as having come, are asked how it was, and their pages show it.
async fn both_came(tx: &mut Tx, session: &Session, people: &[Person; 2], now: Time) -> Result<()> {
    for member in numbers(people) {
        sessions::figure(tx, session.id, member, "came", now).await?;
    }
    told(tx, people);
    for to in numbers(people) {
        let sequence = session.sequence + 1;
        let letter = Task::Letter { session: session.id, sequence, to, news: News::Afterwards };
        tasks::push(tx, &letter, now, now).await?;
    }
    Ok(())
}

async fn ask_whether_they_met(tx: &mut Tx, session: &Session, people: &[Person; 2], now: Time) -> Result<()> {
    let [one, other] = numbers(people);
    for pair in [[one, other], [other, one]] {
        tell_other(tx, session, NoticeKind::DidYouMeet, pair, true, now).await?;
    }
    Ok(())
}

/// "We did meet", about an hour that counts as missed. It is held once enough has been said.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] when nothing is left to say.
pub async fn met(app: &App, id: SessionId, by: MemberId, now: Time) -> Result<()> {
    let mut tx = app.db.write().await?;
    let session = sessions::visible(&mut tx, id, by).await?;
    if !sessions::take(&mut tx, id, State::Missed).await? {
        return Err(Error::Conflict);
    }
    let people = sessions::people(&mut tx, id).await?;
    let (me, other) = seats(&people, by).ok_or(Error::NotFound)?;
    if mend(&session, me, other, now) != Mend::Can {
        return Err(Error::Conflict);
    }
    if me.outcome.is_empty() {
        store::check_in(&mut tx, id, by, now).await?;
    }
    if other.checked_in_at.is_some() || me.outcome == "came" {
        store::held_after_all(&mut tx, id, now).await?;
        both_came(&mut tx, &session, &people, now).await?;
    }
    app.commit(tx).await
}

fn numbers(people: &[Person; 2]) -> [MemberId; 2] {
    [people[0].member_id, people[1].member_id]
}
