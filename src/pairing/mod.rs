//! **Pairing**: two members of different disciplines find each other and meet for sixty minutes on
//! one company.
//!
//! Nouns, from the ground up: a member's **times** (a week in their own zone, with exceptions); a
//! booked **session**, its **letters** and calendar; **asks**, which others take; the **queue**, which
//! proposes a partner, a time and a company; private **interests** in one another; the **hour** itself:
//! who came, and what follows; the **room** in which it happens: one text that both write.
//!
//! What holds:
//! - Sessions begin on a quarter-hour, and a member's quarter-hour belongs to one session: the primary
//!   key of `pair_slots` refuses a double booking on both engines, whoever races whom.
//! - A change of time or state is a compare-and-set on the session's `state` and `sequence`; of two
//!   who act at once, the second hears how it stands. Rows are taken in one order ([`hold`]).
//! - Whatever happens later (a letter, a reminder, the end of an offer) is a row of the queue, written
//!   in the transaction that causes it ([`tasks`]). It carries the sequence for which it was meant,
//!   and does nothing once the session has moved on.
//! - What a session holds is for its two members alone; for others it does not exist.
//!
//! Decided 2026-11-24: an offered time is kept as an instant, since two people in two zones have
//! agreed on it; a member's week is kept as local time with its zone, since it is about their day.

#[cfg(feature = "ssr")]
pub mod asks;
#[cfg(feature = "ssr")]
mod hold;
#[cfg(feature = "ssr")]
pub mod hour;
#[cfg(feature = "ssr")]
pub mod interests;
#[cfg(feature = "ssr")]
pub mod jobs;
#[cfg(feature = "ssr")]
pub mod letters;
#[cfg(feature = "ssr")]
pub mod matching;
#[cfg(feature = "ssr")]
mod merging;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
pub mod queue;
pub mod room;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod sessions;
#[cfg(feature = "ssr")]
pub mod tasks;
#[cfg(feature = "ssr")]
pub mod times;
