//! What runs in the browser while a trace is written.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::traces::desk;

/// What the desk says, handed over by the server in the reader's language; `@` is a number's place.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct DeskWords {
    pub saving: String,
    pub offline: String,
    pub older: String,
    pub older_link: String,
    pub signed_out: String,
    pub restore: String,
    pub restore_older: String,
    pub restore_go: String,
    pub restore_drop: String,
    pub left: String,
    pub over: String,
}

/// The desk's state, shared with the browser's side.
#[derive(Debug, Clone)]
pub struct Desk {
    pub trace: i64,
    /// Grapheme clusters of a gist, at most.
    pub most: usize,
    pub words: StoredValue<DeskWords>,
    pub status: RwSignal<String>,
    /// Another window saved a newer version: saving has stopped.
    pub older: RwSignal<bool>,
    /// The browser holds a copy that was never saved.
    pub kept: RwSignal<bool>,
    /// That copy was typed over another version than the page's.
    pub overtaken: RwSignal<bool>,
}

/// Saves the form `#edit` by itself and says so. Without it the form works as it is.
#[island]
pub fn EditorDesk(trace: i64, most: usize, words: DeskWords) -> impl IntoView {
    let said = words.clone();
    let desk = Desk {
        trace,
        most,
        words: StoredValue::new(words),
        status: RwSignal::new(String::new()),
        older: RwSignal::new(false),
        kept: RwSignal::new(false),
        overtaken: RwSignal::new(false),
    };
    let (starting, restoring, dropping) = (desk.clone(), desk.clone(), desk.clone());
    Effect::new(move |_| desk::start(&starting));
    let Desk { status, older, kept, overtaken, .. } = desk;
    view! {
        <span class="desk note num">
            <span role="status" aria-live="polite">{move || status.get()}</span>
            " " <a href=format!("/traces/{trace}/edit") target="_blank" hidden=move || !older.get()>{said.older_link}</a>
            <span hidden=move || !kept.get()>
                <span hidden=move || overtaken.get()>{said.restore}</span>
                <span hidden=move || !overtaken.get()>{said.restore_older}</span> " "
                <button type="button" class="button small" on:click=move |_| desk::restore(&restoring)>{said.restore_go}</button> " "
                <button type="button" class="button small" on:click=move |_| desk::drop_copy(&dropping)>{said.restore_drop}</button>
            </span>
        </span>
    }
}

/// How many characters a person would count: the rule of the server, loaded when first typed.
#[lazy]
pub async fn count(text: String) -> usize {
    crate::base::text::graphemes(&text)
}
