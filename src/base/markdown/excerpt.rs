//! What a text says without its marks, for margins and notices: read from the HTML that is stored with
//! it, in one pass, since it is asked for again at every request.

use super::super::text::clean::is_refused;
use super::super::text::truncate;

/// Elements within a line; the edges of all others part words.
const INLINE: [&str; 8] = ["a", "b", "code", "del", "em", "span", "strong", "sup"];

/// The beginning of what [`super::render`] made, on one line, at most `max_graphemes` grapheme clusters
/// with the ellipsis. Citations, notes and what is only heard are left out. It is text, not HTML:
/// escape it where it is shown.
#[must_use]
pub fn excerpt(html: &str, max_graphemes: usize) -> String {
    let (mut plain, mut rest) = (String::new(), html);
    while let Some(at) = rest.find('<') {
        push(&mut plain, &rest[..at]);
        let Some((tag, after)) = rest[at + 1..].split_once('>') else { break };
        if tag == "div class=\"notes\"" {
            rest = "";
            break;
        }
        rest = match tag {
            "sup" | "sup class=\"cite\"" | "sup class=\"note\"" => beyond(after, "</sup>"),
            "span class=\"vh\"" | "span aria-hidden=\"true\"" => beyond(after, "</span>"),
            _ => after,
        };
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !INLINE.contains(&name) {
            plain.push(' ');
        }
    }
    push(&mut plain, rest);
    truncate(&one_line(&plain), max_graphemes)
}

fn beyond<'h>(html: &'h str, end: &str) -> &'h str {
    html.split_once(end).map_or("", |(_, after)| after)
}

/// Text with the few entities that the renderer writes.
fn push(plain: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        let known = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&nbsp;", ' ')];
        let found = known.iter().find(|(entity, _)| rest[at..].starts_with(entity));
        let (sign, length) = found.map_or(('&', 1), |(entity, sign)| (*sign, entity.len()));
        plain.push(sign);
        rest = &rest[at + length..];
    }
    plain.push_str(rest);
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
