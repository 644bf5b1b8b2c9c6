//! What a text says without its marks: for feeds, descriptions and cards.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::super::text::clean::is_refused;
use super::super::text::truncate;
use super::notes::set_aside;
use super::parse::Source;

/// The plain beginning of a Markdown text on one line, at most `max_graphemes` grapheme clusters
/// with the ellipsis. Citations, notes and addresses are left out. It is text, not HTML: escape
/// it where it is shown. A text too complex to render gives its raw beginning.
pub fn excerpt(text: &str, max_graphemes: usize) -> String {
    let plain = Source::new(text).and_then(|source| Ok(plain(&set_aside(source.events()?).body)));
    truncate(&one_line(plain.as_deref().unwrap_or(text)), max_graphemes)
}

fn plain(events: &[Event<'_>]) -> String {
    let mut plain = String::new();
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => plain.push_str(text),
            Event::SoftBreak if glues(&plain, events.get(at + 1..).unwrap_or_default()) => {}
            Event::SoftBreak | Event::HardBreak | Event::Rule => plain.push(' '),
            Event::Start(Tag::Item | Tag::TableCell) => plain.push(' '),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            Event::End(_) => plain.push(' '),
            _ => {}
        }
    }
    plain
}

fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !is_refused(*c)));
    }
    line
}

/// Whether the element whose content `rest` begins with has anything to read.
pub fn has_text(rest: &[Event<'_>]) -> bool {
    let mut depth = 0_usize;
    for event in rest {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return false,
            Event::End(_) => depth -= 1,
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text)
                if text.chars().any(|c| !c.is_whitespace() && !is_refused(c)) =>
            {
                return true;
            }
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => return true,
            _ => {}
        }
    }
    false
}

/// How many events lie up to and with the end of the element whose content `rest` begins with.
pub fn skip(rest: &[Event<'_>]) -> usize {
    let mut depth = 0_usize;
    for (at, event) in rest.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return at + 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    rest.len()
}

/// Whether a line break in the source stands between two Japanese characters. HTML would show
/// it as a space, and Japanese has none. Looks through marks and citations on both sides.
pub fn glues(before: &str, rest: &[Event<'_>]) -> bool {
    let next = match rest.iter().find(|event| !matches!(event, Event::Start(_))) {
        Some(Event::Text(text)) => text.chars().next(),
        _ => None,
    };
    let mut before = before;
    // In what is written, `>` is the end of a tag: as text it is escaped.
    while before.ends_with('>') {
        let opens = if before.ends_with("</sup>") { before.rfind("<sup") } else { before.rfind('<') };
        before = &before[..opens.unwrap_or(0)];
    }
    before.chars().next_back().is_some_and(is_japanese) && next.is_some_and(is_japanese)
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF01}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFD}')
}
