//! The pages of asks.

mod edit;
mod form;
mod list;
mod new;
mod show;

pub use edit::edit;
pub use list::{filter, list};
pub use new::new;
pub use show::show;
