//! What an ask is, who may take it, and its limits. Pure.

use crate::base::error::{Error, Refusal, Result};
use crate::base::time::{DAY, HOUR, Time};
use crate::base::words::Lang;
use crate::companies::model::CompanyId;
use crate::members::model::{Discipline, MemberId};
use crate::pairing::model::{Kind, Slot};

/// An offered time can be taken until so long before it begins.
pub const LEAD: i64 = HOUR;
/// Times that an ask offers, at most.
pub const TIMES: usize = 6;
/// Asks that a member may have open at once.
pub const MOST_OPEN: i64 = 5;
/// Characters (grapheme clusters) of a topic and of a note.
pub const TOPIC_MAX: usize = 120;
pub const NOTE_MAX: usize = 600;
/// How long one who waits has to answer once it is theirs.
const ANSWER: i64 = 12 * HOUR;
/// How long an ask that nobody took is shown to its member.
pub const SHOWN: i64 = 14 * DAY;

crate::text_enum! {
    /// How an ask stands.
    AskState {
        Open = "open",
        /// Someone took it, or it is offered to one who waits.
        Taken = "taken",
        Closed = "closed",
        /// Its last time has gone by.
        Expired = "expired",
    }
}

crate::text_enum! {
    /// How one who waits for an ask stands.
    WaitState {
        Waiting = "waiting",
        /// It is theirs until the limit.
        Offered = "offered",
        /// They let it go, or did not answer.
        Passed = "passed",
    }
}

/// The last quarter-hour that can no longer be taken now: offered times lie after it.
#[must_use]
pub fn closed_until(now: Time) -> Slot {
    Slot::at(now.plus(LEAD))
}

/// From when on a time can no longer be taken.
#[must_use]
pub fn closes_at(slot: Slot) -> Time {
    slot.starts_at().plus(-LEAD)
}

/// When the first of these times that can still be taken stops being so; `None`: none can.
#[must_use]
pub fn next_to_close(slots: &[Slot], now: Time) -> Option<Time> {
    slots.iter().filter(|slot| **slot > closed_until(now)).map(|slot| closes_at(*slot)).min()
}

/// When an ask with these times expires.
#[must_use]
pub fn expires_at(slots: &[Slot]) -> Time {
    slots.iter().max().map_or(Time(0), |last| closes_at(*last))
}

/// Until when one who waits has to answer: never past the last time.
#[must_use]
pub fn answer_by(expires_at: Time, now: Time) -> Time {
    now.plus(ANSWER).min(expires_at)
}

/// Whether `member`, of this discipline, is asked for. `wanted`: empty for any.
///
/// # Errors
/// [`Refusal::NotForYou`]: it is their own, or other disciplines were wanted.
pub fn may_take(asker: MemberId, wanted: &[Discipline], member: MemberId, discipline: Discipline) -> Result<()> {
    if asker == member || !(wanted.is_empty() || wanted.contains(&discipline)) {
        return Err(Error::NotAllowed(Refusal::NotForYou));
    }
    Ok(())
}

/// Disciplines of a kept text.
#[must_use]
pub fn disciplines(kept: &str) -> Vec<Discipline> {
    kept.split(',').filter_map(|discipline| discipline.parse().ok()).collect()
}

/// Which open asks a list keeps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub kind: Option<Kind>,
    /// Open to this discipline.
    pub discipline: Option<Discipline>,
    /// Can be held in this language.
    pub language: Option<Lang>,
    /// About a company of this industry: a key of [`crate::companies::industry`].
    pub industry: Option<&'static str>,
    /// The company's name as typed.
    pub q: String,
    /// The company of that name; `None` also where there is none.
    pub company: Option<CompanyId>,
}

impl Filter {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// A name was typed, and no company has it.
    #[must_use]
    pub fn misses(&self) -> bool {
        !self.q.is_empty() && self.company.is_none()
    }

    /// `path` with the parameters that ask for these and for the page `after`.
    #[must_use]
    pub fn address(&self, path: &str, after: Option<i64>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.kind.map(|kind| ("kind", kind.as_str())));
        query.extend_pairs(self.discipline.map(|discipline| ("discipline", discipline.as_str())));
        query.extend_pairs(self.language.map(|language| ("language", language.as_str())));
        query.extend_pairs(self.industry.map(|industry| ("industry", industry)));
        query.extend_pairs((!self.q.is_empty()).then_some(("q", self.q.as_str())));
        query.extend_pairs(after.map(|after| ("after", after.to_string())));
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::MINUTE;

    const NOW: Time = Time(1_795_424_400_000); // 2026-11-23 09:00 UTC

    fn at(hours: i64) -> Slot {
        Slot::at(NOW.plus(hours * HOUR))
    }

    #[test]
    fn a_time_can_be_taken_until_an_hour_before_it() {
        let slot = at(3);
        let open = |now: Time| slot > closed_until(now);
        assert!(open(NOW) && open(NOW.plus(2 * HOUR - 1)));
        assert!(!open(NOW.plus(2 * HOUR)) && !open(NOW.plus(2 * HOUR + MINUTE)));
        assert_eq!(closes_at(slot), NOW.plus(2 * HOUR));
    }

    #[test]
    fn an_ask_lives_until_its_last_time() {
        let times = [at(30), at(3), at(10)];
        assert_eq!(next_to_close(&times, NOW), Some(NOW.plus(2 * HOUR)));
        assert_eq!(next_to_close(&times, NOW.plus(2 * HOUR)), Some(NOW.plus(9 * HOUR)));
        assert_eq!(expires_at(&times), NOW.plus(29 * HOUR));
        assert_eq!(next_to_close(&times, expires_at(&times)), None);
        assert_eq!(expires_at(&[]), Time(0));
    }

    #[test]
    fn there_is_half_a_day_to_answer_and_never_past_the_last_time() {
        assert_eq!(answer_by(NOW.plus(DAY), NOW), NOW.plus(12 * HOUR));
        assert_eq!(answer_by(NOW.plus(2 * HOUR), NOW), NOW.plus(2 * HOUR));
    }

    #[test]
    fn only_who_is_asked_for_may_take_it() {
        let may = |wanted: &[Discipline], member: i64| {
            may_take(MemberId(1), wanted, MemberId(member), Discipline::Design).is_ok()
        };
        assert!(may(&[], 2) && may(&[Discipline::Sales, Discipline::Design], 2));
        assert!(!may(&[Discipline::Sales], 2) && !may(&[], 1));
        assert_eq!(disciplines("design,sales"), [Discipline::Design, Discipline::Sales]);
        assert!(disciplines("").is_empty());
    }

    #[test]
    fn a_filter_writes_the_address_that_asks_for_it() {
        assert_eq!(Filter::default().address("/pair/asks", None), "/pair/asks");
        let filter =
            Filter { kind: Some(Kind::Company), industry: Some("foods"), q: "QB House".into(), ..Filter::default() };
        let address = "/pair/asks?kind=company&industry=foods&q=QB+House&after=7";
        assert_eq!(filter.address("/pair/asks", Some(7)), address);
        assert!(filter.misses() && !filter.is_empty());
    }
}
