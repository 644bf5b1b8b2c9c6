//! A text field as the tools change it: through the browser's own commands, so that each change can be
//! undone like typing, and counts as typing for whoever listens.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDocument, HtmlTextAreaElement};

use super::text::{Edit, to_bytes, to_units};

/// The field of a part's text that an event is about; gists and titles are plain.
pub fn body(event: &Event) -> Option<HtmlTextAreaElement> {
    let area: HtmlTextAreaElement = event.target()?.dyn_into().ok()?;
    area.name().ends_with(".body").then_some(area)
}

/// What is selected, in bytes of the field's text.
pub fn selection(area: &HtmlTextAreaElement) -> (String, usize, usize) {
    let text = area.value();
    let place = |units: Result<Option<u32>, _>| to_bytes(&text, units.ok().flatten().unwrap_or(0) as usize);
    let (from, to) = (place(area.selection_start()), place(area.selection_end()));
    (text, from, to)
}

/// Makes the change, and leaves the cursor behind it.
pub fn apply(area: &HtmlTextAreaElement, edit: &Edit) {
    let text = area.value();
    let _ = area.focus();
    let _ = area.set_selection_range(to_units(&text, edit.from) as u32, to_units(&text, edit.to) as u32);
    let document: HtmlDocument = document().unchecked_into();
    let (command, value) = if edit.text.is_empty() { ("delete", "") } else { ("insertText", edit.text.as_str()) };
    let _ = document.exec_command_with_show_ui_and_value(command, false, value);
}

/// Puts a mark around what is selected, or takes it away.
pub fn mark(area: &HtmlTextAreaElement, mark: &str) {
    let (text, from, to) = selection(area);
    let chosen = &text[from..to];
    let inner =
        chosen.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark)).filter(|_| chosen.len() > 2 * mark.len());
    let (new, inside) = match inner {
        Some(inner) => (inner.to_owned(), from),
        None => (format!("{mark}{chosen}{mark}"), from + mark.len()),
    };
    apply(area, &Edit { from, to, text: new });
    let text = area.value();
    let length = inner.map_or(chosen.len(), str::len);
    let place = |at: usize| to_units(&text, at.min(text.len())) as u32;
    let _ = area.set_selection_range(place(inside), place(inside + length));
}
