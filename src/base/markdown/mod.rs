//! Members' Markdown, made into HTML that is safe to place on a page. Server only; pure.
//!
//! CommonMark with tables, footnotes, task lists and strikethrough. The way of a text:
//! `parse` (pulldown-cmark, under limits) → `notes` (the writer's own footnotes set aside) →
//! `write` (our own small HTML writer, which can only write what the page allows) → `wall`
//! (ammonia, which strikes out whatever a mistake in the writer might let through).
//! pulldown-cmark's own HTML writer is not used: it passes raw HTML and images, and writes
//! `style` attributes, all of which we would have to undo.
//!
//! - Raw HTML is shown as the text it is. Images become links: a page loads nothing from elsewhere.
//! - `[^key]` cites a source of the page ([`Citations`]); other footnotes are lettered notes.
//! - Headings are fitted below the page's own, and never skip a level.
//! - Limits: [`MAX_CHARS`] and those in `parse`, chosen by measuring; `tests/hostile.rs` holds the time.

mod calls;
mod citations;
mod excerpt;
mod links;
mod notes;
mod parse;
mod plain;
#[cfg(test)]
mod tests;
mod wall;
mod write;

use crate::base::words::Lang;

pub use citations::{Anchor, Citations, Cited, Unknown};
pub use excerpt::excerpt;
pub use parse::TooComplex;

/// The renderer's version, stored beside the HTML; raise it when the output changes.
pub const VERSION: i64 = 2;

/// Characters (code points) of one part, at most. Callers validate; [`render`] refuses above.
pub const MAX_CHARS: usize = 40_000;

/// The words that rendering puts in, in the language of the text, all without markup.
#[derive(Debug, Clone)]
pub struct Words {
    /// Before a source's number.
    pub source: String,
    /// Heard after a citation of no known source.
    pub unknown_source: String,
    /// Before a note's letter.
    pub note: String,
    /// Heard before the notes.
    pub notes: String,
    /// The link from a note to where it is called; a letter follows.
    pub back: String,
    /// Names a table that scrolls sideways; a number follows.
    pub table: String,
    /// Heard at a ticked box of a task list.
    pub done: String,
    /// Heard at an empty box.
    pub open: String,
}

impl Words {
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        let t = lang.words();
        Self {
            source: t.markdown_source(),
            unknown_source: t.markdown_unknown_source(),
            note: t.markdown_note(),
            notes: t.markdown_notes(),
            back: t.markdown_back(),
            table: t.markdown_table(),
            done: t.markdown_done(),
            open: t.markdown_open(),
        }
    }
}

/// Renders one part of a page to HTML.
///
/// `part` names the part within the page and goes into ids (anything but a–z, 0–9 and `_`
/// becomes `_`); render each part once, in page order, with the page's one `citations`.
/// `heading_base` is the level of the part's highest heading, 3 to 6 (others are clamped).
/// On error `citations` is as before.
pub fn render(
    text: &str,
    part: &str,
    heading_base: u8,
    citations: &mut Citations,
    words: &Words,
) -> Result<String, TooComplex> {
    let html = write_unchecked(text, part, heading_base, citations, words)?;
    Ok(wall::clean(&html))
}

/// The writer's output before the second wall; apart, so that a test can hold that the wall
/// has nothing to do.
fn write_unchecked(
    text: &str,
    part: &str,
    heading_base: u8,
    citations: &mut Citations,
    words: &Words,
) -> Result<String, TooComplex> {
    let source = parse::Source::new(text)?;
    let sorted = notes::set_aside(source.events()?);
    Ok(write::html(sorted, part, heading_base, citations, words))
}
