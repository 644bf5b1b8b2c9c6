//! What the week comes to: the coming seven days in the reader's zone, and when clocks change.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use leptos::prelude::*;

use super::{Form, Sheet};
use crate::base::time::{DAY, Time};
use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::times::{QUARTER, Span, change_ahead, free, today};
use crate::ui::time;

/// Days that are shown.
const DAYS: i64 = 7;

pub(super) fn section(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.visit.t();
    let (week, visit) = (&sheet.week, sheet.visit);
    let nothing = week.rules.is_empty() && !week.exceptions.iter().any(|exception| exception.free);
    let body = if nothing {
        view! { <div class="empty"><p>{t.pairing_times_nothing()}</p></div> }.into_any()
    } else {
        days(sheet)
    };
    // The week stays where it is on its own clock, so whoever reads another one should know both.
    let elsewhere = (!nothing && week.zone != visit.zone())
        .then(|| view! { <p class="note">{t.pairing_times_elsewhere(zones::label(&week.zone, visit.now))}</p> });
    view! {
        <section class="band" id="ahead" aria-labelledby="ahead-h">
            <div class="head">
                <h2 id="ahead-h">{t.pairing_times_ahead()}</h2>
                <p class="note">{zones::label(visit.zone(), visit.now)}</p>
            </div>
            {sheet.done(Form::Week)}
            {body}
            {elsewhere}
            {change(visit, &week.zone)}
        </section>
    }
    .into_any()
}

/// One line for each day on which the member is free.
fn days(sheet: &Sheet<'_>) -> AnyView {
    let (visit, week) = (sheet.visit, &sheet.week);
    let zone = TimeZone::get(visit.zone()).unwrap_or(TimeZone::UTC);
    let label = |at: Time| zones::label(visit.zone(), at);
    let from = Time(visit.now.plus(QUARTER - 1).0.div_euclid(QUARTER) * QUARTER);
    // One day more than is shown: the last one ends later than it would by this clock's reckoning.
    let spans = free(week, from, from.plus((DAYS + 1) * DAY));
    let lines: Vec<AnyView> = by_day(&spans, visit.zone(), today(visit.zone(), visit.now))
        .into_iter()
        .map(|(day, stretches)| {
            let times: Vec<String> = stretches.iter().map(|(from, until)| stretch(*from, *until, visit.lang)).collect();
            let glue = visit.lang.joint();
            // After a change of the clocks the zone is said again, as it stands then.
            let evening = zone.to_ambiguous_timestamp(day.at(23, 0, 0, 0)).compatible();
            let then = evening.map(|at| label(Time(at.as_millisecond()))).ok().filter(|then| *then != label(visit.now));
            let then = then.map(|then| view! { " "<span class="note">{then}</span> });
            view! { <div><dt>{day_name(day, visit)}</dt><dd class="num">{times.join(glue)}{then}</dd></div> }.into_any()
        })
        .collect();
    if lines.is_empty() {
        return view! { <p>{visit.t().pairing_times_not_soon()}</p> }.into_any();
    }
    view! { <dl class="block days">{lines}</dl> }.into_any()
}

/// The stretches of each of the coming days in `zone`, as minutes on its wall clock; days without any
/// are left out.
fn by_day(spans: &[Span], zone: &str, first: Date) -> Vec<(Date, Vec<(i64, i64)>)> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let midnight = |day: Date| {
        let at = zone.to_ambiguous_timestamp(day.at(0, 0, 0, 0)).compatible().ok()?;
        Some(Time(at.as_millisecond()))
    };
    let minutes = |at: Time, day: Date| {
        let shown = zone.to_datetime(at.timestamp());
        if shown.date() > day { 24 * 60 } else { i64::from(shown.hour()) * 60 + i64::from(shown.minute()) }
    };
    let of_day = |day: Date| {
        let (start, end) = (midnight(day)?, midnight(day.tomorrow().ok()?)?);
        let within = spans.iter().map(|span| (span.from.max(start), span.until.min(end)));
        let stretches: Vec<_> =
            within.filter(|(from, until)| from < until).map(|(f, u)| (minutes(f, day), minutes(u, day))).collect();
        (!stretches.is_empty()).then_some((day, stretches))
    };
    first.series(1.day()).take(DAYS as usize).filter_map(of_day).collect()
}

/// "09:00–12:00", 「9:00〜12:00」, of minutes on the wall clock; 1440 is the end of the day.
pub(super) fn stretch(from: i64, until: i64, lang: Lang) -> String {
    let shown = |minutes: i64| match lang {
        Lang::En => format!("{:02}:{:02}", minutes / 60, minutes % 60),
        Lang::Ja => format!("{}:{:02}", minutes / 60, minutes % 60),
    };
    match lang {
        Lang::En => format!("{}–{}", shown(from), shown(until)),
        Lang::Ja => format!("{}〜{}", shown(from), shown(until)),
    }
}

/// "Mon 23 Nov 2026", 「2026年11月23日(月)」.
pub(super) fn day_name(day: Date, visit: &Visit) -> String {
    let weekday = visit.t().pairing_times_weekday_short(i64::from(day.weekday().to_monday_one_offset()));
    match visit.lang {
        Lang::En => format!("{weekday} {}", day.strftime("%-d %b %Y")),
        Lang::Ja => format!("{}({weekday})", day.strftime("%Y年%-m月%-d日")),
    }
}

/// When the clocks of the week's zone change next, if that is soon.
fn change(visit: &Visit, zone: &str) -> Option<AnyView> {
    let t = visit.t();
    let change = change_ahead(zone, visit.now)?;
    let (day, minutes) = (time::day(change.at, zone, visit.lang), change.forward.abs());
    let said = if change.forward > 0 {
        t.pairing_times_forward(day, zone, minutes)
    } else {
        t.pairing_times_back(day, zone, minutes)
    };
    Some(view! { <p class="note">{said}</p> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Time {
        Time(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    #[test]
    fn a_night_is_told_on_both_its_days() {
        let spans = [Span { from: at("2026-11-23T13:00:00Z"), until: at("2026-11-23T16:30:00Z") }];
        let days = by_day(&spans, "Asia/Tokyo", "2026-11-23".parse().unwrap());
        let (monday, tuesday) = ("2026-11-23".parse().unwrap(), "2026-11-24".parse().unwrap());
        assert_eq!(days, [(monday, vec![(22 * 60, 24 * 60)]), (tuesday, vec![(0, 90)])]);
        assert_eq!(stretch(22 * 60, 24 * 60, Lang::En), "22:00–24:00");
        assert_eq!(stretch(0, 90, Lang::Ja), "0:00〜1:30");
    }

    #[test]
    fn the_eighth_day_is_not_told() {
        let spans = [Span { from: at("2026-11-23T00:00:00Z"), until: at("2026-12-03T00:00:00Z") }];
        let days = by_day(&spans, "UTC", "2026-11-23".parse().unwrap());
        assert_eq!(days.len(), 7);
        assert!(days.iter().all(|(_, stretches)| *stretches == [(0, 24 * 60)]));
    }

    #[test]
    fn the_day_of_a_change_begins_and_ends_with_its_own_clock() {
        // New York, 1 November 2026: 25 hours.
        let spans = [Span { from: at("2026-11-01T04:00:00Z"), until: at("2026-11-02T05:00:00Z") }];
        let days = by_day(&spans, "America/New_York", "2026-11-01".parse().unwrap());
        assert_eq!(days, [("2026-11-01".parse().unwrap(), vec![(0, 24 * 60)])]);
    }
}
