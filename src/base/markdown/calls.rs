//! Citations, the calls of the writer's own notes, and those notes at the end of the part.

use pulldown_cmark::{CowStr, Event, TagEnd};

use super::notes::{fold_label, letters};
use super::write::Writer;

impl Writer<'_> {
    pub(super) fn reference(&mut self, label: &CowStr<'_>) {
        let folded = fold_label(label);
        if self.in_anchor() {
            // The parser makes no link around a reference; a link in a link must not come of it.
            self.text(&format!("[^{label}]"));
        } else if self.citations.is_known(&folded) {
            if let Some((number, id)) = self.citations.cite(self.part, &folded) {
                let (href, name) = (format!("source-{folded}"), format!("{} {number}", self.words.source));
                self.call("cite", &id, &href, &name, &number.to_string());
            }
        } else if let Some(index) = self.by_label.get(&folded).copied() {
            let nth = self.letter(index);
            let letter = letters(nth);
            let calls = self.calls.get_mut(nth).map_or(1, |calls| {
                *calls += 1;
                *calls
            });
            let id = format!("ref-{}-{letter}-{calls}", self.ids);
            let (href, name) = (format!("note-{}-{letter}", self.ids), format!("{} {letter}", self.words.note));
            self.call("note", &id, &href, &name, &letter);
        } else {
            self.citations.miss(self.part, label);
            self.out.push_str("<span class=\"unknown-source\">");
            self.text(&format!("[^{label}]"));
            self.out.push_str("<span class=\"vh\">");
            self.text(&self.words.unknown_source);
            self.out.push_str("</span></span>");
        }
    }

    fn call(&mut self, class: &str, id: &str, to: &str, name: &str, sign: &str) {
        self.out.push_str(&format!("<sup class=\"{class}\"><a id=\"{id}\" href=\"#{to}\" aria-label=\""));
        self.text(name);
        self.out.push_str(&format!("\">{sign}</a></sup>"));
    }

    /// Which letter a definition has, counted from 0; a new one if it has none yet.
    fn letter(&mut self, index: usize) -> usize {
        if let Some(nth) = self.lettered.iter().position(|i| *i == index) {
            return nth;
        }
        self.lettered.push(index);
        self.calls.push(0);
        self.lettered.len() - 1
    }

    /// The notes in the order of their letters. Notes can call further notes; those that nothing
    /// calls come last, since nothing that was typed is lost.
    pub(super) fn notes(&mut self, definitions: &mut [Option<Vec<Event<'_>>>]) {
        if definitions.is_empty() {
            return;
        }
        self.out.push_str("<div class=\"notes\"><p class=\"vh\">");
        self.text(&self.words.notes);
        self.out.push_str("</p>\n<ol type=\"a\">\n");
        let mut nth = 0;
        loop {
            if nth == self.lettered.len() {
                let Some(uncalled) = definitions.iter().position(Option::is_some) else { break };
                self.letter(uncalled);
            }
            let index = self.lettered.get(nth).copied().unwrap_or_default();
            if let Some(events) = definitions.get_mut(index).and_then(Option::take) {
                self.note(nth, &events);
            }
            nth += 1;
        }
        self.out.push_str("</ol></div>\n");
    }

    fn note(&mut self, nth: usize, events: &[Event<'_>]) {
        let letter = letters(nth);
        self.out.push_str(&format!("<li id=\"note-{}-{letter}\">", self.ids));
        let called = self.calls.get(nth).is_some_and(|calls| *calls > 0);
        let last = matches!(events.last(), Some(Event::End(TagEnd::Paragraph)));
        let body = if last { &events[..events.len() - 1] } else { events };
        self.events(body);
        if called {
            // U+FE0E asks for the arrow as a letter, not as an emoji.
            self.out.push_str(&format!(" <a class=\"back\" href=\"#ref-{}-{letter}-1\" aria-label=\"", self.ids));
            self.text(&format!("{} {letter}", self.words.back));
            self.out.push_str("\">↩\u{FE0E}</a>");
        }
        self.out.push_str(if last { "</p></li>\n" } else { "</li>\n" });
    }
}
