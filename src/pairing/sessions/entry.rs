//! What the two type on a session's page, checked once.

use url::Url;

use crate::base::error::{Problem, Problems, Result};
use crate::base::text;
use crate::pairing::model::Slot;
use crate::pairing::sessions::model::{GOALS_MAX, MESSAGE_MAX, READINGS_MAX, REASON_MAX};
use crate::pairing::times::{LocalProblem, local};
use crate::ui::fields::Fields;

/// Characters of an address.
const LINK_MAX: usize = 500;
/// Addresses to read before the hour.
const READINGS: usize = 10;

/// A local time of a form, as the slot that begins then.
///
/// # Errors
/// What is wrong with it, in words for the one who typed it.
pub fn slot(typed: &str, zone: &str) -> std::result::Result<Slot, Problem> {
    match local(zone, typed.trim()) {
        Ok(time) => Ok(Slot::at(time)),
        Err(LocalProblem::NotATime) => Err(Problem::NotATime),
        Err(LocalProblem::NotAZone) => Err(Problem::NotAZone),
        Err(LocalProblem::OutOfRange) => Err(Problem::TooFarAhead),
        Err(LocalProblem::InAGap) => Err(Problem::InAGap),
        Err(LocalProblem::InAFold) => Err(Problem::InAFold),
        Err(LocalProblem::NotOnTheGrid) => Err(Problem::NotAQuarter),
    }
}

/// Why a session is cancelled.
///
/// # Errors
/// [`crate::base::error::Error::Invalid`] when empty or too long.
pub fn reason(fields: &Fields) -> Result<String> {
    let mut problems = Problems::default();
    let reason = fields.required("reason", REASON_MAX, &mut problems);
    problems.into_result()?;
    Ok(reason)
}

/// A message to the other.
///
/// # Errors
/// As [`reason`].
pub fn message(fields: &Fields) -> Result<String> {
    let mut problems = Problems::default();
    let body = fields.block("body", MESSAGE_MAX, &mut problems);
    if body.is_empty() {
        problems.add("body", Problem::Required);
    }
    problems.into_result()?;
    Ok(body)
}

/// Goals, and what both should read: one https address a line. Both may be empty.
///
/// # Errors
/// As [`reason`]; `readings` that are no addresses, or more than ten.
pub fn preparation(fields: &Fields) -> Result<(String, String)> {
    let mut problems = Problems::default();
    let goals = fields.block("goals", GOALS_MAX, &mut problems);
    let readings = fields.block("readings", READINGS_MAX, &mut problems);
    let lines: Vec<&str> = readings.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > READINGS {
        problems.add("readings", Problem::TooManyOf(READINGS));
    }
    if let Some(problem) = lines.iter().find_map(|line| https(line).err()) {
        problems.add("readings", problem);
    }
    let readings = lines.join("\n");
    problems.into_result()?;
    Ok((goals, readings))
}

/// Where to call; empty takes it away.
///
/// # Errors
/// [`crate::base::error::Error::Invalid`] on `call`.
pub fn call(fields: &Fields) -> Result<String> {
    let mut problems = Problems::default();
    let link = fields.line("call", LINK_MAX, &mut problems);
    let link = if link.is_empty() { None } else { problems.check("call", https(&link)) };
    problems.into_result()?;
    Ok(link.unwrap_or_default())
}

/// The company's name as typed.
///
/// # Errors
/// [`crate::base::error::Error::Invalid`] on `company`.
pub fn company(fields: &Fields) -> Result<String> {
    let mut problems = Problems::default();
    let company = fields.required("company", crate::companies::model::NAME_MAX, &mut problems);
    problems.into_result()?;
    Ok(company)
}

/// An https address as a browser would open it.
fn https(typed: &str) -> std::result::Result<String, Problem> {
    if !text::within(typed, LINK_MAX) {
        return Err(Problem::TooLong(LINK_MAX));
    }
    let url = Url::parse(typed).map_err(|_| Problem::NotHttps)?;
    // A name before the host is how `https://bank.example@evil.example` deceives.
    let plain = url.scheme() == "https" && url.has_host() && url.username().is_empty() && url.password().is_none();
    if plain { Ok(url.into()) } else { Err(Problem::NotHttps) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Error;

    #[test]
    fn only_https_addresses_are_called() {
        let call = |text: &str| call(&Fields::from_pairs([("call", text)]));
        assert_eq!(call(" https://meet.example/a-b ").unwrap(), "https://meet.example/a-b");
        assert_eq!(call("").unwrap(), "");
        for wrong in
            ["http://meet.example", "javascript:alert(1)", "meet.example", "https://", "https://a@meet.example"]
        {
            assert!(matches!(call(wrong), Err(Error::Invalid(_))), "{wrong}");
        }
    }

    #[test]
    fn what_to_read_is_a_list_of_addresses() {
        let read = |text: &str| preparation(&Fields::from_pairs([("goals", ""), ("readings", text)]));
        assert_eq!(
            read("https://a.example/\n\n https://b.example/x").unwrap().1,
            "https://a.example/\nhttps://b.example/x"
        );
        assert!(read("see the report").is_err());
        assert!(read(&"https://a.example/\n".repeat(11)).is_err());
    }

    #[test]
    fn a_time_is_read_in_the_members_zone() {
        assert_eq!(slot("2026-11-24T19:00", "Asia/Tokyo"), slot("2026-11-24T10:00", "UTC"));
        assert_eq!(slot("2026-03-08T02:30", "America/New_York"), Err(Problem::InAGap));
        assert_eq!(slot("2026-11-01T01:30", "America/New_York"), Err(Problem::InAFold));
        assert_eq!(slot("2026-11-24T19:07", "Asia/Tokyo"), Err(Problem::NotAQuarter));
        assert_eq!(slot("soon", "Asia/Tokyo"), Err(Problem::NotATime));
    }
}
