//! What this browser keeps: written while someone types, offered when a page opens, forgotten once the
//! server has it.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::browser::{Form, open};
use super::copy;
use super::page::{same_words, send_as_form};

/// After the first input that is not kept yet.
const KEEP: Duration = Duration::from_millis(400);

/// Sends the kept copy again, over the version that it was typed over: saved if that still is the
/// newest, shown beside the newest if not. It is forgotten only when a page shows the same words.
pub fn restore() {
    let Some(form) = open() else { return };
    if let Some(kept) = copy::newest(&copy::left(form.desk.trace, &form.page)) {
        form.keep();
        form.sent.set(true);
        let path = format!("/traces/{}/edit", form.desk.trace);
        if send_as_form(&path, &kept.version, &kept.body).is_err() {
            form.sent.set(false);
        }
    }
}

/// Throws the kept copy away.
pub fn drop_copy() {
    let Some(form) = open() else { return };
    if let Some(kept) = copy::newest(&copy::left(form.desk.trace, &form.page)) {
        kept.forget();
    }
    form.offer_copies();
}

impl Form {
    /// Keeps what is typed in this browser, over the version that its writer saw.
    pub fn keep(&self) {
        if self.unsaved() {
            let over = self.desk.over.map_or_else(|| self.version(), |version| version.to_string());
            copy::keep(&self.page, &over, &self.body());
        }
    }

    /// All of it is with the server.
    pub fn forget(&self) {
        copy::forget(&self.page);
    }

    pub fn keep_soon(self: &Rc<Self>) {
        if self.keeping.replace(true) {
            return;
        }
        let form = Rc::clone(self);
        set_timeout(
            move || {
                form.keeping.set(false);
                form.keep();
            },
            KEEP,
        );
    }

    /// A copy that says what the page says was saved after all. Any other is the writer's to judge, one
    /// typed over another version too: it is said to be older then.
    pub fn offer_copies(&self) {
        let body = self.body();
        let mut copies = copy::left(self.desk.trace, &self.page);
        copies.retain(|kept| {
            let same = same_words(&kept.body, &body);
            if same {
                kept.forget();
            }
            !same
        });
        self.desk.kept.set(!copies.is_empty());
        self.desk.overtaken.set(copy::newest(&copies).is_some_and(|kept| kept.version != self.version()));
    }
}
