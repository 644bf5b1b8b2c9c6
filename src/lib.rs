//! **Marketing Trace**: a community where members explain, in their own words, how a company works.
//!
//! This page is the architecture. The folder list is the product's table of contents; a feature
//! lands in one folder, and the same file names recur in each.
//!
//! | file | holds |
//! |---|---|
//! | `model.rs` | types, states, validation, `can_...`; pure |
//! | `store.rs` | SQL: one function, one statement |
//! | `actions.rs` | verbs: allow, check, one transaction, then tell |
//! | `pages.rs`, `views.rs` | whole pages; fragments that others place |
//! | `routes.rs` | form posts, feeds, JSON |
//! | `islands.rs` | browser components, the only code in both builds |
//! | `jobs.rs` `mail.rs` `tests.rs` | jobs safe to run twice; letters; the slice's tests |
//!
//! **Direction**, low to high: `base` < `ui` < `members` < `companies`, `search`, `notices` <
//! `traces` < `comments`, `curation`, `pairing` < `web`, `worker` < `cli`. Imports go downward only and
//! siblings never import each other; `testing::house` holds it.
//!
//! **Walks.** Read: `web/router` -> a slice's `pages` -> `store`. Write: `web/router` -> `routes` ->
//! `actions` -> `store`, then 303. A slice's handler answers with a [`ui::page::Page`] or an
//! [`base::error::Error`]; `web/shell` sets either into the document.
//!
//! What stands otherwise than first drawn, and why (2026-11-23):
//! - There are no server functions and no `leptos_axum`: forms post to axum handlers, and islands
//!   post the same forms, so there is one way to write and one place that checks it.
//! - `members::visit::Visit` (who looks, language, time) is the first argument of every handler; it
//!   lives with members because it holds one, and `web/enter` makes it.
//! - Bulk files such as migrations carry three words (`ROW_ID`, `KEY_TEXT`, `RAW_BYTES`) that stand for what the
//!   engines spell differently; see `base/db/migrate.rs`.

#[cfg(all(feature = "ssr", feature = "hydrate"))]
compile_error!("build either the server (ssr) or the browser (hydrate), not both");
#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
compile_error!("build either the server (ssr) or the browser (--no-default-features --features hydrate)");

pub mod base;
#[cfg(feature = "ssr")]
pub mod cli;
#[cfg(feature = "ssr")]
pub mod comments;
pub mod companies;
#[cfg(feature = "ssr")]
pub mod curation;
pub mod members;
#[cfg(feature = "ssr")]
pub mod notices;
pub mod pairing;
pub mod search;
#[cfg(all(test, feature = "ssr"))]
pub mod testing;
pub mod traces;
pub mod ui;
pub mod web;
#[cfg(feature = "ssr")]
pub mod worker;

/// Called by the page's one script once the browser's code has loaded.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
