//! What each says when the hour is over: feedback, thanks, a report; and whether it is shown.

use crate::base::db::Tx;
use crate::base::error::{Error, Problem, Result};
use crate::base::limits::Budget;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::members::store::is_blocked_between;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::pairing::hour::entry::Feedback;
use crate::pairing::hour::model::{ReportId, seats};
use crate::pairing::hour::store::{self, feedback, reports, takeaways};
use crate::pairing::interests;
use crate::pairing::model::{SessionId, State};
use crate::pairing::sessions::actions::told;
use crate::pairing::sessions::store as sessions;
use crate::pairing::sessions::store::Person;

/// Keeps one's own feedback, once. The other reads the thanks and nothing else of it.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] before the hour was held and the second time;
/// [`Error::NotAllowed`]: public thanks while suspended; [`Error::Invalid`] on `again`: as many are named
/// as may be.
pub async fn give_feedback(visit: &Visit, id: SessionId, given: &Feedback) -> Result<()> {
    let (member, now) = (visit.viewer.member()?.id, visit.now);
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    sessions::visible(&mut tx, id, member).await?;
    if !given.thanks.is_empty() {
        visit.viewer.can_speak(now)?;
    }
    // Taken for this transaction: of two who answer at once, the second sees what the first wishes.
    let held = sessions::take(&mut tx, id, State::Held).await?;
    if !held || !feedback::add(&mut tx, id, member, given, now).await? {
        return Err(Error::Conflict);
    }
    // What was noted at the debrief stays where nothing stands in its place.
    if !given.takeaway.is_empty() {
        takeaways::keep(&mut tx, id, member, &given.takeaway).await?;
    }
    let people = sessions::people(&mut tx, id).await?;
    let (me, other) = seats(&people, member).ok_or(Error::NotFound)?;
    if given.again && !other.departed {
        like(&mut tx, [me, other], now).await?;
    }
    if !given.thanks.is_empty() {
        let about = About::Pair(format!("/pair/sessions/{id}#hour"));
        let news = News { kind: NoticeKind::Thanks, actor: member, about, key: format!("thanks:{id}"), letter: true };
        tell(&mut tx, other.member_id, &news, now).await?;
        told(&mut tx, &people);
    }
    if !given.report.is_empty() {
        send(&mut tx, id, member, other.member_id, &given.report, now).await?;
    }
    visit.app.commit(tx).await
}

/// Notes the wish to meet again; both hear of it, once, when it is mutual. Where as many are named as
/// may be, that is said, and nothing of the feedback is kept until it is resolved.
async fn like(tx: &mut Tx, [me, other]: [&Person; 2], now: Time) -> Result<()> {
    if is_blocked_between(tx, me.member_id, other.member_id).await? {
        return Ok(());
    }
    let pages = [&other.handle, &me.handle].map(|handle| format!("/members/{handle}"));
    if interests::actions::name(tx, [me.member_id, other.member_id], pages, now).await? {
        return Ok(());
    }
    Err(("again", Problem::TooManyOf(interests::MOST)).into())
}

/// Reports the other to the organizers, any time from booking on; `block` also blocks.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::TooMany`].
pub async fn report(visit: &Visit, id: SessionId, reason: &str, block: bool) -> Result<()> {
    let member = visit.viewer.member()?.id;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    sessions::visible(&mut tx, id, member).await?;
    let people = sessions::people(&mut tx, id).await?;
    let (_, other) = seats(&people, member).ok_or(Error::NotFound)?;
    send(&mut tx, id, member, other.member_id, reason, visit.now).await?;
    visit.app.commit(tx).await?;
    if block && !other.departed { block_too(visit, other).await } else { Ok(()) }
}

async fn block_too(visit: &Visit, other: &Person) -> Result<()> {
    match crate::members::actions::block(visit, other.member_id).await {
        // Gone since it was looked up: there is nobody left to block.
        Err(Error::NotFound) => Ok(()),
        outcome => outcome,
    }
}

/// Organizers are few: each is told, but for one whom it is about.
async fn send(tx: &mut Tx, id: SessionId, by: MemberId, about: MemberId, reason: &str, now: Time) -> Result<()> {
    let report = reports::add(tx, id, by, about, reason, now).await?;
    let news = News {
        kind: NoticeKind::Report,
        actor: by,
        about: About::Pair(format!("/pair/reports#report-{report}")),
        key: format!("report:{report}"),
        letter: true,
    };
    for (organizer,) in reports::readers(tx, about).await? {
        tell(tx, organizer, &news, now).await?;
    }
    Ok(())
}

/// An organizer has seen to a report; who and when is kept.
///
/// # Errors
/// [`Error::NotFound`] for others than organizers, and for a report about oneself or closed already.
pub async fn close_report(visit: &Visit, report: ReportId) -> Result<()> {
    let organizer = visit.viewer.can_organize(visit.now).map_err(|_| Error::NotFound)?.id;
    let mut tx = visit.app.db.write().await?;
    if !reports::close(&mut tx, report, organizer, visit.now).await? {
        return Err(Error::NotFound);
    }
    visit.app.commit(tx).await
}

/// Takes the session off one's own profile and one's name off the other's, or puts both back.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::TooMany`].
pub async fn hide(visit: &Visit, id: SessionId, hidden: bool) -> Result<()> {
    let member = visit.viewer.member()?.id;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    sessions::visible(&mut tx, id, member).await?;
    store::hide(&mut tx, id, member, hidden).await?;
    let people = sessions::people(&mut tx, id).await?;
    told(&mut tx, &people);
    visit.app.commit(tx).await
}
