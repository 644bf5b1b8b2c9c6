//! The copies that this browser keeps of what is not saved yet. Each opened page has its own, so that
//! two tabs never forget each other's; whichever page opens next offers what others have left.

use leptos::prelude::window;
use web_sys::Storage;

/// What was typed, when, and over which version.
pub struct Copy {
    key: String,
    time: u64,
    pub version: String,
    pub body: String,
}

/// A name for this opened page; whoever opens it again gets another.
pub fn page_name(trace: i64) -> String {
    let random = (js_sys::Math::random() * 1e12) as u64;
    format!("{}{random:x}", prefix(trace))
}

fn prefix(trace: i64) -> String {
    format!("draft-{trace}-")
}

/// Keeps it; a browser that refuses (private, full) keeps nothing, and saving goes on.
pub fn keep(key: &str, version: &str, body: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, &format!("{} {version} {body}", js_sys::Date::now() as u64));
    }
}

pub fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

impl Copy {
    pub fn forget(&self) {
        forget(&self.key);
    }
}

/// What other pages have left of this trace, in no order.
pub fn left(trace: i64, own: &str) -> Vec<Copy> {
    let Some(storage) = storage() else { return Vec::new() };
    let keys: Vec<String> = (0..storage.length().unwrap_or(0))
        .filter_map(|at| storage.key(at).ok().flatten())
        .filter(|key| key.starts_with(&prefix(trace)) && key != own)
        .collect();
    keys.into_iter().filter_map(|key| read(&storage, key)).collect()
}

/// The newest of them.
pub fn newest(copies: &[Copy]) -> Option<&Copy> {
    copies.iter().max_by_key(|copy| copy.time)
}

fn read(storage: &Storage, key: String) -> Option<Copy> {
    let text = storage.get_item(&key).ok()??;
    let mut words = text.splitn(3, ' ');
    let (time, version, body) = (words.next()?.parse().ok()?, words.next()?.to_owned(), words.next()?.to_owned());
    Some(Copy { key, time, version, body })
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
