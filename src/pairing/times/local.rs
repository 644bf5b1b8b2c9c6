//! One local time as a member types it, with nothing guessed: a time that the clocks skip or show
//! twice is asked for again.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

use super::QUARTER;
use crate::base::time::Time;

/// Why a typed local time is no start of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocalProblem {
    /// Not written as a date and time, or no day of the calendar.
    NotATime,
    /// The time zone database does not have it.
    NotAZone,
    /// Before 1970 or after 2200, on the local calendar.
    OutOfRange,
    /// The clocks skip it.
    InAGap,
    /// The clocks show it twice.
    InAFold,
    /// Not a quarter of an hour.
    NotOnTheGrid,
}

/// The moment at which the clocks of `zone` show `typed`, which is what a browser sends for
/// `<input type=datetime-local>`: `2026-11-01T01:30`, some with `:00` for the seconds. The result is
/// a multiple of [`QUARTER`].
///
/// # Errors
/// With the first problem, in the order `NotATime`, `OutOfRange`, `NotAZone`, then the others.
pub fn local(zone: &str, typed: &str) -> Result<Time, LocalProblem> {
    let shown = date_time(typed).ok_or(LocalProblem::NotATime)?;
    if !(1970..=2200).contains(&shown.year()) {
        return Err(LocalProblem::OutOfRange);
    }
    let zone = TimeZone::get(zone).map_err(|_| LocalProblem::NotAZone)?;
    let offset = match zone.to_ambiguous_timestamp(shown).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset,
        AmbiguousOffset::Gap { .. } => return Err(LocalProblem::InAGap),
        AmbiguousOffset::Fold { .. } => return Err(LocalProblem::InAFold),
    };
    let at = offset.to_timestamp(shown).map_err(|_| LocalProblem::OutOfRange)?.as_millisecond();
    if at.rem_euclid(QUARTER) == 0 { Ok(Time(at)) } else { Err(LocalProblem::NotOnTheGrid) }
}

/// The text as HTML writes it. The library reads much more (offsets, zones, weeks), all of which would
/// be a local time with something dropped.
fn date_time(typed: &str) -> Option<DateTime> {
    const SHAPE: &str = "0000-00-00T00:00:00";
    let is_shaped = matches!(typed.len(), 16 | 19)
        && typed.bytes().zip(SHAPE.bytes()).all(|(byte, shape)| match shape {
            b'0' => byte.is_ascii_digit(),
            _ => byte == shape,
        });
    if is_shaped { typed.parse().ok() } else { None }
}
