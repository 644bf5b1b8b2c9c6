//! The trace at a glance: what cards and maps show. Derived from a revision's parts and kept beside
//! them as JSON (`revisions.outline`), so that a list of cards needs one query.

use serde::{Deserialize, Serialize};

use crate::traces::model::draft::Content;
use crate::traces::model::part::{BRIDGES, PILLARS};

/// Four stations and the three bridges between them, in page order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    pub stations: [Station; 4],
    /// The sentence that says why; empty: a gap.
    pub bridges: [String; 3],
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Station {
    pub gist: String,
    /// Has a text, not only a gist: its mark is filled.
    pub written: bool,
}

impl Outline {
    #[must_use]
    pub fn of(content: &Content) -> Self {
        let station = |key| {
            let part = content.public_part(key);
            Station { gist: part.gist, written: !part.body.trim().is_empty() }
        };
        Self {
            stations: PILLARS.map(station),
            bridges: BRIDGES.map(|key| content.public_part(key).body.trim().to_owned()),
        }
    }

    /// How many of the three bridges have been said.
    #[must_use]
    pub fn said(&self) -> usize {
        self.bridges.iter().filter(|b| !b.is_empty()).count()
    }
}
