//! Names in addresses and in comparisons.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// Grapheme clusters in a slug, at most.
pub const SLUG_MAX: usize = 60;
/// Length of a handle in characters (all ASCII).
pub const HANDLE_LENGTH: std::ops::RangeInclusive<usize> = 3..=30;
/// Length of a source key in characters (all ASCII).
pub const SOURCE_KEY_LENGTH: std::ops::RangeInclusive<usize> = 1..=24;

/// The readable end of an address, from a title: Japanese stays Japanese, Latin is lower-cased,
/// everything that is neither letter nor digit becomes one `-`. At most [`SLUG_MAX`] grapheme
/// clusters, cut where a word ends if one ends in the last third. Never empty; no dot, no slash.
/// Deterministic and idempotent, since old slugs are compared with new ones to redirect.
pub fn slug(title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    for c in fold(title).chars() {
        match c {
            // "customer's" is one word.
            '\'' | '’' | 'ʼ' => {}
            _ if c.is_alphanumeric() => slug.push(c),
            // An accent belongs to a letter; alone it is no name.
            _ if is_combining_mark(c) && slug.ends_with(|l: char| l != '-') => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    // What went may have stood between a letter and its marks.
    let slug: String = slug.nfkc().collect();
    let slug = cut(slug.trim_end_matches('-'));
    if slug.is_empty() { "trace".to_owned() } else { slug.to_owned() }
}

fn cut(slug: &str) -> &str {
    let Some((end, _)) = slug.grapheme_indices(true).nth(SLUG_MAX) else { return slug };
    let head = &slug[..end];
    let at_word = head.rfind('-').filter(|_| !slug[end..].starts_with('-'));
    match at_word {
        Some(at) if head[..at].graphemes(true).count() >= SLUG_MAX * 2 / 3 => &head[..at],
        _ => head.trim_end_matches('-'),
    }
}

/// A key under which two names are the same: whatever their case, width, accents' encoding or
/// invisible characters. For uniqueness of addresses, handles and company names; never shown.
pub fn key(s: &str) -> String {
    let mut key = String::with_capacity(s.len());
    for word in fold(s).split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// NFKC and lower case, without variation selectors, joiners and other invisible characters.
/// Normalised again after lower-casing, which can take letters apart (`İ`).
fn fold(s: &str) -> String {
    let seen = s.chars().filter(|c| !is_ignorable(*c));
    let lower: String = seen.nfkc().flat_map(char::to_lowercase).collect();
    lower.chars().filter(|c| !is_ignorable(*c)).nfkc().collect()
}

/// The part of Default_Ignorable_Code_Point that turns up in typed text.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Why a handle is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandleError {
    /// Shorter than 3 or longer than 30 characters.
    Length,
    /// Something other than a–z, 0–9 and `-`.
    Characters,
    /// A `-` at an end, or two in a row.
    Hyphens,
    /// A word that the site uses itself, or that could pass for its staff.
    Reserved,
}

impl fmt::Display for HandleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Length => "a handle has 3 to 30 characters",
            Self::Characters => "a handle has only a-z, 0-9 and -",
            Self::Hyphens => "a handle has no - at its ends and no two in a row",
            Self::Reserved => "this handle is reserved",
        })
    }
}

impl std::error::Error for HandleError {}

/// The handle as it is stored: full-width letters and capitals are folded first, since a
/// Japanese keyboard types them by accident, then the rules are checked.
pub fn handle(input: &str) -> Result<String, HandleError> {
    let handle = key(input);
    if !handle.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-')) {
        return Err(HandleError::Characters);
    }
    if !HANDLE_LENGTH.contains(&handle.len()) {
        return Err(HandleError::Length);
    }
    if handle.starts_with('-') || handle.ends_with('-') || handle.contains("--") {
        return Err(HandleError::Hyphens);
    }
    if is_reserved(&handle) {
        return Err(HandleError::Reserved);
    }
    Ok(handle)
}

/// Reserved with or without their hyphens (`sign-in`, `signin`).
fn is_reserved(handle: &str) -> bool {
    let bare = |s: &str| s.replace('-', "");
    let handle = bare(handle);
    RESERVED.iter().any(|word| bare(word) == handle)
}

#[rustfmt::skip]
const RESERVED: &[&str] = &[
    // addresses of the site, now or soon
    "about", "account", "activity", "api", "archive", "asks", "assets", "atom", "auth", "book", "calendar",
    "collections", "comments", "companies", "compare", "contact", "curation", "delete", "demo", "desk",
    "digest", "discover", "docs", "drafts", "edit", "embed", "events", "explore", "export", "favicon",
    "featured", "feed", "feeds", "flags", "guide", "health", "help", "history", "home", "import", "inbox",
    "index", "invite", "join", "legal", "lenses", "live", "log", "login", "logout", "map", "media",
    "members", "moderation", "new", "news", "newsletter", "notices", "notifications", "oauth", "openapi",
    "pairing", "pairs", "password", "pillars", "preferences", "preview", "privacy", "profile", "public",
    "queue", "reactions", "register", "reset", "robots", "room", "rooms", "rss", "rules", "search",
    "security", "session", "sessions", "settings", "sign-in", "sign-out", "sign-up", "sitemap", "sources",
    "static", "stats", "status", "subscribe", "takeout", "terms", "themes", "token", "tokens", "traces",
    "unsubscribe", "upload", "user", "users", "verify", "version", "websocket", "well-known", "www",
    // words that could pass for the site or its staff
    "abuse", "admin", "administrator", "anonymous", "billing", "bot", "deleted", "deleted-member",
    "everyone", "guest", "hostmaster", "info", "mailer-daemon", "marketing-trace", "me", "member", "mod",
    "moderator", "moderators", "nobody", "noreply", "no-reply", "official", "operator", "organizer",
    "organizers", "organiser", "organisers", "owner", "postmaster", "press", "root", "self", "someone",
    "staff", "support", "sysadmin", "system", "team", "the-team", "trace", "webmaster",
    // values that careless code takes for nothing
    "false", "nan", "nil", "none", "null", "true", "undefined",
];

/// Why a source key is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKeyError {
    /// Empty or longer than 24 characters.
    Length,
    /// Something other than a–z, 0–9 and `-`.
    Characters,
}

impl fmt::Display for SourceKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Length => "a source key has 1 to 24 characters",
            Self::Characters => "a source key has only a-z, 0-9 and -",
        })
    }
}

impl std::error::Error for SourceKeyError {}

/// The key of a source as it is stored and cited (`[^key]`); case and width are folded first.
pub fn source_key(input: &str) -> Result<String, SourceKeyError> {
    let key = key(input);
    if !key.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-')) {
        return Err(SourceKeyError::Characters);
    }
    if SOURCE_KEY_LENGTH.contains(&key.len()) { Ok(key) } else { Err(SourceKeyError::Length) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_become_readable_addresses() {
        assert_eq!(slug("ワークマン:なぜ女性に売れたのか?"), "ワークマン-なぜ女性に売れたのか");
        assert_eq!(slug("Costco's  $1.50 hot-dog / 課題"), "costcos-1-50-hot-dog-課題");
        assert_eq!(slug("ＡＢＣ　ｶﾞｽﾄ"), "abc-ガスト");
        assert_eq!(slug("../../etc/passwd.html"), "etc-passwd-html");
        assert_eq!(slug("…!?👍"), "trace");
        let long = slug(&"strategy ".repeat(20));
        assert_eq!(long, "strategy-strategy-strategy-strategy-strategy-strategy");
        assert_eq!(graphemes_of(&slug(&"課".repeat(200))), SLUG_MAX);
    }

    #[test]
    fn a_handle_follows_its_rules() {
        assert_eq!(handle(" Ｍika-7 ").as_deref(), Ok("mika-7"));
        assert_eq!(handle("ab"), Err(HandleError::Length));
        assert_eq!(handle(&"a".repeat(31)), Err(HandleError::Length));
        assert_eq!(handle("美香mika"), Err(HandleError::Characters));
        assert_eq!(handle("a.b.c"), Err(HandleError::Characters));
        for wrong in ["-abc", "abc-", "a--b"] {
            assert_eq!(handle(wrong), Err(HandleError::Hyphens));
        }
        for taken in ["admin", "API", "sign-in", "signin", "a-d-m-i-n"] {
            assert_eq!(handle(taken), Err(HandleError::Reserved));
        }
    }

    #[test]
    fn a_key_sees_through_case_and_width() {
        assert_eq!(key("Ｍｉｋａ＠Example.ＪＰ"), "mika@example.jp");
        assert_eq!(key("ｾﾌﾞﾝ＆アイ  HD"), key("セブン&アイ hd"));
        assert_eq!(key("ad\u{200D}min\u{FE0F}"), "admin");
    }

    #[test]
    fn a_source_key_is_short_and_plain() {
        assert_eq!(source_key("IR-2024").as_deref(), Ok("ir-2024"));
        assert_eq!(source_key(""), Err(SourceKeyError::Length));
        assert_eq!(source_key(&"a".repeat(25)), Err(SourceKeyError::Length));
        assert_eq!(source_key("有報"), Err(SourceKeyError::Characters));
    }

    fn graphemes_of(s: &str) -> usize {
        s.graphemes(true).count()
    }

    proptest! {
        #[test]
        fn a_slug_is_stable_and_safe(s in any::<String>(), t in "[a-zA-Z .,/'’課ーかﾞｶİ\u{301}\u{200D}👍-]{0,90}") {
            for title in [s, t] {
                let once = slug(&title);
                prop_assert_eq!(slug(&once), once.clone());
                prop_assert!(!once.contains(['.', '/', '\\', '?', '#', '%', '\'']) && !once.contains("--"));
                prop_assert!(!once.starts_with('-') && !once.ends_with('-') && !once.is_empty());
                prop_assert!(graphemes_of(&once) <= SLUG_MAX);
                prop_assert_eq!(key(&key(&title)), key(&title));
            }
        }
    }
}
