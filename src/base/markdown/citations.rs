//! Which sources a page cites, numbered in the order of their first citation.

use std::collections::BTreeMap;

/// The page's citations. Make one for a page and hand it to every [`super::render`] of it, in
/// the order of the parts; then list the sources by [`Citations::numbered`].
#[derive(Debug, Clone, Default)]
pub struct Citations {
    /// Key → index in `cited`, once cited.
    known: BTreeMap<String, Option<usize>>,
    cited: Vec<Cited>,
    unknown: Vec<Unknown>,
    /// Tables of the page so far; their names must differ for those who hear them.
    tables: usize,
}

/// A source that is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    pub key: String,
    /// From 1, in the order of first citation.
    pub number: usize,
    /// Where it is cited, in page order.
    pub anchors: Vec<Anchor>,
}

/// A place where a source is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The part as it was given to [`super::render`].
    pub part: String,
    /// The element's id, to link back to.
    pub id: String,
}

/// A citation of no source of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    pub part: String,
    pub key: String,
}

impl Citations {
    /// `keys` are the page's source keys (`[a-z0-9-]`); in citing, case does not matter.
    pub fn new(keys: impl IntoIterator<Item = String>) -> Self {
        Self { known: keys.into_iter().map(|key| (key, None)).collect(), ..Self::default() }
    }

    /// The cited sources in the order of their numbers.
    pub fn numbered(&self) -> &[Cited] {
        &self.cited
    }

    /// The keys that no citation has used yet, in alphabetical order.
    pub fn uncited(&self) -> impl Iterator<Item = &str> {
        self.known.iter().filter(|(_, index)| index.is_none()).map(|(key, _)| key.as_str())
    }

    /// Citations that lead nowhere, each once per part.
    pub fn unknown(&self) -> &[Unknown] {
        &self.unknown
    }

    pub(super) fn is_known(&self, key: &str) -> bool {
        self.known.contains_key(key)
    }

    /// Notes a citation of a known key; its number and the new anchor's id.
    pub(super) fn cite(&mut self, part: &str, key: &str) -> Option<(usize, String)> {
        let slot = self.known.get_mut(key)?;
        let index = *slot.get_or_insert(self.cited.len());
        if index == self.cited.len() {
            self.cited.push(Cited { key: key.to_owned(), number: index + 1, anchors: Vec::new() });
        }
        let cited = self.cited.get_mut(index)?;
        let nth = cited.anchors.iter().filter(|anchor| anchor.part == part).count() + 1;
        let id = format!("cite-{}-{key}-{nth}", id_part(part));
        cited.anchors.push(Anchor { part: part.to_owned(), id: id.clone() });
        Some((cited.number, id))
    }

    pub(super) fn miss(&mut self, part: &str, key: &str) {
        let unknown = Unknown { part: part.to_owned(), key: key.to_owned() };
        if !self.unknown.contains(&unknown) {
            self.unknown.push(unknown);
        }
    }

    pub(super) fn next_table(&mut self) -> usize {
        self.tables += 1;
        self.tables
    }
}

/// A part's name within ids. No `-`, so that `cite-{part}-{key}-{n}` reads only one way and
/// the ids of two parts can never meet.
pub(super) fn id_part(part: &str) -> String {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    part.chars().map(|c| if plain(c) { c } else { '_' }).collect()
}
