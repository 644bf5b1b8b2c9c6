//! A member's times: their week in their own zone, and what a local time is as an instant.

mod morning;

pub use morning::morning;
