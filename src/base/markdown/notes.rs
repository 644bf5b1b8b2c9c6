//! The writer's own footnotes, taken out of the text to stand at its end.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag, TagEnd};

/// A text's events with the footnote definitions apart.
pub struct Sorted<'a> {
    pub body: Vec<Event<'a>>,
    /// Definitions in the order of the text; `None` once they are written.
    pub definitions: Vec<Option<Vec<Event<'a>>>>,
    /// Folded label → index. Of two definitions of one label the first counts; the other is
    /// shown all the same, called from nowhere.
    pub by_label: BTreeMap<String, usize>,
}

/// Labels are compared without regard to case, as in CommonMark.
pub fn fold_label(label: &str) -> String {
    label.to_lowercase()
}

pub fn set_aside(events: Vec<Event<'_>>) -> Sorted<'_> {
    let mut sorted =
        Sorted { body: Vec::with_capacity(events.len()), definitions: Vec::new(), by_label: BTreeMap::new() };
    // Indexes of the definitions that are open; one can stand inside another.
    let mut open: Vec<usize> = Vec::new();
    for event in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let index = sorted.definitions.len();
                sorted.definitions.push(Some(Vec::new()));
                sorted.by_label.entry(fold_label(&label)).or_insert(index);
                open.push(index);
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                open.pop();
            }
            event => match open.last().and_then(|index| sorted.definitions.get_mut(*index)) {
                Some(Some(definition)) => definition.push(event),
                _ => sorted.body.push(event),
            },
        }
    }
    sorted
}

/// The letters of the note with this index: a, b, … z, aa, ab, … as `<ol type="a">` counts.
pub fn letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
