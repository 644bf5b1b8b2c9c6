//! The browser's side of the editor: saves by itself, keeps copies, counts, previews. On the server
//! there is nothing to start.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod copy;
#[cfg(feature = "hydrate")]
mod field;
#[cfg(feature = "hydrate")]
mod kept;
#[cfg(feature = "hydrate")]
mod page;
#[cfg(feature = "hydrate")]
mod preview;
#[cfg(feature = "hydrate")]
mod saving;
#[cfg(feature = "ssr")]
mod server;
#[cfg(feature = "hydrate")]
mod sheets;
#[cfg(feature = "hydrate")]
mod sign_in;
#[cfg(any(feature = "hydrate", test))]
mod text;
#[cfg(feature = "hydrate")]
mod tools;
#[cfg(feature = "hydrate")]
mod tree;

#[cfg(feature = "hydrate")]
pub use browser::{start, tools};
#[cfg(feature = "hydrate")]
pub use kept::{drop_copy, restore};
#[cfg(feature = "ssr")]
pub use server::{ask, drop_copy, restore, start, tools};
#[cfg(feature = "hydrate")]
pub use sign_in::ask;
