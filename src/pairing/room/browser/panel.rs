//! What stands around the text: the clock's ticking, and sections of the page that are fetched anew when
//! something has changed. The server makes them; here they are only set in place.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FormData, HtmlFormElement, UrlSearchParams};

use super::desk::Desk;
use super::own;
use super::page::{after, all, by_id, fetch, now, on, property, say, set_said, text_of};
use super::sections::place;
use crate::pairing::room::fingerprint;

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
    /// A word is being converted in some field of the page; and something waits for that.
    converting: Cell<bool>,
    late: Cell<bool>,
}

impl Panel {
    pub fn start(desk: &Rc<Desk>) {
        desk.panel.renewed();
        let sent = Rc::clone(desk);
        on(&document(), "submit", move |event| submitted(&sent, &event));
        let typed = Rc::clone(desk);
        on(&document(), "input", move |event| {
            if let Some(field) = target(&event) {
                own::typed(&typed, &field);
            }
        });
        for (name, begins) in [("compositionstart", true), ("compositionend", false)] {
            let desk = Rc::clone(desk);
            on(&document(), name, move |event| {
                desk.panel.converting.set(begins);
                if let Some(field) = target(&event).filter(|_| !begins) {
                    own::typed(&desk, &field);
                }
                if !begins && desk.panel.late.replace(false) {
                    desk.panel.refresh(&desk);
                }
            });
        }
        tick(desk);
    }

    /// The clock as it now stands was made now.
    pub fn renewed(&self) {
        self.made.set(now());
    }

    pub fn is_converting(&self) -> bool {
        self.converting.get()
    }

    /// Something is to be set in place once the word has been converted.
    pub fn wait(&self) {
        self.late.set(true);
    }

    /// Fetches the page and sets in place what has changed.
    pub fn refresh(&self, desk: &Rc<Desk>) {
        if self.asking.replace(true) {
            return self.again.set(true);
        }
        let desk = Rc::clone(desk);
        spawn_local(async move {
            // A section may go whose field holds what has not been sent.
            own::keep(&desk).await;
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

/// Once a second: how long is left. When nothing is, the server is asked.
fn tick(desk: &Rc<Desk>) {
    if let Some(left) = by_id("clock").and_then(|clock| number(&clock, "data-left")) {
        let left = left - (now() - desk.panel.made.get());
        show(desk, left.max(0.0));
        if left <= 0.0 {
            let waiting = Rc::clone(desk);
            spawn_local(async move { own::keep(&waiting).await });
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
    for shown in all("[data-passed]") {
        shown.set_text_content(Some(&format!("{}:{:02}", minute as u64, (minute.fract() * 60.0) as u64)));
    }
}

fn submitted(desk: &Rc<Desk>, event: &Event) {
    let Some(form) = target(event).and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else { return };
    if own::is_own(&form) {
        event.prevent_default();
        let desk = Rc::clone(desk);
        return spawn_local(async move { own::submit(&desk, &form).await });
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
        own::keep(&desk).await;
        match fetch(&action, Some(&body)).await {
            Some(answer) => {
                if answer.status == 200 {
                    form.reset();
                }
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
