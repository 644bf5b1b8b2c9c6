//! A source that a reader supplies: an addition that an author takes in one step.

use crate::base::error::{Problem, Problems, Result};
use crate::base::time::Time;
use crate::traces::model::check;
use crate::traces::model::draft::Content;
use crate::traces::model::numbers::{self, Mark};
use crate::traces::model::part::PartKey;
use crate::traces::model::source::{Source, SourceKind};
use crate::ui::fields::Fields;

crate::row_id! {
    /// An offered source's row.
    OfferId;
}

/// Offers of one member that may wait on one trace.
pub const MOST_OPEN: i64 = 10;

/// A place in the text that wants a source: the part, and the line that says the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub key: PartKey,
    pub line: String,
}

/// Every place of the parts that everybody sees, in page order.
#[must_use]
pub fn passages(content: &Content) -> Vec<Passage> {
    let known: Vec<&str> = content.sources.iter().map(|source| source.key.as_str()).collect();
    let of = |key: &PartKey| {
        let body = content.public_part(*key).body;
        let wanting = numbers::marks(&body, &known).into_iter().filter(|(_, mark)| *mark == Mark::NeedsSource);
        let lines =
            wanting.filter_map(|(at, _)| body.lines().nth(at)).map(|line| Passage { key: *key, line: line.to_owned() });
        lines.collect::<Vec<_>>()
    };
    PartKey::ALL.iter().flat_map(of).collect()
}

/// What is offered, checked.
#[derive(Debug, Clone)]
pub struct Offer {
    pub passage: Option<Passage>,
    /// Without a key: the trace gives it one.
    pub source: Source,
}

impl Offer {
    /// Reads `passage kind title publisher dated url note`; a passage by its number on the page, from 1.
    ///
    /// # Errors
    /// [`crate::base::error::Error::Invalid`].
    pub fn read(fields: &Fields, passages: &[Passage], now: Time) -> Result<Self> {
        let mut problems = Problems::default();
        let passage = match fields.get("passage") {
            "" => None,
            number => {
                let at = number.parse::<usize>().ok().and_then(|number| passages.get(number.wrapping_sub(1)));
                problems.check("passage", at.cloned().ok_or(Problem::Gone))
            }
        };
        let kind = fields.choice("kind", &mut problems).unwrap_or(SourceKind::Web);
        let mut line = |name| fields.line(name, usize::MAX, &mut problems);
        let source = Source {
            key: "offered".into(),
            kind,
            title: line("title"),
            publisher: line("publisher"),
            dated: line("dated"),
            url: line("url"),
            note: line("note"),
            by: None,
        };
        check::source(&source, &str::to_owned, now, &mut problems);
        if source.note.is_empty() {
            problems.add("note", Problem::Required);
        }
        problems.into_result()?;
        Ok(Self { passage, source })
    }
}

/// The content with the source, cited where it was offered for; a line that has changed since is left
/// alone, never guessed at.
#[must_use]
pub fn added(content: &Content, mut source: Source, passage: Option<&Passage>) -> Content {
    let mut content = content.clone();
    let key = (1..).map(|n| format!("reader-{n}")).find(|key| !content.sources.iter().any(|s| s.key == *key));
    source.key = key.unwrap_or_default();
    if let Some(passage) = passage
        && let Some(part) = content.parts.get_mut(&passage.key)
    {
        let mut done = false;
        let cited = part.body.lines().map(|line| {
            if done || line != passage.line {
                return line.to_owned();
            }
            done = true;
            cite(line, &source.key)
        });
        let cited: Vec<String> = cited.collect();
        part.body = cited.join("\n");
    }
    content.sources.push(source);
    content
}

/// A citation at the end of a line; in a table row, within its last cell.
fn cite(line: &str, key: &str) -> String {
    let end = line.trim_end();
    let row = end.strip_suffix('|').filter(|_| end.trim_start().starts_with('|'));
    match row {
        Some(cells) => format!("{}[^{key}] |", cells.trim_end()),
        None => format!("{end}[^{key}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::words::Lang;
    use crate::companies::model::CompanyId;
    use crate::traces::model::draft::PartText;

    fn content(body: &str) -> Content {
        let parts = [(PartKey::Shift, PartText { gist: "A".into(), body: body.into(), ..PartText::default() })];
        Content {
            title: "T".into(),
            language: Lang::En,
            company: CompanyId(1),
            parts: parts.into(),
            sources: Vec::new(),
        }
    }

    fn offer() -> Source {
        let fields = Fields::from_pairs([("kind", "report"), ("title", "Annual report"), ("note", "the shops")]);
        Offer::read(&fields, &[], Time(1_795_392_000_000)).unwrap().source
    }

    #[test]
    fn a_source_is_cited_where_it_was_offered_for() {
        let before = content("It grew.\n\nIt has 840 shops.\n\n| a | 5% |");
        let places = passages(&before);
        assert_eq!(places.iter().map(|p| p.line.as_str()).collect::<Vec<_>>(), ["It has 840 shops.", "| a | 5% |"]);
        let once = added(&before, offer(), Some(&places[0]));
        let twice = added(&once, offer(), Some(&places[1]));
        assert_eq!(
            twice.part(PartKey::Shift).body,
            "It grew.\n\nIt has 840 shops.[^reader-1]\n\n| a | 5%[^reader-2] |"
        );
        assert!(passages(&twice).is_empty());
    }

    #[test]
    fn a_line_that_has_changed_is_left_alone() {
        let place = Passage { key: PartKey::Shift, line: "It has 840 shops.".into() };
        let after = added(&content("It has 900 shops."), offer(), Some(&place));
        assert_eq!(after.part(PartKey::Shift).body, "It has 900 shops.");
        assert_eq!(after.sources.len(), 1);
    }

    #[test]
    fn an_offer_says_what_it_supports() {
        let read = |pairs: &[(&str, &str)]| {
            Offer::read(&Fields::from_pairs(pairs.iter().copied()), &[], Time(1_795_392_000_000))
        };
        let fits = [("kind", "web"), ("title", "A"), ("note", "b"), ("url", "https://example.org/"), ("dated", "2020")];
        assert!(read(&fits).is_ok());
        for (field, wrong) in
            [("kind", "gossip"), ("title", ""), ("note", ""), ("url", "ftp://a.b"), ("dated", "2999"), ("passage", "7")]
        {
            let pairs: Vec<_> =
                fits.iter().copied().filter(|(name, _)| *name != field).chain([(field, wrong)]).collect();
            assert!(read(&pairs).is_err(), "{field}: {wrong}");
        }
    }
}
