//! The queue's pages.

pub mod proposal;
pub mod queue;
