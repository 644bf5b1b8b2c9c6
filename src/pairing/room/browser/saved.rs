//! What of the text is durable and what is owed: what the line beside the clock says, and what this browser
//! keeps until the server has it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{ReadTxn, StateVector, Transact, Update};

use super::desk::{Desk, THEIRS};
use super::kept::Kept;
use super::page::{after, by_id, say};
use crate::pairing::room::text::LARGEST_MESSAGE;

/// So long after typing it is kept in this browser, unless the server has it.
const KEEP: u64 = 400;
/// So long a line about what happened stands beside what is saved.
const STANDS: u64 = 8_000;

pub struct Saved {
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
    /// Something was written that has not gone out.
    unsent: Cell<bool>,
    /// What has just happened, for a while.
    happened: RefCell<String>,
}

impl Saved {
    pub fn new(kept: Kept) -> Self {
        Self {
            kept,
            left: RefCell::default(),
            asked: RefCell::default(),
            keeping: Cell::new(false),
            sent: Cell::new(0),
            durable: Cell::new(0),
            stored: RefCell::default(),
            unsent: Cell::new(false),
            happened: RefCell::default(),
        }
    }
}

impl Desk {
    /// Sends what was just written. While something before it is owed it would leave a gap: it goes with that.
    pub fn send_update(&self, update: &[u8]) {
        if !self.saved.unsent.get() {
            self.send(&super::wire::sync(2, update));
        } else if self.joined.get() && self.socket.is_full() {
            // Words may have been taken away: perhaps it is small enough now.
            let asked = self.saved.asked.borrow().clone();
            self.answer(&asked);
        }
    }

    /// Sends what was written here. What does not go out is owed: the next connection brings it.
    fn send(&self, message: &[u8]) -> bool {
        // More than the text may hold: the server would end the connection, and again the next one.
        let large = message.len() > LARGEST_MESSAGE;
        if large {
            self.socket.fill();
        }
        let out = !large && self.socket.send(message);
        if out {
            self.saved.sent.set(self.saved.sent.get() + 1);
        } else {
            self.saved.unsent.set(true);
        }
        out
    }

    /// What the server lacks, as an answer to what it has.
    pub fn answer(&self, state_vector: &[u8]) {
        let Ok(theirs) = StateVector::decode_v1(state_vector) else { return };
        self.saved.asked.replace(state_vector.to_vec());
        let lacking = self.doc.transact().encode_diff_v1(&theirs);
        if self.send(&super::wire::sync(1, &lacking)) {
            self.saved.unsent.set(false);
        }
    }

    /// The same once more: a copy that an earlier page left builds on words that have come only now, so the
    /// first answer was without it.
    pub fn answer_again(&self) {
        if !self.saved.left.borrow().is_empty() {
            let asked = self.saved.asked.take();
            self.answer(&asked);
        }
    }

    /// The shared text has come: says so, where nothing more is to be said.
    pub fn came(self: &Rc<Self>) {
        if self.saved.happened.borrow().is_empty() {
            self.tell(&self.settings.words.came.clone());
        }
    }

    /// A new connection: nothing of it is durable yet, and we say what we have.
    pub fn connected(self: &Rc<Self>) {
        // What was on its way when the line broke goes with the answer.
        self.saved.unsent.set(!self.is_kept());
        self.saved.sent.set(0);
        self.saved.durable.set(0);
        let has = self.doc.transact().state_vector().encode_v1();
        self.socket.send(&super::wire::sync(0, &has));
        self.status();
    }

    /// So much is durable.
    pub fn stored(self: &Rc<Self>, state_vector: &[u8], updates: u64) {
        if let Ok(stored) = StateVector::decode_v1(state_vector) {
            self.saved.stored.replace(stored);
        }
        self.saved.durable.set(updates);
        if self.is_saved() {
            self.saved.kept.forget();
            for name in self.saved.left.take() {
                self.saved.kept.forget_one(&name);
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
        let stored = self.saved.stored.borrow();
        let covered = self.doc.transact().state_vector().iter().all(|(client, clock)| stored.get(client) >= *clock);
        covered && !self.saved.unsent.get() && self.saved.durable.get() >= self.saved.sent.get()
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
        let happened = self.saved.happened.borrow();
        say("room-saved", &if happened.is_empty() { stands.clone() } else { format!("{stands} · {happened}") });
        if let Some(line) = by_id("room-saved") {
            let _ = line.set_attribute("data-saved", if self.is_saved() { "yes" } else { "no" });
        }
    }

    /// Says what happened, for a while.
    pub fn tell(self: &Rc<Self>, words: &str) {
        self.saved.happened.replace(words.to_owned());
        let (desk, said) = (Rc::clone(self), words.to_owned());
        after(STANDS, move || {
            if *desk.saved.happened.borrow() == said {
                desk.saved.happened.replace(String::new());
                desk.status();
            }
        });
        self.status();
    }

    /// Brings in what an earlier page left unsaved.
    pub fn restore(self: &Rc<Self>) {
        let left = self.saved.kept.left();
        for (_, update) in &left {
            if let Ok(update) = Update::decode_v1(update) {
                let _ = self.doc.transact_mut_with(THEIRS).apply_update(update);
            }
        }
        if !left.is_empty() {
            self.saved.left.replace(left.into_iter().map(|(name, _)| name).collect());
            self.tell(&self.settings.words.local.clone());
        }
        self.settle();
    }

    pub fn keep_later(self: &Rc<Self>) {
        if self.saved.keeping.replace(true) {
            return;
        }
        let desk = Rc::clone(self);
        after(KEEP, move || {
            desk.saved.keeping.set(false);
            desk.keep();
        });
    }

    /// Keeps what the server has not, in this browser.
    pub fn keep(&self) {
        if !self.is_kept() {
            let update = self.doc.transact().encode_diff_v1(&self.saved.stored.borrow());
            self.saved.kept.keep(&update);
        }
    }
}
