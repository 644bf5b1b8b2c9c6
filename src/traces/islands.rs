//! What runs in the browser while a trace is written.

use leptos::prelude::*;

use crate::traces::desk;

crate::handed_words! {
    /// What the desk says, handed over by the server in the reader's language; `@` is a number's place.
    DeskWords {
        saving,
        offline,
        older,
        choose,
        see_both,
        signed_out,
        not_yours,
        too_large,
        unreadable,
        too_many,
        broken,
        restore,
        restore_older,
        restore_go,
        restore_drop,
        left,
        over,
        /// `#`: characters, `@`: words.
        characters,
        words,
        too_much,
        sign_in,
        sign_in_wrong,
        sign_in_failed,
    }
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
    view! {
        <div class="desk note num">
            <p class="line">
                <span role="status" aria-live="polite">{move || status.get()}</span> " "
                <button class="link" form="edit" hidden=move || !older.get()>{said.see_both}</button>
                <button type="button" class="link" hidden=move || !out.get() on:click=|_| desk::ask()>{said.sign_in}</button>
            </p>
            <p class="length">{move || counted.get()}</p>
            <p class="offer" hidden=move || !kept.get()>
                <span hidden=move || overtaken.get()>{said.restore}</span>
                <span hidden=move || !overtaken.get()>{said.restore_older}</span> " "
                <button type="button" class="button small" on:click=|_| desk::restore()>{said.restore_go}</button> " "
                <button type="button" class="button small" on:click=|_| desk::drop_copy()>{said.restore_drop}</button>
            </p>
        </div>
    }
}

/// The tools of the fields, loaded when somebody first writes or asks for the keys.
#[lazy]
pub async fn tools(asked: bool) {
    desk::tools(asked);
}
