//! JSON inside an HTML `<script>` block.

/// Makes a finished JSON text safe inside `<script type="application/ld+json">`.
///
/// `<`, `>` and `&` (so neither `</script>` nor `<!--` can appear) and U+2028/U+2029 (line ends
/// to older JavaScript) become `\u` escapes. In valid JSON these characters stand only inside
/// strings, where the escape means the same, so the document does not change.
pub fn json_for_script(json: &str) -> String {
    let mut safe = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_cannot_be_closed_from_inside() {
        let json = "{\"name\":\"</script><!-- & \u{2028}課題\"}";
        let safe = json_for_script(json);
        assert_eq!(safe, "{\"name\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028課題\"}");
    }
}
