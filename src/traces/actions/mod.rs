//! Verbs of writing: sketch, save, publish.

mod desk;
pub mod facts;
mod joint;
pub mod merging;
mod publish;
mod rendering;
mod save;
mod sketch;
pub mod writers;

pub use desk::{Desk, open};
pub use joint::begin_joint;
pub use publish::{Published, publish};
pub use rendering::{Rendered, preview, render};
pub use save::{Saved, save_draft};
pub use sketch::{claim, create, keep};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod throttled;
