//! Letters about sessions and proposals, what their links do without signing in, and a member's
//! sessions as a calendar.
//!
//! What holds:
//! - A letter says only what still stands when it is sent: a job that comes late, or whose session
//!   has moved on, does nothing ([`model::is_timely`]).
//! - A link does one thing once. Only the hash of its token is kept; a GET changes nothing; its page
//!   acts for the letter's reader, whoever is or is not signed in, and for nobody else who is.
//! - What a calendar program is told has the session's `uid` and `sequence`, and names the site as
//!   the organizer: neither of the two learns the other's address.
//!
//! Decided 2026-11-24:
//! - A link holds for the hour that its letter speaks of: when the session ends at another time than
//!   the link, the hour has been moved, and the letter is out of date.
//! - The calendar feed leaves out the link to the call: its address may lie with a calendar service,
//!   and that link is for the two alone.

mod actions;
mod calendar;
mod event;
pub mod jobs;
mod mail;
mod model;
mod opened;
mod pages;
pub mod routes;
mod store;
#[cfg(test)]
mod tests;
