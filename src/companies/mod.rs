//! The directory of companies that are traced.

#[cfg(feature = "ssr")]
pub mod country;
#[cfg(feature = "ssr")]
pub mod industry;
#[cfg(feature = "ssr")]
pub mod model;
