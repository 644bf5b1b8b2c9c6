//! Traces: writing, revisions, reading, the map.

#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
pub mod views;
