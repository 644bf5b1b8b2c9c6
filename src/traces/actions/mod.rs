//! Verbs of writing: sketch, save, publish.

mod build_on;
mod desk;
pub mod facts;
pub mod hypotheses;
pub mod offers;
mod past;
mod publish;
mod rendering;
mod save;
mod sketch;
pub mod writers;

pub use build_on::build_on;
pub use desk::{Desk, open};
pub use past::content_of;
pub use publish::{Published, publish};
pub use rendering::{Dated, Rendered, preview, render};
pub use save::{Saved, save_draft};
pub use sketch::{claim, create, keep};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod throttled;
