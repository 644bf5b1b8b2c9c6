//! What stands within a paragraph: words, emphasis, links.

use super::paste::{DEEPEST, Element, Node, is_dropped};

pub fn inline(nodes: &[Node], depth: usize) -> String {
    let mut out = String::new();
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(&escaped(text)),
            Node::Element(element) if is_dropped(element) => {}
            Node::Element(element) if depth >= DEEPEST => out.push_str(&escaped(&text_of(&element.children))),
            Node::Element(element) => out.push_str(&inline_element(element, depth + 1)),
        }
    }
    out
}

fn inline_element(element: &Element, depth: usize) -> String {
    if element.name == "br" {
        return "\n".into();
    }
    let inner = inline(&element.children, depth);
    let style = element.style.as_str();
    match element.name.as_str() {
        "a" => linked(&inner, &element.href),
        "code" | "tt" if !inner.contains('`') => wrapped(&text_of(&element.children), "`"),
        // Google Docs: <b style="font-weight:normal"> around everything.
        "b" | "strong" if !style.contains("font-weight:normal") && !style.contains("font-weight:400") => {
            wrapped(&inner, "**")
        }
        "i" | "em" if !style.contains("font-style:normal") => wrapped(&inner, "*"),
        "span" if style.contains("font-weight:700") || style.contains("font-weight:bold") => wrapped(&inner, "**"),
        "span" if style.contains("font-style:italic") => wrapped(&inner, "*"),
        "p" | "div" | "li" | "td" => format!("{inner}\n"),
        _ => inner,
    }
}

/// Emphasis stands close around its words. Signs at its ends stay outside: beside Japanese text
/// Markdown would not see its end otherwise.
fn wrapped(inner: &str, mark: &str) -> String {
    let outside = |c: char| c.is_whitespace() || (!c.is_alphanumeric() && !"*`[]()%$€£¥".contains(c));
    let words = inner.trim_matches(outside);
    if words.is_empty() || words.contains('\n') || words.starts_with('*') {
        return inner.to_owned();
    }
    let at = inner.find(words).unwrap_or(0);
    format!("{}{mark}{words}{mark}{}", &inner[..at], &inner[at + words.len()..])
}

fn linked(inner: &str, href: &str) -> String {
    let text = tidy(inner).replace('\n', " ");
    let web = href.starts_with("https://") || href.starts_with("http://");
    if !web || text.is_empty() {
        return inner.to_owned();
    }
    let address = href.replace(' ', "%20").replace('(', "%28").replace(')', "%29");
    if text == href {
        format!("<{address}>")
    } else {
        format!("[{}]({address})", text.replace('[', "\\[").replace(']', "\\]"))
    }
}

pub fn text_of(nodes: &[Node]) -> String {
    let one = |node: &Node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(element) if element.name == "br" => "\n".into(),
        Node::Element(element) => text_of(&element.children),
    };
    nodes.iter().map(one).collect()
}

/// A document's line breaks and runs of blanks are one blank; signs of Markdown stay signs.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{a0}' | ' ' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '*' | '`' | '\\' => out.extend(['\\', c]),
            '<' => out.push_str("\\<"),
            c => out.push(c),
        }
    }
    out
}

/// Without blanks at the ends of its lines, and without empty lines.
pub fn tidy(text: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

/// A paragraph that begins like a list or a heading stays a paragraph.
pub fn harmless(text: &str) -> String {
    let line = |line: &str| {
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if line.starts_with(['#', '>', '+', '-']) {
            return format!("\\{line}");
        }
        if digits > 0 && line[digits..].starts_with(". ") {
            return format!("{}\\{}", &line[..digits], &line[digits..]);
        }
        line.to_owned()
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}
