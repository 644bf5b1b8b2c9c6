//! Where a member's link may lead, and how its address is written.

use std::sync::LazyLock;

use url::Url;

use super::super::text::clean::is_refused;

/// Bytes of an address, at most; browsers and proxies agree on about this much.
const MAX_URL: usize = 2_000;

/// A link that may be placed.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// Another site: http or https.
    External(String),
    /// A page of this site: a path from the root.
    Own(String),
    Mail(String),
}

/// The base that own paths are resolved against; it never leaves this file.
static OWN: LazyLock<Option<Url>> = LazyLock::new(|| Url::parse("https://own.invalid/").ok());

/// Reads a destination. `None` for every other scheme, for fragments (ids on the page are not
/// the writer's), for relative paths (they would change meaning with the page), for control
/// characters (browsers drop some of them, and read `java\nscript:`) and for user names in the
/// address (`https://bank.example@evil.example`).
pub fn target(dest: &str) -> Option<Target> {
    let dest = dest.trim_matches(' ');
    if dest.len() > MAX_URL || dest.chars().any(|c| c.is_control() || is_refused(c)) {
        return None;
    }
    if dest.starts_with('/') {
        let url = OWN.as_ref()?.join(dest).ok()?;
        // `//evil.example` and `/\evil.example` name another host.
        let own = url.scheme() == "https" && url.host_str() == Some("own.invalid") && url.port().is_none();
        let path = url.as_str().strip_prefix("https://own.invalid").filter(|_| own)?;
        // A path that begins with two slashes would name a host again (`/.//evil.example`).
        return (!path.starts_with("//")).then(|| Target::Own(tidy(path)));
    }
    let scheme = dest.split_once(':')?.0.to_ascii_lowercase();
    let url = Url::parse(dest).ok()?;
    match scheme.as_str() {
        "http" | "https" if dest[scheme.len()..].starts_with("://") => {
            let plain = url.username().is_empty() && url.password().is_none();
            let host = url.host_str().filter(|_| plain)?;
            let whole = url.as_str();
            let path = whole.find(host)? + host.len();
            Some(Target::External(format!("{}{}", &whole[..path], tidy(&whole[path..]))))
        }
        "mailto" => Some(Target::Mail(format!("mailto:{}", tidy(url.as_str().get("mailto:".len()..)?)))),
        _ => None,
    }
}

impl Target {
    pub fn href(&self) -> &str {
        match self {
            Self::External(url) | Self::Own(url) | Self::Mail(url) => url,
        }
    }
}

/// Encodes what browsers bear but the standard (and so an HTML checker) does not: characters
/// that are no URL code points, a `%` that begins no escape, a second `#`.
fn tidy(rest: &str) -> String {
    let mut tidy = String::with_capacity(rest.len());
    let mut in_fragment = false;
    for (at, c) in rest.char_indices() {
        let fits = match c {
            '%' => rest.as_bytes().get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit)),
            '#' => !std::mem::replace(&mut in_fragment, true),
            _ => c.is_ascii_alphanumeric() || "!$&'()*+,-./:;=?@_~".contains(c),
        };
        if fits {
            tidy.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                tidy.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    tidy
}

/// The bare web addresses in a run of text, as byte ranges. People paste them; CommonMark links
/// them only in `<>`. ASCII only, so that Japanese that follows without a space is not taken in.
pub fn bare(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find("http").map(|at| at + from) {
        let rest = &text[at..];
        let word_before = text[..at].chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric());
        let start = ["https://", "http://"].iter().find(|start| rest.starts_with(**start));
        let Some(start) = start.filter(|_| !word_before) else {
            from = at + 4;
            continue;
        };
        let end = rest.find(|c: char| !c.is_ascii_graphic() || "<>\"`{}|\\^[]".contains(c)).unwrap_or(rest.len());
        let url = without_trailing_marks(&rest[..end]);
        if url.len() > start.len() {
            found.push(at..at + url.len());
        }
        from = at + end.max(4);
    }
    found
}

/// Punctuation at the end belongs to the sentence; so does a bracket that was not opened.
fn without_trailing_marks(mut url: &str) -> &str {
    let mut unopened = url.matches(')').count().saturating_sub(url.matches('(').count());
    while let Some(last) = url.chars().next_back() {
        match last {
            ')' if unopened > 0 => unopened -= 1,
            '.' | ',' | ':' | ';' | '!' | '?' | '\'' | '*' | '_' | '~' => {}
            _ => break,
        }
        url = &url[..url.len() - 1];
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_only_where_they_may() {
        assert_eq!(
            target("HTTPS://Example.com/あ|[x]#a#b%"),
            Some(Target::External("https://example.com/%E3%81%82%7C%5Bx%5D#a%23b%25".into()))
        );
        assert_eq!(target("/traces/1-課題?a=b"), Some(Target::Own("/traces/1-%E8%AA%B2%E9%A1%8C?a=b".into())));
        assert_eq!(target("mailto:a@b.example"), Some(Target::Mail("mailto:a@b.example".into())));
        for refused in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:x",
            "java\nscript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "\\\\evil",
            "#top",
            "a/b",
            "?q",
            "",
            "https:evil.example",
            "https://",
            "https://bank.example@evil.example/",
            "http://[::",
            "/.//evil.example",
            "blob:https://x/y",
            "https://a.example/\u{202E}",
        ] {
            assert_eq!(target(refused), None, "{refused:?}");
        }
    }

    #[test]
    fn bare_addresses_end_where_the_sentence_goes_on() {
        let found = |text: &'static str| bare(text).into_iter().map(|r| &text[r]).collect::<Vec<_>>();
        assert_eq!(found("出典はhttps://a.example/x_(y)、次"), ["https://a.example/x_(y)"]);
        assert_eq!(found("(see http://a.example/b.) xhttp://no https:// http"), ["http://a.example/b"]);
    }
}
