//! A trace as lists show it, and how lists are asked for and paged. Pure.

use std::str::FromStr;

use crate::base::time::Time;
use crate::base::words::Lang;
use crate::companies::model::Company;
use crate::members::model::{Discipline, MemberId, Viewer};
use crate::traces::model::facet::{self, ShiftKind};
use crate::traces::model::outline::Outline;
use crate::traces::model::part::PartKey;
use crate::traces::model::pattern::Pattern;
use crate::traces::model::{Stage, TraceId};

/// A published trace at a glance.
#[derive(Debug, Clone)]
pub struct Card {
    pub id: TraceId,
    pub slug: String,
    pub title: String,
    pub language: Lang,
    pub stage: Stage,
    pub published_at: Time,
    /// When the revision that is shown was published.
    pub revised_at: Time,
    pub featured_at: Option<Time>,
    pub outline: Outline,
    pub company: Company,
    pub authors: Vec<Author>,
    /// Why it is featured; read only by the list of featured traces.
    pub feature: Option<Feature>,
    /// How well it answers a search; 0 in other lists.
    pub score: i64,
}

/// One who wrote it, as a byline needs them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    pub id: MemberId,
    pub handle: String,
    pub name: String,
    pub discipline: Discipline,
    pub demo: bool,
    /// The account is gone; its name is not shown and there is no page to link to.
    pub gone: bool,
}

/// The organizer's public reason.
#[derive(Debug, Clone)]
pub struct Feature {
    pub reason: String,
    pub at: Time,
    pub by: Author,
}

impl Card {
    /// The trace's one address.
    #[must_use]
    pub fn path(&self) -> String {
        crate::traces::model::address::path(self.id, &self.slug)
    }

    /// Whether a block keeps it out of this viewer's lists: not what they wrote together.
    fn is_kept_from(&self, viewer: &Viewer) -> bool {
        let own = || self.authors.iter().any(|author| Some(author.id) == viewer.id());
        self.authors.iter().any(|author| viewer.keeps_apart(author.id)) && !own() && !viewer.is_organizer()
    }
}

/// What a page that shows these cards has read: whoever renames a company, a member or a trace,
/// publishes, hides or features, makes the page stale.
#[must_use]
pub fn tags(cards: &[Card]) -> Vec<String> {
    let mut tags = vec!["traces".to_owned()];
    for card in cards {
        tags.push(format!("trace:{}", card.id));
        tags.push(format!("company:{}", card.company.id));
        tags.extend(card.authors.iter().chain(card.feature.iter().map(|f| &f.by)).map(|a| format!("member:{}", a.id)));
    }
    tags.sort_unstable();
    tags.dedup();
    tags
}

/// Where a page of a list ends: the sorted number of its last card (a time, a score) and its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After(pub i64, pub i64);

impl After {
    /// Before everything.
    pub const START: Self = Self(i64::MAX, i64::MAX);
}

impl Default for After {
    fn default() -> Self {
        Self::START
    }
}

impl std::fmt::Display for After {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.0, self.1)
    }
}

impl FromStr for After {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (first, second) = text.split_once('-').ok_or(())?;
        Ok(Self(first.parse().map_err(drop)?, second.parse().map_err(drop)?))
    }
}

/// A page of a list and where the next one begins, if there is one.
#[derive(Debug, Clone)]
pub struct Listed {
    pub cards: Vec<Card>,
    pub next: Option<After>,
}

impl Listed {
    /// Cuts one more card than asked for, read to know whether there are older ones.
    #[must_use]
    pub fn cut(mut cards: Vec<Card>, limit: usize, key: impl Fn(&Card) -> i64) -> Self {
        let more = cards.len() > limit;
        cards.truncate(limit);
        let next = cards.last().filter(|_| more).map(|card| After(key(card), card.id.0));
        Self { cards, next }
    }

    /// Leaves out what a block keeps from the viewer. `next` stays: it is a place in the whole list.
    #[must_use]
    pub fn for_viewer(mut self, viewer: &Viewer) -> Self {
        self.cards.retain(|card| !card.is_kept_from(viewer));
        self
    }

    /// Nothing here, and more to come: only blocked members' traces stood on this page.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.cards.is_empty() && self.next.is_some()
    }
}

/// 絞り込み: which traces a list keeps. An empty facet keeps all; several choices of one facet are "or".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    pub stages: Vec<Stage>,
    pub languages: Vec<Lang>,
    pub disciplines: Vec<Discipline>,
    /// Keys of `companies::industry`.
    pub industries: Vec<String>,
    pub featured: bool,
    pub shifts: Vec<ShiftKind>,
    pub patterns: Vec<Pattern>,
    /// Keys of lenses.
    pub lenses: Vec<PartKey>,
}

impl Facets {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The query parameters that ask for these, ending in `&` where there are any.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.industries.iter().map(|v| ("industry", v.as_str())));
        query.extend_pairs(self.disciplines.iter().map(|v| ("discipline", v.as_str())));
        query.extend_pairs(self.stages.iter().map(|v| ("stage", v.as_str())));
        query.extend_pairs(self.languages.iter().map(|v| ("lang", v.as_str())));
        query.extend_pairs(self.shifts.iter().map(|v| ("shift", v.as_str())));
        query.extend_pairs(self.patterns.iter().map(|v| ("pattern", v.as_str())));
        query.extend_pairs(self.lenses.iter().map(|v| ("lens", facet::lens_name(*v))));
        query.extend_pairs(self.featured.then_some(("featured", "1")));
        let query = query.finish();
        if query.is_empty() { query } else { query + "&" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_list_survives_its_address() {
        for after in [After(1_795_424_400_000, 7), After(0, 0), After::START] {
            assert_eq!(after.to_string().parse(), Ok(after));
        }
        for broken in ["", "7", "-", "a-b", "1-", "99999999999999999999-1", "--1"] {
            assert!(broken.parse::<After>().is_err(), "{broken}");
        }
    }

    #[test]
    fn facets_write_the_address_that_asks_for_them() {
        assert_eq!(Facets::default().query(), "");
        let facets = Facets {
            stages: vec![Stage::Bridged, Stage::Trace],
            featured: true,
            shifts: vec![ShiftKind::Social],
            lenses: vec![PartKey::FourP],
            ..Facets::default()
        };
        assert_eq!(facets.query(), "stage=bridged&stage=trace&shift=social&lens=4p&featured=1&");
    }
}
