//! Statements about traces.

pub mod drafts;
pub mod pending;
pub mod publishing;
pub mod rendering;
pub mod cards;
pub mod directory;
pub mod facts;
pub mod sitemap;
