//! **Comments**: talk about a trace, or about one of its parts.
//!
//! A comment has a kind (question, challenge, addition, used) and belongs to a thread: a *root* and
//! its replies. A reply stays with the part its root is about. Deleting empties the row; it stays as
//! a stub while someone has replied, and so does a comment that an organizer has hidden, or whose
//! writer and the reader have blocked each other. What cannot be seen is not sent to the page.
//!
//! - The Markdown is rendered before the transaction (`model::Text`); posting is two statements of
//!   reading and writing, the notices, and the news.
//! - Pages of the talk go back in time by the root's number, 50 roots each; within a page it reads
//!   downward. Replies deeper than [`thread::DEPTH`] stand on the deepest level.
//! - Decided 2026-11-23: a refused comment (422, 403) answers with a page of its own that holds
//!   every word typed. A lost sign-in is `web::again`'s.

pub mod actions;
pub mod jobs;
pub mod model;
pub mod pages;
pub mod routes;
pub mod store;
#[cfg(test)]
mod tests;
pub mod thread;
pub mod used;
pub mod views;
