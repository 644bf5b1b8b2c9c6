//! Weeks of members in several zones, around the changes of their clocks.

mod any_week;
mod bounds;
mod changes;
mod days;
mod grid;
mod page;
mod typed;

use super::*;
use crate::base::time::{HOUR, Time};

/// A moment as RFC 3339 writes it.
fn at(text: &str) -> Time {
    Time(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
}

fn span(from: &str, until: &str) -> Span {
    Span { from: at(from), until: at(until) }
}

/// Minutes of "9:30".
fn minutes(text: &str) -> u16 {
    let (hour, minute) = text.split_once(':').unwrap();
    hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap()
}

fn rule(weekday: u8, from: &str, until: &str) -> Rule {
    Rule { weekday, from: minutes(from), until: minutes(until) }
}

fn exception(day: &str, from: &str, until: &str, free: bool) -> Exception {
    Exception { day: day.parse().unwrap(), from: minutes(from), until: minutes(until), free }
}

fn week(zone: &str, rules: &[Rule]) -> Week {
    Week { zone: zone.to_owned(), rules: rules.to_vec(), exceptions: Vec::new() }
}

/// Every day alike.
fn daily(zone: &str, from: &str, until: &str) -> Week {
    week(zone, &(1..=7).map(|weekday| rule(weekday, from, until)).collect::<Vec<_>>())
}

/// The spans that begin on a local day.
fn on(week: &Week, day: &str) -> Vec<Span> {
    let midnight = format!("{day}T00:00:00[{}]", week.zone).parse::<jiff::ZonedDateTime>().unwrap();
    let until = midnight.tomorrow().unwrap();
    let moment = |zoned: &jiff::ZonedDateTime| Time(zoned.timestamp().as_millisecond());
    free(week, moment(&midnight), moment(&until))
}
