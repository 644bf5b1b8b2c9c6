//! Verbs of writing: sketch, save, publish, restore.

pub mod authors;
mod build_on;
mod desk;
pub mod facts;
pub mod hypotheses;
mod joint;
pub mod merging;
pub mod offers;
pub mod past;
mod publish;
mod rendering;
mod restore;
mod save;
pub mod sharing;
mod sketch;
pub mod writers;

pub use build_on::build_on;
pub use desk::{Desk, held, open};
pub use joint::begin_joint;
pub use past::content_of;
pub use publish::{Published, publish};
pub use rendering::{Dated, Rendered, preview, render};
pub use restore::restore;
pub use save::{Saved, save_draft};
pub use sketch::{claim, create, keep};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod throttled;
