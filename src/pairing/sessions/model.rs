//! What a booked session is, and the rules about bookings. Pure.

use crate::base::time::{DAY, MINUTE, Time};
use crate::companies::model::CompanyId;
use crate::members::model::MemberId;
use crate::pairing::model::{AskId, Kind, ProposalId, Slot, State};
use crate::pairing::sessions::store::{Person, Session};

/// Cancelling later than this before the hour counts in the figure.
pub const EARLY: i64 = DAY;
/// A booking made by mistake may be undone for so long, however near the hour.
pub const REGRET: i64 = 15 * MINUTE;
/// How far ahead an hour can be booked.
pub const HORIZON: i64 = 60 * DAY;
/// Characters (grapheme clusters) of a reason, a message, what is prepared.
pub const REASON_MAX: usize = 300;
pub const MESSAGE_MAX: usize = 1_000;
pub const GOALS_MAX: usize = 600;
pub const READINGS_MAX: usize = 2_000;

/// A booking to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    pub people: [MemberId; 2],
    pub slot: Slot,
    pub kind: Kind,
    pub company: Option<CompanyId>,
    pub topic: String,
    pub ask: Option<AskId>,
    pub proposal: Option<ProposalId>,
}

/// How often someone came, of the last twenty sessions that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    pub came: i64,
    pub of: i64,
}

/// Sessions that the figure looks back on.
pub const LOOK_BACK: i64 = 20;

impl Figure {
    /// 0 to 100. Someone without a past is trusted.
    #[must_use]
    pub const fn percent(self) -> i64 {
        if self.of == 0 { 100 } else { self.came * 100 / self.of }
    }

    /// How it counts with others, 0 to 100. A single bad day among few is no habit, so fewer than three
    /// sessions do not lower it.
    #[must_use]
    pub fn reliability(self) -> u8 {
        if self.of < 3 { 100 } else { u8::try_from(self.percent()).unwrap_or_default() }
    }

    /// How far down: 0, 1 below 90 of 100, 2 below 70. Whoever is further down has their turn in the
    /// queue after the others, and fewer hours booked at once.
    #[must_use]
    pub fn step(self) -> u8 {
        match self.reliability() {
            90.. => 0,
            70.. => 1,
            _ => 2,
        }
    }

    /// How many hours may stand booked at once: six, three, one, by [`Figure::step`].
    #[must_use]
    pub fn open_bookings(self) -> i64 {
        match self.step() {
            0 => 6,
            1 => 3,
            _ => 1,
        }
    }
}

/// Whether giving up a session now counts against the one who does.
#[must_use]
pub fn is_late(slot: Slot, booked_at: Time, now: Time) -> bool {
    now > slot.starts_at().plus(-EARLY) && now > booked_at.plus(REGRET)
}

/// Whether the company can be chosen: while there is none, or neither has prepared for it.
#[must_use]
pub fn may_choose_company(session: &Session, people: &[Person; 2], now: Time) -> bool {
    let prepared = |person: &Person| !person.goals.is_empty() || !person.readings.is_empty();
    is_ahead(session.state, session.slot, now) && (session.company_id.is_none() || !people.iter().any(prepared))
}

/// Whether a session in this state at this slot can still be changed.
#[must_use]
pub fn is_ahead(state: State, slot: Slot, now: Time) -> bool {
    state == State::Booked && now < slot.starts_at()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::HOUR;

    #[test]
    fn few_sessions_lower_nothing_and_a_habit_does() {
        let figure = |came, of| Figure { came, of };
        assert_eq!([figure(0, 0), figure(0, 2), figure(18, 20)].map(Figure::open_bookings), [6, 6, 6]);
        assert_eq!([figure(17, 20), figure(14, 20)].map(Figure::open_bookings), [3, 3]);
        assert_eq!([figure(13, 20), figure(0, 3)].map(Figure::open_bookings), [1, 1]);
        assert_eq!(figure(0, 0).percent(), 100);
    }

    #[test]
    fn cancelling_a_day_ahead_or_at_once_costs_nothing() {
        let slot = Slot(2_000_000);
        let start = slot.starts_at();
        let long_ago = start.plus(-10 * DAY);
        assert!(!is_late(slot, long_ago, start.plus(-DAY)));
        assert!(is_late(slot, long_ago, start.plus(1 - DAY)));
        assert!(!is_late(slot, start.plus(-HOUR), start.plus(-45 * MINUTE)));
        assert!(is_late(slot, start.plus(-HOUR), start.plus(-44 * MINUTE)));
    }
}
