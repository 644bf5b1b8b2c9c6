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

    /// Whether it cites the source with this key, in its text or in a typed row.
    #[must_use]
    pub fn cites(&self, key: &str) -> bool {
        let in_rows = || self.fields.form().is_some_and(|form| form.rows().iter().any(|row| row.contains(&key)));
        self.body.to_lowercase().contains(&format!("[^{key}]")) || in_rows()
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

    /// Whether both hold the same words; in which order their sources stand is no word.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let parts = |all: &Self| {
            let said = all.parts.iter().filter(|(_, part)| !part.is_empty());
            said.map(|(key, part)| (*key, part.clone())).collect::<Vec<_>>()
        };
        let sources = |all: &Self| all.sources.iter().map(|s| (s.key.clone(), s.clone())).collect::<BTreeMap<_, _>>();
        (&self.title, self.language) == (&other.title, other.language)
            && parts(self) == parts(other)
            && sources(self) == sources(other)
    }

    /// What readers see of the whole: neither the parts that are for the authors alone, nor the sources
    /// that only these cite.
    #[must_use]
    pub fn for_readers(self) -> Self {
        let hidden =
            self.parts.iter().filter(|(key, part)| !part.is_public(**key)).map(|(key, _)| *key).collect::<Vec<_>>();
        self.without(&hidden)
    }

    /// The same where it is known which parts are for the authors alone.
    #[must_use]
    pub fn without(mut self, hidden: &[PartKey]) -> Self {
        if !self.parts.keys().any(|key| hidden.contains(key)) {
            return self;
        }
        let (hidden, public): (BTreeMap<_, _>, BTreeMap<_, _>) =
            std::mem::take(&mut self.parts).into_iter().partition(|(key, _)| hidden.contains(key));
        let cite = |parts: &BTreeMap<PartKey, PartText>, key: &str| parts.values().any(|part| part.cites(key));
        self.sources.retain(|source| cite(&public, &source.key) || !cite(&hidden, &source.key));
        self.parts = public;
        self
    }

    /// What every reader sees of the part.
    #[must_use]
    pub fn public_part(&self, key: PartKey) -> PartText {
        let part = self.part(key);
        if part.is_public(key) { part } else { PartText::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::traces::model::source::SourceKind;

    #[test]
    fn readers_are_told_of_no_source_that_only_a_part_for_the_authors_cites() {
        let source = |key: &str| Source {
            key: key.to_owned(),
            kind: SourceKind::Web,
            title: key.to_owned(),
            publisher: String::new(),
            dated: String::new(),
            url: String::new(),
            note: String::new(),
            by: None,
        };
        let part = |key, body: &str| (key, PartText { body: body.to_owned(), ..PartText::default() });
        let content = Content {
            title: "T".into(),
            language: Lang::En,
            company: CompanyId(1),
            parts: [part(PartKey::Shift, "30%[^IR]"), part(PartKey::Own, "Ours[^memo] and [^ir]")].into(),
            sources: ["ir", "memo", "uncited"].map(source).into(),
        };
        let told = content.for_readers();
        assert!(told.parts.contains_key(&PartKey::Shift) && !told.parts.contains_key(&PartKey::Own));
        let keys: Vec<&str> = told.sources.iter().map(|source| source.key.as_str()).collect();
        assert_eq!(keys, ["ir", "uncited"]);
    }
}
