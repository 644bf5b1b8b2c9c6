//! When one can check in, who is late, and what can be set right afterwards. Pure.

use crate::base::time::{DAY, MINUTE, Time};
use crate::pairing::model::{Slot, State};
use crate::pairing::sessions::store::{Person, Session};
use crate::pairing::tasks::LATE;

/// Check-in opens so long before the hour.
pub const OPENS: i64 = 10 * MINUTE;
/// How long those who are free now have to answer.
pub const SWAP_ANSWER: i64 = 10 * MINUTE;
/// How many are asked to step in at once.
pub const INVITED: usize = 5;
/// After the end, so long can be said that the two did meet.
pub const MEND: i64 = 3 * DAY;
/// A block that is taken back so soon after the hour it called off late was giving up that hour.
pub const PARTED: i64 = 30 * DAY;
/// Characters (grapheme clusters) of feedback and reports.
pub const TAKEAWAY_MAX: usize = 1_000;
pub const THANKS_MAX: usize = 200;
pub const REPORT_MAX: usize = 1_000;

crate::row_id! {
    /// A report's row.
    ReportId;
}

crate::text_enum! {
    /// How much the hour helped.
    Helped { Much = "much", Some = "some", Little = "little" }
}

crate::text_enum! {
    /// What counts for the figure.
    Outcome { Came = "came", NoShow = "no-show", LateCancel = "late-cancel" }
}

/// How the hour stands, from the seat of one of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Check-in opens later.
    Ahead,
    /// One can check in.
    Door,
    /// Checked in, the other not yet, and not late either.
    Early,
    /// Checked in, and the other is late.
    Waiting,
    Together,
    /// The time is over; the worker has not looked yet.
    Over,
    /// It has ended, as the session's state says.
    Ended,
}

/// When check-in opens.
#[must_use]
pub fn opens_at(slot: Slot) -> Time {
    slot.starts_at().plus(-OPENS)
}

/// From when one who is not there counts as late: an hour booked on the spot has begun already.
#[must_use]
pub fn late_from(slot: Slot, booked_at: Time) -> Time {
    slot.starts_at().max(booked_at).plus(LATE)
}

/// Whether one can check in.
#[must_use]
pub fn is_open(session: &Session, now: Time) -> bool {
    session.state == State::Booked && now >= opens_at(session.slot) && now < session.slot.ends_at()
}

/// Where `me` stands.
#[must_use]
pub fn stage(session: &Session, me: &Person, partner: &Person, now: Time) -> Stage {
    if session.state != State::Booked {
        return Stage::Ended;
    }
    if now < opens_at(session.slot) {
        return Stage::Ahead;
    }
    if now >= session.slot.ends_at() {
        return Stage::Over;
    }
    match (me.checked_in_at, partner.checked_in_at) {
        (None, _) => Stage::Door,
        (Some(_), Some(_)) => Stage::Together,
        (Some(_), None) if now < late_from(session.slot, session.created_at) => Stage::Early,
        (Some(_), None) => Stage::Waiting,
    }
}

/// What one of the two can still say about an hour that counts as missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    Nothing,
    /// "We did meet."
    Can,
    /// Said; the other has not yet.
    Said,
}

/// Whether `me` can say that the two did meet. Both must, where nobody had checked in; where one came,
/// that one alone can, because the word of the absent proves nothing.
#[must_use]
pub fn mend(session: &Session, me: &Person, partner: &Person, now: Time) -> Mend {
    let ran_out = session.ended_at.is_some_and(|at| at >= session.slot.ends_at() && now < at.plus(MEND));
    if session.state != State::Missed || !ran_out {
        return Mend::Nothing;
    }
    match (me.outcome.as_str(), partner.outcome.as_str()) {
        ("", "") if me.checked_in_at.is_some() => Mend::Said,
        ("", "") | ("came", "no-show") => Mend::Can,
        _ => Mend::Nothing,
    }
}

/// Both of a session, the one in whose seat we look first; `None` for anyone else.
#[must_use]
pub fn seats(people: &[Person; 2], member: crate::members::model::MemberId) -> Option<(&Person, &Person)> {
    let [first, second] = people;
    match member {
        id if id == first.member_id => Some((first, second)),
        id if id == second.member_id => Some((second, first)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::HOUR;
    use crate::members::model::{Discipline, MemberId};
    use crate::pairing::model::{Kind, SessionId};

    const SLOT: Slot = Slot(2_000_000);

    fn session(state: State) -> Session {
        Session {
            id: SessionId(1),
            uid: String::new(),
            sequence: 0,
            kind: Kind::Company,
            company_id: None,
            slug: String::new(),
            name_ja: String::new(),
            name_en: String::new(),
            topic: String::new(),
            ask_id: None,
            proposal_id: None,
            slot: SLOT,
            state,
            move_slot: None,
            move_by: None,
            call_link: String::new(),
            call_by: None,
            created_at: SLOT.starts_at().plus(-DAY),
            ended_at: None,
            cancelled_by: None,
            cancel_reason: String::new(),
        }
    }

    fn person(here: bool, outcome: &str) -> Person {
        Person {
            member_id: MemberId(1),
            handle: String::new(),
            name: String::new(),
            discipline: Discipline::Other,
            zone: "UTC".into(),
            demo: false,
            departed: false,
            goals: String::new(),
            readings: String::new(),
            confirmed_at: None,
            checked_in_at: here.then(|| SLOT.starts_at()),
            hidden: false,
            outcome: outcome.into(),
        }
    }

    #[test]
    fn check_in_opens_ten_minutes_before_and_waiting_begins_five_minutes_after() {
        let (here, away, booked) = (person(true, ""), person(false, ""), session(State::Booked));
        let at = |minutes: i64| SLOT.starts_at().plus(minutes * MINUTE);
        assert_eq!(stage(&booked, &away, &here, at(-10).plus(-1)), Stage::Ahead);
        assert_eq!(stage(&booked, &away, &here, at(-10)), Stage::Door);
        assert_eq!(stage(&booked, &here, &away, at(5).plus(-1)), Stage::Early);
        assert_eq!(stage(&booked, &here, &away, at(5)), Stage::Waiting);
        assert_eq!(stage(&booked, &here, &here, at(5)), Stage::Together);
        assert_eq!(stage(&booked, &here, &away, at(60)), Stage::Over);
        assert_eq!(stage(&session(State::Closed), &here, &away, at(6)), Stage::Ended);
    }

    #[test]
    fn an_hour_booked_on_the_spot_gives_five_minutes_from_then() {
        let at = |minutes: i64| SLOT.starts_at().plus(minutes * MINUTE);
        assert_eq!(late_from(SLOT, at(-60)), at(5));
        assert_eq!(late_from(SLOT, at(8)), at(13));
    }

    #[test]
    fn the_absent_cannot_speak_themselves_free() {
        let ended = |at: Time| Session { ended_at: Some(at), ..session(State::Missed) };
        let (end, now) = (SLOT.ends_at(), SLOT.ends_at().plus(HOUR));
        let (came, missing) = (person(true, "came"), person(false, "no-show"));
        assert_eq!(mend(&ended(end), &came, &missing, now), Mend::Can);
        assert_eq!(mend(&ended(end), &missing, &came, now), Mend::Nothing);
        assert_eq!(mend(&ended(end), &person(false, ""), &person(true, ""), now), Mend::Can);
        assert_eq!(mend(&ended(end), &person(true, ""), &person(false, ""), now), Mend::Said);
        assert_eq!(mend(&ended(end), &came, &missing, end.plus(MEND)), Mend::Nothing, "too late");
        assert_eq!(mend(&ended(end.plus(-1)), &came, &missing, now), Mend::Nothing, "another stepped in");
    }
}
