//! What is typed after the hour, checked once.

use crate::base::error::{Problem, Problems, Result};
use crate::pairing::hour::model::{Helped, REPORT_MAX, TAKEAWAY_MAX, THANKS_MAX};
use crate::ui::fields::Fields;

/// One's own view of the hour. All of it private but the thanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    pub helped: Helped,
    pub again: bool,
    pub takeaway: String,
    pub thanks: String,
    /// For the organizers; empty: none.
    pub report: String,
}

impl Feedback {
    /// Reads `helped`, `again`, `takeaway`, `thanks`, `report`.
    ///
    /// # Errors
    /// [`crate::base::error::Error::Invalid`].
    pub fn read(fields: &Fields) -> Result<Self> {
        let mut problems = Problems::default();
        let helped = fields.choice("helped", &mut problems);
        let again = problems.check("again", yes_or_no(fields.get("again")));
        let takeaway = fields.block("takeaway", TAKEAWAY_MAX, &mut problems);
        let thanks = fields.line("thanks", THANKS_MAX, &mut problems);
        let report = fields.block("report", REPORT_MAX, &mut problems);
        problems.into_result()?;
        let helped = helped.ok_or(("helped", Problem::NotAChoice))?;
        let again = again.ok_or(("again", Problem::NotAChoice))?;
        Ok(Self { helped, again, takeaway, thanks, report })
    }
}

fn yes_or_no(typed: &str) -> Result<bool, Problem> {
    match typed {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Problem::NotAChoice),
    }
}

/// What happened, for the organizers.
///
/// # Errors
/// [`crate::base::error::Error::Invalid`] when empty or too long.
pub fn report(fields: &Fields) -> Result<String> {
    let mut problems = Problems::default();
    let report = fields.block("report", REPORT_MAX, &mut problems);
    if report.is_empty() {
        problems.add("report", Problem::Required);
    }
    problems.into_result()?;
    Ok(report)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Error;

    #[test]
    fn feedback_takes_two_choices_and_little_else() {
        let read = |pairs: &[(&'static str, &'static str)]| Feedback::read(&Fields::from_pairs(pairs.iter().copied()));
        let given = read(&[("helped", "some"), ("again", "no"), ("thanks", " Thank you ")]).unwrap();
        assert_eq!((given.helped, given.again, given.thanks.as_str()), (Helped::Some, false, "Thank you"));
        let Err(Error::Invalid(problems)) = read(&[("helped", "very"), ("again", "")]) else { panic!() };
        assert_eq!(problems.of("helped"), Some(Problem::NotAChoice));
        assert_eq!(problems.of("again"), Some(Problem::NotAChoice));
    }

    #[test]
    fn a_report_says_something() {
        let read = |text: &str| report(&Fields::from_pairs([("report", text)]));
        assert_eq!(read("They shouted.\n").unwrap(), "They shouted.");
        assert!(read(" ").is_err() && read(&"x".repeat(REPORT_MAX + 1)).is_err());
    }
}
