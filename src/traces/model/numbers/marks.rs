//! What a reader is told where a number stands: that it wants a source, or how old it is.

use super::{Block, blocks, is_sourced, numbers, run, without_citations};

/// What a reader is told at the end of a block with numbers in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// No source stands beside it.
    NeedsSource,
    /// The block says no year of its own: its numbers are as old as the source with this key.
    AsOf(String),
}

/// The marks of a Markdown text, each with the line after which it belongs, counted from 0.
#[must_use]
pub fn marks(text: &str, known: &[&str]) -> Vec<(usize, Mark)> {
    let one = |block: Block| {
        let (plain, keys) = without_citations(&block.text);
        if numbers(&plain).is_empty() {
            return None;
        }
        if !is_sourced(&keys, known) {
            return Some((block.last, Mark::NeedsSource));
        }
        let key = keys.into_iter().find(|key| known.contains(&key.as_str())).filter(|_| !says_a_year(&plain))?;
        Some((block.last, Mark::AsOf(key)))
    };
    blocks(text).into_iter().filter_map(one).collect()
}

/// "in 2019", "平成30年": what says when it was true needs no other date.
fn says_a_year(plain: &str) -> bool {
    let chars: Vec<char> = plain.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let end = run(&chars, at);
        if end == at {
            at += 1;
            continue;
        }
        let digits: String = chars[at..end].iter().collect();
        let year = digits.parse::<u32>().is_ok_and(|n| digits.len() == 4 && (1_800..2_200).contains(&n));
        if year || chars.get(end) == Some(&'年') {
            return true;
        }
        at = end;
    }
    false
}
