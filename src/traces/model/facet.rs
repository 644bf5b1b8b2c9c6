//! What lists of traces are narrowed by beside stage and language: the kind of the shift, patterns of
//! earning, lenses. Kept as words (`shift:social`) beside the revision that is shown.

use std::collections::BTreeSet;

use crate::base::words::Lang;
use crate::traces::model::draft::Content;
use crate::traces::model::part::{LENSES, PartKey};
use crate::traces::model::pattern::Pattern;
use crate::traces::model::typed::Typed;
use crate::traces::model::typed::said::choice;

crate::text_enum! {
    /// What kind of change the market shift is.
    ShiftKind {
        Political = "political", Economic = "economic", Social = "social", Technological = "technological",
    }
}

impl ShiftKind {
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        choice("kind", self.as_str(), lang)
    }
}

/// The words of a trace, from what every reader sees of it.
#[must_use]
pub fn of(content: &Content) -> BTreeSet<String> {
    let mut facets = BTreeSet::new();
    if let Typed::Shift(shift) = content.public_part(PartKey::Shift).fields
        && let Ok(kind) = shift.head.kind.parse::<ShiftKind>()
    {
        facets.insert(shift_word(kind));
    }
    if let Typed::Model(model) = content.public_part(PartKey::Model).fields {
        let known = model.rows.iter().filter_map(|row| row.pattern.parse::<Pattern>().ok());
        facets.extend(known.map(pattern_word));
    }
    let lenses = LENSES.into_iter().filter(|key| !content.public_part(*key).is_empty());
    facets.extend(lenses.map(lens_word));
    facets
}

#[must_use]
pub fn shift_word(kind: ShiftKind) -> String {
    format!("shift:{kind}")
}

#[must_use]
pub fn pattern_word(pattern: Pattern) -> String {
    format!("pattern:{pattern}")
}

#[must_use]
pub fn lens_word(key: PartKey) -> String {
    format!("lens:{}", lens_name(key))
}

/// A lens in addresses: its key without `lens-`.
#[must_use]
pub fn lens_name(key: PartKey) -> &'static str {
    key.as_str().trim_start_matches("lens-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::companies::model::CompanyId;
    use crate::traces::model::draft::PartText;

    #[test]
    fn what_is_for_the_authors_alone_is_no_facet() {
        let part = |key, json: &str| {
            (key, PartText { gist: "A".into(), fields: Typed::read(key, json).unwrap(), ..PartText::default() })
        };
        let mut content = Content {
            title: "T".into(),
            language: Lang::En,
            company: CompanyId(1),
            parts: [
                part(PartKey::Shift, r#"{"kind":"social"}"#),
                part(PartKey::Model, r#"{"rows":[{"pattern":"flat-rate"},{"pattern":"magic"}]}"#),
                part(PartKey::Unseen, "{}"),
                part(PartKey::Own, "{}"),
            ]
            .into(),
            sources: Vec::new(),
        };
        let words: Vec<_> = of(&content).into_iter().collect();
        assert_eq!(words, ["lens:unseen", "pattern:flat-rate", "shift:social"]);
        let (key, own) = part(PartKey::Own, r#"{"readers":"everyone"}"#);
        content.parts.insert(key, own);
        assert!(of(&content).contains("lens:own"));
    }
}
