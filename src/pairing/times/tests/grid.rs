//! Starts of meetings, and the grid of checkboxes.

use proptest::prelude::*;

use super::*;

fn quarters(times: &[&str]) -> Vec<i64> {
    times.iter().map(|time| at(time).0 / QUARTER).collect()
}

#[test]
fn a_meeting_starts_where_a_whole_hour_is_free() {
    let spans = [
        span("2026-12-01T09:00:00Z", "2026-12-01T10:30:00Z"),
        span("2026-12-01T12:00:00Z", "2026-12-01T12:45:00Z"),
        span("2026-12-01T13:00:00Z", "2026-12-01T14:00:00Z"),
    ];
    let all =
        quarters(&["2026-12-01T09:00:00Z", "2026-12-01T09:15:00Z", "2026-12-01T09:30:00Z", "2026-12-01T13:00:00Z"]);
    assert_eq!(starts(&spans, at("2026-11-01T00:00:00Z")), all);
    assert_eq!(starts(&spans, at("2026-12-01T09:15:00Z")), all[1..]);
    assert_eq!(starts(&spans, at("2026-12-01T09:15:01Z")), all[2..]);
    assert_eq!(starts(&spans, at("2026-12-01T13:00:01Z")), Vec::<i64>::new());
}

#[test]
fn starts_lie_on_quarters_even_where_a_span_does_not() {
    let from = at("2026-12-01T09:10:00Z");
    let of = |until| starts(&[span("2026-12-01T09:10:00Z", until)], from);
    assert_eq!(of("2026-12-01T10:14:59Z"), Vec::<i64>::new());
    assert_eq!(of("2026-12-01T10:20:00Z"), quarters(&["2026-12-01T09:15:00Z"]));
}

#[test]
fn nine_in_kathmandu_and_in_kolkata_is_on_the_grid() {
    for (zone, start) in [("Asia/Kathmandu", "2026-12-01T03:15:00Z"), ("Asia/Kolkata", "2026-12-01T03:30:00Z")] {
        let spans = on(&daily(zone, "9:00", "10:00"), "2026-12-01");
        assert_eq!(starts(&spans, spans[0].from), quarters(&[start]), "{zone}");
    }
}

#[test]
fn an_hour_shortened_by_the_clocks_holds_no_meeting() {
    let spans = on(&daily("Australia/Lord_Howe", "2:00", "3:00"), "2026-10-04");
    assert_eq!((spans.len(), starts(&spans, spans[0].from)), (1, vec![]));
}

#[test]
fn hours_ticked_next_to_each_other_are_one_rule() {
    let ticked = [(3, 23), (1, 9), (1, 10), (1, 10), (1, 12), (2, 0), (0, 5), (8, 5), (1, 24), (1, 255)];
    let rules =
        [rule(1, "9:00", "11:00"), rule(1, "12:00", "13:00"), rule(2, "0:00", "1:00"), rule(3, "23:00", "24:00")];
    assert_eq!(rules_of_hours(&ticked), rules);
    assert_eq!(hours(&rules), [(1, 9), (1, 10), (1, 12), (2, 0), (3, 23)]);
}

#[test]
fn only_whole_hours_are_ticked() {
    let rules = [rule(1, "9:15", "11:45"), rule(2, "9:00", "9:30"), rule(2, "9:30", "10:00"), rule(7, "0:00", "0:45")];
    assert_eq!(hours(&rules), [(1, 10), (2, 9)]);
}

#[test]
fn the_most_scattered_grid_can_be_stored() {
    let every_other: Vec<(u8, u8)> = (1..=7).flat_map(|day| (0..24).step_by(2).map(move |hour| (day, hour))).collect();
    let week = week("Asia/Tokyo", &rules_of_hours(&every_other));
    assert_eq!((week.rules.len(), week.check()), (84, Ok(())));
}

proptest! {
    #[test]
    fn what_was_ticked_is_ticked_again(ticked in proptest::collection::vec((1u8..=7, 0u8..24), 0..168)) {
        let rules = rules_of_hours(&ticked);
        let sorted: std::collections::BTreeSet<(u8, u8)> = ticked.into_iter().collect();
        prop_assert_eq!(hours(&rules), sorted.into_iter().collect::<Vec<_>>());
        let apart = |pair: &[Rule]| (pair[0].weekday, pair[0].until) < (pair[1].weekday, pair[1].from);
        prop_assert!(rules.windows(2).all(apart));
    }
}
