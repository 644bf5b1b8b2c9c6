//! Fragments of traces that others place too.

pub mod card;
pub mod choosing;
pub mod growth;
pub mod hands;
pub mod hits;
pub mod map;
pub mod person;
