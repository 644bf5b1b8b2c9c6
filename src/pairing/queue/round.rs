//! What the pure matching needs, gathered: six statements however many wait.

use std::collections::HashMap;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::matching::{self, Context, Match};
use crate::pairing::model::Slot;
use crate::pairing::queue::model::{APART, LOOK, bits, number};
use crate::pairing::queue::store::{self, Waiting};
use crate::pairing::times::{self, Week};

/// Everybody who waits, as read at one moment.
pub struct Gathered {
    waiting: Vec<Waiting>,
    weeks: HashMap<MemberId, Week>,
    busy: HashMap<MemberId, Vec<Slot>>,
    between: Vec<store::Between>,
    now: Time,
}

/// Reads who waits and what lies between them.
///
/// # Errors
/// When the database does not answer.
pub async fn gather(conn: &mut Conn, now: Time) -> Result<Gathered> {
    Ok(Gathered {
        waiting: store::waiting(conn, now).await?,
        weeks: times::store::weeks(conn).await?.into_iter().collect(),
        busy: by_member(store::busy(conn, now).await?),
        between: store::between(conn, now.plus(-APART)).await?,
        now,
    })
}

/// The same for what one member reads of how they stand: as many others as [`LOOK`], and of what lies
/// between members only what keeps somebody from them.
///
/// # Errors
/// When the database does not answer.
pub async fn gather_near(conn: &mut Conn, member: MemberId, now: Time) -> Result<Gathered> {
    // One more than is looked at, to know whether there are more.
    let most = LOOK + 1;
    Ok(Gathered {
        waiting: store::waiting_near(conn, member, most, now).await?,
        weeks: times::store::weeks_near(conn, member, most).await?.into_iter().collect(),
        busy: by_member(store::busy_near(conn, member, most, now).await?),
        between: store::apart(conn, member, now.plus(-APART)).await?,
        now,
    })
}

fn by_member(busy: Vec<(MemberId, Slot)>) -> HashMap<MemberId, Vec<Slot>> {
    let mut by_member: HashMap<MemberId, Vec<Slot>> = HashMap::new();
    for (member, slot) in busy {
        by_member.entry(member).or_default().push(slot);
    }
    by_member
}

/// How a member stands among those near them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlook {
    pub found: matching::Outlook,
    /// More wait than were looked at.
    pub more: bool,
}

impl Gathered {
    /// How many wait.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.waiting.len()
    }

    /// Pairs to propose. Slow with many: off the async threads.
    #[must_use]
    pub fn matches(&self) -> Vec<Match> {
        matching::matches(&self.all(), &self.context())
    }

    /// How many fit `member` now, and what would widen the choice.
    #[must_use]
    pub fn outlook(&self, member: MemberId) -> Option<Outlook> {
        let all = self.all();
        let me = all.iter().find(|w| w.member == member.0)?;
        let most = usize::try_from(LOOK).unwrap_or(usize::MAX);
        let others: Vec<_> = all.iter().filter(|w| w.member != member.0).take(most).cloned().collect();
        let more = all.len() > others.len() + 1;
        Some(Outlook { found: matching::outlook(me, &others, &self.context()), more })
    }

    /// Whose turn comes at another step than was kept.
    #[must_use]
    pub fn changed_steps(&self) -> Vec<(MemberId, i64)> {
        let now = |w: &Waiting| i64::from(w.figure().step());
        self.waiting.iter().filter(|w| w.step != now(w)).map(|w| (w.member_id, now(w))).collect()
    }

    fn all(&self) -> Vec<matching::Waiting> {
        self.waiting.iter().map(|waiting| self.one(waiting)).collect()
    }

    fn one(&self, waiting: &Waiting) -> matching::Waiting {
        let id = waiting.member_id;
        let busy = self.busy.get(&id).map_or(&[][..], Vec::as_slice);
        let free = self.weeks.get(&id).map(|week| times::starts_ahead(week, busy, self.now)).unwrap_or_default();
        matching::Waiting {
            since: waiting.joined_at.0,
            member: id.0,
            discipline: number(waiting.discipline),
            languages: waiting.languages.bits(),
            wants_disciplines: bits(&waiting.disciplines),
            company: waiting.company_id.map(|company| company.0),
            free: free.into_iter().map(|slot| slot.0).collect(),
            step: waiting.figure().step(),
            reliability: waiting.figure().reliability(),
            bookings_left: waiting.bookings_left(),
        }
    }

    fn context(&self) -> Context {
        let mut context = Context::default();
        for pair in &self.between {
            let (one, other) = (pair.one.0, pair.other.0);
            match pair.what.as_str() {
                "blocked" => context.blocked(one, other),
                "apart" => context.declined(one, other),
                "mutual" => context.mutual_interest(one, other),
                _ => context.met(one, other, u32::try_from(pair.times).unwrap_or(u32::MAX)),
            }
        }
        context
    }
}
