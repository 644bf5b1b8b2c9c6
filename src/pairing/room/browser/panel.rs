//! What stands around the text: the clock's ticking, and sections of the page that are fetched anew when
//! something has changed. The server makes them; here they are only set in place.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, FormData, HtmlFormElement, HtmlTextAreaElement, UrlSearchParams};

use super::desk::Desk;
use super::page::{after, by_id, fetch, now, on, property, say, text_of};
use crate::pairing::room::fingerprint;

/// Sections that the server renews.
const SECTIONS: [&str; 5] = ["clock", "now", "ending", "lens", "sources"];
/// After the last input into the unseen answer.
const PAUSE: u64 = 1_200;
/// After a phase has run out, the server is asked what follows, and again until it knows.
const TURN: f64 = 2_300.0;

#[derive(Default)]
pub struct Panel {
    /// When the section was made, and when the server was last asked.
    made: Cell<f64>,
    asked: Cell<f64>,
    asking: Cell<bool>,
    /// Something changed while the answer was on its way.
    again: Cell<bool>,
    edits: Cell<u64>,
    kept: Cell<u64>,
}

impl Panel {
    pub fn start(desk: &Rc<Desk>) {
        desk.panel.made.set(now());
        let sent = Rc::clone(desk);
        on(&document(), "submit", move |event| submitted(&sent, &event));
        let typed = Rc::clone(desk);
        on(&document(), "input", move |event| {
            if target(&event).is_some_and(|field| field.id() == "answer") {
                unseen(&typed);
            }
        });
        tick(desk);
    }

    /// Fetches the page and sets in place what has changed.
    pub fn refresh(&self, desk: &Rc<Desk>) {
        if self.asking.replace(true) {
            return self.again.set(true);
        }
        let desk = Rc::clone(desk);
        spawn_local(async move {
            let answer = fetch(&here(), None).await;
            desk.panel.asking.set(false);
            if let Some(answer) = answer.filter(|answer| answer.status == 200) {
                place(&desk, &answer.page);
            }
            if desk.panel.again.replace(false) {
                desk.panel.refresh(&desk);
            }
        });
    }
}

fn here() -> String {
    window().location().pathname().unwrap_or_default()
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Sets the sections of a page that was fetched in place of ours, where they say something else.
fn place(desk: &Rc<Desk>, page: &Document) {
    if page.query_selector("[data-root]").ok().flatten().is_none() && desk.is_kept() {
        // Nothing is written here any more: the page as it is now says what has become of it.
        let _ = window().location().reload();
        return;
    }
    for id in SECTIONS {
        let (Some(ours), Some(new)) = (by_id(id), page.get_element_by_id(id)) else { continue };
        let same = ours.get_attribute("data-state") == new.get_attribute("data-state");
        if id == "clock" {
            desk.panel.made.set(now());
            if same {
                for name in ["data-left", "data-length"] {
                    let _ = new.get_attribute(name).map(|value| ours.set_attribute(name, &value));
                }
            }
        }
        if !same {
            let focused = document()
                .active_element()
                .filter(|field| ours.contains(Some(field.unchecked_ref())))
                .map(|field| field.id());
            let _ = ours.replace_with_with_node_1(&new);
            if let Some(field) = focused.filter(|id| !id.is_empty()).and_then(|id| by_id(&id)) {
                let _ = field.dyn_into::<web_sys::HtmlElement>().map(|field| field.focus());
            }
        }
    }
}

/// Once a second: how long is left. When nothing is, the server is asked.
fn tick(desk: &Rc<Desk>) {
    if let Some(left) = by_id("clock").and_then(|clock| number(&clock, "data-left")) {
        let left = left - (now() - desk.panel.made.get());
        show(desk, left.max(0.0));
        if left <= 0.0 {
            let waiting = Rc::clone(desk);
            spawn_local(async move { keep_unseen(&waiting).await });
        }
        if left <= -TURN && now() - desk.panel.asked.get() > TURN {
            desk.panel.asked.set(now());
            desk.panel.refresh(desk);
        }
    }
    let desk = Rc::clone(desk);
    after(500, move || tick(&desk));
}

fn number(of: &Element, name: &str) -> Option<f64> {
    of.get_attribute(name)?.parse().ok()
}

fn show(desk: &Desk, left: f64) {
    let seconds = (left / 1_000.0).ceil() as u64;
    let words =
        desk.settings.words.left.replace('@', &(seconds / 60).to_string()).replace('#', &(seconds % 60).to_string());
    say("left", &words);
    let Some(clock) = by_id("clock") else { return };
    let of = |name: &str| number(&clock, name).unwrap_or(0.0);
    let passed = 1.0 - left / of("data-length").max(1.0);
    let minute = (of("data-from") + of("data-minutes") * 1_000.0 * passed) / 1_000.0;
    if let Some(needle) = by_id("needle") {
        let x = format!("{minute:.3}");
        let _ = needle.set_attribute("x1", &x);
        let _ = needle.set_attribute("x2", &x);
    }
    if let Ok(Some(shown)) = clock.query_selector(".passed") {
        shown.set_text_content(Some(&format!("{}:{:02}", minute as u64, (minute.fract() * 60.0) as u64)));
    }
}

fn unseen(desk: &Rc<Desk>) {
    let edits = desk.panel.edits.get() + 1;
    desk.panel.edits.set(edits);
    let desk = Rc::clone(desk);
    after(PAUSE, move || {
        if desk.panel.edits.get() == edits {
            spawn_local(async move { keep_unseen(&desk).await });
        }
    });
}

/// Sends the unseen answer, if it has changed since. What comes after the reveal comes back on the page, so
/// that it is not lost.
async fn keep_unseen(desk: &Rc<Desk>) {
    let edits = desk.panel.edits.get();
    let Some(field) = by_id("answer").and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
    let Some(action) = field.form().map(|form| form.action()).filter(|_| desk.panel.kept.get() != edits) else {
        return;
    };
    let Ok(fields) = UrlSearchParams::new() else { return };
    fields.append("answer", &field.value());
    let body = String::from(fields.to_string());
    desk.panel.kept.set(edits);
    match fetch(&action, Some(&body)).await {
        Some(answer) if answer.status == 200 => {
            let saved = answer.page.get_element_by_id("blind-saved").and_then(|saved| saved.text_content());
            say("blind-saved", &saved.unwrap_or_default());
        }
        Some(answer) => {
            set_said(&answer.page);
            if let (Some(ours), Some(theirs)) = (by_id("now"), answer.page.get_element_by_id("now")) {
                let _ = ours.replace_with_with_node_1(&theirs);
            }
        }
        // Without a connection it stays where it is, and is tried again.
        None => desk.panel.kept.set(edits.wrapping_sub(1)),
    }
}

/// What a form that came back says.
fn set_said(page: &Document) {
    if let (Some(ours), Some(theirs)) = (by_id("said"), page.get_element_by_id("said")) {
        let _ = ours.replace_with_with_node_1(&theirs);
    }
}

fn submitted(desk: &Rc<Desk>, event: &Event) {
    let Some(form) = target(event).and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else { return };
    if form.id() == "blind" {
        event.prevent_default();
        desk.panel.edits.set(desk.panel.edits.get() + 1);
        let desk = Rc::clone(desk);
        return spawn_local(async move { keep_unseen(&desk).await });
    }
    if form.has_attribute("data-form") && desk.joined.get() {
        // It is in the shared text already.
        return event.prevent_default();
    }
    if !form.has_attribute("data-live") {
        return;
    }
    let Ok(data) = FormData::new_with_form(&form) else { return };
    if let Some(button) = property(event, "submitter") {
        let (name, value) =
            (text_of(&button, "name").unwrap_or_default(), text_of(&button, "value").unwrap_or_default());
        let _ = data.append_with_str(&name, &value);
    }
    if form.has_attribute("data-whole") && desk.joined.get() {
        let _ = data.set_with_str("seen", &whole(desk));
    }
    let Ok(fields) = UrlSearchParams::new_with_str_sequence_sequence(&data) else { return };
    event.prevent_default();
    let (desk, action, body) = (Rc::clone(desk), form.action(), String::from(fields.to_string()));
    spawn_local(async move {
        keep_unseen(&desk).await;
        match fetch(&action, Some(&body)).await {
            Some(answer) => {
                set_said(&answer.page);
                place(&desk, &answer.page);
            }
            None => desk.status(),
        }
    });
}

/// The fingerprint of everything that would be published, as the server makes it.
fn whole(desk: &Desk) -> String {
    let texts: Vec<String> = desk.areas.iter().map(|area| area.field.borrow().text()).collect();
    let sources = fingerprint::source_fields(&desk.doc);
    fingerprint::of(texts.iter().chain(&sources).map(String::as_str))
}
