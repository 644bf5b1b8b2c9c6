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
/// Events, at most. The densest honest prose of full length (tables, lists, links) makes 14,000.
const MAX_EVENTS: usize = 30_000;
/// Different footnote labels, at most: a long trace cites some dozens of sources.
const MAX_LABELS: usize = 200;
/// Bytes of a footnote label that is taken for one. Source keys have at most 24.
const MAX_LABEL: usize = 64;
/// Occurrences of `[^`, at most. Unclosed, each one searches on (20,000 took 18 ms to parse); and
/// each may be a citation. Raw HTML, comments and link definitions were measured too, and are
/// harmless at [`MAX_CHARS`].
const MAX_CALLS: usize = 1_000;
/// Block marks at the beginning of one line, at most. Every later line is compared with each
/// open block: 20,000 quotes on one line and 10,000 lines below took 470 ms to parse.
const MAX_MARKERS: usize = 64;

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
        if text.matches("[^").nth(MAX_CALLS).is_some() {
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

/// Counts the marks that open blocks (`>`, `-`, `*`, `+`, `1.`, `1)`) at a line's beginning.
fn has_too_many_markers(line: &str) -> bool {
    let mut markers = 0;
    let mut bytes = line.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let gap = bytes.peek().is_none_or(|next| matches!(next, b' ' | b'\t'));
        match byte {
            b'>' => markers += 1,
            b'-' | b'*' | b'+' | b'.' | b')' if gap => markers += 1,
            b' ' | b'\t' | b'0'..=b'9' => {}
            _ => return false,
        }
        if markers > MAX_MARKERS {
            // `- - - …` to the end is a rule, whatever its length.
            return !["-", "*"].iter().any(|mark| line.split_whitespace().all(|m| m == *mark));
        }
    }
    false
}
