//! Asks: open invitations to meet.

pub mod jobs;
pub mod routes;
