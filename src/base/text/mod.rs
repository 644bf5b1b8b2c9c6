//! Text as members type it: cleaning, measuring and naming. Pure; both builds.
//!
//! - Lengths shown to members are grapheme clusters (UAX #29, extended), so that a
//!   family emoji or a letter with its accent counts as one, in every script.
//! - Stored text has passed [`clean()`] or [`clean_block`]: NFC, no invisible controls.
//! - [`key`] is for comparing, never for showing.
//!
//! Files: `clean` (what may be stored), `joiners` (which ZWJ/ZWNJ mean something),
//! `length` (graphemes), `names` (slug, handle, key, source key), `script` (JSON inside a
//! `<script>`), and for the server alone `terms` (words of the search index) on `fold`.

pub mod clean;
#[cfg(feature = "ssr")]
mod fold;
pub mod handed;
mod joiners;
pub mod length;
pub mod names;
pub mod script;
#[cfg(feature = "ssr")]
pub mod terms;

pub use clean::{Unclean, clean, clean_block};
pub use length::{graphemes, truncate, within};
pub use names::{HandleError, SourceKeyError, handle, key, slug, source_key};
pub use script::json_for_script;
