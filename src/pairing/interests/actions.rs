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
    let other = members::store::account_by_handle(&mut tx, handle).await?.ok_or(Error::NotFound)?;
    store::hold(&mut tx, member.id, other.id).await?;
    let between = store::between(&mut tx, member.id, other.id).await?;
    if other.id == member.id || between.blocked {
        return Err(Error::NotFound);
    }
    if !between.mine && store::count(&mut tx, member.id).await? >= MOST as i64 {
        return Err(("meet", Problem::TooManyOf(MOST)).into());
    }
    store::add(&mut tx, member.id, other.id, now).await?;
    if store::between(&mut tx, member.id, other.id).await?.mutual {
        for (to, by, by_handle) in
            [(member.id, other.id, other.handle.as_str()), (other.id, member.id, member.handle.as_str())]
        {
            notify(&mut tx, to, by, by_handle, now).await?;
        }
    }
    visit.app.commit(tx).await
}

/// The two hear of it once, however often one takes it back and says it again.
async fn notify(tx: &mut Tx, to: MemberId, by: MemberId, handle: &str, now: Time) -> Result<()> {
    let about = About::Pair(format!("/members/{handle}"));
    let news = News { kind: NoticeKind::Mutual, actor: by, about, key: format!("mutual:{by}"), letter: true };
    tell(tx, to, &news, now).await
}

/// Takes it back, without a word to anybody.
///
/// # Errors
/// [`Error::SignIn`]; [`Error::NotFound`] for nobody.
pub async fn take_back(visit: &Visit, other: MemberId) -> Result<()> {
    let member = visit.viewer.member()?.id;
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
    let account = members::store::account_by_handle(&mut visit.app.db.read().await?, handle).await?;
    take_back(visit, account.ok_or(Error::NotFound)?.id).await
}
