//! The connection: opened again when it breaks, at once when the browser is back online.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{BinaryType, CloseEvent, MessageEvent, WebSocket};

use super::desk::{Desk, Place};
use super::page::{after, now, on, property, text_of};
use super::wire::{self, Heard};

/// Waits between two attempts, doubled each time.
const FIRST_WAIT: u64 = 500;
const LONGEST_WAIT: u64 = 8_000;
/// Where one is is said again, so that the other knows one is there.
const SAID_AGAIN: u64 = 15_000;
/// Not heard for so long: gone.
const SILENCE: f64 = 45_000.0;
/// Where one is is said at most so often.
const PAUSE: u64 = 120;
/// The server starts again.
const RESTART: u16 = 1012;
/// Codes with which the server ends a connection for good: see `room/outbox`.
const TOO_LARGE: u16 = 1009;
const NO_LONGER: u16 = 4403;
const OVER: u16 = 4404;

pub struct Socket {
    address: String,
    open: RefCell<Option<WebSocket>>,
    /// Rises with each attempt, so that what an old connection still says is passed over.
    attempt: Cell<u64>,
    wait: Cell<u64>,
    /// Ended for good.
    closed: Cell<bool>,
    /// The text takes no more.
    full: Cell<bool>,
    /// The server said that it starts again.
    restarted: Cell<bool>,
    /// It has been open before.
    was_open: Cell<bool>,
    clock: Cell<u32>,
    saying: Cell<bool>,
    said: RefCell<String>,
}

impl Socket {
    pub fn new(session: i64) -> Self {
        let place = window().location();
        let scheme = if place.protocol().as_deref() == Ok("https:") { "wss" } else { "ws" };
        let host = place.host().unwrap_or_default();
        Self {
            address: format!("{scheme}://{host}/pair/sessions/{session}/room/socket"),
            open: RefCell::default(),
            attempt: Cell::new(0),
            wait: Cell::new(FIRST_WAIT),
            closed: Cell::new(false),
            full: Cell::new(false),
            restarted: Cell::new(false),
            was_open: Cell::new(false),
            clock: Cell::new(0),
            saying: Cell::new(false),
            said: RefCell::default(),
        }
    }

    pub fn start(desk: &Rc<Desk>) {
        connect(desk);
        let online = Rc::clone(desk);
        on(&window(), "online", move |_| {
            online.socket.wait.set(FIRST_WAIT);
            connect(&online);
        });
        // A browser notices a dead connection late; that it is offline it knows at once.
        let offline = Rc::clone(desk);
        on(&window(), "offline", move |_| lost(&offline));
        let leaving = Rc::clone(desk);
        on(&window(), "pagehide", move |_| leaving.keep());
        again(desk);
    }

    pub fn is_open(&self) -> bool {
        self.open.borrow().as_ref().is_some_and(|socket| socket.ready_state() == WebSocket::OPEN)
    }

    pub fn is_closed(&self) -> bool {
        self.closed.get()
    }

    /// The text takes no more.
    pub fn fill(&self) {
        self.full.set(true);
    }

    pub fn is_full(&self) -> bool {
        self.full.get()
    }

    /// Whether it went out.
    pub fn send(&self, message: &[u8]) -> bool {
        let socket = self.open.borrow();
        socket.as_ref().filter(|_| self.is_open()).is_some_and(|socket| socket.send_with_u8_array(message).is_ok())
    }
}

fn connect(desk: &Rc<Desk>) {
    let this = &desk.socket;
    if this.closed.get() || this.open.borrow().is_some() {
        return;
    }
    this.attempt.set(this.attempt.get() + 1);
    let Ok(socket) = WebSocket::new(&this.address) else { return later(desk) };
    socket.set_binary_type(BinaryType::Arraybuffer);
    let attempt = this.attempt.get();
    for name in ["open", "message", "close"] {
        let desk = Rc::clone(desk);
        on(&socket, name, move |event| {
            if desk.socket.attempt.get() != attempt {
                return;
            }
            match (event.dyn_ref::<MessageEvent>(), event.dyn_ref::<CloseEvent>()) {
                (Some(message), _) => heard(&desk, message),
                (_, Some(close)) => ended(&desk, close),
                _ => opened(&desk),
            }
        });
    }
    this.open.replace(Some(socket));
}

fn opened(desk: &Rc<Desk>) {
    desk.socket.wait.set(FIRST_WAIT);
    desk.connected();
    desk.socket.said.replace(String::new());
    say_where(desk);
    if desk.socket.was_open.replace(true) {
        let words = &desk.settings.words;
        let said = if desk.socket.restarted.replace(false) { &words.restarted } else { &words.back };
        desk.tell(&said.clone());
        desk.panel.refresh(desk);
    }
}

/// The connection is gone; another is tried.
fn lost(desk: &Rc<Desk>) {
    if let Some(socket) = desk.socket.open.take() {
        desk.socket.attempt.set(desk.socket.attempt.get() + 1);
        let _ = socket.close();
    }
    desk.places.borrow_mut().clear();
    desk.draw();
    desk.keep();
    desk.status();
    later(desk);
}

fn ended(desk: &Rc<Desk>, close: &CloseEvent) {
    // Everything else is tried again: a restart, a flood, an update that came out of order.
    if [TOO_LARGE, NO_LONGER, OVER].contains(&close.code()) {
        desk.socket.closed.set(true);
    }
    // A try that fails says nothing about why; `opened` takes it back.
    if close.code() == RESTART {
        desk.socket.restarted.set(true);
    }
    // Why, the page knows: called off, ended, signed out.
    desk.panel.refresh(desk);
    lost(desk);
}

fn later(desk: &Rc<Desk>) {
    let wait = desk.socket.wait.get();
    desk.socket.wait.set((wait * 2).min(LONGEST_WAIT));
    let desk = Rc::clone(desk);
    after(wait, move || connect(&desk));
}

fn heard(desk: &Rc<Desk>, message: &MessageEvent) {
    let Ok(buffer) = message.data().dyn_into::<js_sys::ArrayBuffer>() else { return };
    let message = js_sys::Uint8Array::new(&buffer).to_vec();
    match wire::read(&message) {
        Some(Heard::Has(state_vector)) => desk.answer(state_vector),
        Some(Heard::Update(update, answer)) => desk.hear(update, answer),
        Some(Heard::Stored(state_vector, updates)) => desk.stored(state_vector, updates),
        Some(Heard::Awareness(data)) => places(desk, data),
        Some(Heard::Who) => {
            desk.socket.said.replace(String::new());
            say_where(desk);
        }
        Some(Heard::People(json)) => people(desk, json),
        Some(Heard::Line(json)) => line(desk, json),
        None => {}
    }
}

/// Whose each client is, from the server's record.
fn people(desk: &Rc<Desk>, json: &str) {
    let Ok(value) = js_sys::JSON::parse(json) else { return };
    let Some(clients) = property(&value, "clients") else { return };
    let Ok(clients) = clients.dyn_into::<js_sys::Object>() else { return };
    let mut known = desk.clients.borrow_mut();
    for entry in js_sys::Object::entries(&clients).iter() {
        let entry = js_sys::Array::from(&entry);
        let client = entry.get(0).as_string().and_then(|client| client.parse::<u64>().ok());
        if let (Some(client), Some(seat)) = (client, entry.get(1).as_f64()) {
            known.insert(client, seat as usize);
        }
    }
    drop(known);
    desk.draw();
    super::chat::draw_again(desk);
}

fn line(desk: &Rc<Desk>, json: &str) {
    let Ok(value) = js_sys::JSON::parse(json) else { return };
    match text_of(&value, "what").as_deref() {
        Some("full") => desk.socket.fill(),
        Some("clock" | "read-only") => desk.panel.refresh(desk),
        _ => {}
    }
    desk.status();
}

fn places(desk: &Rc<Desk>, data: &[u8]) {
    let own = desk.client();
    let mut places = desk.places.borrow_mut();
    for (client, clock, json) in wire::places(data).into_iter().filter(|(client, _, _)| *client != own) {
        let Ok(value) = js_sys::JSON::parse(json) else { continue };
        if value.is_null() {
            places.remove(&client);
            continue;
        }
        let at = property(&value, "at").and_then(|at| at.as_f64()).unwrap_or(0.0) as usize;
        let root = text_of(&value, "part").unwrap_or_default();
        if places.get(&client).is_none_or(|known| known.clock <= clock) {
            places.insert(client, Place { clock, heard: now(), root, at });
        }
    }
    drop(places);
    desk.draw();
}

/// Says where one is, soon: the part that is being written, and the place in it.
pub fn say_where(desk: &Rc<Desk>) {
    if desk.socket.saying.replace(true) {
        return;
    }
    let desk = Rc::clone(desk);
    after(PAUSE, move || {
        desk.socket.saying.set(false);
        let active = leptos::prelude::document().active_element();
        let area = desk.areas.iter().find(|area| active.as_ref() == Some(area.element.as_ref()));
        let state = match area {
            Some(area) => {
                let caret = area.element.selection_end().ok().flatten().unwrap_or(0) as usize;
                format!("{{\"part\":\"{}\",\"at\":{}}}", area.root, area.field.borrow().shared(caret))
            }
            None => "{\"part\":\"\"}".to_owned(),
        };
        if *desk.socket.said.borrow() != state {
            say_now(&desk, &state);
        }
    });
}

fn say_now(desk: &Rc<Desk>, state: &str) {
    let socket = &desk.socket;
    socket.clock.set(socket.clock.get() + 1);
    if socket.send(&wire::awareness(desk.client(), socket.clock.get(), state)) {
        socket.said.replace(state.to_owned());
    }
}

/// Says it again now and then, and forgets whoever has not been heard.
fn again(desk: &Rc<Desk>) {
    let desk = Rc::clone(desk);
    after(SAID_AGAIN, move || {
        let said = desk.socket.said.borrow().clone();
        if !said.is_empty() {
            say_now(&desk, &said);
        }
        let silent = now() - SILENCE;
        desk.places.borrow_mut().retain(|_, place| place.heard > silent);
        desk.draw();
        again(&desk);
    });
}
