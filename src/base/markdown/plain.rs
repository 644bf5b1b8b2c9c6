//! What lies between marks: whether there is anything to read, and how lines join.

use pulldown_cmark::Event;

use super::super::text::clean::is_refused;

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
