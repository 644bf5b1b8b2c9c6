//! What is shown beside a field while it is typed in: how much room is left, what Markdown becomes.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, UrlSearchParams};

use super::browser::Form;
use super::page::{graphemes, hide, named, post, value};
use super::saving::later;

const PAUSE: Duration = Duration::from_millis(700);

impl Form {
    /// Says how many characters of a gist are left.
    pub fn counted(&self, event: &Event) {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let name = field.get_attribute("name").unwrap_or_default();
        if name.ends_with(".body") {
            return self.measured(&value(&field).unwrap_or_default());
        }
        let (Some(key), Some(text)) = (name.strip_suffix(".gist"), value(&field)) else { return };
        let Some(place) = document().get_element_by_id(&format!("{key}-left")) else { return };
        let (most, used) = (self.desk.most, graphemes(&text));
        let said = self.desk.words.with_value(|words| match most.checked_sub(used) {
            Some(left) => words.left.replace('@', &left.to_string()),
            None => words.over.replace('@', &(used - most).to_string()),
        });
        place.set_text_content(Some(&said));
    }

    /// Says how long a text is: in Japanese by its characters, in English by its words as well.
    fn measured(&self, text: &str) {
        let japanese = named(&self.form, "language").and_then(|field| value(&field)).is_some_and(|lang| lang == "ja");
        let parts = text.split_whitespace().count().to_string();
        let characters = graphemes(&text.split_whitespace().collect::<String>()).to_string();
        self.desk.counted.set(self.desk.words.with_value(|words| {
            let said = if japanese { &words.characters } else { &words.words };
            said.replace('#', &characters).replace('@', &parts)
        }));
    }

    pub fn preview_later(self: &Rc<Self>, event: &Event) {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if !field.get_attribute("name").is_some_and(|name| name.ends_with(".body")) {
            return;
        }
        let form = Rc::clone(self);
        later(&self.preview_at, PAUSE, move || form.preview(&field));
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
            if let Some(answer) = post("/preview", &body).await.filter(|answer| matches!(answer.status, 200 | 422))
                && let (Some(pane), Some(place)) =
                    (document().get_element_by_id("preview"), document().get_element_by_id("preview-text"))
            {
                place.set_inner_html(&answer.text);
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
