//! Saving by itself, and what is said of it.

use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::UrlSearchParams;

use super::browser::Form;
use super::page::{Answer, hide, named, post, set_value};
use crate::traces::islands::DeskWords;

/// After the last input.
const PAUSE: Duration = Duration::from_millis(1_000);
/// After the first input that is not saved yet, however much follows: nothing typed more than two
/// seconds earlier is lost with the browser.
const LATEST: Duration = Duration::from_millis(1_500);
/// Before trying again without a connection, or with a site in trouble.
const AGAIN: Duration = Duration::from_secs(10);

/// Pixels from which the rail stands beside the form: 60rem.
const BESIDE: f64 = 960.0;

impl Form {
    pub fn save_soon(self: &Rc<Self>) {
        let form = Rc::clone(self);
        later(&self.pause_at, PAUSE, move || form.save());
        if self.save_by.borrow().is_none() {
            let form = Rc::clone(self);
            later(&self.save_by, LATEST, move || form.save());
        }
    }

    fn save_after(self: &Rc<Self>, pause: Duration) {
        let form = Rc::clone(self);
        later(&self.pause_at, pause, move || form.save());
    }

    pub fn save(self: &Rc<Self>) {
        cancel(&self.pause_at);
        cancel(&self.save_by);
        // Of two at once the second waits for the first one's answer.
        if self.stopped() || self.saving.get() || !self.unsaved() {
            return;
        }
        let Some((edits, body)) = self.settled_words() else { return };
        // Kept from before an answer that brought a newer version.
        let body = over(&body, &self.version());
        self.saving.set(true);
        self.keep();
        self.say(|words| words.saving.clone());
        let form = Rc::clone(self);
        spawn_local(async move {
            let answer = post(&format!("/traces/{}/edit", form.desk.trace), &body).await;
            form.saving.set(false);
            match answer {
                Some(answer) => form.answered(&answer, edits),
                None => {
                    form.doubt.replace(Some((edits, body)));
                    form.say(|words| words.offline.clone());
                    form.save_after(AGAIN);
                    form.send_waiting();
                }
            }
        });
    }

    /// What is sent next: what may have arrived already, as it was; never half a word that is being
    /// converted, but what stood there before it.
    fn settled_words(&self) -> Option<(u64, String)> {
        if let Some(doubt) = self.doubt.take() {
            return Some(doubt);
        }
        if self.composing.get() {
            return self.settled.borrow().clone().filter(|(edits, _)| *edits != self.saved.get());
        }
        Some((self.edits.get(), self.body()))
    }

    fn answered(self: &Rc<Self>, answer: &Answer, edits: u64) {
        match answer.status {
            200 if self.kept_by_server(&answer.text, edits) => {
                self.saved.set(edits);
                self.desk.out.set(false);
                if !self.unsaved() {
                    self.forget();
                } else if self.is_waiting() {
                    return self.save();
                } else {
                    self.save_soon();
                }
            }
            409 => {
                self.keep();
                self.say(|words| words.older.clone());
                self.desk.older.set(true);
            }
            401 => {
                self.say(|words| words.signed_out.clone());
                self.desk.out.set(true);
            }
            403 | 404 => self.say(|words| words.not_yours.clone()),
            // Sent again as it is, it would be refused again: the next word tries anew.
            413 => self.say(|words| words.too_large.clone()),
            400 | 422 => self.say(|words| words.unreadable.clone()),
            429 => {
                let wait = answer.wait.unwrap_or(60);
                self.say(|words| words.too_many.replace('@', &wait.to_string()));
                self.save_after(Duration::from_secs(wait));
            }
            500.. => {
                self.say(|words| words.broken.clone());
                self.save_after(answer.wait.map_or(AGAIN, Duration::from_secs));
            }
            // Somebody else's page in between: a hotel's network, a proxy.
            _ => {
                self.say(|words| words.offline.clone());
                self.save_after(AGAIN);
            }
        }
        self.send_waiting();
    }

    /// Takes over the new version of these edits and what the server says about it.
    fn kept_by_server(&self, text: &str, edits: u64) -> bool {
        let Ok(json) = js_sys::JSON::parse(text) else { return false };
        let get = |name: &str| js_sys::Reflect::get(&json, &name.into()).ok();
        let (Some(version), Some(saved)) =
            (get("version").and_then(|v| v.as_f64()), get("saved").and_then(|v| v.as_string()))
        else {
            return false;
        };
        // Set without an input event, and outside the text: what can be undone stays as it is.
        if let Some(field) = named(&self.form, "version") {
            set_value(&field, &format!("{version}"));
        }
        // What the page said when it was opened is no longer so.
        hide("opened");
        if self.edits.get() == edits {
            self.desk.status.set(saved);
        } else {
            self.say(|words| words.saving.clone());
        }
        for place in ["grown", "depth"] {
            if let Some(html) = get(place).and_then(|html| html.as_string()) {
                place_beside(place, &html);
            }
        }
        true
    }

    pub fn say(&self, words: impl Fn(&DeskWords) -> String) {
        hide("opened");
        self.desk.status.set(self.desk.words.with_value(words));
    }
}

/// Places what the server says of the draft beside the form. Not under a pointer or the keyboard, and
/// not above the form on a narrow page: what someone is about to press must not move.
fn place_beside(id: &str, html: &str) {
    let Some(place) = document().get_element_by_id(id) else { return };
    let narrow = window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width < BESIDE);
    let busy = place.matches(":hover, :focus-within").unwrap_or(false);
    if !busy && !(narrow && id == "grown") {
        place.set_inner_html(html);
    }
}

/// The same words over this version.
fn over(body: &str, version: &str) -> String {
    match UrlSearchParams::new_with_str(body) {
        Ok(fields) => {
            fields.set("version", version);
            String::from(fields.to_string())
        }
        Err(_) => body.to_owned(),
    }
}

/// Does it after a pause, instead of what that place waited for.
pub(super) fn later(place: &std::cell::RefCell<Option<TimeoutHandle>>, pause: Duration, act: impl Fn() + 'static) {
    cancel(place);
    place.replace(set_timeout_with_handle(act, pause).ok());
}

fn cancel(place: &std::cell::RefCell<Option<TimeoutHandle>>) {
    if let Some(before) = place.take() {
        before.clear();
    }
}
