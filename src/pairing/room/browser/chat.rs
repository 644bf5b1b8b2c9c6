//! What the two say beside the text: rows of the shared `chat`, by whose client added them.

use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yrs::branch::{Branch, BranchID};
use yrs::{Any, Array, Map, MapPrelim, MapRef, Out, ReadTxn, Transact};

use super::desk::{Desk, MINE};
use super::page::{by_id, on};

/// Sends what is said into the shared text.
pub fn bind(desk: &Rc<Desk>) {
    let Some(form) = by_id("say") else { return };
    let desk = Rc::clone(desk);
    on(&form, "submit", move |event| {
        let field = by_id("say-text").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field.filter(|_| desk.joined.get()) else { return };
        event.prevent_default();
        let said = field.value().trim().to_owned();
        if said.is_empty() {
            return;
        }
        field.set_value("");
        let mut txn = desk.doc.transact_mut_with(MINE);
        let at = Any::from(js_sys::Date::now());
        let line = MapPrelim::from([("text".to_owned(), Any::from(said)), ("at".to_owned(), at)]);
        desk.chat.push_back(&mut txn, line);
        drop(txn);
        desk.settle();
    });
}

/// Adds the lines that are not there yet.
pub fn draw(desk: &Rc<Desk>) {
    let (Some(list), true) = (by_id("chat-lines"), desk.joined.get()) else { return };
    let txn = desk.doc.transact();
    let drawn = list.get_attribute("data-drawn").and_then(|drawn| drawn.parse::<u32>().ok());
    // The page's own lines are the server's words for the same rows.
    if drawn.is_none() {
        list.set_text_content(None);
    }
    let count = desk.chat.len(&txn);
    for at in drawn.unwrap_or(0)..count {
        if let Some(row) = desk.chat.get(&txn, at).and_then(|row| line(desk, &txn, &row)) {
            let _ = list.append_child(&row);
        }
    }
    let _ = list.set_attribute("data-drawn", &count.to_string());
    if let Some(none) = by_id("chat-none").filter(|_| count > 0) {
        none.remove();
    }
}

/// All of them again: whose they are has become known.
pub fn draw_again(desk: &Rc<Desk>) {
    if let Some(list) = by_id("chat-lines").filter(|_| desk.joined.get()) {
        let _ = list.remove_attribute("data-drawn");
    }
    draw(desk);
}

fn line(desk: &Desk, txn: &impl ReadTxn, row: &Out) -> Option<Element> {
    let Out::YMap(map) = row else { return None };
    let text = said(txn, map)?;
    let BranchID::Nested(id) = AsRef::<Branch>::as_ref(map).id() else { return None };
    let seat = desk.clients.borrow().get(&id.client.get()).copied();
    let (class, name) = match seat {
        Some(seat) => (if seat == 0 { "who" } else { "who b" }, desk.settings.names[seat].as_str()),
        None => ("", desk.settings.words.someone.as_str()),
    };
    let item = document().create_element("li").ok()?;
    item.set_class_name(class);
    let who = document().create_element("b").ok()?;
    who.set_text_content(Some(name));
    let _ = item.append_child(&who);
    let line_break = document().create_element("br").ok()?;
    let _ = item.append_child(&line_break);
    let _ = item.append_child(&document().create_text_node(&text));
    Some(item)
}

fn said(txn: &impl ReadTxn, row: &MapRef) -> Option<String> {
    match row.get(txn, "text") {
        Some(Out::Any(Any::String(text))) => Some(text.to_string()),
        _ => None,
    }
}
