//! What a member types about their times, checked once.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Exception, SLOT_MINUTES, WHOLE_DAY};
use crate::base::error::{Problem, Problems, Result};
use crate::members::zones;
use crate::ui::fields::Fields;

/// How many days ahead an exception may lie.
pub const DAYS_AHEAD: usize = 366;

/// Whether a member is away at an exception's time, or free besides.
pub const AWAY: &str = "away";
pub const FREE: &str = "free";

/// The week as marked: a zone, and hours of it as `(weekday, hour)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    pub zone: String,
    pub hours: Vec<(u8, u8)>,
}

impl Marked {
    /// Reads `zone` and `hour` (any number, `1-09` is Monday at nine). With `copy` Monday's hours
    /// are those of all weekdays.
    ///
    /// # Errors
    /// [`crate::base::error::Error::Invalid`] on `zone`.
    pub fn read(fields: &Fields) -> Result<Self> {
        let zone = fields.get("zone").to_owned();
        if !zones::is_zone(&zone) {
            return Err(("zone", Problem::NotAZone).into());
        }
        Ok(Self { zone, hours: hours(fields) })
    }
}

/// The hours of a posted grid. What is no hour of the week is passed over.
#[must_use]
pub fn hours(fields: &Fields) -> Vec<(u8, u8)> {
    let ticked = fields.iter().filter(|(name, _)| *name == "hour").filter_map(|(_, value)| hour(value));
    if fields.get("copy") != "monday" {
        return ticked.collect();
    }
    let (weekend, weekdays): (Vec<_>, Vec<_>) = ticked.partition(|(day, _)| *day > 5);
    let mondays = weekdays.into_iter().filter(|(day, _)| *day == 1);
    mondays.flat_map(|(_, hour)| (1..=5).map(move |day| (day, hour))).chain(weekend).collect()
}

fn hour(value: &str) -> Option<(u8, u8)> {
    let (day, hour) = value.split_once('-')?;
    let (day, hour) = (day.parse().ok()?, hour.parse().ok()?);
    ((1..=7).contains(&day) && hour < 24).then_some((day, hour))
}

/// An exception: `day`, `what` (away or free), and `whole`, or `from` and `until`, where 0:00 is the
/// end of the day. `today` is the day in the week's zone.
///
/// # Errors
/// [`crate::base::error::Error::Invalid`] with every problem.
pub fn exception(fields: &Fields, today: Date) -> Result<Exception> {
    let mut problems = Problems::default();
    let day = problems.check("day", day(fields.get("day"), today));
    let (from, until) = if fields.has("whole") {
        (Some(0), Some(WHOLE_DAY))
    } else {
        let from = problems.check("from", minute(fields.get("from")));
        let until = problems.check("until", minute(fields.get("until")));
        (from, until.map(|minute| if minute == 0 { WHOLE_DAY } else { minute }))
    };
    if let (Some(from), Some(until)) = (from, until)
        && from >= until
    {
        problems.add("until", Problem::NotAfter);
    }
    let free = match fields.get("what") {
        FREE => true,
        AWAY => false,
        _ => {
            problems.add("what", Problem::NotAChoice);
            false
        }
    };
    problems.into_result()?;
    match (day, from, until) {
        (Some(day), Some(from), Some(until)) => Ok(Exception { day, from, until, free }),
        _ => Err(("day", Problem::NotADate).into()),
    }
}

/// A day as `<input type=date>` sends it, from today to [`DAYS_AHEAD`].
fn day(typed: &str, today: Date) -> std::result::Result<Date, Problem> {
    if typed.is_empty() {
        return Err(Problem::Required);
    }
    let day = date(typed).ok_or(Problem::NotADate)?;
    if day < today {
        return Err(Problem::InThePast);
    }
    let last = today.saturating_add((DAYS_AHEAD as i64).days());
    if day > last { Err(Problem::DaysAhead(DAYS_AHEAD)) } else { Ok(day) }
}

/// The library reads more than `2026-11-23`.
#[must_use]
pub fn date(typed: &str) -> Option<Date> {
    if is_shaped(typed, "0000-00-00") { typed.parse().ok() } else { None }
}

/// Minutes since midnight of what `<input type=time>` sends: `19:30`, some with `:00` for the seconds.
fn minute(typed: &str) -> std::result::Result<u16, Problem> {
    if typed.is_empty() {
        return Err(Problem::Required);
    }
    if !is_shaped(typed, "00:00") && !is_shaped(typed, "00:00:00") {
        return Err(Problem::NotAClockTime);
    }
    let time: jiff::civil::Time = typed.parse().map_err(|_| Problem::NotAClockTime)?;
    let minutes = u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs());
    if minutes.is_multiple_of(SLOT_MINUTES) && time.second() == 0 { Ok(minutes) } else { Err(Problem::NotAQuarter) }
}

fn is_shaped(typed: &str, shape: &str) -> bool {
    typed.len() == shape.len()
        && typed.bytes().zip(shape.bytes()).all(|(byte, shape)| match shape {
            b'0' => byte.is_ascii_digit(),
            _ => byte == shape,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Error;

    fn today() -> Date {
        "2026-11-23".parse().unwrap()
    }

    fn read(typed: &str) -> Result<Exception> {
        exception(&Fields::parse(typed.as_bytes()), today())
    }

    fn problem(typed: &str, field: &str) -> Option<Problem> {
        match read(typed) {
            Err(Error::Invalid(problems)) => problems.of(field),
            _ => None,
        }
    }

    #[test]
    fn an_exception_is_a_stretch_of_a_day_or_all_of_it() {
        let read = |typed| read(typed).unwrap();
        let evening = read("day=2026-11-23&from=19:30&until=22:00:00&what=free");
        assert_eq!(evening, Exception { day: today(), from: 1170, until: 1320, free: true });
        let whole = read("day=2027-11-24&from=x&until=&whole=1&what=away");
        assert_eq!((whole.from, whole.until, whole.free), (0, 1440, false));
        let late = read("day=2026-11-24&from=22:00&until=00:00&what=away");
        assert_eq!((late.from, late.until), (1320, 1440), "midnight is the end of the day");
    }

    #[test]
    fn a_day_that_cannot_be_is_refused() {
        let of = |day: &str| problem(&format!("day={day}&whole=1&what=away"), "day");
        assert_eq!(of(""), Some(Problem::Required));
        assert_eq!(of("2026-11-22"), Some(Problem::InThePast));
        assert_eq!(of("2027-11-25"), Some(Problem::DaysAhead(366)));
        for never in ["2027-02-29", "2026-13-01", "tomorrow", "2026-W48-1", "20261201", "2026-12-01T10:00"] {
            assert_eq!(of(never), Some(Problem::NotADate), "{never}");
        }
    }

    #[test]
    fn a_stretch_that_cannot_be_is_refused() {
        let of = |from: &str, until: &str, field| {
            problem(&format!("day=2026-12-01&from={from}&until={until}&what=away"), field)
        };
        assert_eq!(of("10:00", "10:00", "until"), Some(Problem::NotAfter));
        assert_eq!(of("10:00", "09:45", "until"), Some(Problem::NotAfter));
        assert_eq!(of("10:05", "11:00", "from"), Some(Problem::NotAQuarter));
        assert_eq!(of("10:00", "11:00:30", "until"), Some(Problem::NotAQuarter));
        assert_eq!(of("24:00", "", "from"), Some(Problem::NotAClockTime));
        assert_eq!(of("24:00", "", "until"), Some(Problem::Required));
        assert_eq!(of("ten", "9:00", "until"), Some(Problem::NotAClockTime));
        assert_eq!(problem("day=2026-12-01&whole=1&what=maybe", "what"), Some(Problem::NotAChoice));
    }

    #[test]
    fn mondays_hours_can_be_those_of_all_weekdays() {
        let of = |typed: &str| {
            let mut hours = hours(&Fields::parse(typed.as_bytes()));
            hours.sort_unstable();
            hours
        };
        assert_eq!(of("hour=1-09&hour=3-23&hour=6-00&hour=8-01&hour=1-24&hour=x&hour=0-1"), [(1, 9), (3, 23), (6, 0)]);
        assert_eq!(of("hour=1-09&hour=3-23&hour=6-00&copy=monday"), [(1, 9), (2, 9), (3, 9), (4, 9), (5, 9), (6, 0)]);
    }

    #[test]
    fn a_zone_that_does_not_exist_is_refused() {
        for zone in ["", "Asia/Nowhere", "../etc/passwd", "JST"] {
            let typed = Fields::from_pairs([("zone", zone), ("hour", "1-09")]);
            assert!(matches!(Marked::read(&typed), Err(Error::Invalid(p)) if p.of("zone") == Some(Problem::NotAZone)));
        }
    }
}
