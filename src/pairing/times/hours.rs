//! A week of rules as a grid of checkboxes, seven days by 24 hours, and back.

use super::Rule;
use super::day::Day;

const HOUR_MINUTES: u16 = 60;

/// The rules that ticked hours come to, by day and time: hours next to each other on a day are one
/// rule. An hour is its weekday, `1..=7`, and `0..=23`; what is no hour of the week is passed over, and
/// so there are no more than 84 rules.
#[must_use]
pub fn rules_of_hours(ticked: &[(u8, u8)]) -> Vec<Rule> {
    let rule = |weekday, hour: u8| {
        let from = u16::from(hour) * HOUR_MINUTES;
        Rule { weekday, from, until: from + HOUR_MINUTES }
    };
    let day = |weekday| {
        let hours = (0..24).filter(move |hour| ticked.contains(&(weekday, *hour)));
        let rules: Vec<Rule> = hours.map(|hour| rule(weekday, hour)).collect();
        let merged = Day::of_rules(&rules, weekday).stretches();
        merged.into_iter().map(move |(from, until)| Rule { weekday, from, until })
    };
    (1..=7).flat_map(day).collect()
}

/// The hours to tick for `rules`, by day and time. An hour that is only partly free is not ticked:
/// saving the grid again must not promise more than the member gave.
#[must_use]
pub fn hours(rules: &[Rule]) -> Vec<(u8, u8)> {
    let day = |weekday| {
        let free = Day::of_rules(rules, weekday).stretches();
        let is_free = move |hour: u8| {
            let start = u16::from(hour) * HOUR_MINUTES;
            free.iter().any(|(from, until)| *from <= start && start + HOUR_MINUTES <= *until)
        };
        (0..24).filter(move |hour| is_free(*hour)).map(move |hour| (weekday, hour))
    };
    (1..=7).flat_map(day).collect()
}
