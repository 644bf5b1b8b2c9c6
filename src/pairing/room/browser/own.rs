//! What one writes for oneself alone, in forms of their own: the unseen answer, what goes into one's own
//! work. Sent while one types, and before anything is set in its place.

use std::cell::Cell;
use std::rc::Rc;

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlFormElement, HtmlTextAreaElement, UrlSearchParams};

use super::desk::Desk;
use super::page::{after, by_id, fetch, say, set_said};

/// The fields, by their names.
const FIELDS: [&str; 2] = ["answer", "takeaway"];
/// After the last input.
const PAUSE: u64 = 1_200;
/// Before what was not taken is sent again.
const AGAIN: u64 = 5_000;

/// How often each field was changed, up to which change it has been sent, and whether it is to be sent
/// again by itself.
#[derive(Default)]
pub struct Own([(Cell<u64>, Cell<u64>, Cell<bool>); 2]);

/// Whether it is such a form.
pub fn is_own(form: &HtmlFormElement) -> bool {
    form.has_attribute("data-own")
}

/// Something was typed; if it was into one of the fields, it is sent in a moment.
pub fn typed(desk: &Rc<Desk>, into: &Element) {
    let Some(at) = FIELDS.iter().position(|name| into.id() == *name) else { return };
    let edits = &desk.own.0[at].0;
    edits.set(edits.get() + 1);
    let (desk, seen) = (Rc::clone(desk), edits.get());
    after(PAUSE, move || {
        // Half a word goes with the whole of it.
        if desk.own.0[at].0.get() == seen && !desk.panel.is_converting() {
            spawn_local(async move { keep_one(&desk, at).await });
        }
    });
}

/// Sends the form at once, changed or not.
pub async fn submit(desk: &Rc<Desk>, form: &HtmlFormElement) {
    for (at, (edits, ..)) in desk.own.0.iter().enumerate() {
        if field(at).and_then(|field| field.form()).is_some_and(|of| of == *form) {
            edits.set(edits.get() + 1);
        }
    }
    keep(desk).await;
}

/// Sends what has changed since it was sent.
pub async fn keep(desk: &Rc<Desk>) {
    for at in 0..FIELDS.len() {
        keep_one(desk, at).await;
    }
}

fn field(at: usize) -> Option<HtmlTextAreaElement> {
    by_id(FIELDS[at])?.dyn_into().ok()
}

/// What comes too late, or too long, comes back on the page, so that it is not lost.
async fn keep_one(desk: &Rc<Desk>, at: usize) {
    let (edits, kept, again) = &desk.own.0[at];
    let (now, before) = (edits.get(), kept.get());
    let Some(field) = field(at).filter(|_| now != before) else { return };
    let (Some(form), Ok(fields)) = (field.form(), UrlSearchParams::new()) else { return };
    let sent = field.value();
    fields.append(FIELDS[at], &sent);
    kept.set(now);
    let note = format!("{}-saved", FIELDS[at]);
    match fetch(&form.action(), Some(&String::from(fields.to_string()))).await {
        Some(answer) if answer.status == 200 => {
            let saved = answer.page.get_element_by_id(&note).and_then(|saved| saved.text_content());
            say(&note, &saved.unwrap_or_default());
        }
        Some(answer) if [403, 409, 422].contains(&answer.status) => {
            set_said(&answer.page);
            let section = form.closest("[data-state]").ok().flatten();
            let section = section
                .filter(|section| section.is_connected() && field.value() == sent && !desk.panel.is_converting());
            let Some(ours) = section else { return };
            if let Some(theirs) = answer.page.get_element_by_id(&ours.id()) {
                let _ = ours.replace_with_with_node_1(&theirs);
            }
        }
        // Busy, out of order, no connection: it stays where it is, and is tried again.
        _ => {
            kept.set(before);
            if !again.replace(true) {
                let desk = Rc::clone(desk);
                after(AGAIN, move || {
                    desk.own.0[at].2.set(false);
                    spawn_local(async move { keep_one(&desk, at).await });
                });
            }
        }
    }
}
