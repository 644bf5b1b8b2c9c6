//! もし自分がCMOだったら: a call with a day on which the site asks how it turned out.

use jiff::tz::Offset;

use crate::base::error::{Problem, Problems, Result};
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::traces::model::draft::Content;
use crate::traces::model::part::{HYPOTHESES, PartKey};
use crate::traces::model::typed::Typed;
use crate::traces::model::typed::check::first_day;
use crate::ui::fields::Fields;

crate::text_enum! {
    /// How a call turned out.
    Outcome { Held = "held", Partly = "partly", Failed = "failed" }
}

/// Characters of the evidence, at most.
pub const EVIDENCE_MAX: usize = 2_000;

impl Outcome {
    /// In the reader's language.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        let t = lang.words();
        match self {
            Outcome::Held => t.outcome_held(),
            Outcome::Partly => t.outcome_partly(),
            Outcome::Failed => t.outcome_failed(),
        }
    }
}

/// A call that has a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub key: PartKey,
    pub on: String,
    pub at: Time,
}

/// The calls of a trace that the site will ask about.
#[must_use]
pub fn due(content: &Content) -> Vec<Due> {
    let one = |key: PartKey| match content.public_part(key).fields {
        Typed::Hypothesis(hypothesis) => {
            let on = hypothesis.head.due;
            begins(&on).map(|at| Due { key, on, at })
        }
        _ => None,
    };
    HYPOTHESES.into_iter().filter_map(one).collect()
}

/// When a day begins, UTC.
fn begins(day: &str) -> Option<Time> {
    let midnight = first_day(day).filter(|_| day.len() == 10)?.at(0, 0, 0, 0);
    Some(Time(Offset::UTC.to_timestamp(midnight).ok()?.as_millisecond()))
}

/// What its author answers on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub outcome: Outcome,
    pub evidence: String,
}

impl Answer {
    /// Reads `outcome evidence`.
    ///
    /// # Errors
    /// [`crate::base::error::Error::Invalid`]: a call is settled by evidence, never by a mark alone.
    pub fn read(fields: &Fields) -> Result<Self> {
        let mut problems = Problems::default();
        let outcome = fields.choice("outcome", &mut problems);
        let evidence = fields.block("evidence", EVIDENCE_MAX, &mut problems);
        if evidence.trim().is_empty() {
            problems.add("evidence", Problem::Required);
        }
        problems.into_result()?;
        let outcome = outcome.ok_or(("outcome", Problem::NotAChoice))?;
        Ok(Self { outcome, evidence })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_needs_an_outcome_and_its_evidence() {
        let read =
            |outcome, evidence| Answer::read(&Fields::from_pairs([("outcome", outcome), ("evidence", evidence)]));
        assert!(read("held", "Sales rose.").is_ok());
        assert!(read("held", " ").is_err() && read("won", "Sales rose.").is_err());
    }

    #[test]
    fn a_day_begins_in_greenwich() {
        assert_eq!(begins("1970-01-02"), Some(Time(86_400_000)));
        assert_eq!(begins("1970-01"), None);
        assert_eq!(begins("2026-02-30"), None);
    }
}
