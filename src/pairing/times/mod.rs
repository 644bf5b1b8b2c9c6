//! A member's times: their week in their own zone, and what a local time is as an instant.

mod local;
mod morning;

pub use local::{LocalProblem, local};
pub use morning::morning;
