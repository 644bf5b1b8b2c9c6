//! Statements about traces.

pub mod cards;
pub mod directory;
pub mod facts;
pub mod sitemap;
