//! Statements about traces, by what they serve.

pub mod authors;
pub mod cards;
pub mod compare;
pub mod directory;
pub mod drafts;
pub mod facets;
pub mod facts;
pub mod growth;
pub mod history;
pub mod hypotheses;
pub mod leaving;
pub mod merging;
mod narrowed;
pub mod offers;
pub mod pending;
pub mod publishing;
pub mod rendering;
pub mod sharing;
pub mod show;
pub mod sitemap;
pub mod writers;
