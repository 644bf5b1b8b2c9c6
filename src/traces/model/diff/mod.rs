//! What changed between two texts, for people to read: paragraph by paragraph, and in a changed
//! paragraph word by word. Pure. Server only.
//!
//! Bounded: a paragraph of thousands of words is compared by the sentence first, and what then still is
//! long and other is shown as replaced. The result depends on the texts alone, on no clock; `make bench`
//! holds the cost.

mod words;

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use words::{sentences, words};

/// A run of words on one side; `changed`: the other side does not have it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub changed: bool,
}

/// A paragraph, or several that became others: what stood there, and what stands there now.
/// An empty side: the whole is new, or gone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub old: Vec<Run>,
    pub new: Vec<Run>,
}

impl Row {
    /// Whether nothing changed here.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.old == self.new
    }

    fn same(text: &str) -> Self {
        let runs = vec![Run { text: text.to_owned(), changed: false }];
        Self { old: runs.clone(), new: runs }
    }

    fn gone(text: &str) -> Self {
        Self { old: vec![Run { text: text.to_owned(), changed: true }], new: Vec::new() }
    }

    fn added(text: &str) -> Self {
        Self { old: Vec::new(), new: vec![Run { text: text.to_owned(), changed: true }] }
    }
}

/// Pairs of words in one paragraph that are compared at most; a longer one is compared by the sentence.
const MOST: usize = 250_000;

/// How many pairs may still be compared: what two revisions cost, however they are written.
#[derive(Debug)]
pub struct Effort(usize);

impl Default for Effort {
    /// Enough for 40,000 characters of which every paragraph was edited.
    fn default() -> Self {
        Self(2_000_000)
    }
}

impl Effort {
    /// Whether so many can be compared with so many; spends it.
    fn spend(&mut self, some: usize, others: usize) -> bool {
        let pairs = some.saturating_mul(others);
        let enough = pairs <= MOST.min(self.0);
        if enough {
            self.0 -= pairs;
        }
        enough
    }
}

/// Less of a paragraph than this stays: it is another one, and words that both happen to have would
/// only be in the way.
const KINSHIP: f64 = 0.25;

/// The rows of two texts, in order. Lines without words are left out.
#[must_use]
pub fn rows(old: &str, new: &str, effort: &mut Effort) -> Vec<Row> {
    // A blank line is like any other and would be taken for the fixed point between two paragraphs.
    let lines = |text| str::lines(text).filter(|line| !line.trim().is_empty()).collect::<Vec<_>>();
    let (old, new) = (lines(old), lines(new));
    let mut rows = Vec::new();
    for (tag, was, is) in ops(&old, &new) {
        match tag {
            DiffTag::Equal => rows.extend(old[was].iter().map(|line| Row::same(line))),
            DiffTag::Delete => rows.extend(old[was].iter().map(|line| Row::gone(line))),
            DiffTag::Insert => rows.extend(new[is].iter().map(|line| Row::added(line))),
            // As many became as many: each is set against its own.
            DiffTag::Replace if was.len() == is.len() => {
                rows.extend(old[was].iter().zip(&new[is]).map(|(old, new)| row(old, new, effort)));
            }
            DiffTag::Replace => rows.push(row(&old[was].join("\n"), &new[is].join("\n"), effort)),
        }
    }
    rows
}

/// One paragraph that became another.
#[must_use]
pub fn row(old: &str, new: &str, effort: &mut Effort) -> Row {
    let (was, is) = (words(old), words(new));
    if effort.spend(was.len(), is.len()) {
        return by_word(&was, &is);
    }
    let (was, is) = (sentences(old), sentences(new));
    if !effort.spend(was.len(), is.len()) {
        return whole(old, new);
    }
    let mut row = Row::default();
    for (tag, was_at, is_at) in ops(&was, &is) {
        let (old, new) = (was[was_at].concat(), is[is_at].concat());
        let (was, is) = (words(&old), words(&new));
        let part = match tag {
            DiffTag::Equal => Row::same(&old),
            DiffTag::Replace if effort.spend(was.len(), is.len()) => by_word(&was, &is),
            _ => whole(&old, &new),
        };
        part.old.iter().for_each(|run| push(&mut row.old, &run.text, run.changed));
        part.new.iter().for_each(|run| push(&mut row.new, &run.text, run.changed));
    }
    row
}

fn whole(old: &str, new: &str) -> Row {
    let side = |text: &str| match text {
        "" => Vec::new(),
        text => vec![Run { text: text.to_owned(), changed: true }],
    };
    Row { old: side(old), new: side(new) }
}

fn by_word(was: &[&str], is: &[&str]) -> Row {
    let length = |words: &[&str]| words.iter().map(|word| weight(word)).sum::<usize>();
    let enough = KINSHIP * length(was).min(length(is)) as f64;
    // What both have in any order, first: it is quickly counted.
    if (shared(was, is) as f64) < enough {
        return whole(&was.concat(), &is.concat());
    }
    let mut ops = ops(was, is);
    let kept: usize = ops.iter().filter(|op| op.0 == DiffTag::Equal).map(|op| length(&was[op.1.clone()])).sum();
    if (kept as f64) < enough {
        return whole(&was.concat(), &is.concat());
    }
    let between = ops.len().saturating_sub(2);
    for (tag, was_at, _) in ops.iter_mut().skip(1).take(between) {
        let bare = || was[was_at.clone()].iter().all(|word| !word.chars().any(char::is_alphanumeric));
        // A space or a comma between two changes is no help to a reader.
        if *tag == DiffTag::Equal && bare() {
            *tag = DiffTag::Replace;
        }
    }
    let mut row = Row::default();
    for (tag, was_at, is_at) in ops {
        push(&mut row.old, &was[was_at].concat(), tag != DiffTag::Equal);
        push(&mut row.new, &is[is_at].concat(), tag != DiffTag::Equal);
    }
    row
}

/// How much of the words both have.
fn shared(was: &[&str], is: &[&str]) -> usize {
    let mut left: HashMap<&str, usize> = HashMap::with_capacity(was.len());
    was.iter().for_each(|word| *left.entry(word).or_default() += 1);
    let mut found = |word: &&&str| left.get_mut(**word).filter(|left| **left > 0).map(|left| *left -= 1).is_some();
    is.iter().filter(|word| found(word)).map(|word| weight(word)).sum()
}

/// How much a word says: nothing what joins others, a particle or a comma.
fn weight(word: &str) -> usize {
    let bare = |c: char| matches!(c, '\u{3041}'..='\u{309F}') || !c.is_alphanumeric();
    if word.chars().all(bare) { 0 } else { word.len() }
}

fn push(runs: &mut Vec<Run>, text: &str, changed: bool) {
    match runs.last_mut().filter(|last| last.changed == changed) {
        _ if text.is_empty() => {}
        Some(last) => last.text.push_str(text),
        None => runs.push(Run { text: text.to_owned(), changed }),
    }
}

/// By numbers: words are compared over and over.
fn ops<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(DiffTag, Range<usize>, Range<usize>)> {
    let mut known: HashMap<&'t str, usize> = HashMap::with_capacity(old.len());
    let mut numbered = |texts: &[&'t str]| -> Vec<usize> {
        let mut number = |text: &'t str| {
            let next = known.len();
            *known.entry(text).or_insert(next)
        };
        texts.iter().map(|text| number(text)).collect()
    };
    let (old, new) = (numbered(old), numbered(new));
    capture_diff_slices(Algorithm::Myers, &old, &new).iter().map(similar::DiffOp::as_tag_tuple).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row(old: &str, new: &str) -> Row {
        super::row(old, new, &mut Effort::default())
    }

    fn rows(old: &str, new: &str) -> Vec<Row> {
        super::rows(old, new, &mut Effort::default())
    }

    /// `[gone]` and `{new}`, as a reader would mark them on paper.
    fn marked(row: &Row) -> (String, String) {
        let side = |runs: &[Run], open: char, close: char| {
            runs.iter().map(|r| if r.changed { format!("{open}{}{close}", r.text) } else { r.text.clone() }).collect()
        };
        (side(&row.old, '[', ']'), side(&row.new, '{', '}'))
    }

    #[test]
    fn english_is_read_by_the_word() {
        let row = row("Wages peaked in 1997, and stayed.", "Wages peaked in 1998, and fell.");
        assert_eq!(
            marked(&row),
            ("Wages peaked in [1997], and [stayed].".into(), "Wages peaked in {1998}, and {fell}.".into())
        );
    }

    #[test]
    fn japanese_is_read_by_runs_of_one_script() {
        let row = row("職人の作業服を普段着にした。", "職人の防寒着を普段着に変えた。");
        assert_eq!(
            marked(&row),
            ("職人の[作業服]を普段着[にした]。".into(), "職人の{防寒着}を普段着{に変えた}。".into())
        );
    }

    #[test]
    fn paragraphs_come_and_go() {
        let found = rows("One.\n\nTwo.\n\nThree.", "One.\n\nThree.\n\nFour.");
        let found: Vec<_> = found.iter().map(marked).collect();
        let text = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        assert_eq!(found, [text("One.", "One."), text("[Two.]", ""), text("Three.", "Three."), text("", "{Four.}")]);
    }

    #[test]
    fn another_paragraph_is_no_confetti() {
        let row = row("It sells trousers to the builders of the town.", "A lender of money, the bank earns interest.");
        assert_eq!((row.old.len(), row.new.len()), (1, 1));
        assert!(row.old[0].changed && row.new[0].changed);
    }

    #[test]
    fn a_text_from_nothing_is_all_new() {
        assert!(rows("", "").is_empty());
        assert_eq!(rows("", "One.\nTwo."), [Row::added("One."), Row::added("Two.")]);
        assert!(rows("Same.\nSame again.", "Same.\nSame again.").iter().all(Row::is_same));
    }

    #[test]
    fn where_comparing_would_be_dear_sentences_are_told_and_then_the_whole() {
        let (old, new) = ("It grew. It was new, and small.", "It grew. It was new, and large.");
        let marked_at = |effort| marked(&super::row(old, new, &mut Effort(effort)));
        let text = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        assert_eq!(marked_at(1_000), text("It grew. It was new, and [small].", "It grew. It was new, and {large}."));
        assert_eq!(marked_at(10), text("It grew.[ It was new, and small.]", "It grew.{ It was new, and large.}"));
        assert_eq!(marked_at(0), text("[It grew. It was new, and small.]", "{It grew. It was new, and large.}"));
    }

    proptest! {
        /// Nothing is lost and nothing invented: each side, put together again, is its text.
        #[test]
        fn both_sides_are_whole(old in "[a-c 職人の。,\n]{0,60}", new in "[a-c 職人の。,\n]{0,60}") {
            let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let side = |of: fn(&Row) -> &Vec<Run>| {
                rows(&old, &new).iter().flat_map(|row| of(row).clone()).map(|run| run.text).collect::<String>()
            };
            prop_assert_eq!(visible(&side(|row| &row.old)), visible(&old));
            prop_assert_eq!(visible(&side(|row| &row.new)), visible(&new));
        }

        #[test]
        fn what_is_unmarked_is_the_same_on_both_sides(old in "[ab 職の。]{0,30}", new in "[ab 職の。]{0,30}") {
            let kept = |runs: &[Run]| runs.iter().filter(|run| !run.changed).map(|run| run.text.clone()).collect::<String>();
            let row = row(&old, &new);
            prop_assert_eq!(kept(&row.old), kept(&row.new));
        }
    }
}
