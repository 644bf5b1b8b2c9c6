//! Companies: names in both languages, industry, country, code. Pure.

use crate::base::words::Lang;

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
        let (first, second) = match lang {
            Lang::Ja => (&self.name_ja, &self.name_en),
            Lang::En => (&self.name_en, &self.name_ja),
        };
        if first.is_empty() { second } else { first }
    }

    /// The language of [`Company::name`] where it is not the reader's.
    #[must_use]
    pub fn foreign(&self, lang: Lang) -> Option<&'static str> {
        let own = if lang == Lang::Ja { &self.name_ja } else { &self.name_en };
        own.is_empty().then(|| lang.other().as_str())
    }
}
