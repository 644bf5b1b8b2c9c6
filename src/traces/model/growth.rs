//! 育てる Growth: what is open in a trace, and the one part that would add most now, with why. Pure.
//!
//! The order is an opinion (2026-11-27): a sketch is whole before it is deep; the task and the value
//! come before what hangs on them; two pillars that stand say most once someone says why one leads to
//! the other; figures are looked up when it is clear what they are for.

use std::collections::BTreeMap;

use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::part::{BRIDGES, PILLARS, PartKey};
use crate::traces::model::stage::unsourced_in;

/// Whose task it is and why they pay come first.
const FIRST: [PartKey; 4] = [PartKey::Task, PartKey::Value, PartKey::Model, PartKey::Shift];

/// Why a part would add most now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Without its gist the trace cannot be read by others yet.
    Gist,
    /// Its two pillars stand, and nobody says why one leads to the other.
    Bridge,
    /// It is a gist only.
    Text,
    /// So many of its numbers have no source.
    Numbers(usize),
}

/// The single part that would add most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    pub key: PartKey,
    pub why: Why,
}

/// What is missing, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Open {
    pub gists: usize,
    pub texts: usize,
    pub bridges: usize,
    pub numbers: usize,
}

impl Open {
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// The parts of a trace, written or published, with the keys of its sources.
#[derive(Debug, Clone, Default)]
pub struct Grown {
    pub parts: BTreeMap<PartKey, PartText>,
    pub sources: Vec<String>,
}

impl From<&Content> for Grown {
    fn from(content: &Content) -> Self {
        let sources = content.sources.iter().map(|source| source.key.clone()).collect();
        Self { parts: content.parts.clone(), sources }
    }
}

impl Grown {
    fn gist(&self, key: PartKey) -> bool {
        self.parts.get(&key).is_some_and(|part| !part.gist.trim().is_empty())
    }

    fn text(&self, key: PartKey) -> bool {
        self.parts.get(&key).is_some_and(|part| !part.body.trim().is_empty())
    }

    /// The parts that readers see.
    fn public(&self) -> impl DoubleEndedIterator<Item = PartKey> {
        self.parts.iter().filter(|(key, part)| part.is_public(**key)).map(|(key, _)| *key)
    }

    /// How many numbers of a part have no source.
    #[must_use]
    pub fn unsourced(&self, key: PartKey) -> usize {
        let known: Vec<&str> = self.sources.iter().map(String::as_str).collect();
        self.parts.get(&key).map_or(0, |part| unsourced_in(part, &known).len())
    }

    #[must_use]
    pub fn open(&self) -> Open {
        Open {
            gists: PILLARS.iter().filter(|key| !self.gist(**key)).count(),
            texts: PILLARS.iter().filter(|key| !self.text(**key)).count(),
            bridges: BRIDGES.iter().filter(|key| !self.text(**key)).count(),
            numbers: self.public().map(|key| self.unsourced(key)).sum(),
        }
    }

    /// Nothing when all is said and every number has its source.
    #[must_use]
    pub fn offer(&self) -> Option<Offer> {
        let offer = |why| move |key| Offer { key, why };
        let gist = || FIRST.into_iter().find(|key| !self.gist(*key)).map(offer(Why::Gist));
        let standing = |at: &usize| !self.text(BRIDGES[*at]) && self.text(PILLARS[*at]) && self.text(PILLARS[*at + 1]);
        let bridge = || (0..BRIDGES.len()).find(standing).map(|at| BRIDGES[at]).map(offer(Why::Bridge));
        let text = || FIRST.into_iter().find(|key| !self.text(*key)).map(offer(Why::Text));
        let numbers = || {
            let counted = self.public().map(|key| (self.unsourced(key), key));
            // Of parts with as many, the first on the page.
            let most = counted.rev().max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 0);
            most.map(|(count, key)| Offer { key, why: Why::Numbers(count) })
        };
        gist().or_else(bridge).or_else(text).or_else(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grown(parts: &[(PartKey, &str, &str)]) -> Grown {
        let part = |(key, gist, body): &(PartKey, &str, &str)| {
            (*key, PartText { gist: (*gist).to_owned(), body: (*body).to_owned(), ..PartText::default() })
        };
        Grown { parts: parts.iter().map(part).collect(), sources: vec!["ir".into()] }
    }

    const SKETCH: [(PartKey, &str, &str); 4] = [
        (PartKey::Shift, "A shift.", ""),
        (PartKey::Task, "A task.", ""),
        (PartKey::Value, "A value.", ""),
        (PartKey::Model, "A model.", ""),
    ];

    fn with(more: &[(PartKey, &str, &str)]) -> Grown {
        let mut all = SKETCH.to_vec();
        all.retain(|(key, ..)| !more.iter().any(|(other, ..)| other == key));
        all.extend(more);
        grown(&all)
    }

    fn offered(grown: &Grown) -> Option<(PartKey, Why)> {
        grown.offer().map(|offer| (offer.key, offer.why))
    }

    #[test]
    fn each_step_offers_the_part_that_adds_most() {
        let written = |key| (key, "A gist.", "A text.");
        assert_eq!(offered(&grown(&[])), Some((PartKey::Task, Why::Gist)));
        assert_eq!(offered(&with(&[(PartKey::Shift, "", "")])), Some((PartKey::Shift, Why::Gist)));
        assert_eq!(offered(&with(&[])), Some((PartKey::Task, Why::Text)));
        assert_eq!(offered(&with(&[written(PartKey::Task)])), Some((PartKey::Value, Why::Text)));
        let two = with(&[written(PartKey::Task), written(PartKey::Value)]);
        assert_eq!(offered(&two), Some((PartKey::TaskValue, Why::Bridge)));
        let bridge = (PartKey::TaskValue, "", "Because.");
        let joined = with(&[written(PartKey::Task), written(PartKey::Value), bridge]);
        assert_eq!(offered(&joined), Some((PartKey::Model, Why::Text)));
    }

    #[test]
    fn numbers_come_last_and_then_nothing() {
        let mut all: Vec<_> = PILLARS.map(|key| (key, "A gist.", "A text.")).to_vec();
        all.extend(BRIDGES.map(|key| (key, "", "Because.")));
        assert_eq!(offered(&grown(&all)), None);
        assert!(grown(&all).open().is_nothing());
        all[1].2 = "It has 100 shops.";
        all[3].2 = "It has 100 shops and 30% of the market.";
        let numbers = grown(&all);
        assert_eq!(offered(&numbers), Some((PartKey::Model, Why::Numbers(2))));
        assert_eq!(numbers.open(), Open { numbers: 3, ..Open::default() });
        all[3].2 = "It has 100 shops.";
        assert_eq!(offered(&grown(&all)), Some((PartKey::Task, Why::Numbers(1))), "of equals the first");
    }

    #[test]
    fn what_is_open_is_counted() {
        assert_eq!(grown(&[]).open(), Open { gists: 4, texts: 4, bridges: 3, numbers: 0 });
        assert_eq!(with(&[]).open(), Open { gists: 0, texts: 4, bridges: 3, numbers: 0 });
    }
}
