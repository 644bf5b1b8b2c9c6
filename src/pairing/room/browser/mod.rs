//! The browser's side of the room. On the server there is nothing to open.

#[cfg(feature = "hydrate")]
mod area;
#[cfg(feature = "hydrate")]
mod chat;
#[cfg(feature = "hydrate")]
mod desk;
#[cfg(feature = "hydrate")]
mod ink;
#[cfg(feature = "hydrate")]
mod kept;
#[cfg(feature = "hydrate")]
mod notes;
#[cfg(feature = "hydrate")]
mod own;
#[cfg(feature = "hydrate")]
mod page;
#[cfg(feature = "hydrate")]
mod panel;
#[cfg(feature = "hydrate")]
mod saved;
#[cfg(feature = "hydrate")]
mod sections;
#[cfg(feature = "ssr")]
mod server;
#[cfg(feature = "hydrate")]
mod socket;
#[cfg(feature = "hydrate")]
mod wire;

#[cfg(feature = "hydrate")]
pub use desk::open;
#[cfg(feature = "ssr")]
pub use server::open;
