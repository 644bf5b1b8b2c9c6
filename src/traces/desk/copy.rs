//! The copy that this browser keeps of what is not saved yet.

use leptos::prelude::window;

/// What was typed, and over which version.
pub struct Copy {
    pub version: String,
    pub body: String,
}

fn key(trace: i64) -> String {
    format!("draft-{trace}")
}

/// Keeps it; a browser that refuses (private, full) keeps nothing, and saving goes on.
pub fn keep(trace: i64, version: &str, body: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(&key(trace), &format!("{version} {body}"));
    }
}

pub fn kept(trace: i64) -> Option<Copy> {
    let text = window().local_storage().ok()??.get_item(&key(trace)).ok()??;
    let (version, body) = text.split_once(' ')?;
    Some(Copy { version: version.to_owned(), body: body.to_owned() })
}

pub fn forget(trace: i64) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(&key(trace));
    }
}
