//! What the desk asks of the page around it: its form, fields by name, a request.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, Headers, HtmlFormElement, RequestInit, Response, UrlSearchParams};

pub fn bubbling() -> web_sys::EventInit {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    init
}

pub fn form() -> Option<HtmlFormElement> {
    document().get_element_by_id("edit")?.dyn_into().ok()
}

/// Inputs, text areas and selects all have a `value`, but no class in common.
pub fn value(element: &Element) -> Option<String> {
    js_sys::Reflect::get(element, &"value".into()).ok()?.as_string()
}

pub fn hide(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let _ = element.set_attribute("hidden", "");
    }
}

pub fn named(form: &HtmlFormElement, name: &str) -> Option<Element> {
    // Names hold letters, digits, dots and hyphens only.
    form.query_selector(&format!("[name=\"{name}\"]")).ok()?
}

pub fn set_value(form: &HtmlFormElement, name: &str, value: &str) {
    if let Some(element) = named(form, name) {
        let _ = js_sys::Reflect::set(&element, &"value".into(), &value.into());
    }
}

/// Sends a form; the status and the text of the answer, or nothing without a connection.
pub async fn post(path: &str, body: &str) -> Option<(u16, String)> {
    let headers = Headers::new().ok()?;
    headers.set("accept", "application/json").ok()?;
    headers.set("content-type", "application/x-www-form-urlencoded").ok()?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&JsValue::from_str(body));
    let response: Response =
        JsFuture::from(window().fetch_with_str_and_init(path, &init)).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    Some((response.status(), text))
}

pub fn entries(fields: &UrlSearchParams) -> Vec<(String, String)> {
    let entries = js_sys::Array::from(fields.as_ref());
    let entries = entries.iter().filter_map(|entry| entry.dyn_into::<js_sys::Array>().ok());
    entries.filter_map(|entry| Some((entry.get(0).as_string()?, entry.get(1).as_string()?))).collect()
}

/// Whether the button that sends the form adds or removes a row.
pub fn changes_rows(event: &Event) -> bool {
    let button =
        js_sys::Reflect::get(event, &"submitter".into()).ok().and_then(|button| button.dyn_into::<Element>().ok());
    button
        .and_then(|button| button.get_attribute("value"))
        .is_some_and(|value| value.starts_with("add-") || value.starts_with("remove-"))
}

/// The same words, over whatever version: the server cuts blanks, and a row of sources has a kind
/// before it says anything.
pub fn same_words(one: &str, other: &str) -> bool {
    let words = |body: &str| -> Option<Vec<(String, String)>> {
        let fields = UrlSearchParams::new_with_str(body).ok()?;
        let plain = entries(&fields).into_iter().map(|(name, value)| (name, value.replace('\r', "").trim().to_owned()));
        let says = |name: &str| name != "version" && name != "reason" && !name.ends_with(".kind");
        Some(plain.filter(|(name, value)| says(name) && !value.is_empty()).collect())
    };
    words(one) == words(other)
}
