//! What this browser keeps of a room until the server has it: one copy for each page that wrote.

use leptos::prelude::window;

/// The copies of one seat of one room.
pub struct Kept {
    prefix: String,
    own: String,
}

impl Kept {
    pub fn new(session: i64, seat: usize, client: u64) -> Self {
        let prefix = format!("room-{session}-{seat}-");
        Self { own: format!("{prefix}{client}"), prefix }
    }

    /// Everything that some page has left here, by its name.
    pub fn left(&self) -> Vec<(String, Vec<u8>)> {
        let Ok(Some(storage)) = window().local_storage() else { return Vec::new() };
        let names = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok()?);
        let ours = names.filter(|name| name.starts_with(&self.prefix));
        ours.filter_map(|name| Some((name.clone(), read(&storage.get_item(&name).ok()??)?))).collect()
    }

    /// Keeps it; a browser that refuses (private, full) keeps nothing, and writing goes on.
    pub fn keep(&self, update: &[u8]) {
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.set_item(&self.own, &written(update));
        }
    }

    pub fn forget(&self) {
        self.forget_one(&self.own);
    }

    pub fn forget_one(&self, name: &str) {
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.remove_item(name);
        }
    }
}

/// Bytes as text: a storage holds nothing else.
fn written(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn read(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
}
