//! "Meet again": an ask that one former partner alone sees.

use crate::base::db::Conn;
use crate::base::error::{Error, Refusal, Result};
use crate::base::time::{DAY, HOUR, Time};
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::pairing::asks::actions::post;
use crate::pairing::asks::entry::{Offered, Wanted, field};
use crate::pairing::asks::model::TIMES;
use crate::pairing::asks::store::times;
use crate::pairing::model::{AskId, SessionId, Slot, State, Tongues};
use crate::pairing::sessions::store as sessions;
use crate::pairing::sessions::views::subject;
use crate::pairing::times::{starts_ahead, store as weeks};

/// Asks the partner of a held session for another hour on the same, at the first times of the member's
/// week; `None` where no time is marked, so that they have to be typed.
///
/// # Errors
/// As [`post`]; [`Error::NotFound`] for what was never held, or by others.
pub async fn ask(visit: &Visit, session: SessionId) -> Result<Option<AskId>> {
    let member = visit.viewer.can_speak(visit.now)?.id;
    let mut conn = visit.app.db.read().await?;
    partner(&mut conn, session, member).await?;
    let held = sessions::visible(&mut conn, session, member).await?;
    let slots = suggested(&mut conn, member, visit.now).await?;
    drop(conn);
    if slots.is_empty() {
        return Ok(None);
    }
    let times = (1..).zip(slots).map(|(number, slot)| Offered { field: field(number), slot }).collect();
    let wanted = Wanted {
        kind: held.kind,
        company: subject(visit, &held.name_ja, &held.name_en, ""),
        topic: held.topic,
        note: String::new(),
        disciplines: Vec::new(),
        languages: Tongues::Either,
        times,
        trace: None,
        other: None,
    };
    post(visit, &wanted, Some(session)).await.map(Some)
}

/// The other of a session that both came to.
///
/// # Errors
/// [`Error::NotFound`] for what was never held, or by others; [`Refusal::PartnerUnable`] for one who has left.
pub async fn partner(conn: &mut Conn, session: SessionId, member: MemberId) -> Result<MemberId> {
    if sessions::visible(conn, session, member).await?.state != State::Held {
        return Err(Error::NotFound);
    }
    let people = sessions::people(conn, session).await?;
    let other = people.into_iter().find(|person| person.member_id != member).ok_or(Error::NotFound)?;
    if other.departed { Err(Error::NotAllowed(Refusal::PartnerUnable)) } else { Ok(other.member_id) }
}

/// The first times of the member's week that could be offered: one a day, and none that is booked.
///
/// # Errors
/// When the database does not answer.
pub async fn suggested(conn: &mut Conn, member: MemberId, now: Time) -> Result<Vec<Slot>> {
    let Some(week) = weeks::week(conn, member).await? else { return Ok(Vec::new()) };
    let busy = times::busy(conn, member, &[Slot::at(now), Slot::at(now.plus(30 * DAY))]).await?;
    Ok(spread(&starts_ahead(&week, &busy, now)))
}

/// The first of `starts`, and then the first of each day that follows.
fn spread(starts: &[Slot]) -> Vec<Slot> {
    const APART: i64 = 20 * HOUR;
    let mut chosen: Vec<Slot> = Vec::new();
    for start in starts {
        if chosen.last().is_none_or(|last| start.starts_at() >= last.starts_at().plus(APART)) {
            chosen.push(*start);
        }
    }
    chosen.truncate(TIMES);
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_time_a_day_is_suggested() {
        let evenings: Vec<Slot> = (0..10).flat_map(|day| (0..5).map(move |quarter| Slot(day * 96 + quarter))).collect();
        assert_eq!(spread(&evenings), (0..6).map(|day| Slot(day * 96)).collect::<Vec<_>>());
        assert!(spread(&[]).is_empty());
    }
}
