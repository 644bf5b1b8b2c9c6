//! What the site says, in both languages. Messages live in `locales/{en,ja}/{slice}.ftl`; each is a
//! typed function here, so a missing key, in either language, does not compile.
//!
//! Library (2026-11-23): fluent-typed 0.9, weighed against leptos_i18n 0.6, whose build script
//! draws in 217 crates (ICU's data generator) for what 12 do here. Islands are handed their words
//! by the server, so none of this is in the browser.

#[allow(clippy::all, clippy::pedantic, unused_imports, dead_code, reason = "generated")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

use std::sync::LazyLock;

pub use generated::L10nLanguage as Words;

use generated::L10n;

crate::text_enum! {
    /// The two languages of readers and writers.
    Lang { Ja = "ja", En = "en" }
}

impl Lang {
    /// The `lang` of a text in this language, on a page in another.
    #[must_use]
    pub fn foreign(self, page: Lang) -> Option<&'static str> {
        (self != page).then(|| self.as_str())
    }

    /// The text in this language, or the other one where there is none.
    #[must_use]
    pub fn either<'t>(self, ja: &'t str, en: &'t str) -> &'t str {
        let (first, second) = if self == Lang::Ja { (ja, en) } else { (en, ja) };
        if first.is_empty() { second } else { first }
    }

    /// What stands between the names of a list.
    #[must_use]
    pub fn joint(self) -> &'static str {
        if self == Lang::Ja { "、" } else { ", " }
    }

    /// The site's words in this language.
    #[must_use]
    pub fn words(self) -> &'static Words {
        static WORDS: LazyLock<[Words; 2]> = LazyLock::new(|| [L10n::Ja.load(), L10n::En.load()]);
        match self {
            Lang::Ja => &WORDS[0],
            Lang::En => &WORDS[1],
        }
    }

    /// The language's own name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Lang::Ja => L10n::Ja.language_name(),
            Lang::En => L10n::En.language_name(),
        }
    }

    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Lang::Ja => Lang::En,
            Lang::En => Lang::Ja,
        }
    }
}
