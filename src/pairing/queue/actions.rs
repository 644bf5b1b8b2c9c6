//! Joining and leaving the queue, a round of it, and answering a proposal.

use crate::base::app::App;
use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Problem, Result};
use crate::base::limits::Budget;
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::pairing::hour;
use crate::pairing::matching::Match;
use crate::pairing::model::{Kind, ProposalId, SessionId, Slot};
use crate::pairing::queue::model::{Origin, ROUND, Standing, Wish, answer_by, joined};
use crate::pairing::queue::round::{Gathered, gather};
use crate::pairing::queue::store::{self, Over, Proposal};
use crate::pairing::sessions::actions::{book, company, notify};
use crate::pairing::sessions::model::Booking;
use crate::pairing::tasks::{self, Task};
use crate::pairing::times;

/// Joins the queue, or changes the wish and keeps the place.
///
/// # Errors
/// [`Error::Invalid`]: a company that is not in the directory, no times marked. [`Error::NotAllowed`].
pub async fn join(visit: &Visit, wish: &Wish) -> Result<()> {
    let member = visit.viewer.can_speak(visit.now)?.id;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    if !times::store::has_any(&mut tx, member).await? {
        return Err(("times", Problem::Required).into());
    }
    let company = company(&mut tx, &wish.company).await?;
    let disciplines = joined(&wish.disciplines);
    store::join(&mut tx, member, company.map(|c| c.id), &disciplines, wish.languages, visit.now).await?;
    tasks::look_for_matches(&mut tx, visit.now).await?;
    tx.tell("pair");
    visit.app.commit(tx).await
}

/// Leaves the queue; an open proposal counts as declined.
///
/// # Errors
/// [`Error::SignIn`], [`Error::TooMany`].
pub async fn leave(visit: &Visit) -> Result<()> {
    let member = visit.viewer.member()?.id;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    withdraw(&mut tx, member, visit.now).await?;
    visit.app.commit(tx).await
}

/// Takes a member out of the queue, whoever wants it, and frees whoever was proposed to meet them.
///
/// # Errors
/// When the database does not answer.
pub async fn withdraw(tx: &mut Tx, member: MemberId, now: Time) -> Result<()> {
    if let Some(proposal) = store::place(tx, member).await?.and_then(|place| place.proposal_id) {
        come_to_nothing(tx, proposal, Standing::Declined, Some(member), now).await?;
    }
    store::leave(tx, member).await?;
    tx.tell("pair");
    Ok(())
}

/// Ends a proposal that came to nothing: both wait again, each at their place, and are told, but for
/// the one by whose doing it is.
async fn come_to_nothing(
    tx: &mut Tx,
    proposal: ProposalId,
    how: Standing,
    by: Option<MemberId>,
    now: Time,
) -> Result<()> {
    let Some(over) = store::end(tx, proposal, how, None).await? else { return Ok(()) };
    store::free(tx, proposal).await?;
    tell_over(tx, &over, by, now).await?;
    tx.tell("pair");
    tasks::look_for_matches(tx, now).await
}

/// Tells both, but for `by`, that no hour comes of a proposal, and not why. Whoever asked others to step
/// in right now sees on their page who has answered.
///
/// # Errors
/// When the database does not answer.
pub async fn tell_over(tx: &mut Tx, over: &Over, by: Option<MemberId>, now: Time) -> Result<()> {
    if over.kind == Origin::Swap {
        return Ok(());
    }
    for (to, other) in [(over.first_id, over.second_id), (over.second_id, over.first_id)] {
        if Some(to) == by {
            continue;
        }
        let about = About::Pair(format!("/pair/proposals/{}", over.id));
        let key = format!("proposal-over:{}", over.id);
        tell(tx, to, &News { kind: NoticeKind::ProposalOver, actor: other, about, key, letter: true }, now).await?;
    }
    Ok(())
}

/// One round: whoever fits is proposed to each other; while anybody waits on, another follows: hours
/// pass, and one who joins at this very moment may not have been seen yet.
///
/// # Errors
/// When the database does not answer.
pub async fn round(app: &App) -> Result<usize> {
    let now = app.now();
    let gathered = gather(&mut app.db.read().await?, now).await?;
    keep_steps(app, &gathered).await?;
    let (matches, left) = app
        .offload(move || {
            let matches = gathered.matches();
            let left = gathered.count() - 2 * matches.len();
            (matches, left)
        })
        .await?;
    for found in &matches {
        propose(app, found, now).await?;
    }
    if left > 0 {
        let mut tx = app.db.write().await?;
        tasks::push(&mut tx, &Task::Match, Time((now.0 / ROUND + 1) * ROUND), now).await?;
        app.commit(tx).await?;
    }
    Ok(matches.len())
}

/// Keeps the order of turns as the figures stand now, for the places that are shown.
async fn keep_steps(app: &App, gathered: &Gathered) -> Result<()> {
    let changed = gathered.changed_steps();
    if changed.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    // Few: those whose figure has passed a limit since the last round.
    for (member, step) in changed {
        store::set_step(&mut tx, member, step).await?;
    }
    app.commit(tx).await
}

async fn propose(app: &App, found: &Match, now: Time) -> Result<()> {
    let (people, slot) = (found.members.map(MemberId), Slot(found.slot));
    let until = answer_by(slot, now);
    let company = match found.company {
        Some(named) => Some(CompanyId(named)),
        None => store::company_for(&mut app.db.read().await?, people).await?,
    };
    let mut tx = app.db.write().await?;
    // Someone left or was proposed to another meanwhile: the transaction is dropped, the next round looks again.
    let Some(id) = store::propose(&mut tx, people, slot, company, until, now).await? else { return Ok(()) };
    for (to, other) in [(people[0], people[1]), (people[1], people[0])] {
        let about = About::Pair(format!("/pair/proposals/{id}"));
        let news =
            News { kind: NoticeKind::Proposal, actor: other, about, key: format!("proposal:{id}"), letter: false };
        tell(&mut tx, to, &news, now).await?;
        tasks::push(&mut tx, &Task::Proposed { proposal: id, to }, now, now).await?;
    }
    tasks::push(&mut tx, &Task::Lapse { proposal: id }, until, now).await?;
    app.commit(tx).await
}

/// A member's answer to a proposal; the booked session once both agree.
///
/// # Errors
/// [`Error::NotFound`] for others' proposals; [`Error::Conflict`] when it is answered or over; what
/// [`book`] says when the hour can no longer be booked (both wait again then).
pub async fn answer(app: &App, id: ProposalId, member: MemberId, yes: bool, now: Time) -> Result<Option<SessionId>> {
    let mut tx = app.db.write().await?;
    let proposal = visible(&mut tx, id, member).await?;
    if proposal.kind == Origin::Swap && yes {
        drop(tx);
        return hour::actions::accept_swap(app, id, member, now).await.map(Some);
    }
    if !store::answer(&mut tx, id, member, if yes { "yes" } else { "no" }, now).await? {
        return Err(Error::Conflict);
    }
    if !yes {
        come_to_nothing(&mut tx, id, Standing::Declined, Some(member), now).await?;
        app.commit(tx).await?;
        return Ok(None);
    }
    // Read again: the other may have answered while this one waited for the row.
    let proposal = visible(&mut tx, id, member).await?;
    if !proposal.both_agree() {
        app.commit(tx).await?;
        return Ok(None);
    }
    match settle(&mut tx, app, &proposal, member, now).await {
        Ok(session) => {
            app.commit(tx).await?;
            Ok(Some(session))
        }
        Err(error @ (Error::Invalid(_) | Error::NotAllowed(_))) => {
            drop(tx);
            let mut tx = app.db.write().await?;
            // The other is told; who has just answered reads it on the page.
            come_to_nothing(&mut tx, id, Standing::Lapsed, Some(member), now).await?;
            app.commit(tx).await?;
            Err(error)
        }
        Err(error) => Err(error),
    }
}

/// Books what both agreed to, and takes both out of the queue.
async fn settle(tx: &mut Tx, app: &App, proposal: &Proposal, member: MemberId, now: Time) -> Result<SessionId> {
    let booking = Booking {
        people: proposal.people(),
        slot: proposal.slot,
        kind: Kind::Company,
        company: proposal.company_id,
        topic: String::new(),
        ask: None,
        proposal: Some(proposal.id),
    };
    let session = book(tx, &app.random, &booking, member, now).await?;
    if store::end(tx, proposal.id, Standing::Booked, Some(session)).await?.is_none() {
        return Err(Error::Conflict);
    }
    tx.tell("pair");
    for (to, other) in [(proposal.first_id, proposal.second_id), (proposal.second_id, proposal.first_id)] {
        store::leave(tx, to).await?;
        notify(tx, session, NoticeKind::Booked, other, to, 0, now).await?;
    }
    Ok(session)
}

/// A proposal of the member's own.
///
/// # Errors
/// [`Error::NotFound`] for others'.
pub async fn visible(conn: &mut Conn, id: ProposalId, member: MemberId) -> Result<Proposal> {
    let proposal = store::proposal(conn, id).await?.ok_or(Error::NotFound)?;
    if proposal.people().contains(&member) { Ok(proposal) } else { Err(Error::NotFound) }
}

/// The time to answer is over.
///
/// # Errors
/// When the database does not answer.
pub async fn lapse(app: &App, id: ProposalId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    if store::proposal(&mut tx, id).await?.is_some_and(|proposal| proposal.answer_by <= now) {
        come_to_nothing(&mut tx, id, Standing::Lapsed, None, now).await?;
    }
    app.commit(tx).await
}
