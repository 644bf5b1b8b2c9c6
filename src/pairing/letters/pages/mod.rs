//! The pages behind letters' links, and the one where a calendar's address is made.

pub mod calendar;
pub mod link;
