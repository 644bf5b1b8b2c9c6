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
use yrs::{ArrayRef, Doc, Text, TextRef, Transact, Update};

use super::area::{Area, bind};
use super::chat;
use super::kept::Kept;
use super::notes::{Noted, Notes, observe, undo_of};
use super::own::Own;
use super::page::{all, by_id, on};
use super::panel::Panel;
use super::saved::Saved;
use super::socket::Socket;
use crate::pairing::room::field::Splice;
use crate::pairing::room::islands::Settings;
use crate::pairing::room::text::{CHAT, new};

/// What the person at this page writes, and what comes from elsewhere.
pub const MINE: &str = "mine";
pub const THEIRS: &str = "theirs";

pub struct Desk {
    pub settings: Settings,
    pub doc: Doc,
    pub areas: Vec<Area>,
    pub chat: ArrayRef,
    pub socket: Socket,
    pub panel: Panel,
    undo: RefCell<UndoManager<()>>,
    notes: Notes,
    pub own: Own,
    pub saved: Saved,
    /// The server's text has come, so that the areas show the shared one.
    pub joined: Cell<bool>,
    /// Whose a client is: 0 or 1.
    pub clients: RefCell<BTreeMap<u64, usize>>,
    /// Where the other's pages are: client to its clock, the area and the place in it.
    pub places: RefCell<BTreeMap<u64, Place>>,
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
        saved: Saved::new(Kept::new(settings.session, settings.seat, client)),
        own: Own::default(),
        socket: Socket::new(settings.session),
        panel: Panel::default(),
        areas: areas.into_iter().map(|(element, root, text)| Area::new(element, root, text)).collect(),
        doc,
        chat,
        undo: RefCell::new(undo),
        notes,
        joined: Cell::new(false),
        clients: RefCell::new(BTreeMap::from([(client, settings.seat)])),
        places: RefCell::default(),
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
            self.answer_again();
            self.came();
        }
        self.status();
    }

    /// Acts on what the observers have noted.
    pub fn settle(self: &Rc<Self>) {
        let Noted { out, areas } = std::mem::take(&mut *self.notes.lock().unwrap_or_else(PoisonError::into_inner));
        for update in &out {
            self.send_update(update);
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
