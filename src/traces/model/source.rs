//! 出典: where a claim comes from, cited from the text as `[^key]`.

use serde::{Deserialize, Serialize};

use crate::base::words::Lang;
use crate::members::model::MemberId;

crate::text_enum! {
    SourceKind {
        Web = "web", Newspaper = "newspaper", Magazine = "magazine", Book = "book", Report = "report", Tv = "tv",
        Podcast = "podcast", Interview = "interview", Own = "own",
    }
}

/// One source of a trace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Short and stable: `[a-z0-9-]`, 1 to 24 characters.
    pub key: String,
    pub kind: SourceKind,
    pub title: String,
    #[serde(default)]
    pub publisher: String,
    /// ISO text: a year, a month or a day; may be empty.
    #[serde(default)]
    pub dated: String,
    /// http(s), or empty.
    #[serde(default)]
    pub url: String,
    /// What it supports.
    #[serde(default)]
    pub note: String,
    /// The reader who supplied it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<MemberId>,
}

/// A year, a month or a day as the reader's language writes it; anything else as it is.
#[must_use]
pub fn day(iso: &str, lang: Lang) -> String {
    let date_of = |text: String| text.parse::<jiff::civil::Date>().ok();
    let (date, en, ja) = match iso.len() {
        4 => (date_of(format!("{iso}-01-01")), "%Y", "%Y年"),
        7 => (date_of(format!("{iso}-01")), "%b %Y", "%Y年%-m月"),
        _ => (date_of(iso.to_owned()), "%-d %b %Y", "%Y年%-m月%-d日"),
    };
    let form = if lang == Lang::En { en } else { ja };
    date.map_or_else(|| iso.to_owned(), |date| date.strftime(form).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_its_writer_knew() {
        assert_eq!(day("2019", Lang::En), "2019");
        assert_eq!(day("2019-05", Lang::En), "May 2019");
        assert_eq!(day("2019-05-02", Lang::Ja), "2019年5月2日");
        assert_eq!(day("about 2019", Lang::En), "about 2019");
    }
}
