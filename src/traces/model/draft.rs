//! What is being written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::words::Lang;
use crate::companies::model::CompanyId;
use crate::traces::model::part::PartKey;
use crate::traces::model::source::Source;

/// One part as its writer types it. A bridge has no gist.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartText {
    #[serde(default)]
    pub gist: String,
    #[serde(default)]
    pub body: String,
}

/// The whole of what is being written: the JSON of `drafts.content`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub title: String,
    pub language: Lang,
    pub company: CompanyId,
    #[serde(default)]
    pub parts: BTreeMap<PartKey, PartText>,
    #[serde(default)]
    pub sources: Vec<Source>,
}

impl Content {
    /// The part's text, empty where nothing was written.
    #[must_use]
    pub fn part(&self, key: PartKey) -> PartText {
        self.parts.get(&key).cloned().unwrap_or_default()
    }

    /// What every reader sees of the part.
    #[must_use]
    pub fn public_part(&self, key: PartKey) -> PartText {
        if key.is_public() { self.part(key) } else { PartText::default() }
    }
}
