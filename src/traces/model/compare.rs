//! 比較: which traces stand side by side, and what their typed facts say of each other. Pure.
//!
//! Facts are compared by their values alone; how much two texts resemble each other is for readers to say.

use crate::traces::model::TraceId;

/// So many traces stand side by side.
pub const LEAST: usize = 2;
pub const MOST: usize = 4;
/// Traces that an address may name and that are still offered to choose from.
pub const READ: usize = 8;

/// The traces that an address names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// In the order asked for, each once, at most [`READ`].
    pub traces: Vec<TraceId>,
    /// One of them was named again.
    pub twice: bool,
    /// Something that is no trace's number was named.
    pub broken: bool,
}

/// Why what was asked for is no comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    Nothing,
    One,
    TooMany,
    Twice,
    /// One of them cannot be read here: not there, not published, or hidden.
    Missing,
}

impl Asked {
    /// Reads `traces=1,2` and `traces=1&traces=2` alike.
    pub fn read<'a>(values: impl Iterator<Item = &'a str>) -> Self {
        let mut asked = Self::default();
        for word in values.flat_map(|value| value.split(',')).map(str::trim).filter(|word| !word.is_empty()) {
            match word.parse::<TraceId>().ok().filter(|id| id.0 > 0) {
                None => asked.broken = true,
                Some(id) if asked.traces.contains(&id) => asked.twice = true,
                Some(id) if asked.traces.len() < READ => asked.traces.push(id),
                Some(_) => {}
            }
        }
        asked
    }

    /// What stands in the way, when so many of them can be read.
    #[must_use]
    pub fn unfit(&self, readable: usize) -> Option<Unfit> {
        let named = self.traces.len() + usize::from(self.broken);
        if named == 0 {
            Some(Unfit::Nothing)
        } else if self.traces.len() > MOST {
            Some(Unfit::TooMany)
        } else if self.twice {
            Some(Unfit::Twice)
        } else if self.broken || readable < self.traces.len() {
            Some(Unfit::Missing)
        } else if named < LEAST {
            Some(Unfit::One)
        } else {
            None
        }
    }

    /// The one address of this comparison.
    #[must_use]
    pub fn path(&self) -> String {
        let ids: Vec<String> = self.traces.iter().map(TraceId::to_string).collect();
        format!("/compare?traces={}", ids.join(","))
    }
}

/// What a fact's values say of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Every trace says it, and says the same.
    Equal,
    /// Two traces say something else.
    Different,
    /// A trace does not say it, and the others do not contradict each other.
    Unsaid,
}

/// Compares what was said; `None` is what a trace leaves unsaid.
pub fn verdict<T: PartialEq>(values: &[Option<T>]) -> Verdict {
    let mut said = values.iter().flatten();
    let first = said.next();
    if said.any(|value| Some(value) != first) {
        Verdict::Different
    } else if values.iter().any(Option::is_none) || values.is_empty() {
        Verdict::Unsaid
    } else {
        Verdict::Equal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(values: &[&str]) -> Asked {
        Asked::read(values.iter().copied())
    }

    #[test]
    fn a_comparison_has_one_address_however_it_was_asked_for() {
        for values in [vec!["3,1"], vec!["3", "1"], vec![" 3 ,, 1 "]] {
            assert_eq!(asked(&values).path(), "/compare?traces=3,1");
            assert_eq!(asked(&values).unfit(2), None);
        }
    }

    #[test]
    fn what_is_no_comparison_says_why() {
        assert_eq!(asked(&[]).unfit(0), Some(Unfit::Nothing));
        assert_eq!(asked(&["", ","]).unfit(0), Some(Unfit::Nothing));
        assert_eq!(asked(&["1"]).unfit(1), Some(Unfit::One));
        assert_eq!(asked(&["1", "1"]).unfit(1), Some(Unfit::Twice));
        assert_eq!(asked(&["1,2,1"]).unfit(2), Some(Unfit::Twice));
        assert_eq!(asked(&["1,2,3,4"]).unfit(4), None);
        assert_eq!(asked(&["1,2,3,4,5"]).unfit(5), Some(Unfit::TooMany));
        assert_eq!(asked(&["1,2"]).unfit(1), Some(Unfit::Missing));
        assert_eq!(asked(&["1"]).unfit(0), Some(Unfit::Missing));
        for broken in ["1,x", "1,-2", "1,99999999999999999999", "1,0"] {
            assert_eq!(asked(&[broken]).unfit(1), Some(Unfit::Missing), "{broken}");
        }
        assert_eq!(asked(&["1,2,3,4,5,6,7,8,9,10,11"]).traces.len(), READ);
    }

    #[test]
    fn facts_are_equal_different_or_unsaid() {
        assert_eq!(verdict(&[Some(1), Some(1)]), Verdict::Equal);
        assert_eq!(verdict(&[Some(1), Some(2)]), Verdict::Different);
        assert_eq!(verdict(&[Some(1), None]), Verdict::Unsaid);
        assert_eq!(verdict(&[None::<i64>, None]), Verdict::Unsaid);
        assert_eq!(verdict(&[Some(1), None, Some(1)]), Verdict::Unsaid);
        assert_eq!(verdict(&[Some(1), None, Some(2)]), Verdict::Different);
        assert_eq!(verdict(&[None, Some("a"), Some("a"), Some("a")]), Verdict::Unsaid);
        assert_eq!(verdict::<i64>(&[]), Verdict::Unsaid);
    }
}
