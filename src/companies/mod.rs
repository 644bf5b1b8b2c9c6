//! The directory of companies that are traced.

#[cfg(feature = "ssr")]
pub mod model;
