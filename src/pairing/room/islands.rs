//! What runs in the browser while two write: a small island that fetches the rest, which is large,
//! where it is needed and nowhere else.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::pairing::room::browser;

crate::handed_words! {
    /// What the room says, handed over by the server in the reader's language; `@` and `#` are numbers' places.
    RoomWords {
        saved,
        saving,
        joining,
        offline,
        back,
        restarted,
        came,
        twice,
        local,
        full,
        closed,
        here,
        away,
        undo,
        redo,
        left,
        count,
        someone,
    }
}

/// Which room, who looks, and what is said to them.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    pub session: i64,
    /// 0 or 1, in the order of the two's numbers.
    pub seat: usize,
    pub names: [String; 2],
    pub words: RoomWords,
}

/// Binds the text areas of the page to the shared text. Without it every part is a form.
#[island]
pub fn RoomDesk(session: i64, seat: usize, names: [String; 2], said: RoomWords) -> impl IntoView {
    let (undo, redo) = (said.undo.clone(), said.redo.clone());
    let settings = Settings { session, seat, names, words: said };
    Effect::new(move |_| spawn_local(open(settings.clone())));
    // The browser's code shows them once they do something.
    view! {
        <span class="row" id="room-undo" hidden=true>
            <button type="button" class="button small" id="undo">{undo}</button>
            <button type="button" class="button small" id="redo">{redo}</button>
        </span>
    }
}

/// The shared text itself, loaded when a room is opened.
#[lazy]
pub async fn open(settings: Settings) {
    browser::open(settings);
}
