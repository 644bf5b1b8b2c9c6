//! What is done to traces.

pub mod facts;
