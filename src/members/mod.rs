//! Accounts, sign-in, profiles, standing.

#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod visit;
