//! Whom a member would like to meet, said in private.
//!
//! What holds: nobody learns of it unless both have said so, and then both hear it at once. A page
//! shows one's own word alone; the other's only where both stand. Whoever is kept apart by a block
//! cannot say it, and nothing between them counts. A member names few at a time, so that naming
//! everybody is no way to find out who named them.

pub mod actions;
mod pages;
pub mod routes;
pub mod store;
#[cfg(test)]
mod tests;
pub mod views;

/// How many a member can name at a time.
pub const MOST: usize = 50;
