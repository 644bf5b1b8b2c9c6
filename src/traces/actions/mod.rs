//! Verbs of writing: sketch, save, publish.

mod desk;
pub mod facts;
pub mod hypotheses;
mod joint;
pub mod offers;
mod past;
mod publish;
mod rendering;
mod save;
mod sketch;
pub mod writers;

pub use desk::{Desk, open};
pub use joint::begin_joint;
pub use past::content_of;
pub use publish::{Published, publish};
pub use rendering::{Dated, Rendered, preview, render};
pub use save::{Saved, save_draft};
pub use sketch::{claim, create, keep};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod throttled;
