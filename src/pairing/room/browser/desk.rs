//! The desk: the shared text in this browser, the text areas bound to it, and what goes to and fro.
//!
//! Changes of the text are noted by its observers and acted upon once the change is done: what was made
//! here goes out, what was made elsewhere comes into the text areas.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::PoisonError;

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yrs::undo::UndoManager;
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{ArrayRef, Doc, ReadTxn, StateVector, Text, TextRef, Transact, Update};

use super::area::{Area, bind};
use super::chat;
use super::kept::Kept;
use super::notes::{Noted, Notes, observe, undo_of};
use super::page::{after, all, by_id, on, say};
use super::panel::Panel;
use super::socket::Socket;
use crate::pairing::room::field::Splice;
use crate::pairing::room::islands::Settings;
use crate::pairing::room::text::{CHAT, new};

/// What the person at this page writes, and what comes from elsewhere.
pub const MINE: &str = "mine";
pub const THEIRS: &str = "theirs";
/// So long after typing it is kept in this browser, unless the server has it.
const KEEP: u64 = 400;
/// So long a line about what happened stands beside what is saved.
const STANDS: u64 = 8_000;

pub struct Desk {
    pub settings: Settings,
    pub doc: Doc,
    pub areas: Vec<Area>,
    pub chat: ArrayRef,
    pub socket: Socket,
    pub panel: Panel,
    undo: RefCell<UndoManager<()>>,
    notes: Notes,
    kept: Kept,
    /// Copies of earlier pages that are in the text now and go once the server has them.
    left: RefCell<Vec<String>>,
    /// What the server said it has, on this connection.
    asked: RefCell<Vec<u8>>,
    keeping: Cell<bool>,
    /// Updates that went out on this connection, and how many of them are durable.
    sent: Cell<u64>,
    durable: Cell<u64>,
    stored: RefCell<StateVector>,
    /// Something was written while there was no connection.
    unsent: Cell<bool>,
    /// The server's text has come, so that the areas show the shared one.
    pub joined: Cell<bool>,
    /// Whose a client is: 0 or 1.
    pub clients: RefCell<BTreeMap<u64, usize>>,
    /// Where the other's pages are: client to its clock, the area and the place in it.
    pub places: RefCell<BTreeMap<u64, Place>>,
    /// What has just happened, for a while.
    happened: RefCell<String>,
}

/// Where someone is.
#[derive(Debug, Clone, Default)]
pub struct Place {
    pub clock: u32,
    pub heard: f64,
    pub root: String,
    pub at: usize,
}

/// Begins.
pub fn open(settings: Settings) {
    // As Yjs makes them: 32 random bits.
    let client = (js_sys::Math::random() * 4_294_967_296.0) as u64;
    let doc = new(client);
    let notes = Notes::default();
    let areas: Vec<(HtmlTextAreaElement, String, TextRef)> = all("[data-root]")
        .into_iter()
        .filter_map(|element| {
            let root = element.get_attribute("data-root")?;
            let text = doc.get_or_insert_text(root.as_str());
            Some((element.dyn_into().ok()?, root, text))
        })
        .collect();
    if areas.is_empty() {
        return;
    }
    observe(&doc, &areas, &notes);
    let undo = undo_of(&doc, areas.iter().map(|(_, _, text)| text));
    let chat = doc.get_or_insert_array(CHAT);
    let desk = Rc::new(Desk {
        kept: Kept::new(settings.session, settings.seat, client),
        socket: Socket::new(settings.session),
        panel: Panel::default(),
        areas: areas.into_iter().map(|(element, root, text)| Area::new(element, root, text)).collect(),
        doc,
        chat,
        undo: RefCell::new(undo),
        notes,
        left: RefCell::default(),
        asked: RefCell::default(),
        keeping: Cell::new(false),
        sent: Cell::new(0),
        durable: Cell::new(0),
        stored: RefCell::default(),
        unsent: Cell::new(false),
        joined: Cell::new(false),
        clients: RefCell::new(BTreeMap::from([(client, settings.seat)])),
        places: RefCell::default(),
        happened: RefCell::default(),
        settings,
    });
    desk.restore();
    bind(&desk);
    chat::bind(&desk);
    Panel::start(&desk);
    desk.buttons();
    Socket::start(&desk);
    desk.status();
}

impl Desk {
    pub fn client(&self) -> u64 {
        self.doc.client_id().get()
    }

    /// Changes one text in this person's name.
    pub fn write(self: &Rc<Self>, text: &TextRef, splices: &[Splice]) {
        if splices.is_empty() {
            return;
        }
        let mut txn = self.doc.transact_mut_with(MINE);
        for splice in splices {
            if splice.delete > 0 {
                text.remove_range(&mut txn, splice.at as u32, splice.delete as u32);
            }
            if !splice.insert.is_empty() {
                text.insert(&mut txn, splice.at as u32, &String::from_utf16_lossy(&splice.insert));
            }
        }
        drop(txn);
        self.settle();
    }

    /// Takes in what the server says; what cannot be read is passed over, and asked for again by the
    /// next connection.
    pub fn hear(self: &Rc<Self>, update: &[u8], answer: bool) {
        if let Ok(update) = Update::decode_v1(update) {
            let mut txn = self.doc.transact_mut_with(THEIRS);
            let _ = txn.apply_update(update);
        }
        self.settle();
        if answer && !self.joined.replace(true) {
            self.areas.iter().for_each(|area| area.join(self));
            // A copy builds on words that have come only now, so the first answer was without it.
            if !self.left.borrow().is_empty() {
                let asked = self.asked.take();
                self.answer(&asked);
            }
        }
        self.status();
    }

    /// Acts on what the observers have noted.
    pub fn settle(self: &Rc<Self>) {
        let Noted { out, areas } = std::mem::take(&mut *self.notes.lock().unwrap_or_else(PoisonError::into_inner));
        for update in &out {
            if self.socket.send(&super::wire::sync(2, update)) {
                self.sent.set(self.sent.get() + 1);
            } else {
                self.unsent.set(true);
            }
        }
        let mut touched = BTreeSet::new();
        for (at, splices) in areas {
            self.areas[at].changed(&splices, self.joined.get());
            touched.insert(at);
        }
        if !out.is_empty() {
            self.keep_later();
        }
        self.draw();
        chat::draw(self);
        self.status();
    }

    /// Draws whose words are whose, once before the next frame.
    pub fn draw(self: &Rc<Self>) {
        super::ink::draw_later(self);
    }

    /// What the server lacks, as an answer to what it has.
    pub fn answer(&self, state_vector: &[u8]) {
        let Ok(theirs) = StateVector::decode_v1(state_vector) else { return };
        self.asked.replace(state_vector.to_vec());
        let lacking = self.doc.transact().encode_diff_v1(&theirs);
        if self.socket.send(&super::wire::sync(1, &lacking)) {
            self.sent.set(self.sent.get() + 1);
            self.unsent.set(false);
        }
    }

    /// A new connection: nothing of it is durable yet, and we say what we have.
    pub fn connected(self: &Rc<Self>) {
        // What was on its way when the line broke goes with the answer.
        self.unsent.set(!self.is_kept());
        self.sent.set(0);
        self.durable.set(0);
        let has = self.doc.transact().state_vector().encode_v1();
        self.socket.send(&super::wire::sync(0, &has));
        self.status();
    }

    /// So much is durable.
    pub fn stored(self: &Rc<Self>, state_vector: &[u8], updates: u64) {
        if let Ok(stored) = StateVector::decode_v1(state_vector) {
            self.stored.replace(stored);
        }
        self.durable.set(updates);
        if self.is_saved() {
            self.kept.forget();
            for name in self.left.take() {
                self.kept.forget_one(&name);
            }
        }
        self.status();
    }

    /// Whether everything that this page holds is durable: what it has written, and what it has sent,
    /// since taking words away writes none.
    pub fn is_saved(&self) -> bool {
        self.joined.get() && self.socket.is_open() && self.is_kept()
    }

    /// The same, whether or not there is a connection now.
    pub fn is_kept(&self) -> bool {
        let stored = self.stored.borrow();
        let covered = self.doc.transact().state_vector().iter().all(|(client, clock)| stored.get(client) >= *clock);
        covered && !self.unsent.get() && self.durable.get() >= self.sent.get()
    }

    /// Says how it stands, in one line that is always in sight.
    pub fn status(&self) {
        let words = &self.settings.words;
        let stands = if !self.joined.get() && self.socket.is_open() {
            &words.joining
        } else if self.socket.is_closed() {
            &words.closed
        } else if !self.socket.is_open() {
            &words.offline
        } else if self.is_saved() {
            &words.saved
        } else if self.socket.is_full() {
            &words.full
        } else {
            &words.saving
        };
        let happened = self.happened.borrow();
        say("room-saved", &if happened.is_empty() { stands.clone() } else { format!("{stands} · {happened}") });
        if let Some(line) = by_id("room-saved") {
            let _ = line.set_attribute("data-saved", if self.is_saved() { "yes" } else { "no" });
        }
    }

    /// Says what happened, for a while.
    pub fn tell(self: &Rc<Self>, words: &str) {
        self.happened.replace(words.to_owned());
        let (desk, said) = (Rc::clone(self), words.to_owned());
        after(STANDS, move || {
            if *desk.happened.borrow() == said {
                desk.happened.replace(String::new());
                desk.status();
            }
        });
        self.status();
    }

    /// Brings in what an earlier page left unsaved.
    fn restore(self: &Rc<Self>) {
        let left = self.kept.left();
        for (_, update) in &left {
            if let Ok(update) = Update::decode_v1(update) {
                let _ = self.doc.transact_mut_with(THEIRS).apply_update(update);
            }
        }
        if !left.is_empty() {
            self.left.replace(left.into_iter().map(|(name, _)| name).collect());
            self.tell(&self.settings.words.local.clone());
        }
        self.settle();
    }

    fn keep_later(self: &Rc<Self>) {
        if self.keeping.replace(true) {
            return;
        }
        let desk = Rc::clone(self);
        after(KEEP, move || {
            desk.keeping.set(false);
            desk.keep();
        });
    }

    /// Keeps what the server has not, in this browser.
    pub fn keep(&self) {
        if !self.is_kept() {
            let update = self.doc.transact().encode_diff_v1(&self.stored.borrow());
            self.kept.keep(&update);
        }
    }

    /// Takes back what this person has written last, or brings it back.
    pub fn undo(self: &Rc<Self>, back: bool) {
        if self.areas.iter().any(|area| area.field.borrow().is_composing()) {
            return;
        }
        let mut undo = self.undo.borrow_mut();
        let _ = if back { undo.undo_blocking() } else { undo.redo_blocking() };
        drop(undo);
        self.settle();
    }

    fn buttons(self: &Rc<Self>) {
        for (id, back) in [("undo", true), ("redo", false)] {
            let desk = Rc::clone(self);
            if let Some(button) = by_id(id) {
                on(&button, "click", move |_| desk.undo(back));
            }
        }
        if let Some(row) = by_id("room-undo") {
            let _ = row.remove_attribute("hidden");
        }
        let _ = leptos::prelude::document().document_element().map(|page| page.set_attribute("data-room", "live"));
    }
}
