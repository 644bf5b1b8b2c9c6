//! A text area and the text that it shows.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement, KeyboardEvent};
use yrs::{GetString, TextRef, Transact};

use super::desk::Desk;
use super::page::{on, text_of};
use crate::pairing::room::field::{Field, Splice, moved};

pub struct Area {
    pub element: HtmlTextAreaElement,
    pub root: String,
    pub text: TextRef,
    pub field: RefCell<Field>,
}

impl Area {
    /// Until the shared text has come, the area is over what the page came with: what is typed meanwhile
    /// is brought over to it then, as a conversion would be.
    pub fn new(element: HtmlTextAreaElement, root: String, text: TextRef) -> Self {
        let mut field = Field::new(&element.default_value().unwrap_or_default());
        field.begin();
        Self { element, root, text, field: RefCell::new(field) }
    }

    fn caret(&self) -> usize {
        self.element.selection_end().ok().flatten().unwrap_or(0) as usize
    }

    /// The shared text has come.
    pub fn join(&self, desk: &Rc<Desk>) {
        let shared = self.text.get_string(&desk.doc.transact());
        let page = self.field.borrow().text();
        // The page may be older than the text: from the one to the other is one change.
        let change = Field::new(&page).typed(&shared, shared.encode_utf16().count());
        self.field.borrow_mut().remote(&change);
        if !is_converting(&self.element) {
            self.converted(desk);
        }
    }

    /// What is no longer the input method's: sends it, and shows what has come meanwhile.
    fn converted(&self, desk: &Rc<Desk>) {
        let (splices, caret) = self.field.borrow_mut().end(&self.element.value(), self.caret());
        self.show(caret, caret);
        desk.write(&self.text, &splices);
    }

    fn typed(&self, desk: &Rc<Desk>) {
        let splices = self.field.borrow_mut().typed(&self.element.value(), self.caret());
        desk.write(&self.text, &splices);
    }

    /// The text was changed elsewhere. Before it has joined, the page's text stands for it.
    pub fn changed(&self, splices: &[Splice], joined: bool) {
        if !joined {
            return;
        }
        let composing = self.field.borrow().is_composing();
        self.field.borrow_mut().remote(splices);
        if !composing {
            let at = |end: Option<u32>| moved(splices, end.unwrap_or(0) as usize);
            let from = at(self.element.selection_start().ok().flatten());
            self.show(from, at(self.element.selection_end().ok().flatten()));
        }
    }

    fn show(&self, from: usize, to: usize) {
        let text = self.field.borrow().text();
        if self.element.value() == text {
            return;
        }
        self.element.set_value(&text);
        // Setting the selection would move the page to a field that nobody is in.
        if leptos::prelude::document().active_element().as_ref() == Some(self.element.as_ref()) {
            let _ = self.element.set_selection_range(from as u32, to as u32);
        }
    }
}

/// The mark of a text area that the input method holds.
const CONVERTING: &str = "data-converting";

fn is_converting(element: &HtmlTextAreaElement) -> bool {
    element.has_attribute(CONVERTING)
}

/// Binds every area.
pub fn bind(desk: &Rc<Desk>) {
    for at in 0..desk.areas.len() {
        for name in
            ["input", "compositionstart", "compositionend", "beforeinput", "keydown", "keyup", "click", "focus", "blur"]
        {
            let listening = Rc::clone(desk);
            on(&desk.areas[at].element, name, move |event| heard(&listening, at, &event));
        }
    }
}

fn heard(desk: &Rc<Desk>, at: usize, event: &Event) {
    let area = &desk.areas[at];
    match event.type_().as_str() {
        "input" if !is_converting(&area.element) => area.typed(desk),
        "compositionstart" => {
            let _ = area.element.set_attribute(CONVERTING, "");
            area.field.borrow_mut().begin();
        }
        "compositionend" => {
            let _ = area.element.remove_attribute(CONVERTING);
            if desk.joined.get() {
                area.converted(desk);
            }
        }
        // The browser's own memory knows nothing of the other's words.
        "beforeinput" => match text_of(event, "inputType").as_deref() {
            Some("historyUndo") => undo(desk, event, true),
            Some("historyRedo") => undo(desk, event, false),
            _ => {}
        },
        "keydown" => keyed(desk, event),
        _ => {}
    }
    if event.type_() != "beforeinput" {
        super::socket::say_where(desk);
        desk.draw();
    }
}

fn undo(desk: &Rc<Desk>, event: &Event, back: bool) {
    event.prevent_default();
    desk.undo(back);
}

fn keyed(desk: &Rc<Desk>, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| !key.is_composing()) else { return };
    if !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
        return;
    }
    match (key.key().to_lowercase().as_str(), key.shift_key()) {
        ("z", shift) => undo(desk, event, !shift),
        ("y", false) => undo(desk, event, false),
        _ => {}
    }
}
