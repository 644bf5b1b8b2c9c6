//! Find me a partner: the queue, its matches, the proposals that follow.

pub mod jobs;
pub mod routes;
pub mod views;
