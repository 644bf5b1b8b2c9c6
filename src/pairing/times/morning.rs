//! The morning of a day.

use jiff::tz::TimeZone;

use crate::base::time::Time;

/// When "the same morning" is.
const HOUR: i8 = 7;

/// Seven o'clock of the day on which `at` lies in `zone` (an IANA name; UTC when unknown).
#[must_use]
pub fn morning(zone: &str, at: Time) -> Time {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let day = zone.to_datetime(at.timestamp()).date();
    let seven = day.at(HOUR, 0, 0, 0);
    zone.to_ambiguous_timestamp(seven).compatible().map_or(at, |seven| Time(seven.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_morning_is_the_readers_own() {
        let at = Time(1_795_471_200_000); // 2026-11-23 22:00 UTC, 24 November 7:00 in Tokyo
        assert_eq!(morning("Asia/Tokyo", at), at);
        assert_eq!(morning("UTC", at), Time(1_795_417_200_000));
        assert_eq!(morning("Nowhere/None", at), morning("UTC", at));
    }
}
