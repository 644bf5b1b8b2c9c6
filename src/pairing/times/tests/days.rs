//! Rules and exceptions of ordinary days.

use super::*;

/// A Monday to Friday in Tokyo, 2026-11-30 until 2026-12-04.
fn working_week() -> Week {
    week("Asia/Tokyo", &(1..=5).map(|weekday| rule(weekday, "20:00", "22:00")).collect::<Vec<_>>())
}

#[test]
fn a_rule_holds_on_its_weekday_only() {
    let spans =
        free(&week("Asia/Tokyo", &[rule(7, "9:00", "10:00")]), at("2026-12-01T00:00:00Z"), at("2026-12-15T00:00:00Z"));
    let sundays =
        [span("2026-12-06T00:00:00Z", "2026-12-06T01:00:00Z"), span("2026-12-13T00:00:00Z", "2026-12-13T01:00:00Z")];
    assert_eq!(spans, sundays);
}

#[test]
fn a_member_who_is_away_is_not_offered() {
    let mut week = working_week();
    week.exceptions.push(exception("2026-12-01", "0:00", "24:00", false));
    week.exceptions.push(exception("2026-12-02", "20:30", "21:00", false));
    assert_eq!(on(&week, "2026-12-01"), []);
    let rest =
        [span("2026-12-02T11:00:00Z", "2026-12-02T11:30:00Z"), span("2026-12-02T12:00:00Z", "2026-12-02T13:00:00Z")];
    assert_eq!(on(&week, "2026-12-02"), rest);
    assert_eq!(on(&week, "2026-12-03"), [span("2026-12-03T11:00:00Z", "2026-12-03T13:00:00Z")]);
}

#[test]
fn a_member_may_be_free_on_one_day_besides() {
    let mut week = working_week();
    week.exceptions.push(exception("2026-12-05", "10:00", "11:00", true));
    week.exceptions.push(exception("2026-12-03", "19:00", "20:30", true));
    assert_eq!(on(&week, "2026-12-05"), [span("2026-12-05T01:00:00Z", "2026-12-05T02:00:00Z")]);
    assert_eq!(on(&week, "2026-12-12"), [], "on that Saturday only");
    assert_eq!(on(&week, "2026-12-03"), [span("2026-12-03T10:00:00Z", "2026-12-03T13:00:00Z")]);
}

#[test]
fn away_beats_free_whichever_was_said_first() {
    let (away, more) =
        (exception("2026-12-05", "10:00", "11:00", false), exception("2026-12-05", "9:00", "12:00", true));
    for exceptions in [vec![away, more], vec![more, away]] {
        let around = [
            span("2026-12-05T00:00:00Z", "2026-12-05T01:00:00Z"),
            span("2026-12-05T02:00:00Z", "2026-12-05T03:00:00Z"),
        ];
        assert_eq!(on(&Week { exceptions, ..working_week() }, "2026-12-05"), around);
    }
}

#[test]
fn an_evening_goes_on_after_midnight() {
    let week = week("Asia/Tokyo", &[rule(1, "23:00", "24:00"), rule(2, "0:00", "0:30"), rule(2, "0:15", "1:00")]);
    let spans = free(&week, at("2026-11-29T15:00:00Z"), at("2026-12-06T15:00:00Z"));
    assert_eq!(spans, [span("2026-11-30T14:00:00Z", "2026-11-30T16:00:00Z")]);
}

#[test]
fn only_what_was_asked_for_is_answered() {
    let (from, until) = (at("2026-12-01T11:10:00Z"), at("2026-12-01T12:20:00Z"));
    assert_eq!(free(&working_week(), from, until), [Span { from, until }]);
    assert_eq!(free(&working_week(), until, from), []);
    assert_eq!(free(&working_week(), from, from), []);
}
