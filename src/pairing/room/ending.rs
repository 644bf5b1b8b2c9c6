//! What the two make of the hour. Pure.

use crate::base::words::Lang;
use crate::companies::model::CompanyId;
use crate::pairing::room::reading::Written;
use crate::traces::model::draft::Content;

crate::text_enum! {
    /// What one of the two would make of it.
    Answer {
        /// A joint trace, for everybody to read.
        Publish = "publish",
        /// A draft that both see and either continues.
        Keep = "keep",
        Drop = "drop",
    }
}

crate::text_enum! {
    /// What has become of it.
    Outcome {
        Open = "",
        Published = "published",
        Draft = "draft",
        Dropped = "dropped",
        /// Nobody wrote anything.
        Nothing = "nothing",
        /// A block stands between the two: each can read what was written, and nothing is made of it.
        Apart = "apart",
    }
}

/// What follows from what both have said. Nothing, until both have; publishing and dropping take two,
/// everything else keeps the draft.
#[must_use]
pub fn settled(answers: [Option<Answer>; 2]) -> Option<Outcome> {
    match answers {
        [Some(Answer::Publish), Some(Answer::Publish)] => Some(Outcome::Published),
        [Some(Answer::Drop), Some(Answer::Drop)] => Some(Outcome::Dropped),
        [Some(_), Some(_)] => Some(Outcome::Draft),
        _ => None,
    }
}

/// Whether anything was written.
#[must_use]
pub fn is_empty(written: &Written) -> bool {
    written.parts.is_empty() && written.title.is_empty() && written.sources.is_empty()
}

/// The text as a trace's draft.
#[must_use]
pub fn content(written: &Written, company: CompanyId, name: &str) -> Content {
    let language = language(written);
    let title = match written.title.trim() {
        "" => language.words().write_first_title(name),
        title => title.to_owned(),
    };
    let sources = written.sources.clone();
    Content { title, language, company, parts: written.parts.clone(), sources }
}

/// The language that it is written in: where a fifth of the letters is Japanese, it is Japanese, since
/// names stay in their own script.
fn language(written: &Written) -> Lang {
    let texts = written.parts.values().flat_map(|part| [&part.gist, &part.body]).chain([&written.title]);
    let (mut japanese, mut letters) = (0_usize, 0_usize);
    for c in texts.flat_map(|text| text.chars()).filter(|c| c.is_alphabetic()) {
        letters += 1;
        japanese += usize::from(matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'));
    }
    if japanese * 5 >= letters.max(1) { Lang::Ja } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::traces::model::draft::PartText;
    use crate::traces::model::part::PartKey;

    #[test]
    fn publishing_and_dropping_take_two() {
        use Answer::{Drop, Keep, Publish};
        assert_eq!(settled([Some(Publish), None]), None);
        assert_eq!(settled([Some(Publish), Some(Publish)]), Some(Outcome::Published));
        assert_eq!(settled([Some(Drop), Some(Drop)]), Some(Outcome::Dropped));
        for other in [[Publish, Drop], [Keep, Publish], [Drop, Keep], [Keep, Keep]] {
            assert_eq!(settled(other.map(Some)), Some(Outcome::Draft));
        }
    }

    #[test]
    fn a_text_is_in_the_language_of_most_of_its_words() {
        let written = |body: &str| Written {
            parts: [(PartKey::Task, PartText { body: body.into(), ..PartText::default() })].into(),
            ..Written::default()
        };
        assert_eq!(language(&written("People between trains, 職人 and all.")), Lang::En);
        assert_eq!(language(&written("Michelinは、タイヤを売る前に旅を売った。")), Lang::Ja);
        assert_eq!(content(&written("A text."), CompanyId(1), "Michelin").language, Lang::En);
        assert!(!content(&written("A text."), CompanyId(1), "Michelin").title.is_empty());
    }
}
