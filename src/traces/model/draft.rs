//! What is being written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::words::Lang;
use crate::companies::model::CompanyId;
use crate::traces::model::part::PartKey;
use crate::traces::model::source::Source;
use crate::traces::model::typed::Typed;

/// One part as its writer types it. A bridge has no gist.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartText {
    #[serde(default)]
    pub gist: String,
    #[serde(default)]
    pub body: String,
    /// What the part says in fields of its own.
    #[serde(default, skip_serializing_if = "Typed::is_none")]
    pub fields: Typed,
}

impl PartText {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.gist.trim().is_empty() && self.body.trim().is_empty() && self.fields.is_none()
    }

    /// Whether every reader sees it: what is for the authors alone can be published part by part.
    #[must_use]
    pub fn is_public(&self, key: PartKey) -> bool {
        key.is_public() || self.fields.says_public()
    }
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
        let part = self.part(key);
        if part.is_public(key) { part } else { PartText::default() }
    }
}
