//! From what Word, Google Docs and web pages put on the clipboard to clean Markdown: headings, emphasis,
//! links, lists and tables stay; fonts, colours and layout go.

use super::inline::{harmless, inline, text_of, tidy};

/// A pasted document, as far as it matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Text(String),
    Element(Element),
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// In lower case.
    pub name: String,
    pub href: String,
    /// In lower case, without blanks.
    pub style: String,
    pub children: Vec<Node>,
}

/// Deeper than any document; what lies below is taken as text.
pub(super) const DEEPEST: usize = 60;

/// The Markdown.
#[must_use]
pub fn markdown(nodes: &[Node]) -> String {
    let mut blocks = Blocks::default();
    blocks.add(nodes, 0);
    blocks.finish()
}

#[derive(Default)]
struct Blocks {
    done: Vec<String>,
    /// The paragraph so far.
    open: String,
    /// The last block is a line of a list made of paragraphs, as Word writes them.
    listed: bool,
}

impl Blocks {
    fn finish(mut self) -> String {
        self.close();
        self.done.join("\n\n")
    }

    fn close(&mut self) {
        let text = tidy(&std::mem::take(&mut self.open));
        if !text.is_empty() {
            self.done.push(harmless(&text));
            self.listed = false;
        }
    }

    fn block(&mut self, text: String) {
        self.close();
        if !text.trim().is_empty() {
            self.done.push(text);
            self.listed = false;
        }
    }

    fn add(&mut self, nodes: &[Node], depth: usize) {
        for node in nodes {
            match node {
                Node::Element(element) if is_dropped(element) => {}
                Node::Element(element) if depth < DEEPEST && holds_blocks(element) => self.element(element, depth + 1),
                node => self.open.push_str(&inline(std::slice::from_ref(node), depth + 1)),
            }
        }
    }

    fn element(&mut self, element: &Element, depth: usize) {
        match element.name.as_str() {
            "ul" | "ol" => self.block(list(element, depth)),
            "table" => self.block(table(element, depth)),
            "hr" => self.block("---".into()),
            "pre" => self.block(format!("```\n{}\n```", text_of(&element.children).trim_matches('\n'))),
            "blockquote" => {
                let inner = markdown(&element.children);
                self.block(
                    inner.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n"),
                );
            }
            name if heading(name).is_some() => {
                let text = tidy(&inline(&element.children, depth)).replace("**", "").replace('\n', " ");
                let level = heading(name).unwrap_or(1);
                self.block(if text.is_empty() { text } else { format!("{} {text}", "#".repeat(level)) });
            }
            "p" if is_word_item(element) => self.word_item(element, depth),
            _ => {
                self.close();
                self.add(&element.children, depth);
                self.close();
            }
        }
    }

    /// Word has no lists: paragraphs that look like items, each with its mark in a span.
    fn word_item(&mut self, element: &Element, depth: usize) {
        self.close();
        let mark = word_mark(&element.children);
        let ordered = mark.trim().starts_with(|c: char| c.is_ascii_alphanumeric()) && mark.trim().len() > 1;
        let level = element.style.split("level").nth(1).and_then(|rest| {
            rest.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse::<usize>().ok())
        });
        let indent = "   ".repeat(level.unwrap_or(1).clamp(1, 6) - 1);
        let text = tidy(&inline(&element.children, depth)).replace('\n', " ");
        let line = format!("{indent}{}{text}", if ordered { "1. " } else { "- " });
        match self.done.last_mut().filter(|_| self.listed) {
            Some(list) => {
                list.push('\n');
                list.push_str(&line);
            }
            None => self.done.push(line),
        }
        self.listed = true;
    }
}

fn heading(name: &str) -> Option<usize> {
    let level = name.strip_prefix('h')?.parse::<usize>().ok().filter(|level| (1..=6).contains(level))?;
    Some(level.min(3))
}

pub(super) fn is_dropped(element: &Element) -> bool {
    let name = element.name.as_str();
    matches!(name, "style" | "script" | "head" | "title" | "meta" | "link" | "template" | "noscript" | "svg" | "button")
        || element.style.contains("mso-list:ignore")
        || element.style.contains("display:none")
}

fn is_word_item(element: &Element) -> bool {
    element.style.contains("mso-list:") && !element.style.contains("mso-list:none")
}

/// The mark that Word writes before an item.
fn word_mark(nodes: &[Node]) -> String {
    nodes
        .iter()
        .map(|node| match node {
            Node::Element(element) if element.style.contains("mso-list:ignore") => text_of(&element.children),
            Node::Element(element) => word_mark(&element.children),
            Node::Text(_) => String::new(),
        })
        .collect()
}

const BLOCKS: [&str; 24] = [
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "table",
    "hr",
    "pre",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "figure",
    "dl",
    "dd",
    "dt",
];

/// A block, or what is only wrapped around blocks, as Google Docs wraps all of it in `<b>`.
fn holds_blocks(element: &Element) -> bool {
    let inside = |node: &Node| matches!(node, Node::Element(element) if holds_blocks(element));
    BLOCKS.contains(&element.name.as_str()) || element.children.iter().any(inside)
}

fn list(element: &Element, depth: usize) -> String {
    let ordered = element.name == "ol";
    let (mut lines, mut number) = (Vec::new(), 0);
    for child in &element.children {
        let Node::Element(child) = child else { continue };
        let indent = if ordered { "   " } else { "  " };
        match child.name.as_str() {
            // Google Docs hangs an inner list beside its item, not in it.
            "ul" | "ol" if depth < DEEPEST => {
                lines.extend(list(child, depth + 1).lines().map(|line| format!("{indent}{line}")))
            }
            "li" => {
                number += 1;
                let mark = if ordered { format!("{number}. ") } else { "- ".into() };
                let mut blocks = Blocks::default();
                blocks.add(&child.children, depth + 1);
                let text = blocks.finish().replace("\n\n", "\n");
                let mut inner = text.lines();
                lines.push(format!("{mark}{}", inner.next().unwrap_or_default()));
                lines.extend(inner.map(|line| format!("{indent}{line}")));
            }
            _ => {}
        }
    }
    lines.join("\n")
}

fn rows<'e>(element: &'e Element, found: &mut Vec<&'e Element>) {
    for child in &element.children {
        match child {
            Node::Element(row) if row.name == "tr" => found.push(row),
            Node::Element(group) if matches!(group.name.as_str(), "thead" | "tbody" | "tfoot") => rows(group, found),
            _ => {}
        }
    }
}

/// A table of one column or one row is layout: its cells are paragraphs.
fn table(element: &Element, depth: usize) -> String {
    let mut found = Vec::new();
    rows(element, &mut found);
    let cells = |row: &Element| -> Vec<Vec<Node>> {
        let cell = |node: &Node| match node {
            Node::Element(cell) if matches!(cell.name.as_str(), "td" | "th") => Some(cell.children.clone()),
            _ => None,
        };
        row.children.iter().filter_map(cell).collect()
    };
    let cells: Vec<Vec<Vec<Node>>> = found.into_iter().map(cells).filter(|row| !row.is_empty()).collect();
    let wide = cells.iter().map(Vec::len).max().unwrap_or(0);
    if wide < 2 || cells.len() < 2 {
        let texts: Vec<String> = cells.iter().flatten().map(|cell| markdown(cell)).filter(|t| !t.is_empty()).collect();
        return texts.join("\n\n");
    }
    let line = |row: &Vec<Vec<Node>>| {
        let text =
            |at: usize| row.get(at).map(|cell| tidy(&inline(cell, depth)).replace('\n', " ").replace('|', "\\|"));
        let texts: Vec<String> = (0..wide).map(|at| text(at).unwrap_or_default()).collect();
        format!("| {} |", texts.join(" | "))
    };
    let mut lines: Vec<String> = cells.iter().map(line).collect();
    lines.insert(1, format!("|{}", "---|".repeat(wide)));
    lines.join("\n")
}
