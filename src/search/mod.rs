//! One index of public documents: which terms a trace holds, and how much they weigh.

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(feature = "ssr")]
pub mod store;
