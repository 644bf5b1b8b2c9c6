//! A week as it is kept.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::base::time::{DAY, MINUTE, Time};

/// The grid on which meetings start: quarters of an hour, counted from the epoch.
pub const QUARTER: i64 = 15 * MINUTE;
/// How far [`free`] looks ahead, from where it begins.
pub const HORIZON: i64 = 60 * DAY;
/// What a week may hold.
pub const MAX_RULES: usize = 100;
pub const MAX_EXCEPTIONS: usize = 200;

/// Minutes in a day: the latest end of a rule, midnight.
pub(super) const WHOLE_DAY: u16 = 24 * 60;
pub(super) const SLOT_MINUTES: u16 = 15;

/// Free each week on one weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// ISO 8601: Monday is 1, Sunday is 7.
    pub weekday: u8,
    /// Minutes since midnight on the wall clock, a multiple of 15 in `0..=1440`.
    pub from: u16,
    /// Likewise, later than `from` and not itself free: 1440 is the end of the day.
    pub until: u16,
}

/// One day that is not like its weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exception {
    /// The day in the week's zone.
    pub day: Date,
    /// As in [`Rule`]; the whole day is `0..1440`.
    pub from: u16,
    pub until: u16,
    /// Free in addition to the rules; otherwise away.
    pub free: bool,
}

/// When a member is free, on their own clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// An IANA name, such as `Asia/Tokyo`.
    pub zone: String,
    /// In any order; they may overlap. No more than [`MAX_RULES`].
    pub rules: Vec<Rule>,
    /// Likewise. No more than [`MAX_EXCEPTIONS`].
    pub exceptions: Vec<Exception>,
}

/// Why a week is not to be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekProblem {
    /// The time zone database does not have it.
    NotAZone,
    TooManyRules,
    TooManyExceptions,
    /// No such weekday, or not `from < until <= 1440` in multiples of 15.
    NotARule,
    /// Not `from < until <= 1440` in multiples of 15.
    NotAnException,
}

/// From one moment until another, which is not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: Time,
    pub until: Time,
}

impl Week {
    /// What to ask before storing a week.
    ///
    /// # Errors
    /// With the first thing that is wrong.
    pub fn check(&self) -> Result<(), WeekProblem> {
        if TimeZone::get(&self.zone).is_err() {
            return Err(WeekProblem::NotAZone);
        }
        if self.rules.len() > MAX_RULES {
            return Err(WeekProblem::TooManyRules);
        }
        if self.exceptions.len() > MAX_EXCEPTIONS {
            return Err(WeekProblem::TooManyExceptions);
        }
        if !self.rules.iter().all(|rule| (1..=7).contains(&rule.weekday) && is_stretch(rule.from, rule.until)) {
            return Err(WeekProblem::NotARule);
        }
        if !self.exceptions.iter().all(|exception| is_stretch(exception.from, exception.until)) {
            return Err(WeekProblem::NotAnException);
        }
        Ok(())
    }
}

fn is_stretch(from: u16, until: u16) -> bool {
    from < until && until <= WHOLE_DAY && from.is_multiple_of(SLOT_MINUTES) && until.is_multiple_of(SLOT_MINUTES)
}
