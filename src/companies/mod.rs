//! The directory of companies that are traced.
//!
//! A company is recognised by any of its spellings (`company_names`, folded by `base::text::key`).
//! Decided 2026-11-23: a company that a member adds while drafting waits, unlisted, until its first
//! trace is published (`hidden_at` equals `created_at`); what organizers hide later stays hidden.
//! Decided 2026-11-27: a company that turned out to be another's double stays as a row that points at
//! it (`merged_into`), unlisted and without spellings of its own. Its address leads to the other's, rows
//! that still name it are read as the other's, and slices above hear of it ([`merged`]). Nothing points
//! at a double of a double: they are all made to point at the one that stands.
//! Files: `industry` (the sectors), `directory.toml` (the hand-written start).

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(feature = "ssr")]
pub mod country;
#[cfg(feature = "ssr")]
pub mod industry;
#[cfg(feature = "ssr")]
pub mod merged;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(all(test, feature = "ssr"))]
mod tests;
