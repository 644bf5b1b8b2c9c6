//! Where an hour could be booked: free times less what stands booked.

use crate::base::time::{DAY, HOUR, Time};
use crate::pairing::model::{HOUR_SLOTS, Slot};
use crate::pairing::times::{Week, free, starts};

/// A match is proposed for no sooner than this, so that both can read of it.
const SOONEST: i64 = 3 * HOUR;
/// ... and no later.
const LATEST: i64 = 14 * DAY;

/// Where an hour can begin between three hours and two weeks from now, in order. `busy`: the
/// member's booked quarter-hours, in order.
#[must_use]
pub fn starts_ahead(week: &Week, busy: &[Slot], now: Time) -> Vec<Slot> {
    let from = now.plus(SOONEST);
    let open = |start: &i64| {
        let next = busy.partition_point(|slot| slot.0 < *start);
        busy.get(next).is_none_or(|slot| slot.0 >= start + HOUR_SLOTS)
    };
    starts(&free(week, from, now.plus(LATEST)), from).into_iter().filter(open).map(Slot).collect()
}

/// Whether the member is free for the whole hour from `now`.
#[must_use]
pub fn free_now(week: &Week, now: Time) -> bool {
    let until = now.plus(HOUR);
    free(week, now, until).iter().any(|span| span.from <= now && span.until >= until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairing::times::Rule;

    /// Monday 23 November 2026, 09:00 UTC, 18:00 in Tokyo.
    const NOW: Time = Time(1_795_424_400_000);

    fn mondays(from: u16, until: u16) -> Week {
        Week { zone: "Asia/Tokyo".into(), rules: vec![Rule { weekday: 1, from, until }], exceptions: vec![] }
    }

    #[test]
    fn an_hour_begins_in_free_time_that_is_not_booked() {
        let week = mondays(21 * 60, 23 * 60);
        let nine = Slot::at(NOW.plus(3 * HOUR));
        let all = starts_ahead(&week, &[], NOW);
        assert_eq!(all.len(), 10, "five quarters on each of two Mondays");
        assert_eq!(all.first(), Some(&nine));
        let busy: Vec<Slot> = (0..4).map(|n| Slot(nine.0 + n)).collect();
        assert_eq!(starts_ahead(&week, &busy, NOW).first(), Some(&Slot(nine.0 + 4)));
        assert_eq!(starts_ahead(&mondays(20 * 60, 21 * 60), &[], NOW).len(), 1, "today's is too near");
    }

    #[test]
    fn free_now_means_for_the_whole_hour() {
        assert!(free_now(&mondays(18 * 60, 19 * 60), NOW));
        assert!(!free_now(&mondays(18 * 60, 18 * 60 + 45), NOW));
        assert!(!free_now(&mondays(18 * 60 + 15, 23 * 60), NOW));
    }
}
