//! What the room asks of the page around it: elements, listeners, timers, requests.

use std::time::Duration;

use leptos::prelude::{document, set_timeout, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, DomParser, Element, Event, EventTarget, Headers, Node, RequestInit, Response, SupportedType};

pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

pub fn say(id: &str, words: &str) {
    if let Some(element) = by_id(id).filter(|element| element.text_content().as_deref() != Some(words)) {
        element.set_text_content(Some(words));
    }
}

/// Elements that a selector finds.
pub fn all(selector: &str) -> Vec<Element> {
    within(&document(), selector)
}

/// Those within a page or an element.
pub fn within(node: &Node, selector: &str) -> Vec<Element> {
    let found = match (node.dyn_ref::<Element>(), node.dyn_ref::<Document>()) {
        (Some(element), _) => element.query_selector_all(selector),
        (None, Some(page)) => page.query_selector_all(selector),
        (None, None) => return Vec::new(),
    };
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Listens for as long as the page lives.
pub fn on(target: &EventTarget, name: &str, act: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(act);
    let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}

pub fn after(millis: u64, act: impl FnOnce() + 'static) {
    set_timeout(act, Duration::from_millis(millis));
}

/// Milliseconds since the page was opened, whatever the clock on the wall does.
pub fn now() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// A property of something that web-sys has no class for.
pub fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

pub fn text_of(of: &JsValue, name: &str) -> Option<String> {
    property(of, name)?.as_string()
}

/// Sets in place what a form that came back says.
pub fn set_said(page: &Document) {
    if let (Some(ours), Some(theirs)) = (by_id("said"), page.get_element_by_id("said")) {
        let _ = ours.replace_with_with_node_1(&theirs);
    }
}

/// An answer: its status, and the page that came.
pub struct Answer {
    pub status: u16,
    pub page: Document,
}

/// Asks for the page again, or sends a form; nothing without a connection.
pub async fn fetch(path: &str, body: Option<&str>) -> Option<Answer> {
    let init = RequestInit::new();
    if let Some(body) = body {
        let headers = Headers::new().ok()?;
        headers.set("content-type", "application/x-www-form-urlencoded").ok()?;
        init.set_method("POST");
        init.set_headers(&headers);
        init.set_body(&JsValue::from_str(body));
    }
    let response = JsFuture::from(window().fetch_with_str_and_init(path, &init)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    let page = DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?;
    Some(Answer { status: response.status(), page })
}
