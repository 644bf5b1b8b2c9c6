//! Autosave, counters and preview over the plain form.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, FormData, HtmlFormElement, UrlSearchParams};

use super::copy;
use super::page::{bubbling, changes_rows, entries, form, hide, named, post, same_words, set_value, value};
use crate::traces::islands::{Desk, count};

/// After the last input.
const PAUSE: Duration = Duration::from_millis(1_500);
const PREVIEW_PAUSE: Duration = Duration::from_millis(700);
/// Before trying again without a connection.
const AGAIN: Duration = Duration::from_secs(10);

struct Form {
    desk: Desk,
    form: HtmlFormElement,
    /// Rises with every input, so that what was typed while saving is saved next.
    edits: Cell<u64>,
    saved: Cell<u64>,
    saving: Cell<bool>,
    composing: Cell<bool>,
    save_at: RefCell<Option<TimeoutHandle>>,
    preview_at: RefCell<Option<TimeoutHandle>>,
}

/// Begins to watch the form.
pub fn start(desk: &Desk) {
    let Some(form) = form() else { return };
    let form = Rc::new(Form {
        desk: desk.clone(),
        form,
        edits: Cell::new(0),
        saved: Cell::new(0),
        saving: Cell::new(false),
        composing: Cell::new(false),
        save_at: RefCell::default(),
        preview_at: RefCell::default(),
    });
    form.offer_copy();
    form.on("input", |form, event| form.typed(&event));
    form.on("compositionstart", |form, _| form.composing.set(true));
    form.on("compositionend", |form, event| {
        form.composing.set(false);
        form.typed(&event);
    });
    form.on("focusin", |form, event| {
        form.counted(&event);
        form.preview_later(&event);
    });
    form.on("submit", |form, event| {
        let changing = if changes_rows(&event) { copy::CHANGING } else { "" };
        copy::keep(form.desk.trace, &format!("{}{changing}", form.version()), &form.body());
        form.saved.set(form.edits.get());
    });
    let leaving = Rc::clone(&form);
    let guard = window_event_listener(leptos::ev::beforeunload, move |event| {
        if leaving.unsaved() && !leaving.desk.older.get_untracked() {
            copy::keep(leaving.desk.trace, &leaving.version(), &leaving.body());
            event.prevent_default();
        }
    });
    // Lives as long as the page.
    std::mem::forget(guard);
}

/// Puts the kept copy back into the form.
pub fn restore(desk: &Desk) {
    if let (Some(form), Some(kept)) = (form(), copy::aside(desk.trace))
        && let Ok(fields) = UrlSearchParams::new_with_str(&kept.body)
    {
        for (name, value) in entries(&fields) {
            if name != "version" {
                set_value(&form, &name, &value);
            }
        }
        if let Ok(event) = Event::new_with_event_init_dict("input", &bubbling()) {
            let _ = form.dispatch_event(&event);
        }
    }
    drop_copy(desk);
}

/// Throws the kept copy away.
pub fn drop_copy(desk: &Desk) {
    copy::forget_aside(desk.trace);
    desk.kept.set(false);
}

impl Form {
    fn on(self: &Rc<Self>, name: &str, act: impl Fn(&Rc<Self>, Event) + 'static) {
        let form = Rc::clone(self);
        let listener = Closure::<dyn Fn(Event)>::new(move |event| act(&form, event));
        let _ = self.form.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        // Lives as long as the page.
        listener.forget();
    }

    fn version(&self) -> String {
        named(&self.form, "version").and_then(|element| value(&element)).unwrap_or_default()
    }

    /// The form as it would be sent.
    fn body(&self) -> String {
        let fields =
            FormData::new_with_form(&self.form).and_then(|data| UrlSearchParams::new_with_str_sequence_sequence(&data));
        fields.map(|fields| String::from(fields.to_string())).unwrap_or_default()
    }

    fn unsaved(&self) -> bool {
        self.edits.get() != self.saved.get()
    }

    /// A copy that says what the page says was saved after all. Any other is the writer's to judge, one
    /// typed over another version too: it is said to be older then.
    fn offer_copy(&self) {
        let (trace, body) = (self.desk.trace, self.body());
        if let Some(kept) = copy::kept(trace) {
            if !same_words(&kept.body, &body) && !kept.was_changed_into(&self.version()) {
                copy::put_aside(trace, &kept);
            }
            copy::forget(trace);
        }
        match copy::aside(trace) {
            Some(aside) if same_words(&aside.body, &body) => copy::forget_aside(trace),
            Some(aside) => {
                self.desk.overtaken.set(aside.version != self.version());
                self.desk.kept.set(true);
            }
            None => {}
        }
    }

    fn typed(self: &Rc<Self>, event: &Event) {
        self.edits.set(self.edits.get() + 1);
        self.counted(event);
        self.preview_later(event);
        self.save_after(PAUSE);
    }

    fn save_after(self: &Rc<Self>, pause: Duration) {
        let form = Rc::clone(self);
        let handle = set_timeout_with_handle(move || form.save(), pause).ok();
        if let Some(before) = self.save_at.replace(handle) {
            before.clear();
        }
    }

    fn save(self: &Rc<Self>) {
        if self.desk.older.get_untracked() || !self.unsaved() {
            return;
        }
        // Never in the middle of a conversion, nor two at once.
        if self.composing.get() || self.saving.get() {
            return self.save_after(PAUSE);
        }
        self.saving.set(true);
        let (form, edits, body) = (Rc::clone(self), self.edits.get(), self.body());
        copy::keep(self.desk.trace, &self.version(), &body);
        self.say(|words| words.saving.clone());
        spawn_local(async move {
            let answer = post(&format!("/traces/{}/edit", form.desk.trace), &body).await;
            form.saving.set(false);
            form.answered(answer, edits);
        });
    }

    fn answered(self: &Rc<Self>, answer: Option<(u16, String)>, edits: u64) {
        match answer {
            Some((200, text)) if self.kept_by_server(&text) => {
                self.saved.set(edits);
                copy::forget(self.desk.trace);
                if self.unsaved() {
                    self.save_after(PAUSE);
                }
            }
            Some((409, _)) => {
                self.say(|words| words.older.clone());
                self.desk.older.set(true);
            }
            Some((401 | 403 | 404, _)) => self.say(|words| words.signed_out.clone()),
            _ => {
                self.say(|words| words.offline.clone());
                self.save_after(AGAIN);
            }
        }
    }

    /// Takes over the new version and what the server says about it.
    fn kept_by_server(&self, text: &str) -> bool {
        let Ok(json) = js_sys::JSON::parse(text) else { return false };
        let get = |name: &str| js_sys::Reflect::get(&json, &name.into()).ok();
        let (Some(version), Some(saved)) =
            (get("version").and_then(|v| v.as_f64()), get("saved").and_then(|v| v.as_string()))
        else {
            return false;
        };
        set_value(&self.form, "version", &format!("{version}"));
        // What the page said when it was opened is no longer so.
        hide("opened");
        self.desk.status.set(saved);
        true
    }

    fn say(&self, words: impl Fn(&crate::traces::islands::DeskWords) -> String) {
        self.desk.status.set(self.desk.words.with_value(words));
    }

    /// Says how many characters of a gist are left.
    fn counted(&self, event: &Event) {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let name = field.get_attribute("name").unwrap_or_default();
        let (Some(key), Some(text)) = (name.strip_suffix(".gist"), value(&field)) else { return };
        let Some(place) = document().get_element_by_id(&format!("{key}-left")) else { return };
        let (most, words) = (self.desk.most, self.desk.words);
        spawn_local(async move {
            let used = count(text).await;
            let said = words.with_value(|words| match most.checked_sub(used) {
                Some(left) => words.left.replace('@', &left.to_string()),
                None => words.over.replace('@', &(used - most).to_string()),
            });
            place.set_text_content(Some(&said));
        });
    }

    fn preview_later(self: &Rc<Self>, event: &Event) {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if !field.get_attribute("name").is_some_and(|name| name.ends_with(".body")) {
            return;
        }
        let form = Rc::clone(self);
        let handle = set_timeout_with_handle(move || form.preview(&field), PREVIEW_PAUSE).ok();
        if let Some(before) = self.preview_at.replace(handle) {
            before.clear();
        }
    }

    fn preview(&self, field: &Element) {
        // Half a word is nobody's text yet; its end asks again.
        if self.composing.get() {
            return;
        }
        let text = value(field).unwrap_or_default();
        if text.trim().is_empty() {
            return hide("preview");
        }
        let Ok(fields) = UrlSearchParams::new() else { return };
        fields.append("text", &text);
        fields.append("language", &named(&self.form, "language").and_then(|e| value(&e)).unwrap_or_default());
        fields.append("keys", &self.source_keys());
        let body = String::from(fields.to_string());
        spawn_local(async move {
            // Only what the server has made safe is placed as markup.
            if let Some((200 | 422, html)) = post("/preview", &body).await
                && let (Some(pane), Some(place)) =
                    (document().get_element_by_id("preview"), document().get_element_by_id("preview-text"))
            {
                place.set_inner_html(&html);
                let _ = pane.remove_attribute("hidden");
            }
        });
    }

    fn source_keys(&self) -> String {
        let mut keys = Vec::new();
        let mut number = 1;
        while let Some(element) = named(&self.form, &format!("source.{number}.key")) {
            keys.extend(value(&element));
            number += 1;
        }
        keys.join(" ")
    }
}
