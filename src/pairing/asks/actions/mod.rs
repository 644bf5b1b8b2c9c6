//! Posting an ask, changing and closing it.

pub mod again;
pub mod apart;
pub mod take;
pub mod waiting;

use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Problem, Problems, Refusal, Result};
use crate::base::limits::Budget;
use crate::base::text;
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::companies::store as companies;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::pairing::asks::entry::{Offered, Wanted};
use crate::pairing::asks::model::{AskState, MOST_OPEN, expires_at, next_to_close};
use crate::pairing::asks::store::{self, Ask, Row, times, waiting as places};
use crate::pairing::hold;
use crate::pairing::model::{AskId, HOUR_SLOTS, SessionId, Slot};
use crate::pairing::sessions::store as sessions;
use crate::pairing::tasks::{self, Task};
use crate::traces::model::TraceId;
use crate::traces::store::show as traces;

/// An ask as this visitor may see it: open and taken ones are everybody's, those for one partner theirs
/// alone; what is over, whoever had to do with it.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn visible(conn: &mut Conn, visit: &Visit, id: AskId) -> Result<Ask> {
    let ask = store::ask(conn, id, visit.now).await?.ok_or(Error::NotFound)?;
    let viewer = visit.viewer.id();
    if viewer == Some(ask.member_id) {
        return Ok(ask);
    }
    let theirs = ask.partner_id.is_none_or(|partner| viewer == Some(partner));
    if !theirs || !ask.able || visit.viewer.keeps_apart(ask.member_id) {
        return Err(Error::NotFound);
    }
    if matches!(ask.state, AskState::Open | AskState::Taken) || ask.partner_id.is_some() {
        return Ok(ask);
    }
    let viewer = viewer.ok_or(Error::NotFound)?;
    let met = store::session(conn, id, viewer).await?.is_some();
    if met || places::place(conn, id, viewer).await?.is_some() { Ok(ask) } else { Err(Error::NotFound) }
}

/// Posts an ask. `again`: a held session; its other member alone sees the ask, and is told.
///
/// # Errors
/// [`Error::Invalid`]: a company that is not in the directory, a trace that cannot be read, a time over an
/// own booking, as many asks open as may. [`Error::NotAllowed`]: as many hours booked as may; the partner
/// cannot meet. [`Error::TooMany`].
pub async fn post(visit: &Visit, wanted: &Wanted, again: Option<SessionId>) -> Result<AskId> {
    let (member, now) = (visit.viewer.can_speak(visit.now)?.id, visit.now);
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    let partner = match again {
        Some(session) => Some(again::partner(&mut tx, session, member).await?),
        None => None,
    };
    hold::members(&mut tx, [member, member]).await?;
    can_ask(&mut tx, member, partner, now).await?;
    if store::count_open(&mut tx, member).await? >= MOST_OPEN {
        return Err(("open", Problem::TooManyOf(MOST_OPEN as usize)).into());
    }
    let row = checked(&mut tx, visit, wanted).await?;
    let id = store::add(&mut tx, member, partner, &row, now).await?;
    times::offer(&mut tx, id, &wanted.slots()).await?;
    opened(&mut tx, id, &wanted.slots(), now).await?;
    if let Some(partner) = partner {
        notify(&mut tx, id, NoticeKind::AskAgain, member, partner, now).await?;
    }
    visit.app.commit(tx).await?;
    Ok(id)
}

/// Writes one's own ask anew; one that has expired is open again.
///
/// # Errors
/// As [`post`]; [`Error::NotFound`] for others'; [`Error::Conflict`] when it is taken or closed.
pub async fn edit(visit: &Visit, id: AskId, wanted: &Wanted) -> Result<()> {
    let (member, now) = (visit.viewer.can_speak(visit.now)?.id, visit.now);
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    let ask = visible(&mut tx, visit, id).await?;
    if ask.member_id != member {
        return Err(Error::NotFound);
    }
    if !store::turn(&mut tx, id, ask.state, ask.state).await? {
        return Err(Error::Conflict);
    }
    hold::members(&mut tx, [member, member]).await?;
    can_ask(&mut tx, member, ask.partner_id, now).await?;
    if ask.state == AskState::Expired && store::count_open(&mut tx, member).await? >= MOST_OPEN {
        return Err(("open", Problem::TooManyOf(MOST_OPEN as usize)).into());
    }
    let row = checked(&mut tx, visit, wanted).await?;
    if !store::change(&mut tx, id, member, &row).await? {
        return Err(Error::Conflict);
    }
    times::forget(&mut tx, id).await?;
    times::offer(&mut tx, id, &wanted.slots()).await?;
    times::unlist(&mut tx, id).await?;
    opened(&mut tx, id, &wanted.slots(), now).await?;
    visit.app.commit(tx).await
}

/// Closes one's own ask; whoever waits for it hears that it is over. What is booked stands.
///
/// # Errors
/// [`Error::NotFound`] for others'; [`Error::Conflict`] when it is over already.
pub async fn close(visit: &Visit, id: AskId) -> Result<()> {
    let member = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    if visible(&mut tx, visit, id).await?.member_id != member {
        return Err(Error::NotFound);
    }
    if !store::close(&mut tx, id, member).await? {
        return Err(Error::Conflict);
    }
    over(&mut tx, id, member, visit.now).await?;
    visit.app.commit(tx).await
}

/// Who has as many hours booked as may asks for no more; a partner has to be able to come.
async fn can_ask(tx: &mut Tx, member: MemberId, partner: Option<MemberId>, now: Time) -> Result<()> {
    let standings = sessions::standings(tx, [member, partner.unwrap_or(member)], now).await?;
    let refuse = |why| Err(Error::NotAllowed(why));
    if standings.iter().any(|s| s.member_id == member && s.open >= s.figure().open_bookings()) {
        return refuse(Refusal::BookingsFull);
    }
    if partner.is_some() && (standings.len() != 2 || standings.iter().any(|s| !s.able)) {
        return refuse(Refusal::PartnerUnable);
    }
    if partner.is_some() && standings.iter().any(|s| s.blocked) {
        return refuse(Refusal::Blocked);
    }
    Ok(())
}

/// What is typed, as it can be kept.
async fn checked<'a>(tx: &mut Tx, visit: &Visit, wanted: &'a Wanted) -> Result<Row<'a>> {
    let mut problems = Problems::default();
    let mut company = match wanted.company.as_str() {
        "" => None,
        typed => problems.check("company", named(tx, typed).await?.ok_or(Problem::NotAChoice)),
    };
    for (field, trace) in [("trace", wanted.trace), ("other", wanted.other)] {
        let Some(trace) = trace else { continue };
        let found = problems.check(field, read(tx, visit, trace).await?.ok_or(Problem::NotAChoice));
        company = company.or(found);
    }
    let member = visit.viewer.member()?.id;
    let busy = times::busy(tx, member, &wanted.slots()).await?;
    for offered in wanted.times.iter().filter(|offered| lies_over(offered, &busy)) {
        problems.add(&offered.field, Problem::Busy);
    }
    problems.into_result()?;
    // Held: should it be merged into another at this moment, the ask follows.
    let company = match company {
        Some(company) => Some(companies::stand(tx, company).await?.id),
        None => None,
    };
    Ok(Row { wanted, company, expires_at: expires_at(&wanted.slots()) })
}

fn lies_over(offered: &Offered, busy: &[Slot]) -> bool {
    busy.iter().any(|slot| (slot.0 - offered.slot.0).abs() < HOUR_SLOTS)
}

/// The company of a typed name; a double's names are those of the company that it was merged into.
///
/// # Errors
/// When the database does not answer.
pub async fn named(conn: &mut Conn, typed: &str) -> Result<Option<CompanyId>> {
    Ok(companies::by_name_key(conn, &text::key(typed)).await?.map(|company| company.id))
}

/// The company of a trace that the visitor can read.
async fn read(conn: &mut Conn, visit: &Visit, trace: TraceId) -> Result<Option<CompanyId>> {
    let row = match traces::visible(conn, trace, &visit.viewer).await {
        Ok(row) => row,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    if row.published.is_none() || row.hidden_at.is_some() {
        return Ok(None);
    }
    Ok(Some(row.company_id))
}

/// The ask is open: it is listed, and its times go by.
pub(super) async fn opened(tx: &mut Tx, id: AskId, slots: &[Slot], now: Time) -> Result<()> {
    times::list(tx, id).await?;
    if let Some(at) = next_to_close(slots, now) {
        tasks::push(tx, &Task::AskTime { ask: id }, at, now).await?;
    }
    tx.tell("pair");
    Ok(())
}

/// The ask is over: it is in no list, and whoever waited is told.
pub(super) async fn over(tx: &mut Tx, id: AskId, asker: MemberId, now: Time) -> Result<()> {
    times::unlist(tx, id).await?;
    for (member,) in places::end(tx, id).await? {
        notify(tx, id, NoticeKind::AskClosed, asker, member, now).await?;
    }
    tx.tell("pair");
    Ok(())
}

/// A line in the inbox about an ask, and the letter that follows.
pub(super) async fn notify(
    tx: &mut Tx,
    id: AskId,
    kind: NoticeKind,
    actor: MemberId,
    to: MemberId,
    now: Time,
) -> Result<()> {
    let about = About::Pair(format!("/pair/asks/{id}"));
    // An ask can come free more than once: each time is news.
    let news = News { kind, actor, about, key: format!("{kind}:{id}:{}", now.0), letter: true };
    tell(tx, to, &news, now).await
}
