//! What a member types into an ask, checked once.

use crate::base::error::{Error, Problem, Problems, Result};
use crate::base::time::Time;
use crate::companies::model::NAME_MAX;
use crate::members::model::Discipline;
use crate::pairing::asks::model::{NOTE_MAX, TIMES, TOPIC_MAX, closed_until};
use crate::pairing::model::{Kind, Slot, Tongues};
use crate::pairing::queue::model::disciplines;
use crate::pairing::sessions::entry::slot;
use crate::pairing::sessions::model::HORIZON;
use crate::traces::model::TraceId;
use crate::ui::fields::Fields;

/// The field of the time with this number, from 1.
#[must_use]
pub fn field(number: usize) -> String {
    format!("slot-{number}")
}

/// An offered time with the field in which it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    pub field: String,
    pub slot: Slot,
}

/// An ask as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub kind: Kind,
    /// The company's name as typed; empty: the topic says what it is about.
    pub company: String,
    pub topic: String,
    pub note: String,
    /// Only these; empty: any.
    pub disciplines: Vec<Discipline>,
    pub languages: Tongues,
    /// In order of time.
    pub times: Vec<Offered>,
    /// Where it begins: a trace, or two that disagree.
    pub trace: Option<TraceId>,
    pub other: Option<TraceId>,
}

impl Wanted {
    /// Reads `kind`, `company`, `topic`, `note`, `discipline` (any number), `languages`, `slot-1` to
    /// `slot-6` (local times in `zone`), `trace`, `other`.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem, in the order of the form.
    pub fn read(fields: &Fields, zone: &str, now: Time) -> Result<Self> {
        let mut problems = Problems::default();
        let kind = fields.choice("kind", &mut problems);
        let company = fields.line("company", NAME_MAX, &mut problems);
        let topic = fields.line("topic", TOPIC_MAX, &mut problems);
        let (trace, other) = traces(fields, &mut problems);
        if company.is_empty() && topic.is_empty() && trace.is_none() {
            problems.add("company", Problem::Required);
        }
        let times = times(fields, zone, now, &mut problems);
        let disciplines = disciplines(fields, &mut problems);
        let languages = fields.choice("languages", &mut problems);
        let note = fields.block("note", NOTE_MAX, &mut problems);
        problems.into_result()?;
        match (kind, languages) {
            (Some(kind), Some(languages)) => {
                Ok(Self { kind, company, topic, note, disciplines, languages, times, trace, other })
            }
            _ => Err(Error::Internal("an ask without problems is whole".into())),
        }
    }

    /// The offered quarter-hours, in order.
    #[must_use]
    pub fn slots(&self) -> Vec<Slot> {
        self.times.iter().map(|offered| offered.slot).collect()
    }
}

/// One trace, or two that are not the same.
fn traces(fields: &Fields, problems: &mut Problems) -> (Option<TraceId>, Option<TraceId>) {
    let mut read = |field: &str| match fields.get(field) {
        "" => None,
        typed => problems.check(field, typed.parse::<TraceId>().map_err(|_| Problem::NotAChoice)),
    };
    let (trace, other) = (read("trace"), read("other"));
    if other.is_some() && other == trace {
        problems.add("other", Problem::ThereAlready);
    }
    // A second one alone is the first.
    if trace.is_some() { (trace, other) } else { (other, None) }
}

/// At least one time; each can still be taken, and stands once.
fn times(fields: &Fields, zone: &str, now: Time, problems: &mut Problems) -> Vec<Offered> {
    let mut times: Vec<Offered> = Vec::new();
    let mut typed = false;
    for name in (1..=TIMES).map(field) {
        let text = fields.get(&name).trim();
        if text.is_empty() {
            continue;
        }
        typed = true;
        let again = |slot: &Slot| times.iter().any(|offered| offered.slot == *slot);
        let checked = slot(text, zone)
            .and_then(|slot| is_ahead(slot, now))
            .and_then(|slot| if again(&slot) { Err(Problem::ThereAlready) } else { Ok(slot) });
        if let Some(slot) = problems.check(&name, checked) {
            times.push(Offered { field: name, slot });
        }
    }
    if !typed {
        problems.add(field(1), Problem::Required);
    }
    times.sort_unstable_by_key(|offered| offered.slot);
    times
}

fn is_ahead(slot: Slot, now: Time) -> std::result::Result<Slot, Problem> {
    if slot.starts_at() <= now {
        Err(Problem::InThePast)
    } else if slot <= closed_until(now) {
        Err(Problem::TooSoon)
    } else if slot.starts_at() > now.plus(HORIZON) {
        Err(Problem::TooFarAhead)
    } else {
        Ok(slot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = Time(1_795_424_400_000); // 2026-11-23 09:00 UTC, 18:00 in Tokyo

    fn read(typed: &str, zone: &str) -> Result<Wanted> {
        Wanted::read(&Fields::parse(typed.as_bytes()), zone, NOW)
    }

    fn problems(typed: &str, zone: &str) -> Problems {
        match read(typed, zone) {
            Err(Error::Invalid(problems)) => problems,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_ask_is_read_from_its_form() {
        let typed = "kind=company&company=QB+House&topic=&discipline=design&discipline=design&languages=ja\
                     &slot-1=2026-11-25T20:00&slot-3=2026-11-24T19:30&note=a%0Ab";
        let ask = read(typed, "Asia/Tokyo").unwrap();
        assert_eq!((ask.kind, ask.company.as_str(), ask.note.as_str()), (Kind::Company, "QB House", "a\nb"));
        assert_eq!(ask.disciplines, [Discipline::Design]);
        assert_eq!(ask.times.iter().map(|t| t.field.as_str()).collect::<Vec<_>>(), ["slot-3", "slot-1"]);
    }

    #[test]
    fn everything_wrong_is_said_at_once_in_the_order_of_the_form() {
        let all = problems("kind=chat&discipline=astrology&languages=fr", "Asia/Tokyo");
        let fields: Vec<&str> = all.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["kind", "company", "slot-1", "discipline", "languages"]);
    }

    #[test]
    fn a_time_that_cannot_be_is_said_beside_its_field() {
        let of = |typed: &str, zone: &str| {
            problems(&format!("kind=company&topic=x&languages=ja&slot-2={typed}"), zone).of("slot-2")
        };
        assert_eq!(of("2026-11-23T17:00", "Asia/Tokyo"), Some(Problem::InThePast));
        assert_eq!(of("2026-11-23T19:00", "Asia/Tokyo"), Some(Problem::TooSoon));
        assert_eq!(of("2027-03-01T19:00", "Asia/Tokyo"), Some(Problem::TooFarAhead));
        assert_eq!(of("2026-11-24T19:10", "Asia/Tokyo"), Some(Problem::NotAQuarter));
        assert_eq!(of("tomorrow", "Asia/Tokyo"), Some(Problem::NotATime));
        assert_eq!(of("2027-03-14T02:30", "America/New_York"), Some(Problem::InAGap));
        assert_eq!(of("2026-11-01T01:30", "America/New_York"), Some(Problem::InAFold));
    }

    #[test]
    fn a_time_stands_once() {
        let typed = "kind=company&topic=x&languages=ja&slot-1=2026-11-25T20:00&slot-2=2026-11-25T20:00";
        assert_eq!(problems(typed, "Asia/Tokyo").of("slot-2"), Some(Problem::ThereAlready));
    }

    #[test]
    fn it_begins_with_one_trace_or_two_that_differ() {
        let of =
            |typed: &str| read(&format!("kind=improvement&languages=ja&slot-1=2026-11-25T20:00&{typed}"), "Asia/Tokyo");
        let traces = |ask: Wanted| (ask.trace.map(|t| t.0), ask.other.map(|t| t.0));
        assert_eq!(traces(of("trace=3").unwrap()), (Some(3), None));
        assert_eq!(traces(of("trace=3&other=4").unwrap()), (Some(3), Some(4)));
        assert_eq!(traces(of("other=4").unwrap()), (Some(4), None));
        assert!(of("trace=3&other=3").is_err() && of("trace=x").is_err());
    }
}
