//! Around the days on which clocks change.

use super::*;

/// Zone, local day, and when it is 09:00 there.
const NINE: [(&str, &str, &str); 24] = [
    ("Asia/Tokyo", "2026-03-08", "2026-03-08T00:00:00Z"),
    ("Asia/Tokyo", "2026-11-01", "2026-11-01T00:00:00Z"),
    ("America/New_York", "2026-03-07", "2026-03-07T14:00:00Z"),
    ("America/New_York", "2026-03-08", "2026-03-08T13:00:00Z"),
    ("America/New_York", "2026-10-31", "2026-10-31T13:00:00Z"),
    ("America/New_York", "2026-11-01", "2026-11-01T14:00:00Z"),
    ("America/New_York", "2027-03-13", "2027-03-13T14:00:00Z"),
    ("America/New_York", "2027-03-14", "2027-03-14T13:00:00Z"),
    ("Europe/London", "2026-03-28", "2026-03-28T09:00:00Z"),
    ("Europe/London", "2026-03-29", "2026-03-29T08:00:00Z"),
    ("Europe/London", "2026-10-24", "2026-10-24T08:00:00Z"),
    ("Europe/London", "2026-10-25", "2026-10-25T09:00:00Z"),
    ("Australia/Sydney", "2026-04-04", "2026-04-03T22:00:00Z"),
    ("Australia/Sydney", "2026-04-05", "2026-04-04T23:00:00Z"),
    ("Australia/Sydney", "2026-10-03", "2026-10-02T23:00:00Z"),
    ("Australia/Sydney", "2026-10-04", "2026-10-03T22:00:00Z"),
    ("Australia/Lord_Howe", "2027-04-03", "2027-04-02T22:00:00Z"),
    ("Australia/Lord_Howe", "2027-04-04", "2027-04-03T22:30:00Z"),
    // The last changes before the rules were changed, and the same season later.
    ("America/Mexico_City", "2022-10-29", "2022-10-29T14:00:00Z"),
    ("America/Mexico_City", "2022-10-30", "2022-10-30T15:00:00Z"),
    ("America/Mexico_City", "2026-07-01", "2026-07-01T15:00:00Z"),
    ("Europe/Istanbul", "2015-12-01", "2015-12-01T07:00:00Z"),
    ("Europe/Istanbul", "2016-12-01", "2016-12-01T06:00:00Z"),
    ("Europe/Istanbul", "2026-12-01", "2026-12-01T06:00:00Z"),
];

#[test]
fn nine_o_clock_is_when_the_members_clock_shows_it_that_day() {
    for (zone, day, start) in NINE {
        let spans = on(&daily(zone, "9:00", "10:00"), day);
        assert_eq!(spans, [Span { from: at(start), until: at(start).plus(HOUR) }], "{zone} {day}");
    }
}

#[test]
fn an_hour_that_the_clocks_skip_offers_nothing() {
    let free = |from, until| on(&daily("America/New_York", from, until), "2026-03-08");
    assert_eq!(free("2:00", "3:00"), []);
    assert_eq!(free("2:30", "3:30"), [span("2026-03-08T07:00:00Z", "2026-03-08T07:30:00Z")]);
    assert_eq!(free("1:30", "2:30"), [span("2026-03-08T06:30:00Z", "2026-03-08T07:00:00Z")]);
    assert_eq!(free("1:00", "4:00"), [span("2026-03-08T06:00:00Z", "2026-03-08T08:00:00Z")]);
}

#[test]
fn an_hour_that_the_clocks_show_twice_is_free_both_times() {
    let free = |from, until| on(&daily("America/New_York", from, until), "2026-11-01");
    assert_eq!(free("1:00", "2:00"), [span("2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z")]);
    assert_eq!(free("0:00", "3:00"), [span("2026-11-01T04:00:00Z", "2026-11-01T08:00:00Z")]);
}

#[test]
fn nobody_is_met_in_the_half_of_a_repeated_hour_that_they_did_not_give() {
    let free = |from, until| on(&daily("Europe/London", from, until), "2026-10-25");
    let passes =
        [span("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z"), span("2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z")];
    assert_eq!(free("1:30", "2:30"), passes);
    let passes =
        [span("2026-10-24T23:30:00Z", "2026-10-25T00:15:00Z"), span("2026-10-25T01:00:00Z", "2026-10-25T01:15:00Z")];
    assert_eq!(free("0:30", "1:15"), passes);
}

#[test]
fn who_is_away_in_a_repeated_hour_is_away_both_times() {
    let mut week = daily("America/New_York", "0:00", "4:00");
    week.exceptions.push(exception("2026-11-01", "1:00", "2:00", false));
    let around =
        [span("2026-11-01T04:00:00Z", "2026-11-01T05:00:00Z"), span("2026-11-01T07:00:00Z", "2026-11-01T09:00:00Z")];
    assert_eq!(on(&week, "2026-11-01"), around);
}

#[test]
fn lord_howes_clocks_change_by_half_an_hour() {
    let free = |day, from, until| on(&daily("Australia/Lord_Howe", from, until), day);
    assert_eq!(free("2026-10-04", "2:00", "3:00"), [span("2026-10-03T15:30:00Z", "2026-10-03T16:00:00Z")]);
    assert_eq!(free("2026-04-05", "1:00", "2:00"), [span("2026-04-04T14:00:00Z", "2026-04-04T15:30:00Z")]);
    assert_eq!(free("2027-04-04", "1:30", "2:30"), [span("2027-04-03T14:30:00Z", "2027-04-03T16:00:00Z")]);
}

#[test]
fn the_day_that_apia_left_out_is_not_there() {
    let (from, until) = (at("2011-12-29T10:00:00Z"), at("2012-01-01T10:00:00Z"));
    let mut week = daily("Pacific/Apia", "0:00", "24:00");
    week.exceptions.push(exception("2011-12-30", "0:00", "24:00", false));
    assert_eq!(free(&week, from, until), [Span { from, until }], "away on a day that never was");
    let friday = super::week("Pacific/Apia", &[rule(5, "0:00", "24:00")]);
    assert_eq!(free(&friday, from, until), []);
    let noon = [
        span("2011-12-29T22:00:00Z", "2011-12-29T23:00:00Z"),
        span("2011-12-30T22:00:00Z", "2011-12-30T23:00:00Z"),
        span("2011-12-31T22:00:00Z", "2011-12-31T23:00:00Z"),
    ];
    assert_eq!(free(&daily("Pacific/Apia", "12:00", "13:00"), from, until), noon);
}
