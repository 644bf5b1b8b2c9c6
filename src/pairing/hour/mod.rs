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
//!
//! Decided 2026-11-27:
//! - A block is for safety and costs nothing by itself, in public or in private: the hour is called off
//!   for a reason that nobody is told. Only what it hides is kept (`parted_by`): where giving the hour up
//!   at that moment would have counted, and the block is taken back within thirty days, it counts then, as
//!   the late cancelling it was. One that stands is never counted. And an hour in which the other waits
//!   already when the block comes has happened: it is closed, and counts as not coming.
//! - The figure orders the queue in three steps (90 and 70 of 100, as for the bookings): whoever is
//!   further down has their turn after the others, by the time of joining within each step. Between
//!   partners who are as good in all that counts more, the more reliable one is proposed.
//! - An hour with one who steps in ends when it would have, had it begun with its quarter-hour: a
//!   little is lost, and both calendars keep quarter-hours. The page says until when it lasts.
//! - What one who has left noted for themselves goes with the account; what they wrote to a partner, and
//!   public thanks, stay.

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
