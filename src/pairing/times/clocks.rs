//! When a zone's clocks change, and which day it is there.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::HORIZON;
use crate::base::time::Time;

/// A change of a zone's clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    pub at: Time,
    /// Minutes by which they go forward; back when negative.
    pub forward: i64,
}

/// The next change within [`HORIZON`] of `now`; none in a zone that is not known.
#[must_use]
pub fn change_ahead(zone: &str, now: Time) -> Option<Change> {
    let zone = TimeZone::get(zone).ok()?;
    let (start, end) = (now.timestamp(), now.plus(HORIZON).timestamp());
    let before = zone.to_offset(start).seconds();
    // A zone can change its abbreviation and leave its clocks alone.
    let change = zone.following(start).take_while(|c| c.timestamp() < end).find(|c| c.offset().seconds() != before)?;
    let forward = i64::from(change.offset().seconds() - before) / 60;
    Some(Change { at: Time(change.timestamp().as_millisecond()), forward })
}

/// The day that it is in `zone` (an IANA name; UTC when unknown).
#[must_use]
pub fn today(zone: &str, now: Time) -> Date {
    TimeZone::get(zone).unwrap_or(TimeZone::UTC).to_datetime(now.timestamp()).date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::DAY;

    /// 2026-11-23 09:00 UTC.
    const NOW: Time = Time(1_795_424_400_000);

    fn at(text: &str) -> Time {
        Time(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    #[test]
    fn a_member_hears_of_the_next_change_of_their_clocks() {
        let new_york = |now| change_ahead("America/New_York", at(now)).map(|c| (c.at, c.forward));
        assert_eq!(new_york("2026-10-01T00:00:00Z"), Some((at("2026-11-01T06:00:00Z"), -60)));
        assert_eq!(new_york("2027-02-01T00:00:00Z"), Some((at("2027-03-14T07:00:00Z"), 60)));
        let lord_howe = change_ahead("Australia/Lord_Howe", at("2027-03-01T00:00:00Z")).unwrap();
        assert_eq!(lord_howe.forward, -30);
    }

    #[test]
    fn sixty_days_ahead_and_no_further() {
        let change = at("2027-03-14T07:00:00Z");
        assert!(change_ahead("America/New_York", change.plus(-60 * DAY)).is_none());
        assert!(change_ahead("America/New_York", change.plus(1 - 60 * DAY)).is_some());
        assert!(change_ahead("America/New_York", change).is_none(), "it has happened");
        assert!(change_ahead("Asia/Tokyo", NOW).is_none() && change_ahead("Nowhere/None", NOW).is_none());
    }

    #[test]
    fn today_is_the_day_of_the_zone() {
        let late = at("2026-11-23T22:00:00Z");
        assert_eq!((today("Asia/Tokyo", late).day(), today("America/New_York", late).day()), (24, 23));
    }
}
