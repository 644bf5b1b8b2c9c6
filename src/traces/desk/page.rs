//! What the desk asks of the page around it: its form, fields by name, a request.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Headers, HtmlFormElement, RequestInit, Response};

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
    let response: Response = JsFuture::from(window().fetch_with_str_and_init(path, &init)).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    Some((response.status(), text))
}
