//! What the two tell each other before the hour: goals, readings, where to call, messages.

use crate::base::error::{Error, Result};
use crate::base::limits::Budget;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::pairing::model::SessionId;
use crate::pairing::sessions::actions::{other, stands};
use crate::pairing::sessions::store::{self, Session, talk};

/// Keeps one's goals and what both should read.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] once the session is over or cancelled.
pub async fn prepare(visit: &Visit, id: SessionId, goals: &str, readings: &str) -> Result<()> {
    let (session, mut tx) = open(visit, id).await?;
    talk::prepare(&mut tx, session.id, visit.viewer.member()?.id, goals, readings).await?;
    visit.app.commit(tx).await
}

/// Keeps where to call, for the two alone.
///
/// # Errors
/// As [`prepare`].
pub async fn set_call(visit: &Visit, id: SessionId, link: &str) -> Result<()> {
    let (session, mut tx) = open(visit, id).await?;
    talk::set_call(&mut tx, session.id, visit.viewer.member()?.id, link).await?;
    visit.app.commit(tx).await
}

/// Writes to the other, who is told.
///
/// # Errors
/// [`Error::NotAllowed`] when suspended; [`Error::NotFound`] for others; [`Error::TooMany`].
pub async fn write(visit: &Visit, id: SessionId, body: &str) -> Result<()> {
    let member = visit.viewer.can_speak(visit.now)?.id;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    store::visible(&mut tx, id, member).await?;
    let people = store::people(&mut tx, id).await?;
    let to = other(&people, member)?;
    if crate::members::store::is_blocked_between(&mut tx, member, to).await? {
        return Err(Error::NotAllowed(crate::base::error::Refusal::Blocked));
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
async fn open(visit: &Visit, id: SessionId) -> Result<(Session, crate::base::db::Tx)> {
    let member = visit.viewer.can_speak(visit.now)?.id;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    let session = store::visible(&mut tx, id, member).await?;
    if stands(&session, visit.now) { Ok((session, tx)) } else { Err(Error::Conflict) }
}
