//! 点検 Depth check: plain rules that point at what a reader would ask about. They explain and never
//! block, and they look at words, not at grammar: in doubt they are silent, since what they miss is a
//! kindness and what they wrongly find a nuisance.
//!
//! A rule is on while its precision over its examples (`examples/`, written before the rule) and over
//! the demo traces is 0.8 or more; the tests hold it (2026-11-27).

mod bridge;
mod tactic;

use crate::traces::model::draft::Content;
use crate::traces::model::numbers;
use crate::traces::model::part::{BRIDGES, PILLARS, PartKey};
use crate::traces::model::typed;

crate::text_enum! {
    /// What a rule looks for.
    Rule {
        /// A result claimed from one tactic, with no customer task or value behind it.
        Tactic = "tactic",
        /// A number without a source.
        Number = "number",
        /// Nothing says why one pillar leads to the next.
        Bridge = "bridge",
    }
}

/// One thing to look at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub rule: Rule,
    pub key: PartKey,
    /// The field's name behind the part's key: `gist` or `body`; empty for the part's typed fields.
    pub field: &'static str,
    /// The words that it is about; empty where words are missing.
    pub words: String,
}

/// What the rules find, in page order.
#[must_use]
pub fn check(content: &Content) -> Vec<Finding> {
    PartKey::ALL.iter().flat_map(|key| of_part(content, *key)).collect()
}

fn of_part(content: &Content, key: PartKey) -> Vec<Finding> {
    let part = content.part(key);
    let known: Vec<&str> = content.sources.iter().map(|source| source.key.as_str()).collect();
    let mut found = Vec::new();
    let mut find = |rule, field, words| found.push(Finding { rule, key, field, words });
    if let Some(at) = BRIDGES.iter().position(|bridge| *bridge == key) {
        let gist = |key| content.part(key).gist;
        if bridge::is_missing(&gist(PILLARS[at]), &gist(PILLARS[at + 1]), &part.body) {
            find(Rule::Bridge, "body", String::new());
        }
    }
    for (field, text) in [("gist", &part.gist), ("body", &part.body)] {
        for claim in tactic::claims(text, content.language) {
            find(Rule::Tactic, field, claim);
        }
    }
    let (of_gist, of_body) = numbers::unsourced_of(&part.gist, &part.body, &known);
    for (field, numbers) in [("gist", of_gist), ("body", of_body)] {
        for number in numbers {
            find(Rule::Number, field, number.trim().to_owned());
        }
    }
    for number in typed::check::unsourced(&part.fields, &known) {
        find(Rule::Number, "", number);
    }
    found
}

#[cfg(test)]
mod tests;
