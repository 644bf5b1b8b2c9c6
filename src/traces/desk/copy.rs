//! The copy that this browser keeps of what is not saved yet. One that an earlier visit left is put
//! aside while the writer decides, so that what is typed meanwhile never overwrites it.

use leptos::prelude::window;

/// What was typed, and over which version.
pub struct Copy {
    pub version: String,
    pub body: String,
}

/// Behind the version of a copy that was sent to be changed: with a row of sources more or less.
pub const CHANGING: &str = "+";

impl Copy {
    /// Sent to be changed, and a newer version came back.
    pub fn was_changed_into(&self, version: &str) -> bool {
        self.version.strip_suffix(CHANGING).is_some_and(|before| before != version)
    }
}

fn key(trace: i64) -> String {
    format!("draft-{trace}")
}

fn aside_key(trace: i64) -> String {
    format!("draft-{trace}-aside")
}

/// Keeps it; a browser that refuses (private, full) keeps nothing, and saving goes on.
pub fn keep(trace: i64, version: &str, body: &str) {
    put(&key(trace), version, body);
}

pub fn kept(trace: i64) -> Option<Copy> {
    get(&key(trace))
}

pub fn forget(trace: i64) {
    remove(&key(trace));
}

/// Puts the kept copy aside, until the writer says what becomes of it.
pub fn put_aside(trace: i64, copy: &Copy) {
    put(&aside_key(trace), copy.version.trim_end_matches(CHANGING), &copy.body);
}

pub fn aside(trace: i64) -> Option<Copy> {
    get(&aside_key(trace))
}

pub fn forget_aside(trace: i64) {
    remove(&aside_key(trace));
}

fn put(key: &str, version: &str, body: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, &format!("{version} {body}"));
    }
}

fn get(key: &str) -> Option<Copy> {
    let text = window().local_storage().ok()??.get_item(key).ok()??;
    let (version, body) = text.split_once(' ')?;
    Some(Copy { version: version.to_owned(), body: body.to_owned() })
}

fn remove(key: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(key);
    }
}
