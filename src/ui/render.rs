//! Views become text here.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

/// Renders a view to HTML, with islands marked for the browser.
pub fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let out = owner.with(|| view().into_view().to_html());
    owner.unset();
    out
}
