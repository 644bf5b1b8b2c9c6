//! The tools of a text field: lists that go on, keys, a link, a source, clean pastes. A chunk of its
//! own, loaded when somebody first writes. Nothing here acts while a word is being converted.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

use super::browser::Form;
use super::field::{apply, body, mark, selection};
use super::page::{KEYS_OFF as OFF, keys_are_on as is_on};
use super::sheets::{self, Sheet};
use super::text::{Edit, lists, paste};
use super::tree;

/// Bytes of a paste: more than any part holds, in any language.
const MOST: usize = 1_000_000;
/// Bytes of a formatted paste that are looked through; of a larger one only the words are taken.
const MOST_HTML: usize = 5_000_000;

/// Begins, once. `asked`: someone wants to see the keys.
pub(super) fn start(form: &Rc<Form>, asked: bool) {
    if asked {
        sheets::show("keys");
    }
    if form.tools.replace(true) {
        return;
    }
    let on = |target: &EventTarget, name: &str, act: fn(&Rc<Form>, Event)| form.on(target, name, act);
    on(&form.form, "keydown", |form, event| typed(form, &event));
    on(&form.form, "paste", |form, event| pasted(form, &event));
    on(&form.form, "input", |form, event| cited(form, &event));
    on(&document(), "keydown", |_, event| pressed(&event));
    // The page says so, for whoever waits for them.
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-tools", "ready");
    }
    if let Some(switch) = switch() {
        switch.set_checked(is_on());
        on(&switch, "change", |_, _| {
            if let (Some(switch), Ok(Some(storage))) = (self::switch(), window().local_storage()) {
                let _ = if switch.checked() { storage.remove_item(OFF) } else { storage.set_item(OFF, "1") };
            }
        });
    }
}

fn switch() -> Option<HtmlInputElement> {
    document().get_element_by_id("keys-on")?.dyn_into().ok()
}

/// A key in a field of the form.
fn typed(form: &Rc<Form>, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    // 229: the key belongs to the input method, also where the browser says so late.
    if key.is_composing() || key.key_code() == 229 || form.composing.get() {
        return;
    }
    let command = (key.ctrl_key() || key.meta_key()) && !key.alt_key() && !key.shift_key();
    let name = key.key().to_ascii_lowercase();
    if command && name == "s" && is_on() {
        event.prevent_default();
        return form.save();
    }
    let Some(area) = body(event) else { return };
    let plain = !key.ctrl_key() && !key.meta_key() && !key.alt_key() && !key.shift_key();
    if plain && name == "enter" {
        let (text, from, to) = selection(&area);
        if let Some(edit) = lists::enter(&text, from).filter(|_| from == to) {
            event.prevent_default();
            apply(&area, &edit);
        }
        return;
    }
    if !command || !is_on() {
        return;
    }
    match name.as_str() {
        "b" => mark(&area, "**"),
        "i" => mark(&area, "*"),
        "k" => link(&area),
        _ => return,
    }
    event.prevent_default();
}

/// A key outside of every field: only while keys are on, and never together with another.
fn pressed(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let writing = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()).is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.closest("dialog").ok().flatten().is_some()
    });
    if writing || key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing() || !is_on() {
        return;
    }
    match key.key().as_str() {
        "?" => {
            event.prevent_default();
            sheets::show("keys");
        }
        "j" => step(1),
        "k" => step(-1),
        _ => {}
    }
}

/// To the next part, or back to the one before.
fn step(by: i32) {
    let Ok(parts) = document().query_selector_all("#edit [id^=part-]") else { return };
    let parts: Vec<HtmlElement> =
        (0..parts.length()).filter_map(|at| parts.item(at)?.dyn_into::<HtmlElement>().ok()).collect();
    let top = |part: &HtmlElement| part.get_bounding_client_rect().top();
    // Below what stays in sight at the top.
    let line = 140.0;
    let here = parts.iter().rposition(|part| top(part) <= line).map_or(-1, |at| at as i32);
    if let Some(part) = usize::try_from(here + by).ok().and_then(|at| parts.get(at)) {
        let _ = part.set_attribute("tabindex", "-1");
        let _ = part.focus();
        part.scroll_into_view();
    }
}

/// Asks for an address, and makes a link of what is selected.
fn link(area: &HtmlTextAreaElement) {
    let (text, from, to) = selection(area);
    let chosen = text[from..to].to_owned();
    let is_address = chosen.starts_with("https://") || chosen.starts_with("http://");
    let (words, address) = if is_address { (String::new(), chosen) } else { (chosen, String::new()) };
    let area = area.clone();
    Sheet { id: "link", fields: vec![("link-words", words), ("link-address", address)] }.ask(move |said| {
        let [words, address] = said else { return };
        if address.is_empty() {
            return;
        }
        let text = if words.is_empty() { format!("<{address}>") } else { format!("[{words}]({address})") };
        apply(&area, &Edit { from, to, text });
    });
}

/// `[^` asks which source.
fn cited(form: &Rc<Form>, event: &Event) {
    let Some(area) = body(event).filter(|_| !form.composing.get()) else { return };
    let typing = js_sys::Reflect::get(event, &"inputType".into()).ok().and_then(|kind| kind.as_string());
    let (text, from, to) = selection(&area);
    if typing.as_deref() != Some("insertText") || from != to || !text[..from].ends_with("[^") {
        return;
    }
    sheets::list_sources(&form.form);
    Sheet { id: "cite", fields: vec![("cite-key", String::new())] }.ask(move |said| {
        let Some(key) = said.first() else { return };
        let key = key.trim().trim_matches(['[', '^', ']']).to_ascii_lowercase();
        let text = if key.is_empty() { String::new() } else { format!("{key}]") };
        if !text.is_empty() {
            apply(&area, &Edit { from, to, text });
        }
    });
}

fn pasted(form: &Rc<Form>, event: &Event) {
    let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
    let get = |kind: &str| data.get_data(kind).unwrap_or_default();
    let plain = get("text/plain");
    if plain.len() > MOST {
        event.prevent_default();
        return form.say(|words| words.too_much.clone());
    }
    let Some(area) = body(event) else { return };
    let html = get("text/html");
    if html.is_empty() || html.len() > MOST_HTML {
        return;
    }
    let text = paste::markdown(&tree::of(&html));
    if text.len() > MOST {
        event.prevent_default();
        return form.say(|words| words.too_much.clone());
    }
    // Nothing but words: the browser pastes them best itself.
    let words = |text: &str| text.split_whitespace().collect::<String>();
    if text.is_empty() || words(&text) == words(&plain) && !text.contains("\n- ") {
        return;
    }
    event.prevent_default();
    let (_, from, to) = selection(&area);
    apply(&area, &Edit { from, to, text });
}
