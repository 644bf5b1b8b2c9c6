//! Signing in again in place: the sign-in has ended, the page and every word on it stay.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlFormElement};

use super::browser::again;
use super::page::{fields, post, set_value, submitter};
use super::sheets;
use crate::traces::islands::Desk;

/// Where a sign-in beside the page ends.
const DONE: &str = "/sign-in/done";

/// Shows the sheet. Only ever by a button: nothing takes the keyboard from someone who types.
pub fn ask() {
    sheets::show("again");
}

/// Sends the sheet, and saves what waited.
pub(super) fn sign_in(desk: &Desk, event: &Event) {
    if submitter(event).and_then(|button| button.get_attribute("value")).is_some() {
        return;
    }
    event.prevent_default();
    let Some(form) = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else { return };
    let Ok(fields) = fields(&form) else { return };
    fields.append("next", DONE);
    let body = String::from(fields.to_string());
    let desk = desk.clone();
    spawn_local(async move {
        let said = match post("/sign-in", &body).await {
            Some(answer) if answer.status == 200 && answer.address.ends_with(DONE) => {
                if let Ok(Some(password)) = form.query_selector("[type=password]") {
                    set_value(&password, "");
                }
                if let Some(dialog) = sheets::dialog("again") {
                    dialog.close();
                }
                again();
                String::new()
            }
            Some(answer) if answer.status == 429 => {
                let wait = answer.wait.unwrap_or(60).to_string();
                desk.words.with_value(|words| words.too_many.replace('@', &wait))
            }
            Some(answer) if answer.status == 422 => desk.words.with_value(|words| words.sign_in_wrong.clone()),
            _ => desk.words.with_value(|words| words.sign_in_failed.clone()),
        };
        if let Some(place) = document().get_element_by_id("again-said") {
            place.set_text_content(Some(&said));
        }
    });
}
