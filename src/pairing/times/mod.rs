//! A member's weekly availability. It is kept as the member means it, as a time zone and times on
//! the wall clock, so that nine o'clock stays nine o'clock when the clocks change; [`free`] turns it
//! into moments. Pure.
//!
//! Two rules hold everything together. A member is free at a moment exactly when the clock on their
//! wall then shows a free time. And away beats free, whichever was said first.

pub mod actions;
mod ahead;
mod clocks;
mod day;
mod entry;
mod free;
mod hours;
mod local;
mod morning;
mod pages;
pub mod routes;
pub mod store;
#[cfg(test)]
mod tests;
mod week;

pub use ahead::{free_now, starts_ahead};
pub use clocks::{Change, change_ahead, today};
pub use free::{free, starts};
pub use hours::{hours, rules_of_hours};
pub use local::{LocalProblem, local};
pub use morning::morning;
pub use week::{Exception, HORIZON, MAX_EXCEPTIONS, MAX_RULES, QUARTER, Rule, Span, Week, WeekProblem};
use week::{SLOT_MINUTES, WHOLE_DAY};
