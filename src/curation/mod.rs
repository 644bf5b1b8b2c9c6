//! **Curation**: an organizer features a published trace with a public reason, and takes it down with one.
//!
//! A feature is a row with who, when and why, and stays when it is taken down, again with who, when
//! and why: the *trail*. At most one feature of a trace is current. `traces.featured_at` mirrors it
//! for the lists below (`traces::actions::facts`).

pub mod actions;
pub mod model;
pub mod pages;
pub mod routes;
pub mod store;
#[cfg(test)]
mod tests;
pub mod views;
