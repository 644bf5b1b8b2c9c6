//! Statements about traces, by what they serve.

pub mod history;
pub mod show;
