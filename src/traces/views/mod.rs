//! Fragments of traces that others place too.

pub mod card;
pub mod growth;
pub mod hits;
pub mod map;
pub mod person;
