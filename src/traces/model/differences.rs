//! What changed between two revisions, part by part. Pure, and long texts take a while: run it
//! through `App::offload`.

use crate::base::words::Lang;
use crate::traces::model::diff::{Effort, Row, row, rows};
use crate::traces::model::draft::Content;
use crate::traces::model::part::PartKey;
use crate::traces::model::source::{Source, SourceKind};
use crate::traces::model::typed::Typed;

/// A part that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub key: PartKey,
    /// None where the gist stayed as it was.
    pub gist: Option<Row>,
    /// Its typed fields, a line each; none where they stayed.
    pub fields: Vec<Row>,
    /// All paragraphs, also those that stayed; none where the text did.
    pub body: Vec<Row>,
}

/// A source that came, went or reads otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    pub key: String,
    pub rows: Vec<Row>,
}

/// All that two revisions do not share.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    pub title: Option<Row>,
    pub language: bool,
    pub parts: Vec<Part>,
    pub sources: Vec<Cited>,
    /// Parts that are written and stayed as they were.
    pub same: Vec<PartKey>,
}

impl Differences {
    /// `lang`: the reader's; `kind`: a source's kind in it.
    #[must_use]
    pub fn of(old: &Content, new: &Content, lang: Lang, kind: impl Fn(SourceKind) -> String) -> Self {
        let effort = &mut Effort::default();
        let mut found = Self {
            title: changed(&old.title, &new.title, effort),
            language: old.language != new.language,
            ..Self::default()
        };
        for key in PartKey::ALL {
            let (was, is) = (old.part(*key), new.part(*key));
            if was != is {
                let body = if was.body == is.body { Vec::new() } else { rows(&was.body, &is.body, effort) };
                let typed = |typed: &Typed| typed.lines(lang).join("\n");
                let fields = if was.fields == is.fields {
                    Vec::new()
                } else {
                    rows(&typed(&was.fields), &typed(&is.fields), effort)
                };
                found.parts.push(Part { key: *key, gist: changed(&was.gist, &is.gist, effort), fields, body });
            } else if new.parts.contains_key(key) {
                found.same.push(*key);
            }
        }
        found.sources = sources(&old.sources, &new.sources, kind, effort);
        found
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.title.is_none() && !self.language && self.parts.is_empty() && self.sources.is_empty()
    }
}

fn changed(old: &str, new: &str, effort: &mut Effort) -> Option<Row> {
    (old != new).then(|| row(old, new, effort))
}

/// Sources are known by their keys; what is said of one is a line for each field.
fn sources(old: &[Source], new: &[Source], kind: impl Fn(SourceKind) -> String, effort: &mut Effort) -> Vec<Cited> {
    let lines = |all: &[Source], key: &str| {
        let found = all.iter().find(|source| source.key == key);
        found.map_or_else(String::new, |source| {
            let fields = [&source.title, &source.publisher, &source.dated, &source.url, &source.note];
            let said = fields.into_iter().filter(|field| !field.is_empty()).cloned();
            said.chain([kind(source.kind)]).collect::<Vec<_>>().join("\n")
        })
    };
    let gone = old.iter().filter(|was| new.iter().all(|is| is.key != was.key));
    let keys = new.iter().chain(gone).map(|source| source.key.as_str());
    keys.filter(|key| lines(old, key) != lines(new, key))
        .map(|key| Cited { key: key.to_owned(), rows: rows(&lines(old, key), &lines(new, key), effort) })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::companies::model::CompanyId;
    use crate::traces::model::draft::PartText;

    fn content(gist: &str, body: &str, sources: &[(&str, &str)]) -> Content {
        let source = |(key, title): &(&str, &str)| Source {
            key: (*key).to_owned(),
            kind: SourceKind::Web,
            title: (*title).to_owned(),
            publisher: String::new(),
            dated: String::new(),
            url: String::new(),
            note: String::new(),
            by: None,
        };
        Content {
            title: "T".into(),
            language: Lang::En,
            company: CompanyId(1),
            parts: BTreeMap::from([
                (PartKey::Shift, PartText { gist: gist.into(), body: body.into(), ..PartText::default() }),
                (PartKey::Task, PartText { gist: "Stays.".into(), ..PartText::default() }),
            ]),
            sources: sources.iter().map(source).collect(),
        }
    }

    fn of(old: &Content, new: &Content) -> Differences {
        Differences::of(old, new, Lang::En, |kind| kind.to_string())
    }

    #[test]
    fn only_what_changed_is_told() {
        let old = content("Pay stopped.", "Wages peaked.", &[("survey", "Survey"), ("old", "Old book")]);
        assert!(of(&old, &old).is_empty());
        let new = content("Pay stopped.", "Wages peaked in 1997.", &[("survey", "Wage survey"), ("ir", "Report")]);
        let found = of(&old, &new);
        assert_eq!(found.parts.len(), 1);
        assert!(found.parts[0].gist.is_none() && found.parts[0].body.len() == 1);
        assert_eq!(found.same, [PartKey::Task]);
        let keys: Vec<&str> = found.sources.iter().map(|cited| cited.key.as_str()).collect();
        assert_eq!(keys, ["survey", "ir", "old"]);
        assert!(found.title.is_none() && !found.is_empty());
    }

    #[test]
    fn typed_fields_are_told_line_by_line() {
        let (mut old, mut new) = (content("A.", "B.", &[]), content("A.", "B.", &[]));
        for (content, kind) in [(&mut old, "social"), (&mut new, "economic")] {
            let json = format!(r#"{{"kind":"{kind}","since":"1997"}}"#);
            content.parts.entry(PartKey::Shift).or_default().fields = Typed::read(PartKey::Shift, &json).unwrap();
        }
        let found = of(&old, &new);
        let changed: Vec<&Row> = found.parts[0].fields.iter().filter(|row| !row.is_same()).collect();
        assert!(changed.len() == 1 && found.parts[0].body.is_empty() && found.parts[0].fields.len() == 2);
    }

    #[test]
    fn a_part_that_is_new_or_gone_is_told_whole() {
        let (old, mut new) = (content("A.", "B.", &[]), content("A.", "B.", &[]));
        new.parts.remove(&PartKey::Task);
        new.language = Lang::Ja;
        let found = of(&old, &new);
        assert_eq!(found.parts[0].key, PartKey::Task);
        assert!(found.parts[0].gist.as_ref().is_some_and(|row| row.new.is_empty()) && found.language);
        assert_eq!(of(&new, &old).parts[0].key, PartKey::Task);
    }
}
