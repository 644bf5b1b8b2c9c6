//! HTML of several traces on one page: what one trace calls `cite-shift-ir-1`, another does too.

/// The HTML with every id, and every link to one, beginning with `prefix`. Only within tags: a
/// member's text may hold the same words.
pub fn placed(html: &str, prefix: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut tags = html.split('<');
    out.push_str(tags.next().unwrap_or_default());
    for rest in tags {
        out.push('<');
        let (tag, text) = rest.split_at(rest.find('>').unwrap_or(rest.len()));
        let tag = tag.replace(" id=\"", &format!(" id=\"{prefix}"));
        out.push_str(&tag.replace(" href=\"#", &format!(" href=\"#{prefix}")));
        out.push_str(text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::placed;

    #[test]
    fn ids_and_the_links_to_them_belong_to_one_column() {
        let cite = "<p>a<sup class=\"cite\"><a id=\"cite-shift-ir-1\" href=\"#source-ir\" aria-label=\"Source 1\">1</a></sup></p>";
        let there = placed(cite, "b-");
        assert!(there.contains("<a id=\"b-cite-shift-ir-1\" href=\"#b-source-ir\" aria-label"), "{there}");
        let kept = "<p>write id=\"x\" or href=\"#y\"</p><a href=\"https://example.org/#z\">z</a>";
        assert_eq!(placed(kept, "b-"), kept);
        assert_eq!(placed("no tag", "b-"), "no tag");
    }
}
