//! **Notices**: what a member is told, in the inbox and by letter.
//!
//! One writer, [`actions::tell`], called inside the transaction that makes the news: the same news
//! is told once (`unique_key`), nobody is told of their own doing, and nobody hears of someone they
//! have blocked. The letter is a job of the same transaction, due five minutes later; whoever has
//! read the notice by then gets none. A notice whose comment is gone stays as a line that says so,
//! so that the unread count in the header always matches the inbox.
//!
//! Notices stand below traces and comments, so they link by address: `/comments/{id}`, `/traces/{id}`.

pub mod actions;
pub mod jobs;
mod mail;
pub mod model;
pub mod pages;
pub mod routes;
pub mod store;
#[cfg(test)]
mod tests;
mod views;
