//! Telling a member, and what a member does with their inbox.

use crate::base::app::App;
use crate::base::db::Tx;
use crate::base::error::{Error, Result};
use crate::base::queue;
use crate::base::time::{MINUTE, Time};
use crate::members::model::{MemberId, Viewer};
use crate::notices::jobs::{LETTER, Letter};
use crate::notices::model::{Merging, News, NoticeId};
use crate::notices::store;

/// How long a member has to read a notice before a letter goes out.
pub const GRACE: i64 = 5 * MINUTE;

/// Tells a member, inside the transaction that makes the news. Silent where there is nothing to
/// tell: it is their own doing, they have blocked the actor, or they know already.
///
/// # Errors
/// When the database does not answer.
pub async fn tell(tx: &mut Tx, to: MemberId, news: &News, now: Time) -> Result<()> {
    if to == news.actor {
        return Ok(());
    }
    remind(tx, to, news, now).await
}

/// As [`tell`], of the member's own doing too: the site keeps its word to come back to it.
///
/// # Errors
/// When the database does not answer.
pub async fn remind(tx: &mut Tx, to: MemberId, news: &News, now: Time) -> Result<()> {
    let added = store::add(tx, to, news, now).await?;
    write_later(tx, added.filter(|_| news.letter), now).await
}

/// Tells a member that a company was merged into another, once.
///
/// # Errors
/// When the database does not answer.
pub async fn tell_merging(tx: &mut Tx, to: MemberId, news: &Merging, now: Time) -> Result<()> {
    let added = store::add_merging(tx, to, news, now).await?;
    write_later(tx, added.filter(|_| news.letter), now).await
}

async fn write_later(tx: &mut Tx, notice: Option<NoticeId>, now: Time) -> Result<()> {
    let Some(notice) = notice else { return Ok(()) };
    queue::push(tx, LETTER, &notice.to_string(), &Letter { notice }, now.plus(GRACE), now).await
}

/// Marks every notice of the member as read.
///
/// # Errors
/// [`Error::SignIn`].
pub async fn read_all(app: &App, viewer: &Viewer, now: Time) -> Result<()> {
    let member = viewer.member()?.id;
    let mut tx = app.db.write().await?;
    store::read_all(&mut tx, member, now).await?;
    app.commit(tx).await
}

/// Marks one notice of the member as read.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs.
pub async fn read_one(app: &App, viewer: &Viewer, notice: NoticeId, now: Time) -> Result<()> {
    let member = viewer.member()?.id;
    let mut tx = app.db.write().await?;
    if store::read_one(&mut tx, member, notice, now).await? == 0 {
        return Err(Error::NotFound);
    }
    app.commit(tx).await
}
