//! Addresses inside the site.

/// Where to go back to: a path of this site, else the home page. Never another site
/// (`//evil.example`, `/\evil.example`, `https:...`), and nothing that could end a header.
#[must_use]
pub fn back(next: &str) -> String {
    let mut chars = next.chars();
    let ours = chars.next() == Some('/') && !matches!(chars.next(), Some('/' | '\\'));
    if ours && next.len() <= 2_000 && next.chars().all(|c| c.is_ascii_graphic() && c != '\\') {
        next.to_owned()
    } else {
        "/".into()
    }
}

#[cfg(test)]
mod tests {
    use super::back;

    #[test]
    fn only_paths_of_this_site_are_gone_back_to() {
        for path in ["/", "/traces?after=1", "/traces/1-%E8%81%B7#talk"] {
            assert_eq!(back(path), path);
        }
        for path in
            ["", "traces", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nSet-Cookie: x", "/a b"]
        {
            assert_eq!(back(path), "/", "{path}");
        }
    }
}
