//! Any week in any of these zones, held against the clock on the wall, quarter by quarter.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Exception, HOUR, QUARTER, Rule, Time, Week, at, free, starts};
use crate::base::time::DAY;

const DAYS: i64 = 6;

/// Zones, each with days around which its clocks change.
const CHANGES: [(&str, &[&str]); 9] = [
    ("Asia/Tokyo", &["2026-11-01"]),
    ("Asia/Kathmandu", &["2026-11-01"]),
    ("America/New_York", &["2026-03-08", "2026-11-01", "2027-03-14", "2027-11-07"]),
    ("Europe/London", &["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"]),
    ("Australia/Sydney", &["2026-04-05", "2026-10-04", "2027-04-04", "2027-10-03"]),
    ("Australia/Lord_Howe", &["2026-04-05", "2026-10-04", "2027-04-04", "2027-10-03"]),
    ("America/Mexico_City", &["2022-04-03", "2022-10-30", "2026-04-05"]),
    ("Europe/Istanbul", &["2015-11-08", "2016-03-27", "2016-10-30"]),
    ("Pacific/Apia", &["2011-12-30", "2026-11-01"]),
];

/// Whether the wall clock at `at` shows a free time.
fn is_free(week: &Week, zone: &TimeZone, at: Time) -> bool {
    let shown = zone.to_datetime(at.timestamp());
    let minute = u16::try_from(i32::from(shown.hour()) * 60 + i32::from(shown.minute())).unwrap();
    let weekday = u8::try_from(shown.weekday().to_monday_one_offset()).unwrap();
    let says = |free| {
        week.exceptions.iter().any(|e| e.free == free && e.day == shown.date() && (e.from..e.until).contains(&minute))
    };
    let rules = || week.rules.iter().any(|r| r.weekday == weekday && (r.from..r.until).contains(&minute));
    !says(false) && (says(true) || rules())
}

fn stretch() -> impl Strategy<Value = (u16, u16)> {
    // Half of them at night, when clocks change.
    let slots = prop_oneof![(0u16..16, 1u16..16), (0u16..96, 1u16..96)];
    slots.prop_map(|(from, length)| (from * 15, (from + length).min(96) * 15))
}

fn rule() -> impl Strategy<Value = Rule> {
    (1u8..=7, stretch()).prop_map(|(weekday, (from, until))| Rule { weekday, from, until })
}

fn weeks() -> impl Strategy<Value = (Week, Time)> {
    let changes = select(&CHANGES[..]).prop_flat_map(|(zone, days)| (Just(zone), select(days)));
    changes.prop_flat_map(move |(zone, day)| {
        let day: Date = day.parse().unwrap();
        let exception = (-3i32..4, stretch(), any::<bool>()).prop_map(move |(after, (from, until), free)| Exception {
            day: day.checked_add(after.days()).unwrap(),
            from,
            until,
            free,
        });
        let rules = proptest::collection::vec(rule(), 0..15);
        let exceptions = proptest::collection::vec(exception, 0..6);
        let from = (-3 * 96i64..0).prop_map(move |quarters| at(&format!("{day}T00:00:00Z")).plus(quarters * QUARTER));
        (rules, exceptions, from)
            .prop_map(move |(rules, exceptions, from)| (Week { zone: zone.to_owned(), rules, exceptions }, from))
    })
}

proptest! {
    #[test]
    fn a_member_is_free_exactly_when_their_clock_shows_a_free_time((week, from) in weeks()) {
        prop_assert_eq!(week.check(), Ok(()));
        let zone = TimeZone::get(&week.zone).unwrap();
        let until = from.plus(DAYS * DAY);
        let spans = free(&week, from, until);
        prop_assert!(spans.iter().all(|span| from <= span.from && span.from < span.until && span.until <= until));
        prop_assert!(spans.windows(2).all(|pair| pair[0].until < pair[1].from));
        for quarter in from.0 / QUARTER..until.0 / QUARTER {
            let at = Time(quarter * QUARTER);
            let found = spans.iter().any(|span| span.from <= at && at < span.until);
            prop_assert_eq!(found, is_free(&week, &zone, at), "{}", zone.to_datetime(at.timestamp()));
        }
    }

    #[test]
    fn a_meeting_can_start_exactly_where_four_quarters_are_free((week, from) in weeks(), later in 0..DAY) {
        let zone = TimeZone::get(&week.zone).unwrap();
        let until = from.plus(DAYS * DAY);
        let found = starts(&free(&week, from, until), from.plus(later));
        let is_start = |quarter: &i64| {
            *quarter * QUARTER >= from.0 + later
                && (*quarter..*quarter + 4).all(|q| is_free(&week, &zone, Time(q * QUARTER)))
        };
        let last = (until.0 - HOUR) / QUARTER;
        let wanted: Vec<i64> = (from.0 / QUARTER..=last).filter(is_start).collect();
        prop_assert_eq!(found, wanted);
    }
}
