//! Local times as members type them.

use super::*;

#[test]
fn a_typed_time_is_the_moment_on_the_members_clock() {
    let moments = [
        ("Asia/Tokyo", "2026-12-01T09:00", "2026-12-01T00:00:00Z"),
        ("Asia/Tokyo", "2026-12-01T09:00:00", "2026-12-01T00:00:00Z"),
        ("America/New_York", "2026-10-31T09:00", "2026-10-31T13:00:00Z"),
        ("America/New_York", "2026-11-01T09:00", "2026-11-01T14:00:00Z"),
        ("Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-03T15:30:00Z"),
        ("Asia/Kathmandu", "2026-12-01T09:00", "2026-12-01T03:15:00Z"),
        ("UTC", "1970-01-01T00:00", "1970-01-01T00:00:00Z"),
        ("UTC", "2200-12-31T23:45", "2200-12-31T23:45:00Z"),
    ];
    for (zone, typed, moment) in moments {
        assert_eq!(local(zone, typed), Ok(at(moment)), "{zone} {typed}");
    }
}

#[test]
fn a_time_that_the_clocks_skip_or_repeat_is_asked_for_again() {
    let of = |zone, typed| local(zone, typed).unwrap_err();
    assert_eq!(of("America/New_York", "2026-03-08T02:30"), LocalProblem::InAGap);
    assert_eq!(of("America/New_York", "2027-03-14T02:00"), LocalProblem::InAGap);
    assert_eq!(of("Australia/Lord_Howe", "2026-10-04T02:15"), LocalProblem::InAGap);
    assert_eq!(of("Pacific/Apia", "2011-12-30T12:00"), LocalProblem::InAGap);
    assert_eq!(of("America/New_York", "2026-11-01T01:30"), LocalProblem::InAFold);
    assert_eq!(of("Europe/London", "2026-10-25T01:00"), LocalProblem::InAFold);
    assert_eq!(of("Australia/Lord_Howe", "2026-04-05T01:30"), LocalProblem::InAFold);
    assert!(
        local("America/New_York", "2026-03-08T03:00").is_ok() && local("America/New_York", "2026-11-01T02:00").is_ok()
    );
    assert!(local("Australia/Lord_Howe", "2026-04-05T01:15").is_ok());
}

#[test]
fn a_time_off_the_quarters_is_refused() {
    for typed in ["2026-12-01T09:05", "2026-12-01T09:59", "2026-12-01T09:00:01", "2026-12-01T09:00:60"] {
        assert_eq!(local("Asia/Tokyo", typed), Err(LocalProblem::NotOnTheGrid), "{typed}");
    }
}

#[test]
fn only_years_from_1970_to_2200_are_taken() {
    for typed in ["1969-12-31T23:45", "2201-01-01T00:00", "0000-01-01T00:00", "9999-12-31T23:45"] {
        assert_eq!(local("Asia/Tokyo", typed), Err(LocalProblem::OutOfRange), "{typed}");
    }
}

#[test]
fn what_is_no_date_and_time_is_refused() {
    let nonsense = [
        "",
        "2026-12-01",
        "09:00",
        "2026-12-01 09:00",
        "2026-12-01T9:00",
        "2026-12-01T09:00Z",
        "2026-12-01T09:00:00Z",
        "2026-12-01T09:00+09",
        "2026-12-01T09:00[UTC]",
        " 2026-12-01T09:00",
        "2026-13-01T09:00",
        "2026-02-29T09:00",
        "2026-12-01T24:00",
        "2026-12-01T09:60",
        "-026-12-01T09:00",
        "20261201T09000000",
        "２０２６-12-01T09",
        "2026-12-01T09:00:",
    ];
    for typed in nonsense {
        assert_eq!(local("Asia/Tokyo", typed), Err(LocalProblem::NotATime), "{typed}");
    }
}

#[test]
fn an_unknown_zone_is_refused() {
    for zone in ["", "Tokyo", "Asia/Nowhere", "../etc/passwd", "+09:00", "JST-9"] {
        assert_eq!(local(zone, "2026-12-01T09:00"), Err(LocalProblem::NotAZone), "{zone}");
    }
}
