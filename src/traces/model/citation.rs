//! Where sources are cited, read from a revision's stored HTML.
//!
//! The renderer numbers sources once over the page, in the order of their first citation, and marks
//! each place `<a id="cite-{part}-{key}-{n}" href="#source-{key}"`. Reading that back needs no second
//! parse of the Markdown and cannot disagree with the numbers on the page.

use crate::traces::model::part::PartKey;

/// A source that is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    pub key: String,
    /// The part and the element's id, in page order.
    pub places: Vec<(PartKey, String)>,
}

/// The cited sources in the order of their numbers, from the parts' HTML in page order.
pub fn cited<'h>(parts: impl IntoIterator<Item = (PartKey, &'h str)>) -> Vec<Cited> {
    let mut all: Vec<Cited> = Vec::new();
    for (part, html) in parts {
        for (id, key) in anchors(html) {
            let place = (part, format!("cite-{id}"));
            match all.iter_mut().find(|c| c.key == key) {
                Some(cited) => cited.places.push(place),
                None => all.push(Cited { key: key.to_owned(), places: vec![place] }),
            }
        }
    }
    all
}

/// The keys that a part cites without there being such a source, as its writer typed them.
#[must_use]
pub fn unknown(html: &str) -> Vec<&str> {
    let mut keys: Vec<&str> = html
        .split("<span class=\"unknown-source\">[^")
        .skip(1)
        .filter_map(|rest| rest.split_once(']').map(|(key, _)| key))
        .collect();
    keys.dedup();
    keys
}

/// What follows `cite-` in the id, and the key, of each citation. A member's text holds no `<` of its own, so this matches markup only.
fn anchors(html: &str) -> impl Iterator<Item = (&str, &str)> {
    html.split("<a id=\"cite-").skip(1).filter_map(|rest| {
        let (id, rest) = rest.split_once('"')?;
        let key = rest.strip_prefix(" href=\"#source-")?.split_once('"')?.0;
        Some((id, key))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::words::Lang;

    const TWICE: &str = "<p>a<sup class=\"cite\"><a id=\"cite-shift-ir-1\" href=\"#source-ir\" aria-label=\"Source 1\">1</a></sup> \
        b<sup class=\"cite\"><a id=\"cite-shift-tv-2-1\" href=\"#source-tv-2\" aria-label=\"Source 2\">2</a></sup></p>";
    const AGAIN: &str = "<p>c<sup class=\"cite\"><a id=\"cite-shift_task-ir-1\" href=\"#source-ir\" aria-label=\"Source 1\">1</a></sup></p>";

    #[test]
    fn sources_are_numbered_once_over_the_page() {
        let cited = cited([(PartKey::Shift, TWICE), (PartKey::ShiftTask, AGAIN)]);
        assert_eq!(cited.iter().map(|c| c.key.as_str()).collect::<Vec<_>>(), ["ir", "tv-2"]);
        let places: Vec<_> = cited.iter().flat_map(|c| &c.places).map(|(part, id)| (*part, id.as_str())).collect();
        let expected = [
            (PartKey::Shift, "cite-shift-ir-1"),
            (PartKey::ShiftTask, "cite-shift_task-ir-1"),
            (PartKey::Shift, "cite-shift-tv-2-1"),
        ];
        assert_eq!(places, expected);
    }

    #[test]
    fn a_citation_of_nothing_is_found() {
        let html = "<p><span class=\"unknown-source\">[^b]<span class=\"vh\"> (no such source)</span></span></p>";
        assert_eq!(unknown(html), ["b"]);
        assert!(unknown(TWICE).is_empty());
    }

    /// The renderer writes what is read here.
    #[test]
    fn what_the_renderer_writes_is_read_back() {
        use crate::base::markdown::{Citations, Words, render};
        let mut citations = Citations::new(["ir".to_owned(), "tv-2".to_owned()]);
        let html =
            render("a[^tv-2] b[^ir] c[^tv-2] d[^nothing]", "shift-task", 3, &mut citations, &Words::of(Lang::En))
                .unwrap();
        let read = cited([(PartKey::ShiftTask, html.as_str())]);
        let flat = |key: &str, ids: Vec<&str>| format!("{key}: {}", ids.join(" "));
        let read: Vec<String> =
            read.iter().map(|c| flat(&c.key, c.places.iter().map(|(_, id)| id.as_str()).collect())).collect();
        let written: Vec<String> = citations
            .numbered()
            .iter()
            .map(|c| flat(&c.key, c.anchors.iter().map(|a| a.id.as_str()).collect()))
            .collect();
        assert_eq!(read, written);
        assert_eq!(read.len(), 2);
        assert_eq!(unknown(&html), ["nothing"]);
    }
}
