//! What the desk asks of the page around it: its form, fields by name, a request.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Element, Event, FormData, Headers, HtmlElement, HtmlFormElement, RequestInit, Response,
    UrlSearchParams,
};

/// A request without an answer for so long, in milliseconds, counts as no connection.
const PATIENCE: u32 = 15_000;

pub fn form() -> Option<HtmlFormElement> {
    document().get_element_by_id("edit")?.dyn_into().ok()
}

/// What a form would send.
pub fn fields(form: &HtmlFormElement) -> Result<UrlSearchParams, JsValue> {
    FormData::new_with_form(form).and_then(|data| UrlSearchParams::new_with_str_sequence_sequence(&data))
}

/// Inputs, text areas and selects all have a `value`, but no class in common.
pub fn value(element: &Element) -> Option<String> {
    js_sys::Reflect::get(element, &"value".into()).ok()?.as_string()
}

/// How many characters a person would count: what the server counts by UAX #29, the browser knows by
/// itself, so that its tables need not be sent. A browser without them counts code points.
pub fn graphemes(text: &str) -> usize {
    let knows = js_sys::Reflect::get(&js_sys::global(), &"Intl".into())
        .and_then(|intl| js_sys::Reflect::has(&intl, &"Segmenter".into()));
    if knows.unwrap_or(false) {
        js_sys::Array::from(&js_sys::Intl::Segmenter::default().segment(text)).length() as usize
    } else {
        text.chars().count()
    }
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

pub fn set_value(element: &Element, value: &str) {
    let _ = js_sys::Reflect::set(element, &"value".into(), &value.into());
}

/// What a request came to.
pub struct Answer {
    pub status: u16,
    pub text: String,
    /// Seconds to wait before the next try, where the server says so.
    pub wait: Option<u64>,
    /// Where it was sent on to, at last.
    pub address: String,
}

/// Sends a form; nothing without a connection.
pub async fn post(path: &str, body: &str) -> Option<Answer> {
    let headers = Headers::new().ok()?;
    headers.set("accept", "application/json").ok()?;
    headers.set("content-type", "application/x-www-form-urlencoded").ok()?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&JsValue::from_str(body));
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let response: Response =
        JsFuture::from(window().fetch_with_str_and_init(path, &init)).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    let wait = response.headers().get("retry-after").ok().flatten().and_then(|wait| wait.parse().ok());
    Some(Answer { status: response.status(), text, wait, address: response.url() })
}

/// Sends what was kept as the form that it was, rows and all, whatever rows this page has.
pub fn send_as_form(path: &str, version: &str, body: &str) -> Result<(), JsValue> {
    let form: HtmlFormElement = document().create_element("form")?.unchecked_into();
    form.set_method("post");
    form.set_action(path);
    for (name, value) in entries(&UrlSearchParams::new_with_str(body)?) {
        let field = document().create_element("textarea")?;
        field.set_attribute("name", &name)?;
        set_value(&field, if name == "version" { version } else { &value });
        form.append_child(&field)?;
    }
    form.set_attribute("hidden", "")?;
    document().body().ok_or("no body")?.append_child(&form)?;
    form.submit()
}

fn entries(fields: &UrlSearchParams) -> Vec<(String, String)> {
    let entries = js_sys::Array::from(fields.as_ref());
    let entries = entries.iter().filter_map(|entry| entry.dyn_into::<js_sys::Array>().ok());
    entries.filter_map(|entry| Some((entry.get(0).as_string()?, entry.get(1).as_string()?))).collect()
}

/// The button that sends the form.
pub fn submitter(event: &Event) -> Option<HtmlElement> {
    js_sys::Reflect::get(event, &"submitter".into()).ok()?.dyn_into().ok()
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

/// Where this browser notes that keys are switched off.
pub const KEYS_OFF: &str = "keys-off";

/// Whether keys do anything: someone who speaks to the computer, or holds keys down, may not want them.
pub fn keys_are_on() -> bool {
    window().local_storage().ok().flatten().is_none_or(|storage| storage.get_item(KEYS_OFF).ok().flatten().is_none())
}
