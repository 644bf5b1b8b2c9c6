//! Who meets whom: out of those who wait for a partner, pairs that both sides accept.
//!
//! Greedy, by the order of the queue: who waits longest, of those who come when they have booked, takes
//! the best partner still there, and both leave. This is not the largest number of pairs possible, but it can be explained to the one
//! who waits, and nobody is passed over for the sake of two others. What holds:
//! - Accepting is mutual (`a` accepts `b` as `b` accepts `a`). So who finds nobody when their turn
//!   comes fits nobody further down either, and no two who accept each other are both left over.
//! - The result depends on what is given, not on the order in which it is given.
//!
//! Each pair is looked at once at most, and times are compared as bits (`slots`): 2,000 members with
//! some weeks of free hours take some tens of milliseconds, whether many of them fit or none.

mod slots;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use slots::Slots;

pub type MemberId = i64;
pub type CompanyId = i64;
/// The start of a meeting of one hour, in quarter-hours since 1970-01-01 00:00 UTC.
pub type Slot = i64;

/// A member who waits for a partner. The order of the fields is the order of the queue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waiting {
    /// 0 to 2: whoever has often not come has their turn after those who do.
    pub step: u8,
    /// Unix milliseconds.
    pub since: i64,
    pub member: MemberId,
    /// The number of the discipline, below 32.
    pub discipline: u8,
    /// One bit for each language spoken: Japanese 1, English 2.
    pub languages: u8,
    /// Bit `n` for discipline `n`: nobody else will do. 0: anybody will.
    pub wants_disciplines: u32,
    /// The company to be traced; `None`: whatever the other wants.
    pub company: Option<CompanyId>,
    /// Where an hour that lies wholly in free time can start: ascending, each once.
    pub free: Vec<Slot>,
    /// 0 to 100. Puts one partner before another who is as good in all that counts more.
    pub reliability: u8,
    /// How many more meetings may be booked; with 0 there is no match.
    pub bookings_left: u32,
}

/// What is known about pairs of members. Each pair counts the same both ways round.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// Under both members, so that all pairs of one lie together.
    pairs: BTreeMap<MemberId, BTreeMap<MemberId, Between>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Between {
    blocked: bool,
    declined: bool,
    mutual_interest: bool,
    met: u32,
}

/// A meeting to propose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Who waits longer stands first.
    pub members: [MemberId; 2],
    /// The earliest that suits both.
    pub slot: Slot,
    /// The company that one or both named.
    pub company: Option<CompanyId>,
}

/// How many partners a member has to choose from, and what would give more.
/// The last three are counted on top of `now`, each as if that alone were changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlook {
    pub now: usize,
    /// ... if the member took any discipline.
    pub any_discipline: usize,
    /// ... if the member took any company.
    pub any_company: usize,
    /// ... if the member were always free. Who has no free time at all is not counted.
    pub wider_times: usize,
}

/// Pairs those who wait, in the order of the queue: by `step`, by `since`, then by member number.
/// A member who is listed twice counts once, by the older entry.
#[must_use]
pub fn matches(waiting: &[Waiting], context: &Context) -> Vec<Match> {
    let mut queue = queue(waiting, context);
    let mut matches = Vec::with_capacity(queue.len() / 2);
    while let Some(oldest) = queue.pop_front() {
        if let Some((place, slot)) = best(&oldest, &queue)
            && let Some(partner) = queue.remove(place)
        {
            let (a, b) = (oldest.waiting, partner.waiting);
            matches.push(Match { members: [a.member, b.member], slot, company: a.company.or(b.company) });
        }
    }
    matches
}

/// Whether two members can be matched: neither blocked nor just declined, a common language, both
/// wishes met, a meeting left for each, and an hour that suits both. Who names a company accepts
/// those who name the same or none.
#[must_use]
pub fn accepts(a: &Waiting, b: &Waiting, context: &Context) -> bool {
    Candidate::new(a, context).common_slot(&Candidate::new(b, context)).is_some()
}

/// Counts the partners for `me` among those who wait; `me` may be among them and is not counted.
/// Others' wishes stay as they are, because `me` cannot change them.
#[must_use]
pub fn outlook(me: &Waiting, waiting: &[Waiting], context: &Context) -> Outlook {
    let others = queue(waiting, context);
    let fitting = |me: &Waiting| {
        let me = Candidate::new(me, context);
        others.iter().filter(|other| me.common_slot(other).is_some()).count()
    };
    let now = fitting(me);
    let my = Candidate::new(me, context);
    let at_some_time = others.iter().filter(|other| !other.waiting.free.is_empty() && my.agrees(other)).count();
    Outlook {
        now,
        any_discipline: fitting(&Waiting { wants_disciplines: 0, ..me.clone() }) - now,
        any_company: fitting(&Waiting { company: None, ..me.clone() }) - now,
        wider_times: at_some_time - now,
    }
}

impl Context {
    /// One of the two has blocked the other: never to be matched.
    pub fn blocked(&mut self, a: MemberId, b: MemberId) {
        self.learn(a, b, |pair| pair.blocked = true);
    }

    /// The pair's latest proposal was declined: not to be matched again now.
    pub fn declined(&mut self, a: MemberId, b: MemberId) {
        self.learn(a, b, |pair| pair.declined = true);
    }

    /// Each of the two would like to meet the other.
    pub fn mutual_interest(&mut self, a: MemberId, b: MemberId) {
        self.learn(a, b, |pair| pair.mutual_interest = true);
    }

    /// The two have met so many times more.
    pub fn met(&mut self, a: MemberId, b: MemberId, times: u32) {
        self.learn(a, b, |pair| pair.met = pair.met.saturating_add(times));
    }

    fn learn(&mut self, a: MemberId, b: MemberId, change: impl Fn(&mut Between)) {
        for (one, other) in [(a, b), (b, a)] {
            change(self.pairs.entry(one).or_default().entry(other).or_default());
        }
    }
}

/// Oldest first, each member once.
fn queue<'a>(waiting: &'a [Waiting], context: &'a Context) -> VecDeque<Candidate<'a>> {
    let in_order: BTreeSet<&Waiting> = waiting.iter().collect();
    let mut listed = BTreeSet::new();
    in_order
        .into_iter()
        .filter(|waiting| listed.insert(waiting.member))
        .map(|waiting| Candidate::new(waiting, context))
        .collect()
}

/// The place in the queue of the best partner, and the slot that suits both.
fn best(seeker: &Candidate, queue: &VecDeque<Candidate>) -> Option<(usize, Slot)> {
    let fitting = queue.iter().enumerate().filter_map(|(place, partner)| {
        let slot = seeker.common_slot(partner)?;
        Some((place, slot, seeker.score(partner, slot)))
    });
    // Among equals `min_by_key` keeps the first: the one who waits longest.
    fitting.min_by_key(|(_, _, score)| Reverse(*score)).map(|(place, slot, _)| (place, slot))
}

/// How good a partner is. The order of the fields is the order in which they count; greater is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    different_disciplines: bool,
    mutual_interest: bool,
    met: Reverse<u32>,
    /// Both name it, which says more than that neither minds.
    same_company: bool,
    shared_languages: u32,
    reliability: u8,
    slot: Reverse<Slot>,
}

/// A waiting member, with what is looked up for every pair made ready once.
struct Candidate<'a> {
    waiting: &'a Waiting,
    free: Slots,
    others: Option<&'a BTreeMap<MemberId, Between>>,
}

impl<'a> Candidate<'a> {
    fn new(waiting: &'a Waiting, context: &'a Context) -> Self {
        Self { waiting, free: Slots::new(&waiting.free), others: context.pairs.get(&waiting.member) }
    }

    /// The earliest slot that suits both, if they accept each other.
    fn common_slot(&self, other: &Candidate) -> Option<Slot> {
        if !self.wishes_meet(other) {
            return None;
        }
        // What is known about the pair comes last: looking it up costs most.
        self.free.first_common(&other.free).filter(|_| !self.between(other).keeps_apart())
    }

    /// Whether the two accept each other in all but the time.
    fn agrees(&self, other: &Candidate) -> bool {
        self.wishes_meet(other) && !self.between(other).keeps_apart()
    }

    fn wishes_meet(&self, other: &Candidate) -> bool {
        let (a, b) = (self.waiting, other.waiting);
        a.member != b.member
            && a.bookings_left > 0
            && b.bookings_left > 0
            && a.languages & b.languages != 0
            && a.wants(b.discipline)
            && b.wants(a.discipline)
            && (a.company.is_none() || b.company.is_none() || a.company == b.company)
    }

    fn score(&self, partner: &Candidate, slot: Slot) -> Score {
        let (a, b, between) = (self.waiting, partner.waiting, self.between(partner));
        Score {
            different_disciplines: a.discipline != b.discipline,
            mutual_interest: between.mutual_interest,
            met: Reverse(between.met),
            same_company: a.company.is_some() && a.company == b.company,
            shared_languages: (a.languages & b.languages).count_ones(),
            reliability: b.reliability,
            slot: Reverse(slot),
        }
    }

    fn between(&self, other: &Candidate) -> Between {
        self.others.and_then(|others| others.get(&other.waiting.member)).copied().unwrap_or_default()
    }
}

impl Waiting {
    fn wants(&self, discipline: u8) -> bool {
        let bit = 1_u32.checked_shl(u32::from(discipline)).unwrap_or(0);
        self.wants_disciplines == 0 || self.wants_disciplines & bit != 0
    }
}

impl Between {
    fn keeps_apart(self) -> bool {
        self.blocked || self.declined
    }
}

#[cfg(test)]
mod tests;
