//! Measuring and cutting by grapheme clusters (UAX #29, extended).

use unicode_segmentation::UnicodeSegmentation;

/// How many characters a person would count.
pub fn graphemes(s: &str) -> usize {
    s.graphemes(true).count()
}

/// Whether `s` has at most `max` grapheme clusters. Stops counting as soon as it knows.
pub fn within(s: &str, max: usize) -> bool {
    // Each cluster has at least one byte.
    s.len() <= max || s.graphemes(true).nth(max).is_none()
}

/// `s`, or its beginning with `…`, so that the whole has at most `max` grapheme clusters.
/// White space before the ellipsis goes; `max` 0 gives nothing.
pub fn truncate(s: &str, max: usize) -> String {
    if within(s, max) {
        return s.to_owned();
    }
    let Some(keep) = max.checked_sub(1) else { return String::new() };
    let end = s.grapheme_indices(true).nth(keep).map_or(s.len(), |(at, _)| at);
    format!("{}…", s[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_a_person_counts() {
        assert_eq!(graphemes("👩‍💻が課"), 3);
        assert_eq!(graphemes("e\u{301}"), 1);
        assert!(within("👨‍👩‍👧‍👦", 1) && !within("ab", 1) && within("", 0));
    }

    #[test]
    fn cuts_between_characters() {
        assert_eq!(truncate("abc", 3), "abc");
        assert_eq!(truncate("ab cd", 4), "ab…");
        assert_eq!(truncate("👩‍💻👩‍💻👩‍💻", 2), "👩‍💻…");
        assert_eq!(truncate("abc", 0), "");
        assert_eq!(truncate("abc", 1), "…");
    }
}
