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
//! - Limits: [`MAX_CHARS`] and those in `parse`, chosen by measuring (`examples/figures.rs`).

mod calls;
mod citations;
mod links;
mod notes;
mod parse;
mod plain;
#[cfg(test)]
mod tests;
mod wall;
mod write;

pub use citations::{Anchor, Citations, Cited, Unknown};
pub use parse::TooComplex;
pub use plain::excerpt;

/// The renderer's version, stored beside the HTML; raise it when the output changes.
pub const VERSION: i64 = 2;

/// Characters (code points) of one part, at most. Callers validate; [`render`] refuses above.
pub const MAX_CHARS: usize = 40_000;

/// The words that rendering puts in, in the language of the text, all without markup.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// Before a source's number: "Source", 出典.
    pub source: &'a str,
    /// Heard after a citation of no known source: "(no such source)".
    pub unknown_source: &'a str,
    /// Before a note's letter: "Note", 注.
    pub note: &'a str,
    /// Heard before the notes: "Notes", 注.
    pub notes: &'a str,
    /// The link from a note to where it is called: "Back to note", 本文へ戻る 注.
    pub back: &'a str,
    /// Names a table that scrolls sideways; a number follows: "Table", 表.
    pub table: &'a str,
    /// Heard at a ticked box of a task list: "done:".
    pub done: &'a str,
    /// Heard at an empty box: "to do:".
    pub open: &'a str,
}

impl Words<'static> {
    pub const ENGLISH: Self = Self {
        source: "Source",
        unknown_source: " (no such source)",
        note: "Note",
        notes: "Notes",
        back: "Back to note",
        table: "Table",
        done: "done: ",
        open: "to do: ",
    };
    pub const JAPANESE: Self = Self {
        source: "出典",
        unknown_source: "(この出典は登録されていません)",
        note: "注",
        notes: "注",
        back: "本文へ戻る:注",
        table: "表",
        done: "完了:",
        open: "未完了:",
    };
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
    words: &Words<'_>,
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
    words: &Words<'_>,
) -> Result<String, TooComplex> {
    let source = parse::Source::new(text)?;
    let sorted = notes::set_aside(source.events()?);
    Ok(write::html(sorted, part, heading_base, citations, words))
}
