//! Sheets that ask for a word: dialogs that the page holds, closed by their own forms.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlDialogElement, HtmlFormElement, HtmlInputElement};

use super::page::{named, value};

/// A dialog with the ids of its fields and what stands in them.
pub struct Sheet {
    pub id: &'static str,
    pub fields: Vec<(&'static str, String)>,
}

impl Sheet {
    /// Shows it; `act` gets what was typed, unless the sheet is closed without a button.
    pub fn ask(self, act: impl FnOnce(&[String]) + 'static) {
        let Some(dialog) = dialog(self.id) else { return };
        for (id, text) in &self.fields {
            if let Some(field) = field(id) {
                field.set_value(text);
            }
        }
        dialog.set_return_value("");
        let _ = dialog.show_modal();
        let ids: Vec<&'static str> = self.fields.iter().map(|(id, _)| *id).collect();
        let closed = dialog.clone();
        let listener = Closure::once_into_js(move || {
            let said = match closed.return_value().as_str() {
                "" => return,
                "." => ids.iter().filter_map(|id| field(id)).map(|field| field.value()).collect::<Vec<String>>(),
                chosen => vec![chosen.to_owned()],
            };
            act(&said);
        });
        let once = web_sys::AddEventListenerOptions::new();
        once.set_once(true);
        let _ = dialog.add_event_listener_with_callback_and_add_event_listener_options(
            "close",
            listener.unchecked_ref(),
            &once,
        );
    }
}

pub fn show(id: &str) {
    if let Some(dialog) = dialog(id) {
        let _ = dialog.show_modal();
    }
}

pub fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn field(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Fills the sheet of sources with those of the form, each a button that closes it.
pub fn list_sources(form: &HtmlFormElement) {
    let Some(list) = document().get_element_by_id("cite-list") else { return };
    list.set_inner_html("");
    let mut number = 1;
    while let Some(key) = named(form, &format!("source.{number}.key")).and_then(|field| value(&field)) {
        let title = named(form, &format!("source.{number}.title")).and_then(|field| value(&field)).unwrap_or_default();
        number += 1;
        let (Ok(item), Ok(button)) = (document().create_element("li"), document().create_element("button")) else {
            return;
        };
        if key.trim().is_empty() {
            continue;
        }
        let _ = button.set_attribute("value", key.trim());
        let _ = button.set_attribute("formnovalidate", "");
        button.set_class_name("button small");
        button.set_text_content(Some(&format!("[^{}] {}", key.trim(), title)));
        let _ = item.append_child(&button);
        let _ = list.append_child(&item);
    }
}
