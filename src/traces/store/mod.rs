//! Statements about traces, by what they serve.

pub mod cards;
pub mod directory;
pub mod drafts;
pub mod facts;
pub mod history;
pub mod leaving;
pub mod merging;
pub mod pending;
pub mod publishing;
pub mod rendering;
pub mod show;
pub mod sitemap;
pub mod writers;
