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

/// Addresses that end in a secret.
const SECRET: [&str; 3] = ["/pair/letters/", "/pair/calendar/", "/drafts/"];

/// A path as a log may keep it: without its query, which may carry a token, and without a secret that
/// is part of it.
#[must_use]
pub fn for_log(here: &str) -> &str {
    let path = here.split('?').next().unwrap_or_default();
    SECRET.into_iter().find(|secret| path.starts_with(secret)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{back, for_log};

    #[test]
    fn no_log_keeps_a_secret() {
        assert_eq!(for_log("/reset/new?token=abc"), "/reset/new");
        assert_eq!(for_log("/pair/letters/abc?lang=ja"), "/pair/letters/");
        assert_eq!(for_log("/pair/calendar/abc.ics"), "/pair/calendar/");
        assert_eq!(for_log("/pair/calendar"), "/pair/calendar");
        assert_eq!(for_log("/drafts/abc"), "/drafts/");
    }

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
