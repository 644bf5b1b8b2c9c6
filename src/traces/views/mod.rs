//! Fragments of traces that others place too.

pub mod map;
pub mod person;
