//! What a comment is made of. Pure.

use crate::base::error::{Problem, Problems, Result};
use crate::base::markdown::{Citations, Words, render};
use crate::base::words::Lang;
use crate::traces::model::part::PartKey;
use crate::ui::fields::Fields;

crate::row_id! {
    /// A comment's row.
    CommentId;
}

crate::text_enum! {
    Kind { Question = "question", Challenge = "challenge", Addition = "addition", Used = "used" }
}

/// Characters (grapheme clusters) of a comment, at most.
pub const BODY_MAX: usize = 4_000;
/// A comment stands below its section's `h2`.
const TOP_HEADING: u8 = 3;

impl Kind {
    /// The kind's name, as readers see it.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        let t = lang.words();
        match self {
            Kind::Question => t.comments_kind_question(),
            Kind::Challenge => t.comments_kind_challenge(),
            Kind::Addition => t.comments_kind_addition(),
            Kind::Used => t.comments_kind_used(),
        }
    }
}

/// What is said, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// About which part; `None`: the whole trace. A reply follows its parent instead.
    pub part: Option<PartKey>,
    pub parent: Option<CommentId>,
    pub kind: Kind,
    pub body: String,
}

impl Said {
    /// Reads `part kind body parent`.
    ///
    /// # Errors
    /// [`Error::Invalid`] with a problem for each field that has one.
    pub fn read(fields: &Fields) -> Result<Self> {
        let mut problems = Problems::default();
        let part = match fields.get("part") {
            "" => None,
            key => problems.check("part", key.parse().map_err(|_| Problem::Gone)),
        };
        let parent = match fields.get("parent") {
            "" => None,
            id => problems.check("parent", id.parse().map_err(|_| Problem::Gone)),
        };
        let kind = fields.choice("kind", &mut problems);
        let body = body(fields, &mut problems);
        problems.into_result()?;
        let kind = kind.ok_or(("kind", Problem::NotAChoice))?;
        Ok(Self { part, parent, kind, body })
    }
}

/// What an edit may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    pub kind: Kind,
    pub body: String,
}

impl Edited {
    /// Reads `kind body`.
    ///
    /// # Errors
    /// As [`Said::read`].
    pub fn read(fields: &Fields) -> Result<Self> {
        let mut problems = Problems::default();
        let kind = fields.choice("kind", &mut problems);
        let body = body(fields, &mut problems);
        problems.into_result()?;
        let kind = kind.ok_or(("kind", Problem::NotAChoice))?;
        Ok(Self { kind, body })
    }
}

fn body(fields: &Fields, problems: &mut Problems) -> String {
    let body = fields.block("body", BODY_MAX, problems);
    if body.is_empty() {
        problems.add("body", Problem::Required);
    }
    body
}

/// A comment's Markdown as HTML. Slow: off the async threads. A comment cites no sources, and its
/// ids carry `salt`, since many stand on one page.
///
/// # Errors
/// [`Error::Invalid`] when it is nested beyond the renderer's limits.
pub fn html(body: &str, salt: &str, lang: Lang) -> Result<String> {
    let words = Words::of(lang);
    let mut none = Citations::new([]);
    render(body, salt, TOP_HEADING, &mut none, &words).map_err(|_| ("body", Problem::TooComplex).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Error;

    fn read(text: &str) -> Result<Said> {
        Said::read(&Fields::parse(text.as_bytes()))
    }

    #[test]
    fn a_comment_is_read_from_its_form() {
        let said = read("part=shift&kind=question&body=Why%3F&parent=").unwrap();
        assert_eq!(said, Said { part: Some(PartKey::Shift), parent: None, kind: Kind::Question, body: "Why?".into() });
    }

    #[test]
    fn each_wrong_field_is_named() {
        let Err(Error::Invalid(problems)) = read("part=nowhere&kind=praise&body=+&parent=x") else { panic!() };
        assert_eq!(problems.of("part"), Some(Problem::Gone));
        assert_eq!(problems.of("kind"), Some(Problem::NotAChoice));
        assert_eq!(problems.of("body"), Some(Problem::Required));
        assert_eq!(problems.of("parent"), Some(Problem::Gone));
    }

    #[test]
    fn a_comment_has_at_most_4000_characters() {
        assert!(read(&format!("kind=used&body={}", "あ".repeat(BODY_MAX))).is_ok());
        assert!(read(&format!("kind=used&body={}", "あ".repeat(BODY_MAX + 1))).is_err());
    }
}
