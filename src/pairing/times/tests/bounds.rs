//! What a week may hold, and that nothing grows without end.

use super::*;
use crate::base::time::DAY;

#[test]
fn a_week_is_checked_before_it_is_stored() {
    let good = week("Asia/Tokyo", &[rule(1, "0:00", "24:00"), rule(7, "23:45", "24:00")]);
    assert_eq!(good.check(), Ok(()));
    let problem = |change: &dyn Fn(&mut Week)| {
        let mut week = good.clone();
        change(&mut week);
        week.check().unwrap_err()
    };
    for zone in ["", "Tokyo", "Asia/Nowhere", "../etc/passwd", "JST-9"] {
        assert_eq!(problem(&|week| week.zone = zone.to_owned()), WeekProblem::NotAZone, "{zone}");
    }
    let wrong = [(0, 0, 60), (8, 0, 60), (1, 60, 60), (1, 75, 60), (1, 0, 1455), (1, 10, 60), (1, 0, 50)];
    for (weekday, from, until) in wrong {
        assert_eq!(problem(&|week| week.rules.push(Rule { weekday, from, until })), WeekProblem::NotARule);
    }
    for (from, until) in [(60, 60), (75, 60), (0, 1455), (10, 60), (0, 50)] {
        let wrong = Exception { from, until, ..exception("2026-12-01", "0:00", "24:00", true) };
        assert_eq!(problem(&|week| week.exceptions.push(wrong)), WeekProblem::NotAnException);
    }
}

#[test]
fn a_week_holds_a_hundred_rules_and_two_hundred_exceptions() {
    let away = exception("2026-12-02", "0:00", "24:00", false);
    let mut week = week("Asia/Tokyo", &[rule(1, "9:00", "10:00"); MAX_RULES]);
    week.exceptions = vec![away; MAX_EXCEPTIONS];
    assert_eq!(week.check(), Ok(()));
    assert_eq!(Week { rules: vec![week.rules[0]; 101], ..week.clone() }.check(), Err(WeekProblem::TooManyRules));
    assert_eq!(Week { exceptions: vec![away; 201], ..week.clone() }.check(), Err(WeekProblem::TooManyExceptions));
    week.rules.push(rule(2, "9:00", "10:00"));
    week.exceptions.push(exception("2026-11-30", "0:00", "24:00", false));
    let spans = free(&week, at("2026-11-29T15:00:00Z"), at("2026-12-06T15:00:00Z"));
    assert_eq!(spans, [span("2026-11-30T00:00:00Z", "2026-11-30T01:00:00Z")], "what is too much is not read");
}

#[test]
fn sixty_days_are_looked_ahead() {
    let from = at("2026-11-24T00:00:00Z");
    let spans = free(&daily("Asia/Tokyo", "0:00", "24:00"), from, from.plus(1000 * DAY));
    assert_eq!(spans, [Span { from, until: from.plus(60 * DAY) }]);
}

#[test]
fn nobody_is_free_in_no_zone_or_outside_the_calendar() {
    let (from, until) = (at("2026-11-24T00:00:00Z"), at("2026-11-25T00:00:00Z"));
    assert_eq!(free(&daily("Asia/Nowhere", "0:00", "24:00"), from, until), []);
    let always = daily("Asia/Tokyo", "0:00", "24:00");
    for from in [Time(i64::MIN), Time(i64::MAX)] {
        assert_eq!(free(&always, from, Time(i64::MAX)), []);
    }
    let late = at("9999-12-29T00:00:00Z");
    let rest = Span { from: late, until: late.plus(2 * DAY + 15 * HOUR) };
    assert_eq!(free(&always, late, Time(i64::MAX)), [rest], "ends with the calendar's last day in Tokyo");
}

#[test]
fn a_malformed_rule_offers_nothing() {
    let rules = [
        Rule { weekday: 2, from: 600, until: 540 },
        Rule { weekday: 2, from: 2000, until: 3000 },
        Rule { weekday: 2, from: 0, until: 1455 },
        Rule { weekday: 2, from: u16::MAX, until: 0 },
        Rule { weekday: 9, from: 0, until: 1440 },
    ];
    assert_eq!(on(&week("Asia/Tokyo", &rules), "2026-12-01"), []);
}
