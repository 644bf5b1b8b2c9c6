//! The stage, worked out from what is there.

use crate::traces::model::Stage;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::numbers;
use crate::traces::model::part::{BRIDGES, PILLARS};
use crate::traces::model::typed;

/// How far the content is; `None` while a gist is missing, so not even a sketch.
#[must_use]
pub fn of(content: &Content) -> Option<Stage> {
    let filled = |text: &str| !text.trim().is_empty();
    if !PILLARS.iter().all(|key| filled(&content.part(*key).gist)) {
        return None;
    }
    if !PILLARS.iter().all(|key| filled(&content.part(*key).body)) {
        return Some(Stage::Sketch);
    }
    let bridged = BRIDGES.iter().all(|key| filled(&content.part(*key).body)) && unsourced(content).is_empty();
    Some(if bridged { Stage::Bridged } else { Stage::Trace })
}

/// Every number that readers see and that has no source beside it.
fn unsourced(content: &Content) -> Vec<String> {
    let known: Vec<&str> = content.sources.iter().map(|source| source.key.as_str()).collect();
    let public = content.parts.iter().filter(|(key, part)| part.is_public(**key)).map(|(_, part)| part);
    public.flat_map(|part| unsourced_in(part, &known)).collect()
}

/// The numbers of a part without a source among those `known`, in its words and in its typed fields.
pub(super) fn unsourced_in(part: &PartText, known: &[&str]) -> Vec<String> {
    let mut found = numbers::unsourced(&part.gist, &part.body, known);
    found.extend(typed::check::unsourced(&part.fields, known));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::words::Lang;
    use crate::companies::model::CompanyId;
    use crate::traces::model::source::{Source, SourceKind};

    fn content(body: &str, bridge: &str) -> Content {
        let pillar = |key| (key, PartText { gist: "A gist.".into(), body: body.into(), ..PartText::default() });
        let bridge = |key| (key, PartText { body: bridge.into(), ..PartText::default() });
        Content {
            title: "T".into(),
            language: Lang::En,
            company: CompanyId(1),
            parts: PILLARS.into_iter().map(pillar).chain(BRIDGES.into_iter().map(bridge)).collect(),
            sources: vec![Source {
                key: "ir".into(),
                kind: SourceKind::Report,
                title: "Annual report".into(),
                publisher: String::new(),
                dated: String::new(),
                url: String::new(),
                note: String::new(),
                by: None,
            }],
        }
    }

    #[test]
    fn the_stage_follows_what_is_there() {
        assert_eq!(of(&content("", "")), Some(Stage::Sketch));
        assert_eq!(of(&content("Written.", "")), Some(Stage::Trace));
        assert_eq!(of(&content("Written.", "Because.")), Some(Stage::Bridged));
        assert_eq!(of(&content("It grew by 30%.", "Because.")), Some(Stage::Trace));
        assert_eq!(of(&content("It grew by 30%.[^ir]", "Because.")), Some(Stage::Bridged));
        assert_eq!(of(&content("It grew by 30%.[^IR]", "Because.")), Some(Stage::Bridged));
        assert_eq!(of(&content("It grew by 30%.[^nowhere]", "Because.")), Some(Stage::Trace));
        assert_eq!(of(&content("It grew by 30%.[^my-estimate]", "Because.")), Some(Stage::Bridged));
        let mut gist = content("It sold 1,000 coats.[^ir]\n\nIn one year.", "Because.");
        gist.parts.get_mut(&PILLARS[0]).unwrap().gist = "1000 coats were sold.".into();
        assert_eq!(of(&gist), Some(Stage::Bridged), "its text says where it is from");
        gist.parts.get_mut(&PILLARS[0]).unwrap().gist = "30% of coats were sold.".into();
        assert!(of(&gist) == Some(Stage::Trace) && unsourced(&gist)[0].starts_with("30%"));
        let mut missing = content("Written.", "Because.");
        missing.parts.remove(&PILLARS[2]);
        assert_eq!(of(&missing), None);
    }
}
