//! Statements about traces.

pub mod drafts;
pub mod pending;
pub mod publishing;
pub mod rendering;
