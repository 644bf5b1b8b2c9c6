//! The directory of companies that are traced.
//!
//! A company is recognised by any of its spellings (`company_names`, folded by `base::text::key`).
//! Decided 2026-11-23: a company that a member adds while drafting waits, unlisted, until its first
//! trace is published (`hidden_at` equals `created_at`); what organizers hide later stays hidden.
//! Files: `industry` (the sectors), `directory.toml` (the hand-written start).

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(feature = "ssr")]
pub mod country;
#[cfg(feature = "ssr")]
pub mod industry;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(all(test, feature = "ssr"))]
mod tests;
