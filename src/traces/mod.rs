//! Traces: writing, revisions, reading, the map.
//!
//! **Writing.** A draft is saved as typed, even where it does not fit yet: nobody loses a word to a
//! rule. What does not fit is said beside the field, and stops only the publishing. Every save
//! compares the version that the writer had in front of them; an older one never overwrites a newer
//! one, the writer sees both (decided 2026-11-23).
//!
//! **Growing.** The first revision needs no reason, every later one says why. Restoring publishes old
//! words as a new revision, and not while the draft holds words that are not published: they would be
//! left behind. Any author publishes; nobody removes another, and who leaves keeps the credit. What
//! reviewers say of a draft stays with the draft (decided 2026-11-27).

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(feature = "ssr")]
mod additions;
mod desk;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod jobs;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(all(test, feature = "ssr"))]
mod tests;
#[cfg(feature = "ssr")]
pub mod views;
