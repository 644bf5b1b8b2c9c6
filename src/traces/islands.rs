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
    pub choose: String,
    pub see_both: String,
    pub signed_out: String,
    pub not_yours: String,
    pub too_large: String,
    pub unreadable: String,
    pub too_many: String,
    pub broken: String,
    pub restore: String,
    pub restore_older: String,
    pub restore_go: String,
    pub restore_drop: String,
    pub left: String,
    pub over: String,
    /// `#`: characters, `@`: words.
    pub characters: String,
    pub words: String,
    pub too_much: String,
    pub sign_in: String,
    pub sign_in_wrong: String,
    pub sign_in_failed: String,
}

/// The desk's state, shared with the browser's side.
#[derive(Debug, Clone)]
pub struct Desk {
    pub trace: i64,
    /// Grapheme clusters of a gist, at most.
    pub most: usize,
    /// The page shows both versions of a draft: its fields were typed over this one.
    pub over: Option<i64>,
    /// The page shows what the server has not kept.
    pub unsaved: bool,
    pub words: StoredValue<DeskWords>,
    pub status: RwSignal<String>,
    /// Another window saved a newer version: saving has stopped.
    pub older: RwSignal<bool>,
    /// How long the text is that is being written.
    pub counted: RwSignal<String>,
    /// The sign-in has ended.
    pub out: RwSignal<bool>,
    /// The browser holds a copy that was never saved.
    pub kept: RwSignal<bool>,
    /// That copy was typed over another version than the page's.
    pub overtaken: RwSignal<bool>,
}

/// Saves the form `#edit` by itself and says so. Without it the form works as it is.
#[island]
pub fn EditorDesk(trace: i64, most: usize, over: Option<i64>, unsaved: bool, words: DeskWords) -> impl IntoView {
    let said = words.clone();
    let desk = Desk {
        trace,
        most,
        over,
        unsaved,
        words: StoredValue::new(words),
        status: RwSignal::new(if over.is_some() { said.choose.clone() } else { String::new() }),
        older: RwSignal::new(false),
        counted: RwSignal::new(String::new()),
        out: RwSignal::new(false),
        kept: RwSignal::new(false),
        overtaken: RwSignal::new(false),
    };
    let starting = desk.clone();
    Effect::new(move |_| desk::start(&starting));
    let Desk { status, older, counted, out, kept, overtaken, .. } = desk;
    let line = view! {
            <p class="line">
                <span role="status" aria-live="polite">{move || status.get()}</span> " "
                <button class="link" form="edit" hidden=move || !older.get()>{said.see_both}</button>
                <button type="button" class="link" hidden=move || !out.get() on:click=|_| desk::ask()>{said.sign_in}</button>
            </p>
    };
    let offer = view! {
            <p class="offer" hidden=move || !kept.get()>
                <span hidden=move || overtaken.get()>{said.restore}</span>
                <span hidden=move || !overtaken.get()>{said.restore_older}</span> " "
                <button type="button" class="button small" on:click=|_| desk::restore()>{said.restore_go}</button> " "
                <button type="button" class="button small" on:click=|_| desk::drop_copy()>{said.restore_drop}</button>
            </p>
    };
    view! {
        <div class="desk note num">
            {line.into_any()}
            <p class="length">{move || counted.get()}</p>
            {offer.into_any()}
        </div>
    }
}

/// How many characters a person would count: the rule of the server, loaded when first typed.
#[lazy]
pub async fn count(text: String) -> usize {
    crate::base::text::graphemes(&text)
}

/// The tools of the fields, loaded when somebody first writes or asks for the keys.
#[lazy]
pub async fn tools(asked: bool) {
    desk::tools(asked);
}
