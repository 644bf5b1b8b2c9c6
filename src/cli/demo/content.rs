//! The embedded files, as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::base::words::Lang;
use crate::companies::model::CompanyId;
use crate::members::model::{Discipline, Role};
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::hypothesis::Outcome;
use crate::traces::model::part::{PILLARS, PartKey};
use crate::traces::model::source::{Source, SourceKind};

const MEMBERS: &str = include_str!("members.toml");
/// In the order in which they are published: the anti-example stands before its bridged version.
const TRACES: [&str; 19] = [
    include_str!("kodak-en.toml"),
    include_str!("fujifilm-en.toml"),
    include_str!("hoshino-ja.toml"),
    include_str!("komatsu-en.toml"),
    include_str!("salesforce-en.toml"),
    include_str!("cookpad-ja.toml"),
    include_str!("warby-parker-en.toml"),
    include_str!("fujifilm-ja.toml"),
    include_str!("spinbrush-en.toml"),
    include_str!("keyence-ja.toml"),
    include_str!("netflix-ja.toml"),
    include_str!("nescafe-ambassador-en.toml"),
    include_str!("marugame-cm-ja.toml"),
    include_str!("workman-en.toml"),
    include_str!("nescafe-ambassador-ja.toml"),
    include_str!("marugame-en.toml"),
    include_str!("netflix-en.toml"),
    include_str!("marugame-ja.toml"),
    include_str!("workman-ja.toml"),
];

pub struct Demo {
    pub members: Vec<Member>,
    pub traces: Vec<Trace>,
}

#[derive(Deserialize)]
struct Members {
    members: Vec<Member>,
}

#[derive(Deserialize)]
pub struct Member {
    pub handle: String,
    pub name: String,
    pub bio: String,
    pub discipline: Discipline,
    pub language: Lang,
    pub zone: String,
    pub role: Role,
}

#[derive(Deserialize)]
pub struct Trace {
    /// A slug of the directory.
    pub company: String,
    pub language: Lang,
    pub title: String,
    pub author: String,
    pub co_authors: Vec<String>,
    pub featured_reason: String,
    pub featured_by: String,
    parts: BTreeMap<PartKey, PartText>,
    #[serde(default)]
    sources: Vec<Cited>,
    #[serde(default)]
    pub answers: Vec<Answered>,
    #[serde(default)]
    pub comments: Vec<Comment>,
}

/// How a hypothesis turned out.
#[derive(Deserialize)]
pub struct Answered {
    pub part: PartKey,
    pub outcome: Outcome,
    pub evidence: String,
}

#[derive(Deserialize)]
struct Cited {
    key: String,
    kind: SourceKind,
    title: String,
    publisher: String,
    date: String,
    url: String,
    note: String,
}

#[derive(Deserialize)]
pub struct Comment {
    pub author: String,
    /// Empty: about the whole trace.
    #[serde(default)]
    pub part: String,
    pub kind: String,
    pub body: String,
    #[serde(default)]
    pub replies: Vec<Comment>,
}

impl Demo {
    /// # Errors
    /// What is wrong in which file.
    pub fn read() -> Result<Self, String> {
        let Members { members } = toml::from_str(MEMBERS).map_err(|e| format!("demo members: {e}"))?;
        let traces: Result<Vec<Trace>, _> = TRACES.iter().map(|text| toml::from_str(text)).collect();
        Ok(Self { members, traces: traces.map_err(|e| format!("demo traces: {e}"))? })
    }
}

impl Trace {
    pub fn gists(&self) -> [String; 4] {
        PILLARS.map(|key| self.parts.get(&key).map(|part| part.gist.clone()).unwrap_or_default())
    }

    pub fn content(&self, company: CompanyId) -> Content {
        let source = |s: &Cited| Source {
            key: s.key.clone(),
            kind: s.kind,
            title: s.title.clone(),
            publisher: s.publisher.clone(),
            dated: s.date.clone(),
            url: s.url.clone(),
            note: s.note.clone(),
            by: None,
        };
        let part = |part: &PartText| PartText { body: part.body.trim().to_owned(), ..part.clone() };
        Content {
            title: self.title.clone(),
            language: self.language,
            company,
            parts: self.parts.iter().map(|(key, text)| (*key, part(text))).collect(),
            sources: self.sources.iter().map(source).collect(),
        }
    }
}
