//! 出典: where a claim comes from, cited from the text as `[^key]`.

use serde::{Deserialize, Serialize};

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
}
