//! Events to HTML.
//!
//! Writes only what [`super::wall`] lets through, so the wall has nothing to do on a good day.
//! What the HTML must also be: valid for the Nu checker, and clean for axe (no empty links,
//! headings or table headers, no repeated names of groups, no skipped heading levels).
//! Citations and notes are written in `calls`.

use std::collections::BTreeMap;

use pulldown_cmark::{Alignment, Event, LinkType, Tag, TagEnd};

use super::super::text::clean::is_refused;
use super::Words;
use super::citations::{Citations, id_part};
use super::links::{Target, bare, target};
use super::notes::Sorted;
use super::plain::{glues, has_text, skip};

/// Writes a part: its body, then the writer's own notes.
pub fn html(sorted: Sorted<'_>, part: &str, base: u8, citations: &mut Citations, words: &Words) -> String {
    let Sorted { body, mut definitions, by_label } = sorted;
    let mut writer = Writer {
        out: String::new(),
        part,
        ids: id_part(part),
        base: base.clamp(3, 6),
        citations,
        words,
        headings: Vec::new(),
        anchors: Vec::new(),
        columns: Vec::new(),
        column: 0,
        in_head: false,
        in_head_cell: false,
        in_table_body: false,
        in_code: false,
        by_label,
        lettered: Vec::new(),
        calls: Vec::new(),
    };
    writer.events(&body);
    writer.notes(&mut definitions);
    writer.out
}

pub(super) struct Writer<'w> {
    pub(super) out: String,
    pub(super) part: &'w str,
    /// The part's name as it stands in ids.
    pub(super) ids: String,
    base: u8,
    pub(super) citations: &'w mut Citations,
    pub(super) words: &'w Words,
    /// Levels, as typed, of the headings that the present one stands under.
    headings: Vec<u8>,
    /// For each open link or image, whether an `<a>` was written.
    anchors: Vec<bool>,
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// An empty cell of the head is no heading, and is written as `td`.
    in_head_cell: bool,
    in_table_body: bool,
    in_code: bool,
    pub(super) by_label: BTreeMap<String, usize>,
    /// Definitions in the order of their letters, and how often each was called so far.
    pub(super) lettered: Vec<usize>,
    pub(super) calls: Vec<usize>,
}

impl Writer<'_> {
    pub(super) fn events(&mut self, events: &[Event<'_>]) {
        let mut at = 0;
        while let Some(event) = events.get(at) {
            let rest = events.get(at + 1..).unwrap_or_default();
            match event {
                // Nothing to read, nothing to jump to: an empty heading only confuses.
                Event::Start(Tag::Heading { .. }) if !has_text(rest) => at += skip(rest),
                Event::Start(tag) => self.start(tag, rest),
                Event::End(tag) => self.end(tag),
                Event::Text(text) if self.in_code || self.in_anchor() => self.text(text),
                Event::Text(text) => self.prose(text),
                Event::Html(text) | Event::InlineHtml(text) => self.text(text),
                Event::Code(text) => {
                    self.out.push_str("<code>");
                    self.text(text);
                    self.out.push_str("</code>");
                }
                Event::SoftBreak if glues(&self.out, rest) => {}
                Event::SoftBreak => self.out.push('\n'),
                Event::HardBreak => self.out.push_str("<br>\n"),
                Event::Rule => self.out.push_str("<hr>\n"),
                Event::TaskListMarker(done) => self.task(*done),
                Event::FootnoteReference(label) => self.reference(label),
                // Not enabled; shown as typed should that change.
                Event::InlineMath(text) | Event::DisplayMath(text) => self.text(text),
            }
            at += 1;
        }
    }

    fn start(&mut self, tag: &Tag<'_>, rest: &[Event<'_>]) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.out.push_str("<p>"),
            Tag::Heading { level, .. } => {
                let level = *level as u8;
                self.headings.retain(|above| *above < level);
                self.headings.push(level);
                let open = format!("<h{}>", self.heading());
                self.out.push_str(&open);
            }
            Tag::BlockQuote(_) => self.out.push_str("<blockquote>\n"),
            Tag::CodeBlock(_) => {
                self.in_code = true;
                self.out.push_str("<pre><code>");
            }
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(first)) => self.out.push_str(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => {
                let task = matches!(
                    rest,
                    [Event::TaskListMarker(_), ..] | [Event::Start(Tag::Paragraph), Event::TaskListMarker(_), ..]
                );
                self.out.push_str(if task { "<li class=\"task\">" } else { "<li>" });
            }
            Tag::Table(columns) => {
                // A group, not a region: a page has many tables, and landmarks must be few.
                // Focusable, so that the keyboard can scroll a wide one.
                let name = format!("{} {}", self.words.table, self.citations.next_table());
                self.out.push_str("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"");
                self.text(&name);
                self.out.push_str("\"><table>\n");
                self.columns.clone_from(columns);
            }
            Tag::TableHead => {
                (self.in_head, self.column) = (true, 0);
                self.out.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                if !std::mem::replace(&mut self.in_table_body, true) {
                    self.out.push_str("<tbody>\n");
                }
                self.out.push_str("<tr>");
            }
            Tag::TableCell => {
                self.in_head_cell = self.in_head && has_text(rest);
                self.out.push_str(if self.in_head_cell { "<th scope=\"col\"" } else { "<td" });
                self.out.push_str(match self.columns.get(self.column) {
                    Some(Alignment::Center) => " class=\"center\">",
                    Some(Alignment::Right) => " class=\"end\">",
                    _ => ">",
                });
            }
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                let email = *link_type == LinkType::Email;
                let dest = if email { format!("mailto:{dest_url}") } else { dest_url.to_string() };
                self.open_link(&dest, dest_url, title, rest);
            }
            // Remote images never load (they tell who reads); their text leads to them.
            Tag::Image { dest_url, title, .. } => self.open_link(dest_url, dest_url, title, rest),
            // Set aside before, or not enabled.
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: &TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.out.push_str("</p>\n"),
            TagEnd::Heading(_) => {
                let close = format!("</h{}>\n", self.heading());
                self.out.push_str(&close);
            }
            TagEnd::BlockQuote(_) => self.out.push_str("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.out.push_str("</code></pre>\n");
            }
            TagEnd::List(ordered) => self.out.push_str(if *ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::Table => {
                let body = std::mem::take(&mut self.in_table_body);
                self.out.push_str(if body { "</tbody>\n</table></div>\n" } else { "</table></div>\n" });
            }
            TagEnd::TableHead => {
                self.in_head = false;
                self.out.push_str("</tr></thead>\n");
            }
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => {
                self.out.push_str(if self.in_head_cell { "</th>" } else { "</td>" });
                self.column += 1;
            }
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Link | TagEnd::Image => {
                if self.anchors.pop() == Some(true) {
                    self.out.push_str("</a>");
                }
            }
            TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// The level of the present heading: one below the heading it stands under.
    fn heading(&self) -> u8 {
        let below = u8::try_from(self.headings.len().saturating_sub(1)).unwrap_or(6);
        self.base.saturating_add(below).min(6)
    }

    pub(super) fn in_anchor(&self) -> bool {
        self.anchors.contains(&true)
    }

    /// Opens a link if it may lead there; else its text stands alone. A link without text shows
    /// its address. Links do not nest in HTML, so one inside another is only its text.
    fn open_link(&mut self, dest: &str, shown: &str, title: &str, rest: &[Event<'_>]) {
        let to = if self.in_anchor() { None } else { target(dest) };
        self.anchors.push(to.is_some());
        if let Some(to) = to {
            self.anchor(&to, title);
        }
        if !has_text(rest) {
            self.text(shown);
        }
    }

    fn anchor(&mut self, to: &Target, title: &str) {
        self.out.push_str("<a href=\"");
        self.text(to.href());
        if !title.trim().is_empty() {
            self.out.push_str("\" title=\"");
            self.text(title);
        }
        self.out.push_str(if matches!(to, Target::External(_)) { "\" rel=\"nofollow ugc noopener\">" } else { "\">" });
    }

    /// Text in which bare web addresses become links.
    fn prose(&mut self, text: &str) {
        let mut from = 0;
        for found in bare(text) {
            let Some(to) = target(&text[found.clone()]) else { continue };
            self.text(&text[from..found.start]);
            self.anchor(&to, "");
            self.text(&text[found.clone()]);
            self.out.push_str("</a>");
            from = found.end;
        }
        self.text(&text[from..]);
    }

    /// Escapes for content and for quoted attribute values alike. Drops what cleaning would
    /// have dropped, since `&#x202E;` only turns up here.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                _ if is_refused(c) => {}
                _ => self.out.push(c),
            }
        }
    }

    /// A box drawn for the eye and said for the ear: a disabled checkbox would be announced as
    /// a control that cannot be used, and needs a label of its own.
    fn task(&mut self, done: bool) {
        let (sign, said) = if done { ('☑', &self.words.done) } else { ('☐', &self.words.open) };
        self.out.push_str(&format!("<span aria-hidden=\"true\">{sign} </span><span class=\"vh\">"));
        self.text(said);
        self.out.push_str("</span>");
    }
}
