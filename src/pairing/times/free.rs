//! From a week on the wall clock to moments.
//!
//! Between two changes of its clocks a zone is a fixed number of seconds from UTC, and wall-clock
//! times are turned into moments by subtraction. So time is cut at the changes first, and no case
//! is left over. What that comes to:
//! - An hour that the clocks skip is not there, and a stretch lying over it is so much shorter: its
//!   end or start inside the gap is moved to the moment of the change.
//! - An hour that the clocks show twice is free both times, and a stretch from before it until after
//!   it is so much longer. One that ends or starts inside it is free in either pass for just
//!   what it says, so that nobody is met at a time they did not give.
//! - A day that a zone left out (Apia, 30 December 2011) is not there.

use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

use super::day::Day;
use super::{HORIZON, QUARTER, Span, Week};
use crate::base::time::{HOUR, MINUTE, Time};

/// When the member is free between `from` and `until`, or within [`HORIZON`] of `from` when that is
/// sooner: in order, and as long as can be, so that no two touch. Nothing in a zone that is not
/// known, and nothing outside the years that the calendar has.
#[must_use]
pub fn free(week: &Week, from: Time, until: Time) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let all = Span { from, until: until.min(from.plus(HORIZON)) };
    for (within, offset) in between_changes(&week.zone, all) {
        for span in free_at_offset(week, within, offset) {
            match spans.last_mut() {
                Some(last) if last.until == span.from => last.until = span.until,
                _ => spans.push(span),
            }
        }
    }
    spans
}

/// Where a meeting of an hour can start, as numbers of quarters of an hour since the epoch: those not
/// before `from` with 60 minutes within one span. `spans` are as [`free`] gives them; the numbers are
/// then strictly increasing.
#[must_use]
pub fn starts(spans: &[Span], from: Time) -> Vec<i64> {
    let within = |span: &Span| {
        let first = span.from.max(from).plus(QUARTER - 1).0.div_euclid(QUARTER);
        let last = span.until.plus(-HOUR).0.div_euclid(QUARTER);
        first..=last
    };
    spans.iter().flat_map(within).collect()
}

/// `all`, cut at the changes of the zone's clocks, each piece with its distance from UTC.
fn between_changes(zone: &str, all: Span) -> Vec<(Span, Offset)> {
    let Ok(zone) = TimeZone::get(zone) else { return Vec::new() };
    let Ok(start) = Timestamp::from_millisecond(all.from.0) else { return Vec::new() };
    let mut pieces = Vec::new();
    let (mut from, mut offset) = (all.from, zone.to_offset(start));
    for change in zone.following(start) {
        let at = Time(change.timestamp().as_millisecond());
        if at >= all.until {
            break;
        }
        pieces.push((Span { from, until: at }, offset));
        (from, offset) = (at, change.offset());
    }
    pieces.push((Span { from, until: all.until }, offset));
    pieces
}

/// The free spans of each day, cut to `within`, where the clocks stay at `offset`.
fn free_at_offset(week: &Week, within: Span, offset: Offset) -> Vec<Span> {
    let mut spans = Vec::new();
    let first = offset.to_datetime(within.from.timestamp()).date();
    for date in first.series(1.day()) {
        let Ok(midnight) = offset.to_timestamp(date.at(0, 0, 0, 0)) else { break };
        let midnight = Time(midnight.as_millisecond());
        if midnight >= within.until {
            break;
        }
        for (from, until) in Day::of_week(week, date).stretches() {
            let from = midnight.plus(i64::from(from) * MINUTE).max(within.from);
            let until = midnight.plus(i64::from(until) * MINUTE).min(within.until);
            if from < until {
                spans.push(Span { from, until });
            }
        }
    }
    spans
}
