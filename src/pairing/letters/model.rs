//! When a letter still says something, and when one of its links still does something. Pure.

use crate::base::time::{DAY, HOUR, Time};
use crate::members::model::MemberId;
use crate::pairing::hour::model::MEND;
use crate::pairing::model::State;
use crate::pairing::queue::model as queue;
use crate::pairing::queue::store::Proposal;
use crate::pairing::sessions::model::is_ahead;
use crate::pairing::sessions::store::Session;
use crate::pairing::tasks::News;

crate::text_enum! {
    /// What a letter's link does.
    Purpose { Confirm = "confirm", Move = "move", Cancel = "cancel", Accept = "accept", Decline = "decline" }
}

crate::text_enum! {
    /// What has been done through a link. Agreeing to a new time is what confirming is while one is proposed.
    Done {
        Confirm = "confirm", Agree = "agree", Move = "move", Cancel = "cancel", Accept = "accept", Decline = "decline",
    }
}

/// Whether `news`, meant for the session as it stood at `sequence`, still says something to `to`. Of
/// two reminders that are due at once, the nearer one is sent.
#[must_use]
pub fn is_timely(session: &Session, sequence: i64, news: News, to: MemberId, now: Time) -> bool {
    let (start, end) = (session.slot.starts_at(), session.slot.ends_at());
    let booked = session.state == State::Booked;
    // A proposal stands whatever else changes; its letter says the newest one.
    (session.sequence == sequence || news == News::MoveProposed)
        && match news {
            News::Booked | News::Moved | News::Changed => booked && now < end,
            News::MoveProposed => booked && now < start && session.move_by.is_some_and(|by| by != to),
            News::Cancelled => session.state == State::Cancelled,
            News::InThreeDays => booked && now < start.plus(-DAY),
            News::Today => booked && now < start.plus(-HOUR),
            News::InAnHour => booked && now < start,
            News::Afterwards => session.state == State::Held && now < end.plus(MEND),
        }
}

/// Whether a link still does something, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Ready,
    /// Used before.
    Spent,
    /// The hour has begun, or the time to answer is over.
    Late,
    /// The session has another time than the letter says.
    Moved,
    Cancelled,
    /// The proposal has been answered.
    Settled,
}

/// How a link stands that holds until `expires_at`, of a session.
#[must_use]
pub fn standing_of_session(session: &Session, expires_at: Time, spent: bool, now: Time) -> Standing {
    if spent {
        Standing::Spent
    } else if session.state == State::Cancelled {
        Standing::Cancelled
    } else if session.slot.ends_at() != expires_at {
        Standing::Moved
    } else if is_ahead(session.state, session.slot, now) {
        Standing::Ready
    } else {
        Standing::Late
    }
}

/// How a link of `member`'s stands, of a proposal.
#[must_use]
pub fn standing_of_proposal(proposal: &Proposal, member: MemberId, spent: bool, now: Time) -> Standing {
    let answered = !proposal.answer_of(member).is_empty();
    match proposal.state {
        _ if spent => Standing::Spent,
        queue::Standing::Booked | queue::Standing::Declined => Standing::Settled,
        queue::Standing::Lapsed => Standing::Late,
        queue::Standing::Open if answered => Standing::Settled,
        queue::Standing::Open if proposal.answer_by <= now => Standing::Late,
        queue::Standing::Open => Standing::Ready,
    }
}
