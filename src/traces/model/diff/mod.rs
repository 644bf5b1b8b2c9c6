//! What changed between two texts, for people to read: paragraph by paragraph, and in a changed
//! paragraph word by word. Pure. Server only.
//!
//! Bounded: `similar`'s Myers gives up looking for the shortest script where that would be dear (as
//! Git does), so that two long texts with nothing in common cost milliseconds; `make bench` holds it.

mod words;

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use words::words;

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

/// Less of a paragraph than this stays: it is another one, and words that both happen to have would
/// only be in the way.
const KINSHIP: f64 = 0.25;

/// The rows of two texts, in order. Lines without words are left out.
#[must_use]
pub fn rows(old: &str, new: &str) -> Vec<Row> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let mut rows = Vec::new();
    for (tag, was, is) in ops(&old, &new) {
        match tag {
            DiffTag::Equal => rows.extend(old[was].iter().map(|line| Row::same(line))),
            DiffTag::Delete => rows.extend(old[was].iter().map(|line| Row::gone(line))),
            DiffTag::Insert => rows.extend(new[is].iter().map(|line| Row::added(line))),
            // As many became as many: each is set against its own.
            DiffTag::Replace if was.len() == is.len() => {
                rows.extend(old[was].iter().zip(&new[is]).map(|(old, new)| row(old, new)));
            }
            DiffTag::Replace => rows.push(row(&old[was].join("\n"), &new[is].join("\n"))),
        }
    }
    let blank = |runs: &[Run]| runs.iter().all(|run| run.text.trim().is_empty());
    rows.retain(|row| !(blank(&row.old) && blank(&row.new)));
    rows
}

/// One paragraph that became another.
#[must_use]
pub fn row(old: &str, new: &str) -> Row {
    let (was, is) = (words(old), words(new));
    let mut ops = ops(&was, &is);
    let kept: usize = ops.iter().filter(|op| op.0 == DiffTag::Equal).flat_map(|op| &was[op.1.clone()]).map(|w| w.trim().len()).sum();
    if (kept as f64) < KINSHIP * old.len().min(new.len()) as f64 {
        return Row { old: Row::gone(old).old, new: Row::added(new).new };
    }
    for at in 1..ops.len().saturating_sub(1) {
        let (tag, text) = (ops[at].0, &was[ops[at].1.clone()]);
        let bare = || text.iter().all(|word| !word.chars().any(char::is_alphanumeric));
        // A space or a comma between two changes is no help to a reader.
        if tag == DiffTag::Equal && bare() {
            ops[at].0 = DiffTag::Replace;
        }
    }
    let mut row = Row::default();
    for (tag, was_at, is_at) in ops {
        push(&mut row.old, &was[was_at].concat(), tag != DiffTag::Equal);
        push(&mut row.new, &is[is_at].concat(), tag != DiffTag::Equal);
    }
    row
}

fn push(runs: &mut Vec<Run>, text: &str, changed: bool) {
    match runs.last_mut().filter(|last| last.changed == changed) {
        _ if text.is_empty() => {}
        Some(last) => last.text.push_str(text),
        None => runs.push(Run { text: text.to_owned(), changed }),
    }
}

fn ops(old: &[&str], new: &[&str]) -> Vec<(DiffTag, Range<usize>, Range<usize>)> {
    capture_diff_slices(Algorithm::Myers, old, new).iter().map(similar::DiffOp::as_tag_tuple).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
        assert_eq!(marked(&row), ("Wages peaked in [1997], and [stayed].".into(), "Wages peaked in {1998}, and {fell}.".into()));
    }

    #[test]
    fn japanese_is_read_by_runs_of_one_script() {
        let row = row("職人の作業服を普段着にした。", "職人の防寒着を普段着に変えた。");
        assert_eq!(marked(&row), ("職人の[作業服]を普段着[にした]。".into(), "職人の{防寒着}を普段着{に変えた}。".into()));
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
