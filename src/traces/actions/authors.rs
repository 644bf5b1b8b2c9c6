//! Verbs of writing together: invite, take back, accept, decline, change the order, leave.

use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Problem, Result};
use crate::base::limits::Budget;
use crate::base::text;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::members::store as members;
use crate::members::visit::Visit;
use crate::notices::actions::tell as notify;
use crate::notices::model::{About, News, NoticeKind};
use crate::traces::model::TraceId;
use crate::traces::model::authors::{Answer, InvitationId, MOST_AUTHORS};
use crate::traces::store::authors as store;

/// Asks a member, by handle, to write too.
///
/// # Errors
/// The refusals of `Viewer::can_speak`; [`Error::NotFound`] for anyone but the authors;
/// [`Error::Invalid`] on `handle`.
pub async fn invite(visit: &Visit, trace: TraceId, handle: &str) -> Result<()> {
    let me = visit.viewer.can_speak(visit.now)?.id;
    let mut conn = visit.app.db.read().await?;
    store::written_by(&mut conn, trace, me).await?;
    let invitee = reachable(&mut conn, visit, "handle", handle).await?;
    let (named, invited) = (store::named(&mut conn, trace).await?, store::invited(&mut conn, trace).await?);
    if named.iter().any(|one| one.member_id == invitee && one.writes()) {
        return Err(("handle", Problem::ThereAlready).into());
    }
    if named.iter().filter(|one| one.writes()).count() + invited.len() >= MOST_AUTHORS {
        return Err(("handle", Problem::TooManyOf(MOST_AUTHORS)).into());
    }
    // Whoever has said no is not asked again.
    if store::has_declined(&mut conn, trace, invitee).await? {
        return Err(("handle", Problem::NotReachable).into());
    }
    drop(conn);
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    let id = store::invite(&mut tx, trace, invitee, me, visit.now).await?.ok_or(("handle", Problem::ThereAlready))?;
    let path = format!("/traces/{trace}/invitation");
    let news = news(NoticeKind::Invited, me, path, format!("invitation:{id}"));
    notify(&mut tx, invitee, &news, visit.now).await?;
    visit.app.commit(tx).await
}

/// The member with this handle, if one may write to them. One answer for all who cannot be reached: a
/// block is nobody's business. `field`: where the handle was typed.
pub(super) async fn reachable(conn: &mut Conn, visit: &Visit, field: &'static str, handle: &str) -> Result<MemberId> {
    let typed = handle.trim().trim_start_matches(['@', '\u{FF20}']);
    if typed.is_empty() {
        return Err((field, Problem::Required).into());
    }
    let account = members::seen_by_handle(conn, &text::key(typed)).await?;
    let account = account.filter(|account| {
        account.suspended_until.is_none_or(|until| until <= visit.now) && !visit.viewer.keeps_apart(account.id)
    });
    account.map(|account| account.id).ok_or((field, Problem::NotReachable).into())
}

/// Takes an invitation back before it is answered.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the authors; [`Error::Conflict`] when it has been answered.
pub async fn take_back(visit: &Visit, trace: TraceId, invitation: InvitationId) -> Result<()> {
    let me = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    store::written_by(&mut tx, trace, me).await?;
    if !store::take_back(&mut tx, trace, invitation, visit.now).await? {
        return Err(Error::Conflict);
    }
    visit.app.commit(tx).await
}

/// Writes too from now on.
///
/// # Errors
/// The refusals of `Viewer::can_speak`; [`Error::NotFound`] without an open invitation.
pub async fn accept(visit: &Visit, trace: TraceId) -> Result<()> {
    let me = visit.viewer.can_speak(visit.now)?.id;
    let mut tx = visit.app.db.write().await?;
    store::hold(&mut tx, trace).await?;
    let asked = store::asked(&mut tx, trace, me).await?;
    if !store::answer(&mut tx, asked.id, Answer::Accepted, visit.now).await? {
        return Err(Error::NotFound);
    }
    store::join(&mut tx, trace, me).await?;
    tell_others(&mut tx, trace, me, NoticeKind::InvitationAccepted, &format!("accepted:{}", asked.id), visit.now)
        .await?;
    tell_pages(&mut tx, trace, me);
    visit.app.commit(tx).await
}

/// Would rather not.
///
/// # Errors
/// [`Error::NotFound`] without an open invitation.
pub async fn decline(visit: &Visit, trace: TraceId) -> Result<()> {
    let me = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    let asked = store::asked(&mut tx, trace, me).await?;
    if !store::answer(&mut tx, asked.id, Answer::Declined, visit.now).await? {
        return Err(Error::NotFound);
    }
    let path = format!("/traces/{trace}/authors");
    let news = news(NoticeKind::InvitationDeclined, me, path, format!("declined:{}", asked.id));
    notify(&mut tx, asked.by_id, &news, visit.now).await?;
    visit.app.commit(tx).await
}

/// Names an author before the one who now stands before them.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the authors, and where nobody stands before.
pub async fn move_up(visit: &Visit, trace: TraceId, author: MemberId) -> Result<()> {
    let me = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    store::hold(&mut tx, trace).await?;
    store::written_by(&mut tx, trace, me).await?;
    let named = store::named(&mut tx, trace).await?;
    let at = named.iter().position(|one| one.member_id == author).filter(|at| *at > 0).ok_or(Error::NotFound)?;
    let (before, after) = (named[at - 1].position, named[at].position);
    store::lift(&mut tx, trace, before, after).await?;
    store::set_down(&mut tx, trace, before, after).await?;
    tell_pages(&mut tx, trace, author);
    visit.app.commit(tx).await
}

/// Writes no longer, and stays named for what they wrote.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the authors; [`Error::Conflict`] for the only one.
pub async fn leave(visit: &Visit, trace: TraceId) -> Result<()> {
    let me = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    store::hold(&mut tx, trace).await?;
    store::written_by(&mut tx, trace, me).await?;
    store::end_links(&mut tx, trace, me, visit.now).await?;
    store::take_back_all(&mut tx, trace, me, visit.now).await?;
    if !store::leave(&mut tx, trace, me, visit.now).await? {
        return Err(Error::Conflict);
    }
    let key = format!("left:{trace}:{me}:{}", visit.now.0);
    tell_others(&mut tx, trace, me, NoticeKind::AuthorLeft, &key, visit.now).await?;
    tell_pages(&mut tx, trace, me);
    visit.app.commit(tx).await
}

/// Tells everyone who still writes.
async fn tell_others(
    tx: &mut Tx,
    trace: TraceId,
    actor: MemberId,
    kind: NoticeKind,
    key: &str,
    now: Time,
) -> Result<()> {
    let news = news(kind, actor, format!("/traces/{trace}/authors"), key.to_owned());
    for author in store::writing(tx, trace).await? {
        notify(tx, author, &news, now).await?;
    }
    Ok(())
}

/// Every page that names the authors is stale.
fn tell_pages(tx: &mut Tx, trace: TraceId, changed: MemberId) {
    tx.tell(format!("trace:{trace}"));
    tx.tell(format!("member:{changed}"));
    tx.tell("traces");
}

pub(super) fn news(kind: NoticeKind, actor: MemberId, path: String, key: String) -> News {
    News { kind, actor, about: About::Writing(path), key, letter: true }
}
