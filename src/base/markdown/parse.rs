//! Markdown to events, under limits.
//!
//! pulldown-cmark knows a footnote reference only where it knows the definition; else `[^key]`
//! stays text, in pieces. Our sources are defined on the page, not in the text, so a definition
//! for every label that occurs is put *before* the text (behind it, an unclosed code fence
//! would swallow them) and its events are dropped. What is code stays code, as the parser says.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, TextMergeWithOffset};

use super::MAX_CHARS;

/// Nested blocks and inline marks, at most. Prose has five or six; browsers, diffs and the
/// sanitiser all walk this deep.
const MAX_DEPTH: usize = 32;
/// Events, at most: 1,000 lines of rich prose make some 10,000. Also ends tables that grow cells.
const MAX_EVENTS: usize = 40_000;
/// Different footnote labels, at most: a long trace cites some dozens of sources.
const MAX_LABELS: usize = 200;
/// Bytes of a footnote label that is taken for one. Source keys have at most 24.
const MAX_LABEL: usize = 64;
/// Sequences whose number makes pulldown-cmark 0.13 take more than linear time, and how often
/// each may occur: unclosed, every one of them searches the rest of the text.
const SUSPICIOUS: &[(&str, usize)] = &[("[^", 1_000), ("<!--", 200), ("<?", 200), ("<![", 200), ("]:", 1_000)];
/// Marks in a row of one line before which the parser keeps a state each (`>>>>…`, `* * * …`).
const MAX_MARKERS: usize = 100;

/// The text asks for more work than any honest text: too long, too deep, too many marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooComplex;

impl fmt::Display for TooComplex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text is too long or too deeply nested to render")
    }
}

impl std::error::Error for TooComplex {}

/// A text that has passed the checks before parsing, with its definitions in front.
pub struct Source {
    text: String,
    prefix: usize,
}

impl Source {
    pub fn new(text: &str) -> Result<Self, TooComplex> {
        if text.len() > MAX_CHARS && text.chars().count() > MAX_CHARS {
            return Err(TooComplex);
        }
        if SUSPICIOUS.iter().any(|(sequence, most)| text.matches(sequence).nth(*most).is_some()) {
            return Err(TooComplex);
        }
        if text.lines().any(has_too_many_markers) {
            return Err(TooComplex);
        }
        let labels = labels(text);
        if labels.len() > MAX_LABELS {
            return Err(TooComplex);
        }
        let mut source = String::with_capacity(text.len() + labels.len() * 8 + 8);
        for label in labels {
            source.push_str("[^");
            source.push_str(label);
            source.push_str("]: .\n");
        }
        // A rule ends the last definition whatever the text begins with.
        source.push_str("\n***\n\n");
        let prefix = source.len();
        source.push_str(text);
        Ok(Self { text: source, prefix })
    }

    /// The events of the text itself, with neighbouring texts joined.
    pub fn events(&self) -> Result<Vec<Event<'_>>, TooComplex> {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_STRIKETHROUGH;
        let parser = Parser::new_ext(&self.text, options).into_offset_iter();
        let mut events: Vec<Event<'_>> = Vec::new();
        let (mut depth, mut count) = (0_usize, 0_usize);
        for (event, Range { start, .. }) in TextMergeWithOffset::new(parser) {
            count += 1;
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > MAX_DEPTH || count > MAX_EVENTS + MAX_LABELS * 5 {
                return Err(TooComplex);
            }
            if start < self.prefix {
                continue;
            }
            events.push(event);
        }
        Ok(events)
    }
}

/// The footnote labels of a text, wherever they stand. Only such as need no unescaping: they
/// are put back into Markdown as they are.
fn labels(text: &str) -> BTreeSet<&str> {
    let mut labels = BTreeSet::new();
    for (at, _) in text.match_indices("[^") {
        let rest = &text[at + 2..];
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '[' | ']' | '\\' | '|');
        let end = rest.char_indices().find(|(at, c)| *at > MAX_LABEL || !plain(*c));
        if let Some((end @ 1.., ']')) = end {
            labels.insert(&rest[..end]);
        }
    }
    labels
}

fn has_too_many_markers(line: &str) -> bool {
    let mut markers = 0;
    for byte in line.bytes() {
        match byte {
            b'>' | b'-' | b'*' | b'+' => markers += 1,
            b' ' | b'\t' => {}
            _ => return false,
        }
        if markers > MAX_MARKERS {
            // A rule or an underline of any length is one mark.
            return line.contains('>') || line.contains(' ') && line.bytes().any(|b| b != line.as_bytes()[0]);
        }
    }
    false
}
