//! The hour itself: who came, and what follows.
//!
//! Both check in from ten minutes before the start. Five minutes late, the one who waits may ask
//! those who are free now to step in (a **swap**) or close the hour. When it is over it is held or
//! missed, and counts in the **figure** of those who came and those who did not. Afterwards each may
//! give **feedback**, of which the other sees the public thanks alone, and **report** to the organizers.
//!
//! What holds:
//! - An hour ends once: a compare-and-set on the session's state and sequence, whoever races whom.
//! - Whether the absent one came after all is decided by their own row of `pair_people`: a check-in
//!   and a no-show exclude each other.
//! - Rows are taken in the order session, people, proposals, so that nobody waits for each other.
//! - Nobody but its owner reads a figure, organizers included; nobody reads a report about themselves.
//!
//! Decided 2026-11-24: an hour to which nobody checked in counts for nobody, because two may have met
//! without a look at the site; both are asked. One who came may also say, for three days, that the
//! other was there after all; the absent one's own word proves nothing. A swap's proposal keeps in
//! `session_id` the hour in which `first_id` waits while it is open, and the new one once booked. Who
//! asks for a swap, or takes one, is there: both count as checked in.

pub mod actions;
pub mod entry;
pub mod jobs;
pub mod model;
mod pages;
pub mod routes;
pub mod store;
#[cfg(test)]
mod tests;
pub mod views;
