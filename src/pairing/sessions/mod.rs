//! Booked sessions: who meets whom, when, on what; what both prepare; moving and cancelling.

pub mod actions;
pub mod entry;
pub mod model;
pub(in crate::pairing) mod pages;
pub mod routes;
pub mod store;
pub mod talk;
#[cfg(test)]
mod tests;
pub mod views;
