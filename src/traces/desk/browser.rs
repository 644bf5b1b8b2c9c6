//! The desk over the plain form: what is typed is kept in this browser at once, saved soon after,
//! and brought back where neither went well.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement};

use super::page::{form, named, submitter, value};
use super::{copy, page, sign_in};
use crate::traces::islands::Desk;

/// Before a form that waits for the save under way is sent without it.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) struct Form {
    pub desk: Desk,
    pub form: HtmlFormElement,
    /// The name of this page's copy.
    pub page: String,
    /// Rises with every input, so that what was typed while saving is saved next.
    pub edits: Cell<u64>,
    pub saved: Cell<u64>,
    pub keeping: Cell<bool>,
    pub saving: Cell<bool>,
    pub composing: Cell<bool>,
    /// What stood there before the word that is being converted.
    pub settled: RefCell<Option<(u64, String)>>,
    /// Sent without an answer: the server may have it. It is sent again as it was before anything
    /// newer, so that the server knows it and sees no conflict.
    pub doubt: RefCell<Option<(u64, String)>>,
    /// The button of a form that waits for the save under way.
    waiting: RefCell<Option<Option<HtmlElement>>>,
    /// The form is on its way: its page is about to go.
    pub sent: Cell<bool>,
    pub pause_at: RefCell<Option<TimeoutHandle>>,
    pub save_by: RefCell<Option<TimeoutHandle>>,
    pub preview_at: RefCell<Option<TimeoutHandle>>,
    /// The tools are at work.
    pub tools: Cell<bool>,
}

thread_local! {
    static OPEN: RefCell<Option<Rc<Form>>> = const { RefCell::new(None) };
}

/// Begins to watch the form.
pub fn start(desk: &Desk) {
    let Some(form) = form() else { return };
    let form = Rc::new(Form {
        desk: desk.clone(),
        form,
        page: copy::page_name(desk.trace),
        edits: Cell::new(0),
        saved: Cell::new(0),
        keeping: Cell::new(false),
        saving: Cell::new(false),
        composing: Cell::new(false),
        settled: RefCell::default(),
        doubt: RefCell::default(),
        waiting: RefCell::default(),
        sent: Cell::new(false),
        pause_at: RefCell::default(),
        save_by: RefCell::default(),
        preview_at: RefCell::default(),
        tools: Cell::new(false),
    });
    OPEN.with(|open| open.replace(Some(Rc::clone(&form))));
    form.watch();
    if desk.unsaved || desk.over.is_some() {
        // Typed, and refused by the server for now: nobody but this page has it.
        form.edits.set(1);
        form.keep();
    }
    form.offer_copies();
    if desk.unsaved {
        form.save_soon();
    }
}

/// Saves again at once: someone has signed in.
pub fn again() {
    if let Some(form) = open() {
        form.save();
    }
}

/// Puts the tools to work: called in their own chunk.
pub fn tools(asked: bool) {
    if let Some(form) = open() {
        super::tools::start(&form, asked);
    }
}

pub(super) fn open() -> Option<Rc<Form>> {
    OPEN.with(|open| open.borrow().clone())
}

impl Form {
    fn watch(self: &Rc<Self>) {
        let on = |name: &str, act: fn(&Rc<Self>, Event)| self.on(&self.form, name, act);
        on("input", |form, event| form.typed(&event));
        on("compositionstart", |form, _| {
            form.composing.set(true);
            form.settled.replace(Some((form.edits.get(), form.body())));
        });
        on("compositionend", |form, event| {
            form.composing.set(false);
            form.settled.replace(None);
            form.typed(&event);
        });
        on("focusin", |form, event| {
            form.counted(&event);
            form.preview_later(&event);
            if !form.tools.get() && event.target().is_some_and(|target| target.has_type::<HtmlTextAreaElement>()) {
                spawn_local(crate::traces::islands::tools(false));
            }
        });
        on("submit", |form, event| form.submitted(&event));
        if let Some(sheet) = document().query_selector("#again form").ok().flatten() {
            self.on(&sheet, "submit", |form, event| sign_in::sign_in(&form.desk, &event));
        }
        // The keys can be looked up before anybody writes.
        if let Some(keys) = document().get_element_by_id("keys-open") {
            let _ = keys.remove_attribute("hidden");
            self.on(&keys, "click", |_, _| spawn_local(crate::traces::islands::tools(true)));
        }
        self.on(&document(), "keydown", |form, event| {
            let outside = event.target().is_none_or(|target| {
                !target.has_type::<HtmlTextAreaElement>() && !target.has_type::<HtmlInputElement>()
            });
            let asks = js_sys::Reflect::get(&event, &"key".into()).is_ok_and(|key| key == "?");
            if outside && !form.tools.get() {
                spawn_local(crate::traces::islands::tools(asks && page::keys_are_on()));
            }
        });
        let window = window();
        let on = |name: &str, act: fn(&Rc<Self>, Event)| self.on(&window, name, act);
        on("beforeunload", |form, event| {
            if form.unsaved() && !form.sent.get() {
                form.keep();
                event.prevent_default();
            }
        });
        // Back from where the form led: the page goes on as it was left.
        on("pageshow", |form, _| form.sent.set(false));
        on("storage", |form, _| form.offer_copies());
        on("online", |form, _| form.save());
        // A sign-in in another tab, a phone that wakes up.
        on("focus", |form, _| form.save());
        // The last word that a phone's browser says before it is put away for good.
        self.on(&document(), "visibilitychange", |form, _| {
            if form.unsaved() {
                form.keep();
                form.save();
            }
        });
    }

    pub fn on(self: &Rc<Self>, target: &EventTarget, name: &str, act: fn(&Rc<Self>, Event)) {
        let form = Rc::clone(self);
        let listener = Closure::<dyn Fn(Event)>::new(move |event| act(&form, event));
        let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        // Lives as long as the page.
        listener.forget();
    }

    pub fn version(&self) -> String {
        named(&self.form, "version").and_then(|element| value(&element)).unwrap_or_default()
    }

    /// The form as it would be sent.
    pub fn body(&self) -> String {
        page::fields(&self.form).map(|fields| String::from(fields.to_string())).unwrap_or_default()
    }

    pub fn unsaved(&self) -> bool {
        self.edits.get() != self.saved.get()
    }

    fn typed(self: &Rc<Self>, event: &Event) {
        self.sent.set(false);
        // The line never says "saved" of what is not.
        if !self.unsaved() && !self.stopped() && !self.desk.out.get_untracked() {
            self.say(|words| words.saving.clone());
        }
        self.edits.set(self.edits.get() + 1);
        self.keep_soon();
        self.counted(event);
        self.preview_later(event);
        self.save_soon();
    }

    /// What is not saved yet is saved before the form goes, so that a save under way is no newer
    /// version than the form's own, and nothing is left to ask about.
    fn submitted(self: &Rc<Self>, event: &Event) {
        let settled = !self.unsaved() && !self.saving.get();
        if settled || self.sent.get() || self.stopped() {
            self.keep();
            self.sent.set(true);
            return;
        }
        event.prevent_default();
        self.waiting.replace(Some(submitter(event)));
        let form = Rc::clone(self);
        set_timeout(move || form.send_waiting(), PATIENCE);
        self.save();
    }

    /// Sends the form that waited, if one did. Without a connection the browser says so itself, and
    /// the copy is kept.
    pub fn send_waiting(&self) {
        if let Some(button) = self.waiting.take() {
            self.keep();
            self.sent.set(true);
            let _ = self.form.request_submit_with_submitter(button.as_ref());
        }
    }

    pub fn is_waiting(&self) -> bool {
        self.waiting.borrow().is_some()
    }

    /// Saving by itself has ended here: a newer version is there, and the writer is to choose.
    pub fn stopped(&self) -> bool {
        self.desk.older.get_untracked() || self.desk.over.is_some()
    }
}
