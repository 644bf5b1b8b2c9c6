//! The hour itself: who came, and what follows.

pub mod actions;
pub mod jobs;
pub mod routes;
pub mod views;
