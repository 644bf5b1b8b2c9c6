//! What pairing wants done later: rows of the queue, pushed in the transaction that causes them and
//! done by `jobs`.

use serde::{Deserialize, Serialize};

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::queue;
use crate::base::time::{DAY, HOUR, MINUTE, SECOND, Time};
use crate::members::model::MemberId;
use crate::pairing::model::{ProposalId, SessionId, Slot};

/// How long after the hour has begun a missing partner counts as late.
pub const LATE: i64 = 5 * MINUTE;

/// The letters about a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum News {
    Booked,
    /// The other proposes a new time.
    MoveProposed,
    Moved,
    /// The company, or where to call.
    Changed,
    Cancelled,
    /// Three days before, the same morning, one hour before.
    InThreeDays,
    Today,
    InAnHour,
    /// The hour is over: how was it?
    Afterwards,
}

/// One thing to do, with the sequence of the session for which it was meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// A letter to one of the two.
    Letter { session: SessionId, sequence: i64, to: MemberId, news: News },
    /// A letter to each of two about a proposal.
    Proposed { proposal: ProposalId, to: MemberId },
    /// Five minutes past the hour: who is here?
    Late { session: SessionId, sequence: i64 },
    /// The hour is over.
    End { session: SessionId, sequence: i64 },
    /// Look at a room: a phase may have run out, or nobody answered.
    Room { session: SessionId },
    /// Look for matches.
    Match,
    /// A proposal's time to answer is over.
    Lapse { proposal: ProposalId },
}

impl Task {
    const fn kind(&self) -> &'static str {
        match self {
            Task::Letter { .. } => "pairing.letter",
            Task::Proposed { .. } => "pairing.proposed",
            Task::Late { .. } => "pairing.late",
            Task::End { .. } => "pairing.end",
            Task::Room { .. } => "pairing.room",
            Task::Match => "pairing.match",
            Task::Lapse { .. } => "pairing.lapse",
        }
    }

    /// The same task for the same time is one job. The time belongs to the key because a job that
    /// runs still has its row when it asks for the next one.
    fn key(&self, at: Time) -> String {
        let of = match self {
            Task::Letter { session, sequence, to, news } => format!("{session}:{sequence}:{to}:{news:?}"),
            Task::Proposed { proposal, to } => format!("{proposal}:{to}"),
            Task::Late { session, sequence } | Task::End { session, sequence } => format!("{session}:{sequence}"),
            Task::Room { session } => session.to_string(),
            Task::Match => String::new(),
            Task::Lapse { proposal } => proposal.to_string(),
        };
        format!("{of}@{at}", at = at.0)
    }
}

/// Asks for a round of the queue. Whoever asks within the same second asks for the same one, which runs
/// at the end of it; a round that runs already may have looked before what this transaction changes.
///
/// # Errors
/// When the database does not answer.
pub async fn look_for_matches(conn: &mut Conn, now: Time) -> Result<()> {
    let at = Time(now.plus(SECOND - 1).0.div_euclid(SECOND) * SECOND);
    push(conn, &Task::Match, at, now).await
}

/// Asks for `task` to be done at `at`.
///
/// # Errors
/// When the database does not answer.
pub async fn push(conn: &mut Conn, task: &Task, at: Time, now: Time) -> Result<()> {
    queue::push(conn, task.kind(), &task.key(at), task, at, now).await
}

/// All that follows from a session standing at `slot`: reminders to both, who is late, the end.
/// What would be in the past already is left out.
///
/// # Errors
/// When the database does not answer.
pub async fn follow(
    conn: &mut Conn,
    session: SessionId,
    sequence: i64,
    people: [(MemberId, Time); 2],
    slot: Slot,
    now: Time,
) -> Result<()> {
    let start = slot.starts_at();
    for (to, morning) in people {
        let letter = |news| Task::Letter { session, sequence, to, news };
        let reminders =
            [(start.plus(-3 * DAY), News::InThreeDays), (morning, News::Today), (start.plus(-HOUR), News::InAnHour)];
        for (at, news) in reminders.into_iter().filter(|(at, _)| *at > now && *at < start) {
            push(conn, &letter(news), at, now).await?;
        }
    }
    if start.plus(LATE) > now {
        push(conn, &Task::Late { session, sequence }, start.plus(LATE), now).await?;
    }
    push(conn, &Task::End { session, sequence }, slot.ends_at(), now).await
}
