//! The second wall: whatever the writer wrote, nothing passes but this list.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

pub const TAGS: [&str; 26] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Attributes that an element may have with any value (checked further in [`attribute`]).
pub const ATTRIBUTES: [(&str, &[&str]); 5] = [
    ("a", &["aria-label", "href", "id", "title"]),
    ("div", &["aria-label"]),
    ("li", &["id"]),
    ("ol", &["start"]),
    ("table", &[]),
];

/// Attributes that an element may have with these values alone.
pub const VALUES: [(&str, &str, &[&str]); 6] = [
    ("a", "rel", &["nofollow ugc noopener"]),
    ("div", "role", &["group"]),
    ("div", "tabindex", &["0"]),
    ("ol", "type", &["a"]),
    ("span", "aria-hidden", &["true"]),
    ("th", "scope", &["col"]),
];

pub const CLASSES: [(&str, &[&str]); 8] = [
    ("a", &["back"]),
    ("div", &["notes", "scroll"]),
    ("li", &["task"]),
    ("p", &["vh"]),
    ("span", &["unknown-source", "vh"]),
    ("sup", &["cite", "note"]),
    ("td", &["center", "end"]),
    ("th", &["center", "end"]),
];

static WALL: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut values: HashMap<&str, HashMap<&str, HashSet<&str>>> = HashMap::new();
    for (tag, attribute, allowed) in VALUES {
        values.entry(tag).or_default().insert(attribute, set(allowed));
    }
    let mut wall = Builder::empty();
    wall.tags(TAGS.into_iter().collect())
        .clean_content_tags(set(&["script", "style"]))
        .generic_attributes(HashSet::new())
        .tag_attributes(ATTRIBUTES.into_iter().map(|(tag, names)| (tag, set(names))).collect())
        .tag_attribute_values(values)
        .allowed_classes(CLASSES.into_iter().map(|(tag, names)| (tag, set(names))).collect())
        .url_schemes(set(&["http", "https", "mailto"]))
        .url_relative(UrlRelative::PassThrough)
        .attribute_filter(attribute)
        .link_rel(None)
        .strip_comments(true);
    wall
});

pub fn clean(html: &str) -> String {
    WALL.clean(html).to_string()
}

/// Ids only of our making, and no links to other hosts by `//` or to foreign fragments.
fn attribute<'a>(tag: &str, name: &str, value: &'a str) -> Option<Cow<'a, str>> {
    let starts = |allowed: &[&str]| allowed.iter().any(|start| value.starts_with(start));
    let keep = match (tag, name) {
        ("a", "id") => starts(&["cite-", "ref-"]),
        ("li", "id") => starts(&["note-"]),
        ("ol", "start") => value.bytes().all(|b| b.is_ascii_digit()),
        ("a", "href") if value.starts_with('/') => !starts(&["//", "/\\"]),
        ("a", "href") => starts(&["http://", "https://", "mailto:", "#source-", "#note-", "#ref-"]),
        _ => true,
    };
    keep.then_some(Cow::Borrowed(value))
}

fn set(names: &'static [&'static str]) -> HashSet<&'static str> {
    names.iter().copied().collect()
}
