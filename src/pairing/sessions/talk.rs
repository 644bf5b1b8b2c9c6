//! What the two tell each other: goals and readings before the hour, messages until after it.

use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Result};
use crate::base::limits::Budget;
use crate::base::time::Time;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::pairing::hour::model::MEND;
use crate::pairing::model::{SessionId, State};
use crate::pairing::sessions::actions::{other, stands};
use crate::pairing::sessions::store::{self, Person, Session, talk};

/// Keeps one's goals and what both should read.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] once the session is over or cancelled.
pub async fn prepare(visit: &Visit, id: SessionId, goals: &str, readings: &str) -> Result<()> {
    let (session, mut tx) = open(visit, id).await?;
    talk::prepare(&mut tx, session.id, visit.viewer.member()?.id, goals, readings).await?;
    visit.app.commit(tx).await
}

/// Whether the two can write to each other: until three days after the hour, and not about one that was
/// cancelled. Where one has blocked the other, or left, it is closed as if by time, so that nothing is
/// learned from it.
///
/// # Errors
/// When the database does not answer.
pub async fn is_talking(conn: &mut Conn, session: &Session, people: &[Person; 2], now: Time) -> Result<bool> {
    let until = session.ended_at.unwrap_or(session.slot.ends_at()).max(session.slot.ends_at()).plus(MEND);
    if session.state == State::Cancelled || now >= until || people.iter().any(|person| person.departed) {
        return Ok(false);
    }
    let [one, other] = people;
    Ok(!crate::members::store::is_blocked_between(conn, one.member_id, other.member_id).await?)
}

/// Writes to the other, who is told.
///
/// # Errors
/// [`Error::NotAllowed`] when suspended; [`Error::NotFound`] for others; [`Error::TooMany`];
/// [`Error::Conflict`] once nothing can be written any more.
pub async fn write(visit: &Visit, id: SessionId, body: &str) -> Result<()> {
    let member = visit.viewer.can_speak(visit.now)?.id;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    let session = store::visible(&mut tx, id, member).await?;
    let people = store::people(&mut tx, id).await?;
    let to = other(&people, member)?;
    if !is_talking(&mut tx, &session, &people, visit.now).await? {
        return Err(Error::Conflict);
    }
    let message = talk::add_message(&mut tx, id, member, body, visit.now).await?;
    let about = About::Pair(format!("/pair/sessions/{id}#talk"));
    let news = News {
        kind: NoticeKind::PairMessage,
        actor: member,
        about,
        key: format!("pair-message:{message}"),
        letter: true,
    };
    tell(&mut tx, to, &news, visit.now).await?;
    visit.app.commit(tx).await
}

/// A session of the visitor's that still stands, in a transaction.
pub(super) async fn open(visit: &Visit, id: SessionId) -> Result<(Session, Tx)> {
    let member = visit.viewer.can_speak(visit.now)?.id;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    let session = store::visible(&mut tx, id, member).await?;
    if stands(&session, visit.now) { Ok((session, tx)) } else { Err(Error::Conflict) }
}
