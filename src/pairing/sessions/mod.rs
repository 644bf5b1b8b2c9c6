//! Booked sessions: who meets whom, when, on what; what both prepare; moving and cancelling.

pub mod actions;
pub mod model;
pub mod routes;
pub mod store;
pub mod views;
