//! Letters about sessions and proposals, their links, and the calendar.

pub mod jobs;
pub mod routes;
