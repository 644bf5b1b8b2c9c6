//! The browser's side of the editor: saves by itself, keeps a copy, counts, previews. On the server
//! there is nothing to start.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod copy;
#[cfg(feature = "hydrate")]
mod page;
#[cfg(feature = "ssr")]
mod server;

#[cfg(feature = "hydrate")]
pub use browser::{drop_copy, restore, start};
#[cfg(feature = "ssr")]
pub use server::{drop_copy, restore, start};
