//! Who may do what in a room, and when. Pure.

use crate::base::time::{MINUTE, Time};
use crate::pairing::hour::model::opens_at;
use crate::pairing::model::{Slot, State};
use crate::pairing::room::clock::{Frame, Hour, Phase};
use crate::pairing::room::ending::Outcome;
use crate::pairing::sessions::store::Session;

/// How long both have to say what they make of it, once the hour is over.
pub const ANSWER: i64 = 15 * MINUTE;

/// What a room allows one of its two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It opens later.
    Ahead(Time),
    Write,
    /// It is over, called off, or has ended in something.
    Read,
}

/// What of a session a room asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booked {
    pub state: State,
    pub slot: Slot,
    pub created_at: Time,
}

impl From<&Session> for Booked {
    fn from(session: &Session) -> Self {
        Self { state: session.state, slot: session.slot, created_at: session.created_at }
    }
}

/// When the room opens. On the fast clock of browser tests, as soon as the hour is booked.
#[must_use]
pub fn opens(session: Booked, speed: i64) -> Time {
    if speed > 1 { session.created_at } else { opens_at(session.slot) }
}

/// What bounds the hour: an hour booked on the spot begins when it is booked.
#[must_use]
pub fn frame(session: Booked, opened_at: Time, speed: i64) -> Frame {
    let starts_at = if speed > 1 { opened_at } else { session.slot.starts_at().max(session.created_at) };
    Frame { starts_at, speed }
}

/// What the room allows now; `hour` is how the clock stands now.
#[must_use]
pub fn access(session: Booked, hour: &Hour, outcome: Outcome, speed: i64, now: Time) -> Access {
    let opens = opens(session, speed);
    match session.state {
        State::Booked | State::Held if outcome == Outcome::Open => {
            if now < opens {
                Access::Ahead(opens)
            } else if hour.phase == Phase::Over {
                Access::Read
            } else {
                Access::Write
            }
        }
        _ => Access::Read,
    }
}

/// Whether it can be said now what becomes of the text.
#[must_use]
pub fn can_end(session: &Session, hour: &Hour, outcome: Outcome) -> bool {
    let over = matches!(hour.phase, Phase::Debrief | Phase::Over) || session.state == State::Held;
    outcome == Outcome::Open && over && session.state != State::Cancelled
}
