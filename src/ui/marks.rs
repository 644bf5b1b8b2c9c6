//! The four marks, drawn once a page and used everywhere.

use leptos::prelude::*;

/// The shapes that marks and maps refer to.
#[component]
pub fn MarkDefs() -> impl IntoView {
    view! {
        <svg class="defs" aria-hidden="true">
            <symbol id="m-shift" viewBox="0 0 24 24" overflow="visible"><path d="M12 2.5 20.9 18.2H3.1z"></path></symbol>
            <symbol id="m-task" viewBox="0 0 24 24" overflow="visible"><circle cx="12" cy="12" r="8"></circle></symbol>
            <symbol id="m-value" viewBox="0 0 24 24" overflow="visible"><path d="M12 2.2 21.8 12 12 21.8 2.2 12z"></path></symbol>
            <symbol id="m-model" viewBox="0 0 24 24" overflow="visible"><path d="M4.8 4.8h14.4v14.4H4.8z"></path></symbol>
            <symbol id="m-find" viewBox="0 0 24 24"><circle cx="10" cy="10" r="6"></circle><path d="m14.5 14.5 6 6"></path></symbol>
            <symbol id="m-frame" viewBox="0 0 24 24" overflow="visible"><circle cx="12" cy="12" r="11.6"></circle><path d="M12-2.5v29M-2.5 12h29"></path></symbol>
            <marker id="tip" viewBox="0 0 12 6" refX="11" refY="3" markerWidth="9" markerHeight="5" orient="auto"><path d="M0 0 12 3 0 6z" fill="context-stroke"></path></marker>
        </svg>
    }
}

/// The site's sign: four marks on a line.
#[component]
pub fn Glyph() -> impl IntoView {
    view! {
        <svg class="glyph" viewBox="0 0 88 16" aria-hidden="true">
            <line x1="15" y1="8" x2="25" y2="8"></line><line x1="39" y1="8" x2="49" y2="8"></line><line x1="63" y1="8" x2="73" y2="8"></line>
            <use class="shift" href="#m-shift" x="0" y="1" width="14" height="14"></use>
            <use class="task" href="#m-task" x="24" y="1" width="14" height="14"></use>
            <use class="value" href="#m-value" x="48" y="1" width="14" height="14"></use>
            <use class="model" href="#m-model" x="72" y="1" width="14" height="14"></use>
        </svg>
    }
}

/// The sign with its line broken off: for pages that are not there.
#[component]
pub fn BrokenGlyph() -> impl IntoView {
    view! {
        <svg class="glyph" viewBox="0 0 88 16" aria-hidden="true">
            <line x1="15" y1="8" x2="25" y2="8"></line><line x1="39" y1="8" x2="49" y2="8" class="gap"></line><line x1="63" y1="8" x2="73" y2="8"></line>
            <use class="shift" href="#m-shift" x="0" y="1" width="14" height="14"></use>
            <use class="task" href="#m-task" x="24" y="1" width="14" height="14"></use>
            <use class="value hollow" href="#m-value" x="48" y="1" width="14" height="14"></use>
            <use class="model hollow" href="#m-model" x="72" y="1" width="14" height="14"></use>
        </svg>
    }
}
