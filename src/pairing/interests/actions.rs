//! Saying in private whom one would like to meet, and taking it back.

use crate::base::db::Tx;
use crate::base::error::{Error, Problem, Result};
use crate::base::limits::Budget;
use crate::base::time::Time;
use crate::members;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::pairing::hold;
use crate::pairing::interests::{MOST, store};

/// The acting member would like to meet this one. Once both have said so, both are told.
///
/// # Errors
/// [`Error::NotFound`] for oneself, for nobody, and where one of the two has blocked the other;
/// [`Error::Invalid`] on `meet` when as many are named as may; [`Error::NotAllowed`], [`Error::TooMany`].
pub async fn say(visit: &Visit, handle: &str) -> Result<()> {
    let (member, now) = (visit.viewer.can_speak(visit.now)?, visit.now);
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    let other = members::store::seen_by_handle(&mut tx, handle).await?.ok_or(Error::NotFound)?;
    if other.id == member.id || store::between(&mut tx, member.id, other.id).await?.blocked {
        return Err(Error::NotFound);
    }
    let pages = [&other.handle, &member.handle].map(|handle| format!("/members/{handle}"));
    if !name(&mut tx, [member.id, other.id], pages, now).await? {
        return Err(("meet", Problem::TooManyOf(MOST)).into());
    }
    visit.app.commit(tx).await
}

/// The first would like to meet the second, between whom nothing stands; false when as many are named
/// as may. Where the second has said the same, each hears of it once, however often one takes it back
/// and says it again; `pages`: what the notice leads each of them to.
///
/// # Errors
/// When the database does not answer.
pub async fn name(tx: &mut Tx, [member, other]: [MemberId; 2], pages: [String; 2], now: Time) -> Result<bool> {
    // Taken before counting and before looking at the other's word, so that of two at once the second
    // sees the first.
    hold::members(tx, [member, other]).await?;
    if !store::between(tx, member, other).await?.mine && store::count(tx, member).await? >= MOST as i64 {
        return Ok(false);
    }
    store::add(tx, member, other, now).await?;
    if !store::between(tx, member, other).await?.mutual {
        return Ok(true);
    }
    for ((to, actor), page) in [(member, other), (other, member)].into_iter().zip(pages) {
        let (about, key) = (About::Pair(page), format!("mutual:{actor}"));
        tell(tx, to, &News { kind: NoticeKind::Mutual, actor, about, key, letter: true }, now).await?;
    }
    Ok(true)
}

/// Takes it back, without a word to anybody.
///
/// # Errors
/// [`Error::SignIn`], [`Error::TooMany`].
pub async fn take_back(visit: &Visit, other: MemberId) -> Result<()> {
    let member = visit.viewer.member()?.id;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    store::remove(&mut tx, member, other).await?;
    visit.app.commit(tx).await
}

/// The same, by the other's handle.
///
/// # Errors
/// As [`take_back`].
pub async fn take_back_by_handle(visit: &Visit, handle: &str) -> Result<()> {
    visit.viewer.member()?;
    let account = members::store::seen_by_handle(&mut visit.app.db.read().await?, handle).await?;
    take_back(visit, account.ok_or(Error::NotFound)?.id).await
}
