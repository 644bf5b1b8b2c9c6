//! Ways in: the router and what stands around it.
//!
//! From the outside in: [`front`] answers signed-out readers from finished pages; [`guard`] refuses
//! writes from other sites; [`enter`] finds out who looks; [`shell`] sets a slice's page into the
//! document, or makes an error's page; [`again`] keeps what a guest sent where only members may;
//! [`router`] is the table of addresses.

#[cfg(feature = "ssr")]
pub mod again;
#[cfg(feature = "ssr")]
pub mod assets;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod enter;
#[cfg(feature = "ssr")]
pub mod errors;
#[cfg(feature = "ssr")]
pub mod front;
#[cfg(feature = "ssr")]
pub mod guard;
#[cfg(feature = "ssr")]
pub mod headers;
#[cfg(feature = "ssr")]
pub mod layout;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod query;
#[cfg(feature = "ssr")]
pub mod router;
#[cfg(feature = "ssr")]
pub mod serve;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(all(test, feature = "ssr"))]
mod tests;
#[cfg(feature = "ssr")]
mod unread;
