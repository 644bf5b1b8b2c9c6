//! Joining and leaving the queue, a round of it, and answering a proposal.

use crate::base::app::App;
use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Problem, Result};
use crate::base::limits::Budget;
use crate::base::text;
use crate::base::time::Time;
use crate::companies::model::{Company, CompanyId};
use crate::companies::store as companies;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::pairing::hour;
use crate::pairing::matching::Match;
use crate::pairing::model::{Kind, ProposalId, SessionId, Slot};
use crate::pairing::queue::model::{Origin, ROUND, Standing, Wish, answer_by, joined};
use crate::pairing::queue::round::gather;
use crate::pairing::queue::store::{self, Proposal};
use crate::pairing::sessions::actions::{book, notify};
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
    tasks::push(&mut tx, &Task::Match, visit.now, visit.now).await?;
    tx.tell("pair");
    visit.app.commit(tx).await
}

/// The listed company of a typed name; `None` for an empty one.
async fn company(conn: &mut Conn, typed: &str) -> Result<Option<Company>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let found = companies::by_name_key(conn, &text::key(typed)).await?;
    found.map(Some).ok_or_else(|| ("company", Problem::NotAChoice).into())
}

/// Leaves the queue; an open proposal counts as declined.
///
/// # Errors
/// [`Error::SignIn`].
pub async fn leave(visit: &Visit) -> Result<()> {
    let member = visit.viewer.member()?.id;
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
        come_to_nothing(tx, proposal, Standing::Declined, now).await?;
    }
    store::leave(tx, member).await?;
    tx.tell("pair");
    Ok(())
}

/// Ends a proposal that came to nothing: both wait again, each at their place.
async fn come_to_nothing(tx: &mut Tx, proposal: ProposalId, how: Standing, now: Time) -> Result<()> {
    if store::end(tx, proposal, how, None).await? {
        store::free(tx, proposal).await?;
        tasks::push(tx, &Task::Match, now, now).await?;
    }
    Ok(())
}

/// One round: whoever fits is proposed to each other; while two or more wait, another follows.
///
/// # Errors
/// When the database does not answer.
pub async fn round(app: &App) -> Result<usize> {
    let now = app.now();
    let gathered = gather(&mut app.db.read().await?, now).await?;
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
    if left > 1 {
        let mut tx = app.db.write().await?;
        tasks::push(&mut tx, &Task::Match, Time((now.0 / ROUND + 1) * ROUND), now).await?;
        app.commit(tx).await?;
    }
    Ok(matches.len())
}

async fn propose(app: &App, found: &Match, now: Time) -> Result<()> {
    let people = found.members.map(MemberId);
    let (slot, company) = (Slot(found.slot), found.company.map(CompanyId));
    let until = answer_by(slot, now);
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
        come_to_nothing(&mut tx, id, Standing::Declined, now).await?;
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
            come_to_nothing(&mut tx, id, Standing::Lapsed, now).await?;
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
    if !store::end(tx, proposal.id, Standing::Booked, Some(session)).await? {
        return Err(Error::Conflict);
    }
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
        come_to_nothing(&mut tx, id, Standing::Lapsed, now).await?;
    }
    app.commit(tx).await
}
