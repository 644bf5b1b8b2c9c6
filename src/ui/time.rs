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
    }
}
