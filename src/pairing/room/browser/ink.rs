//! Whose words are whose: behind each text area the same words, underlined in their writer's colour and
//! line, with the other's caret among them; below it, the same in figures.

use std::rc::Rc;

use leptos::prelude::{document, request_animation_frame};
use web_sys::{Element, Node};
use yrs::types::text::YChange;
use yrs::{Any, IdSet, Out, ReadTxn, Snapshot, StateVector, Text, Transact};

use super::area::Area;
use super::desk::Desk;
use super::page::{all, say};
use crate::base::text::graphemes;

thread_local! {
    static DUE: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Draws once before the next frame, however often it is asked.
pub fn draw_later(desk: &Rc<Desk>) {
    if DUE.replace(true) {
        return;
    }
    let desk = Rc::clone(desk);
    request_animation_frame(move || {
        DUE.set(false);
        draw(&desk);
    });
}

fn draw(desk: &Rc<Desk>) {
    if desk.joined.get() {
        desk.areas.iter().for_each(|area| one(desk, area));
    }
    let words = &desk.settings.words;
    let is_here = |seat: usize| {
        let clients = desk.clients.borrow();
        desk.places.borrow().keys().any(|client| clients.get(client) == Some(&seat))
    };
    // One's own place here is not among them: whoever is, is in another tab, or on a phone.
    let own = if is_here(desk.settings.seat) { words.twice.as_str() } else { "" };
    let other = if is_here(1 - desk.settings.seat) { words.here.as_str() } else { words.away.as_str() };
    for (seat, said) in [(desk.settings.seat, own), (1 - desk.settings.seat, other)] {
        for place in all(&format!("[data-where=\"{seat}\"]")) {
            if place.text_content().as_deref() != Some(said) {
                place.set_text_content(Some(said));
            }
        }
    }
}

/// A text in pieces of one hand each; `None`: nobody knows whose.
fn hands(desk: &Desk, area: &Area) -> Vec<(Option<usize>, String)> {
    let mut txn = desk.doc.transact_mut();
    // Against an empty past every piece is an addition, and says which client it is of.
    let (now, nothing) = (txn.snapshot(), Snapshot::new(StateVector::default(), IdSet::new()));
    let clients = desk.clients.borrow();
    let mut pieces: Vec<(Option<usize>, String)> = Vec::new();
    for piece in area.text.diff_range(&mut txn, Some(&now), Some(&nothing), YChange::identity) {
        let Out::Any(Any::String(text)) = piece.insert else { continue };
        let seat = piece.ychange.and_then(|change| clients.get(&change.id.client.get()).copied());
        match pieces.last_mut() {
            Some((last, so_far)) if *last == seat => so_far.push_str(&text),
            _ => pieces.push((seat, text.to_string())),
        }
    }
    pieces
}

fn one(desk: &Rc<Desk>, area: &Area) {
    let pieces = hands(desk, area);
    figures(desk, area, &pieces);
    let Some(ink) = area.element.previous_element_sibling() else { return };
    // Over a conversion the words behind would not be those in front.
    let hidden = area.field.borrow().is_composing();
    let _ = ink.toggle_attribute_with_force("data-converting", hidden);
    let carets = carets(desk, area);
    ink.set_text_content(None);
    let mut at = 0;
    let mut left = carets.iter().peekable();
    for (seat, text) in &pieces {
        let mut rest = text.as_str();
        while let Some((place, seat_there)) = left.peek().copied().filter(|(place, _)| *place <= at + units(rest)) {
            let cut = byte(rest, place.saturating_sub(at));
            written(&ink, *seat, &rest[..cut]);
            caret(desk, &ink, *seat_there);
            at += units(&rest[..cut]);
            rest = &rest[cut..];
            left.next();
        }
        written(&ink, *seat, rest);
        at += units(rest);
    }
    left.for_each(|(_, seat)| caret(desk, &ink, *seat));
    // A last line that is empty has a height all the same.
    append(&ink, &document().create_text_node("\u{200b}"));
}

/// "In characters: Yui 30, Tom 29".
fn figures(desk: &Desk, area: &Area, pieces: &[(Option<usize>, String)]) {
    let of = |seat: usize| -> usize {
        pieces.iter().filter(|(whose, _)| *whose == Some(seat)).map(|(_, text)| graphemes(text)).sum()
    };
    let said: Vec<String> = [0, 1]
        .into_iter()
        .filter(|seat| of(*seat) > 0)
        .map(|seat| format!("{} {}", desk.settings.names[seat], of(seat)))
        .collect();
    let words =
        if said.is_empty() { String::new() } else { format!("{} {}", desk.settings.words.count, said.join(" · ")) };
    say(&format!("{}-hands", area.element.id()), &words);
}

/// Where the other's carets stand in this text, in order.
fn carets(desk: &Desk, area: &Area) -> Vec<(usize, usize)> {
    let clients = desk.clients.borrow();
    let places = desk.places.borrow();
    let here = places.iter().filter(|(_, place)| place.root == area.root);
    let mut carets: Vec<(usize, usize)> = here
        .filter_map(|(client, place)| Some((place.at, *clients.get(client)?)))
        .filter(|(_, seat)| *seat != desk.settings.seat)
        .collect();
    carets.sort_unstable();
    carets
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Where so many UTF-16 units of a text end, in bytes.
fn byte(text: &str, units: usize) -> usize {
    let mut passed = 0;
    for (at, c) in text.char_indices() {
        if passed >= units {
            return at;
        }
        passed += c.len_utf16();
    }
    text.len()
}

fn append(ink: &Element, node: &Node) {
    let _ = ink.append_child(node);
}

fn span(class: &str, text: &str) -> Option<Element> {
    let span = document().create_element("span").ok()?;
    span.set_class_name(class);
    span.set_text_content(Some(text));
    Some(span)
}

fn written(ink: &Element, seat: Option<usize>, text: &str) {
    let class = match seat {
        Some(0) => "who by",
        Some(_) => "who b by",
        None => "",
    };
    if let Some(span) = span(class, text).filter(|_| !text.is_empty()) {
        append(ink, &span);
    }
}

fn caret(desk: &Desk, ink: &Element, seat: usize) {
    let class = if seat == 0 { "who caret" } else { "who b caret" };
    if let (Some(caret), Some(tag)) = (span(class, ""), span("tag", &desk.settings.names[seat])) {
        append(&caret, &tag);
        append(ink, &caret);
    }
}
