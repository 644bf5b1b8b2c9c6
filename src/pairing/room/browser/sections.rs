//! Sections of the page that are fetched anew when something has changed, set in place of ours. What was
//! typed into them goes over, and where a word is being converted nothing is touched until it is.

use std::rc::Rc;

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::desk::Desk;
use super::page::{by_id, within};

/// Sections that the server renews.
const SECTIONS: [&str; 6] = ["clock", "now", "ending", "own-work", "lens", "sources"];

/// Sets the sections of a page that was fetched in place of ours, where they say something else.
pub fn place(desk: &Rc<Desk>, page: &Document) {
    if within(page, "[data-root]").is_empty() && desk.is_kept() {
        // Nothing is written here any more: the page as it is now says what has become of it.
        if desk.panel.is_converting() {
            return desk.panel.wait();
        }
        let _ = window().location().reload();
        return;
    }
    for id in SECTIONS {
        let (Some(ours), Some(new)) = (by_id(id), page.get_element_by_id(id)) else { continue };
        let same = ours.get_attribute("data-state") == new.get_attribute("data-state");
        if id == "clock" {
            desk.panel.renewed();
            if same {
                for name in ["data-left", "data-length"] {
                    let _ = new.get_attribute(name).map(|value| ours.set_attribute(name, &value));
                }
            }
        }
        if !same {
            set(desk, &ours, &new);
        }
    }
}

fn set(desk: &Desk, ours: &Element, new: &Element) {
    let active = document().active_element().filter(|field| ours.contains(Some(field.unchecked_ref())));
    if active.is_some() && desk.panel.is_converting() {
        return desk.panel.wait();
    }
    let typed: Vec<(String, String)> = within(ours, "input[id], textarea[id]").iter().filter_map(typed).collect();
    let _ = ours.replace_with_with_node_1(new);
    for (id, value) in typed {
        match by_id(&id).map(|field| (field.dyn_ref::<HtmlInputElement>().cloned(), field)) {
            Some((Some(input), _)) => input.set_value(&value),
            Some((None, field)) => {
                let _ = field.dyn_into::<HtmlTextAreaElement>().map(|area| area.set_value(&value));
            }
            None => {}
        }
    }
    if let Some(field) = active.map(|field| field.id()).filter(|id| !id.is_empty()).and_then(|id| by_id(&id)) {
        let _ = field.dyn_into::<HtmlElement>().map(|field| field.focus());
    }
}

/// A field's name and what was typed into it, if that is not what the page came with.
fn typed(field: &Element) -> Option<(String, String)> {
    let (value, came) = match (field.dyn_ref::<HtmlInputElement>(), field.dyn_ref::<HtmlTextAreaElement>()) {
        (Some(input), _) => (input.value(), input.default_value()),
        (None, Some(area)) => (area.value(), area.default_value().unwrap_or_default()),
        (None, None) => return None,
    };
    (value != came).then(|| (field.id(), value))
}
