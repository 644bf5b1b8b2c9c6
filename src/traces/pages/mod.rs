//! Whole pages about traces.

pub mod claim;
pub mod edit;
pub mod new;
