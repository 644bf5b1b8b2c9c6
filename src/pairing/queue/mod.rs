//! Find me a partner: the queue, its matches, the proposals that follow.
//!
//! Who waits has a place (`joined_at`) and keeps it until an hour is booked: a declined or lapsed
//! proposal only frees both for the next round. A round runs when something has changed that could
//! make a match (someone joins, marks times, declines), and again while anybody waits, because
//! hours pass. The pure part is [`crate::pairing::matching`].

pub mod actions;
pub mod jobs;
pub mod model;
pub(in crate::pairing) mod pages;
mod round;
pub mod routes;
pub mod store;
#[cfg(test)]
mod tests;
pub mod views;
