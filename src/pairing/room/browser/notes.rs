//! What the observers of the shared text note, for the desk to act upon once a change is done.

use std::sync::{Arc, Mutex, PoisonError};

use web_sys::HtmlTextAreaElement;
use yrs::types::Delta;
use yrs::undo::UndoManager;
use yrs::{Any, Doc, Observable, Origin, Out, TextRef};

use super::desk::{MINE, THEIRS};
use crate::pairing::room::field::Splice;

/// What observers note while the text is being changed. They must be `Send`; a browser has one thread.
#[derive(Default)]
pub struct Noted {
    /// Updates made here.
    pub out: Vec<Vec<u8>>,
    /// Changes of the areas' texts that did not come from their areas.
    pub areas: Vec<(usize, Vec<Splice>)>,
}

/// Shared with the observers.
pub type Notes = Arc<Mutex<Noted>>;

/// Notes what happens to the text: what was made here goes out, what was made elsewhere comes into the areas.
pub fn observe(doc: &Doc, areas: &[(HtmlTextAreaElement, String, TextRef)], notes: &Notes) {
    let out = Arc::clone(notes);
    let _ = doc.observe_update_v1("desk", move |txn, event| {
        if txn.origin() != Some(&Origin::from(THEIRS)) {
            out.lock().unwrap_or_else(PoisonError::into_inner).out.push(event.update.clone());
        }
    });
    for (at, (_, _, text)) in areas.iter().enumerate() {
        let notes = Arc::clone(notes);
        text.observe("desk", move |txn, event| {
            if txn.origin() != Some(&Origin::from(MINE)) {
                let splices = splices(event.delta(txn));
                notes.lock().unwrap_or_else(PoisonError::into_inner).areas.push((at, splices));
            }
        });
    }
}

/// What happened to a text, each change where the ones before it have left it.
fn splices(delta: &[Delta]) -> Vec<Splice> {
    let mut at = 0;
    let mut splices = Vec::new();
    for change in delta {
        match change {
            Delta::Retain(length, _) => at += *length as usize,
            Delta::Deleted(length) => splices.push(Splice { at, delete: *length as usize, insert: Vec::new() }),
            Delta::Inserted(Out::Any(Any::String(text)), _) => {
                let insert: Vec<u16> = text.encode_utf16().collect();
                at += insert.len();
                splices.push(Splice { at: at - insert.len(), delete: 0, insert });
            }
            // A stock client may set other things into a text; they have no letters.
            Delta::Inserted(..) => at += 1,
        }
    }
    splices
}

/// Takes back what was written here, and nothing else.
pub fn undo_of<'a>(doc: &Doc, texts: impl Iterator<Item = &'a TextRef>) -> UndoManager<()> {
    let mut undo = UndoManager::with_options(yrs::undo::Options {
        capture_timeout_millis: 800,
        tracked_origins: [Origin::from(MINE)].into(),
        capture_transaction: None,
        timestamp: Arc::new(|| js_sys::Date::now() as u64),
        init_undo_stack: Vec::new(),
        init_redo_stack: Vec::new(),
    });
    for text in texts {
        undo.expand_scope(doc, text);
    }
    undo
}
