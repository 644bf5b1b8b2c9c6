//! Companies: names in both languages, industry, country, code. Pure.

use crate::base::text;
use crate::base::words::Lang;
use crate::members::model::MemberId;

crate::row_id! {
    /// A company's row.
    CompanyId;
}

/// What pages show of a company.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Company {
    pub id: CompanyId,
    pub slug: String,
    pub name_ja: String,
    pub name_en: String,
    /// Ticker or securities code; empty when unlisted or not known.
    pub code: String,
    /// A key of [`super::industry`].
    pub industry: String,
    /// ISO 3166-1 alpha-2; empty when not known.
    pub country: String,
}

impl Company {
    /// The name in the reader's language, or the other one where it has no such name.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        lang.either(&self.name_ja, &self.name_en)
    }

    /// The language of [`Company::name`] where it is not the reader's.
    #[must_use]
    pub fn foreign(&self, lang: Lang) -> Option<&'static str> {
        let own = if lang == Lang::Ja { &self.name_ja } else { &self.name_en };
        own.is_empty().then(|| lang.other().as_str())
    }
}

/// Characters in a company's name, at most.
pub const NAME_MAX: usize = 120;

/// A company to be added. At least one name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewCompany {
    pub name_ja: String,
    pub name_en: String,
    pub code: String,
    pub industry: String,
    pub country: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    pub added_by: Option<MemberId>,
}

impl NewCompany {
    /// A name as typed: Japanese where it has Japanese letters, English otherwise.
    #[must_use]
    pub fn named(name: &str, industry: &str, added_by: MemberId) -> Self {
        let japanese = name
            .chars()
            .any(|c| matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'));
        let (name_ja, name_en) =
            if japanese { (name.to_owned(), String::new()) } else { (String::new(), name.to_owned()) };
        Self { name_ja, name_en, industry: industry.to_owned(), added_by: Some(added_by), ..Self::default() }
    }

    /// What the address is made of: the English name, else the code, else the Japanese name.
    #[must_use]
    pub fn address_name(&self) -> &str {
        [&self.name_en, &self.code, &self.name_ja].into_iter().find(|name| !name.is_empty()).map_or("", String::as_str)
    }

    /// Every spelling, folded.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let names = [&self.name_ja, &self.name_en, &self.code].into_iter().chain(&self.aliases);
        let mut keys: Vec<String> = names.map(|name| text::key(name)).filter(|key| !key.is_empty()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}
