//! Asks: an open invitation to spend an hour on something, at times that its member offers.
//!
//! Whoever is asked for takes one of the times, and the hour is booked at once. Others can wait: when
//! the hour is called off, the ask is offered to them in order, each with a limit to answer, and is open
//! to everybody again when none of them takes it. "Meet again" is an ask that one former partner alone
//! sees.
//!
//! What holds:
//! - An ask is taken once: `open` to `taken` is a compare-and-set on its row, and so of two who take it
//!   at once the second hears that it is gone. Whatever else changes an ask holds that row first.
//! - While it is offered to one who waits it stays `taken`; the offer is a row of `ask_waiting`.
//! - An offered time can be taken until an hour before it begins ([`model::LEAD`]), so that the one who
//!   offered it hears of it. When the last has gone by, the ask has expired.
//! - `ask_disciplines` holds the asks that are open to everybody, and no others: a list by discipline
//!   never walks over what is over.
//!
//! Decided 2026-11-27: an hour called off by the one who asked takes that time back, and the others
//! stand; called off by the one who took it, the time is offered again.

pub mod actions;
pub mod entry;
pub mod jobs;
pub mod model;
pub mod pages;
pub mod routes;
pub mod store;
#[cfg(test)]
mod tests;
pub mod views;
