//! What a waiting member wishes, and the limits of a proposal. Pure.

use crate::base::error::{Problem, Problems, Result};
use crate::base::time::{DAY, HOUR, MINUTE, Time};
use crate::members::model::Discipline;
use crate::pairing::model::{Slot, Tongues};
use crate::ui::fields::Fields;

/// How long both have to answer, unless the hour is nearer.
const ANSWER: i64 = 12 * HOUR;
/// Before the hour an answer is known.
const NOTICE: i64 = HOUR;
/// How long a pair that did not come together is not proposed again.
pub const APART: i64 = 7 * DAY;
/// While members wait, the queue is looked through this often: hours pass, and others become possible.
pub const ROUND: i64 = 10 * MINUTE;

/// Whoever waits reads how many of the first so many in the queue fit.
pub const LOOK: i64 = 300;

crate::text_enum! {
    /// How a proposal stands.
    Standing { Open = "open", Booked = "booked", Declined = "declined", Lapsed = "lapsed" }
}

crate::text_enum! {
    /// Where a proposal comes from: a round of the queue, or someone who waits in vain right now.
    Origin { Match = "match", Swap = "swap" }
}

/// Until when both answer.
#[must_use]
pub fn answer_by(slot: Slot, now: Time) -> Time {
    now.plus(ANSWER).min(slot.starts_at().plus(-NOTICE))
}

/// What a member who joins the queue wishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The company's name as typed; empty: open.
    pub company: String,
    /// Nobody else will do; empty: any.
    pub disciplines: Vec<Discipline>,
    pub languages: Tongues,
}

impl Wish {
    /// Reads `company`, `discipline` (any number), `languages`.
    ///
    /// # Errors
    /// [`crate::base::error::Error::Invalid`].
    pub fn read(fields: &Fields) -> Result<Self> {
        let mut problems = Problems::default();
        let company = fields.line("company", crate::companies::model::NAME_MAX, &mut problems);
        let disciplines = disciplines(fields, &mut problems);
        let languages = fields.choice("languages", &mut problems);
        problems.into_result()?;
        let languages = languages.ok_or(("languages", Problem::NotAChoice))?;
        Ok(Self { company, disciplines, languages })
    }
}

/// Reads `discipline` (any number), each once.
pub fn disciplines(fields: &Fields, problems: &mut Problems) -> Vec<Discipline> {
    let mut found = Vec::new();
    for (_, value) in fields.iter().filter(|(name, _)| *name == "discipline") {
        match value.parse() {
            Ok(discipline) if !found.contains(&discipline) => found.push(discipline),
            Ok(_) => {}
            Err(problem) => problems.add("discipline", problem),
        }
    }
    found
}

/// Disciplines as one text, as they are kept.
#[must_use]
pub fn joined(disciplines: &[Discipline]) -> String {
    disciplines.iter().map(|d| d.as_str()).collect::<Vec<_>>().join(",")
}

/// One bit for each discipline of a kept text; 0: any.
#[must_use]
pub fn bits(kept: &str) -> u32 {
    kept.split(',').filter_map(|d| d.parse::<Discipline>().ok()).map(|d| 1 << number(d)).sum()
}

/// A discipline's place in the list of all.
#[must_use]
pub fn number(discipline: Discipline) -> u8 {
    Discipline::ALL.iter().position(|d| *d == discipline).and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

/// The middle of some waits, in milliseconds; `None` without any.
#[must_use]
pub fn typical(mut waits: Vec<i64>) -> Option<i64> {
    waits.sort_unstable();
    waits.get(waits.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_read_from_its_form() {
        let wish =
            Wish::read(&Fields::parse(b"company=&discipline=design&discipline=sales&discipline=design&languages=ja"));
        let wish = wish.unwrap();
        assert_eq!(wish.disciplines, [Discipline::Design, Discipline::Sales]);
        assert_eq!(bits(&joined(&wish.disciplines)), 1 << number(Discipline::Design) | 1 << number(Discipline::Sales));
        assert_eq!(bits(""), 0);
        assert!(Wish::read(&Fields::parse(b"discipline=astrology&languages=ja")).is_err());
        assert!(Wish::read(&Fields::parse(b"company=")).is_err());
    }

    #[test]
    fn there_is_half_a_day_to_answer_and_never_past_the_hour() {
        let now = Time(1_795_424_400_000);
        let far = Slot::at(now.plus(2 * DAY));
        assert_eq!(answer_by(far, now), now.plus(12 * HOUR));
        let near = Slot::at(now.plus(4 * HOUR));
        assert_eq!(answer_by(near, now), near.starts_at().plus(-HOUR));
    }

    #[test]
    fn the_typical_wait_is_the_middle_one() {
        assert_eq!(typical(vec![]), None);
        assert_eq!(typical(vec![9, 1, 5]), Some(5));
    }
}
