//! One day on the wall clock, in slots of a quarter of an hour: what all rules and exceptions come
//! to, whatever their order and however they overlap.

use jiff::civil::Date;

use super::{MAX_EXCEPTIONS, MAX_RULES, Rule, SLOT_MINUTES, WHOLE_DAY, Week};

const SLOTS: usize = (WHOLE_DAY / SLOT_MINUTES) as usize;

/// Whether each quarter of an hour is free.
pub(super) struct Day([bool; SLOTS]);

impl Day {
    /// What `rules` say of a weekday.
    pub(super) fn of_rules(rules: &[Rule], weekday: u8) -> Self {
        let mut day = Self([false; SLOTS]);
        for rule in rules.iter().take(MAX_RULES).filter(|rule| rule.weekday == weekday) {
            day.set(rule.from, rule.until, true);
        }
        day
    }

    /// What `week` says of a date: its rules, what is free besides, and then without what is away.
    pub(super) fn of_week(week: &Week, date: Date) -> Self {
        let mut day = Self::of_rules(&week.rules, date.weekday().to_monday_one_offset().unsigned_abs());
        for free in [true, false] {
            let exceptions = week.exceptions.iter().take(MAX_EXCEPTIONS);
            for exception in exceptions.filter(|exception| exception.day == date && exception.free == free) {
                day.set(exception.from, exception.until, free);
            }
        }
        day
    }

    /// The longest free stretches, in order, as minutes since midnight.
    pub(super) fn stretches(&self) -> Vec<(u16, u16)> {
        let mut stretches: Vec<(u16, u16)> = Vec::new();
        for (from, _) in (0..).step_by(usize::from(SLOT_MINUTES)).zip(self.0).filter(|(_, free)| *free) {
            match stretches.last_mut() {
                Some((_, until)) if *until == from => *until += SLOT_MINUTES,
                _ => stretches.push((from, from + SLOT_MINUTES)),
            }
        }
        stretches
    }

    /// Marks the slots from one minute of the day until another; none when that is no stretch of a day.
    fn set(&mut self, from: u16, until: u16, free: bool) {
        let slots = usize::from(from / SLOT_MINUTES)..usize::from(until / SLOT_MINUTES);
        if let Some(slots) = self.0.get_mut(slots) {
            slots.fill(free);
        }
    }
}
