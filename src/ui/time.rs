//! Times as each language writes them.

use jiff::tz::TimeZone;
use leptos::prelude::*;

use crate::base::time::Time;
use crate::base::words::Lang;

fn local(time: Time, zone: &str) -> jiff::ZonedDateTime {
    time.timestamp().to_zoned_datetime(TimeZone::get(zone).unwrap_or(TimeZone::UTC))
}

/// "18 Nov 2026", 「2026年11月18日」: the day in `zone` (an IANA name; UTC when unknown).
#[must_use]
pub fn day(time: Time, zone: &str, lang: Lang) -> String {
    let at = local(time, zone);
    match lang {
        Lang::En => at.strftime("%-d %b %Y").to_string(),
        Lang::Ja => at.strftime("%Y年%-m月%-d日").to_string(),
    }
}

/// "18 Nov 2026, 09:05", 「2026年11月18日 9:05」.
#[must_use]
pub fn minute(time: Time, zone: &str, lang: Lang) -> String {
    let at = local(time, zone);
    match lang {
        Lang::En => at.strftime("%-d %b %Y, %H:%M").to_string(),
        Lang::Ja => at.strftime("%Y年%-m月%-d日 %-H:%M").to_string(),
    }
}

/// "Mon 23 Nov 2026, 19:00–20:00", 「2026年11月23日(月)19:00〜20:00」: from one time to another of
/// the same day or the next. Where the clocks change in between, each time says by which clock it is:
/// "01:30 (−4)–01:30 (−5)" is an hour.
#[must_use]
pub fn span(from: Time, until: Time, zone: &str, lang: Lang) -> String {
    let (from, until) = (local(from, zone), local(until, zone));
    let changed = from.offset() != until.offset();
    let clock = |at: &jiff::ZonedDateTime| {
        let shown = if lang == Lang::En { at.strftime("%H:%M") } else { at.strftime("%-H:%M") }.to_string();
        if changed { format!("{shown} ({})", offset(at.offset().seconds())) } else { shown }
    };
    match lang {
        Lang::En => format!("{}, {}–{}", from.strftime("%a %-d %b %Y"), clock(&from), clock(&until)),
        Lang::Ja => {
            let day = WEEKDAYS_JA[usize::from(from.date().weekday().to_monday_zero_offset().unsigned_abs())];
            format!("{}({day}){}〜{}", from.strftime("%Y年%-m月%-d日"), clock(&from), clock(&until))
        }
    }
}

/// "+9", "−3:30": seconds from UTC, as people write it.
#[must_use]
pub fn offset(seconds: i32) -> String {
    let (sign, minutes) = (if seconds < 0 { '−' } else { '+' }, seconds.abs() / 60);
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("{sign}{hours}"),
        (hours, minutes) => format!("{sign}{hours}:{minutes:02}"),
    }
}

/// 月 is Monday.
const WEEKDAYS_JA: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

/// What `<input type=datetime-local>` holds.
#[must_use]
pub fn for_input(time: Time, zone: &str) -> String {
    local(time, zone).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The day, readable by machines to the second.
#[component]
pub fn Day(time: Time, #[prop(into)] zone: String, lang: Lang) -> impl IntoView {
    view! { <time datetime=time.rfc3339()>{day(time, &zone, lang)}</time> }
}

/// The day and the minute.
#[component]
pub fn Minute(time: Time, #[prop(into)] zone: String, lang: Lang) -> impl IntoView {
    view! { <time datetime=time.rfc3339()>{minute(time, &zone, lang)}</time> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_the_day_in_the_readers_zone() {
        let late = Time(1_795_471_200_000); // 2026-11-23 22:00 UTC
        assert_eq!(day(late, "UTC", Lang::En), "23 Nov 2026");
        assert_eq!(day(late, "Asia/Tokyo", Lang::Ja), "2026年11月24日");
        assert_eq!(minute(late, "Asia/Tokyo", Lang::Ja), "2026年11月24日 7:00");
        assert_eq!(day(late, "Nowhere/None", Lang::En), "23 Nov 2026");
        let later = Time(late.0 + 3_600_000);
        assert_eq!(span(late, later, "UTC", Lang::En), "Mon 23 Nov 2026, 22:00–23:00");
        assert_eq!(span(late, later, "Asia/Tokyo", Lang::Ja), "2026年11月24日(火)7:00〜8:00");
        assert_eq!(for_input(late, "Asia/Tokyo"), "2026-11-24T07:00");
    }

    #[test]
    fn an_hour_over_a_change_of_clocks_says_by_which_clock() {
        let fold = Time(1_793_511_000_000); // 2026-11-01 05:30 UTC
        let hour = Time(fold.0 + 3_600_000);
        assert_eq!(span(fold, hour, "America/New_York", Lang::En), "Sun 1 Nov 2026, 01:30 (−4)–01:30 (−5)");
        assert_eq!(span(fold, hour, "America/New_York", Lang::Ja), "2026年11月1日(日)1:30 (−4)〜1:30 (−5)");
        assert_eq!(span(fold, hour, "UTC", Lang::En), "Sun 1 Nov 2026, 05:30–06:30");
        assert_eq!((offset(-12_600), offset(34_200), offset(0)), ("−3:30".into(), "+9:30".into(), "+0".into()));
    }
}
