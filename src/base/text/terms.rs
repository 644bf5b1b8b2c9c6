//! The words of the search index, and the marks on a hit. Server only.
//!
//! Japanese is written without spaces, so a run of kana and kanji is indexed by every single
//! character and every pair: a search for 店 or 課題 needs no dictionary, and one of three
//! characters or more asks for all its pairs. Other words are indexed as they stand and, if they
//! are plain ASCII letters, by their English stem (Snowball) under the prefix `s:`, which no word can have.
//! Texts are folded first (NFKC, lower case, no Latin accents), queries in the same way.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};

use super::fold::{Folded, Kind, fold, is_apostrophe, runs};

/// Terms that one query may ask for, over all its words. Each is a lookup in the index.
pub const MAX_QUERY_TERMS: usize = 12;
/// Characters of one run of kana and kanji that are indexed; longer runs are no prose.
pub const MAX_RUN: usize = 2_000;
/// Characters of one word that are indexed, so that a pasted blob makes no long key.
pub const MAX_WORD: usize = 64;
/// Characters of a query that are read.
const MAX_QUERY: usize = 400;

/// Every term of a text with how often it occurs. The cost grows with the text's length.
pub fn index_terms(text: &str) -> BTreeMap<String, u32> {
    let stemmer = Stemmer::create(Algorithm::English);
    let folded = fold(text);
    let mut terms = BTreeMap::new();
    let mut add = |term: String| *terms.entry(term).or_insert(0) += 1;
    for (kind, run) in runs(&folded) {
        let chars = &folded[run];
        match kind {
            Kind::Cjk => {
                let chars = &chars[..chars.len().min(MAX_RUN)];
                chars.iter().for_each(|f| add(f.c.to_string()));
                chars.windows(2).for_each(|pair| add(string(pair)));
            }
            Kind::Word => {
                let word = word(chars);
                if let Some(stem) = stem(&stemmer, &word) {
                    add(stem);
                }
                add(word);
            }
        }
    }
    terms
}

/// What a query asks for: for each of its words the terms that must all be in a document.
/// At most [`MAX_QUERY_TERMS`] terms in all, each at most once; empty if nothing can be searched.
pub fn query_terms(query: &str) -> Vec<Vec<String>> {
    words(query).into_iter().map(|word| word.terms).collect()
}

/// Where a text answers a query: byte ranges of `text`, ascending, apart from each other, on
/// character boundaries. A run of kana and kanji is marked whole; only if it stands nowhere
/// whole are its pairs marked. Other words are marked whole if their stems agree.
pub fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    let stemmer = Stemmer::create(Algorithm::English);
    let folded = fold(text);
    let runs = runs(&folded);
    let mut found: Vec<Range<usize>> = Vec::new();
    for asked in words(query) {
        let wholes = match asked.kind {
            Kind::Cjk => occurrences(&folded, &asked.chars),
            Kind::Word => runs
                .iter()
                .filter(|(kind, _)| *kind == Kind::Word)
                .filter(|(_, run)| asked.terms.contains(&term(&stemmer, &folded[run.clone()])))
                .map(|(_, run)| run.clone())
                .collect(),
        };
        if wholes.is_empty() && asked.kind == Kind::Cjk {
            for pair in &asked.terms {
                found.extend(occurrences(&folded, &pair.chars().collect::<Vec<_>>()));
            }
        }
        found.extend(wholes);
    }
    merged(found.into_iter().filter_map(|run| {
        let (first, last) = (folded.get(run.start)?, folded.get(run.end.checked_sub(1)?)?);
        Some(first.from.start..last.from.end)
    }))
}

struct Asked {
    kind: Kind,
    chars: Vec<char>,
    terms: Vec<String>,
}

fn words(query: &str) -> Vec<Asked> {
    let stemmer = Stemmer::create(Algorithm::English);
    let end = query.char_indices().nth(MAX_QUERY).map_or(query.len(), |(at, _)| at);
    let folded = fold(&query[..end]);
    let mut seen = BTreeSet::new();
    let mut words = Vec::new();
    for (kind, run) in runs(&folded) {
        let left = MAX_QUERY_TERMS - seen.len();
        if left == 0 {
            break;
        }
        // As many characters as make the pairs that are left to ask for.
        let run = &folded[run];
        let run = if kind == Kind::Cjk { &run[..run.len().min(left + 1)] } else { run };
        let mut terms = match (kind, run) {
            (Kind::Cjk, [one]) => vec![one.c.to_string()],
            (Kind::Cjk, _) => run.windows(2).map(string).collect(),
            (Kind::Word, _) => vec![term(&stemmer, run)],
        };
        terms.retain(|term| seen.insert(term.clone()));
        if !terms.is_empty() {
            words.push(Asked { kind, chars: run.iter().map(|f| f.c).collect(), terms });
        }
    }
    words
}

/// The term by which a word is asked for: its stem if it has one, else the word.
fn term(stemmer: &Stemmer, chars: &[Folded]) -> String {
    let word = word(chars);
    stem(stemmer, &word).unwrap_or(word)
}

fn stem(stemmer: &Stemmer, word: &str) -> Option<String> {
    let plain = word.bytes().all(|b| b.is_ascii_alphabetic());
    plain.then(|| format!("s:{}", stemmer.stem(word)))
}

/// A word without its apostrophes: "customer's" → "customer", "don't" → "dont".
fn word(chars: &[Folded]) -> String {
    let chars = match chars {
        [rest @ .., mark, s] if is_apostrophe(mark.c) && s.c == 's' => rest,
        _ => chars,
    };
    chars.iter().map(|f| f.c).filter(|c| !is_apostrophe(*c)).take(MAX_WORD).collect()
}

fn string(chars: &[Folded]) -> String {
    chars.iter().map(|f| f.c).collect()
}

/// Plain search: `needle` has at most [`MAX_QUERY_TERMS`] + 1 characters.
fn occurrences(folded: &[Folded], needle: &[char]) -> Vec<Range<usize>> {
    let len = needle.len().max(1);
    let found = folded.windows(len).enumerate();
    let found = found.filter(|(_, window)| window.iter().map(|f| f.c).eq(needle.iter().copied()));
    found.map(|(at, _)| at..at + len).collect()
}

fn merged(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut ranges: Vec<_> = ranges.collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn finds(text: &str, query: &str) -> bool {
        let (index, asked) = (index_terms(text), query_terms(query));
        !asked.is_empty() && asked.iter().flatten().all(|term| index.contains_key(term))
    }

    fn marked<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
        marks(text, query).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn finds_japanese_of_one_and_two_characters() {
        let text = "コンビニ各店の顧客課題を、7564の有報から読む。";
        for query in ["店", "課題", "顧客課題", "ｺﾝﾋﾞﾆ", "７５６４", "有報 課題"] {
            assert!(finds(text, query), "{query}");
        }
        for query in ["題課", "客店", "756"] {
            assert!(!finds(text, query), "{query}");
        }
        assert_eq!(index_terms("店店長").get("店"), Some(&2));
    }

    #[test]
    fn finds_english_by_stem() {
        let text = "Customers’ jobs: NESTLÉ's capsule coffee was running";
        for query in ["customer", "Customers", "ｊｏｂ", "nestle", "Nestlé", "runs coffee"] {
            assert!(finds(text, query), "{query}");
        }
        assert!(!finds(text, "tea"));
        assert_eq!(index_terms("running").into_keys().collect::<Vec<_>>(), ["running", "s:run"]);
    }

    #[test]
    fn a_query_is_bounded() {
        let long: String = ('一'..'倀').collect();
        assert_eq!(query_terms(&long).concat().len(), MAX_QUERY_TERMS);
        let wordy: Vec<String> = (0..50).map(|n| format!("w{n}")).collect();
        assert_eq!(query_terms(&wordy.join(" ")).len(), MAX_QUERY_TERMS);
        assert!(query_terms(" 、。!? ").is_empty());
        assert_eq!(query_terms("課題 店"), [vec!["課題".to_owned()], vec!["店".to_owned()]]);
        assert_eq!(index_terms(&"あ".repeat(MAX_RUN * 2)).get("あ"), Some(&(MAX_RUN as u32)));
    }

    #[test]
    fn marks_what_was_written() {
        assert_eq!(marked("ＣＵＳＴＯＭＥＲＳの課題と課題感", "customer 課題"), ["ＣＵＳＴＯＭＥＲＳ", "課題", "課題"]);
        assert_eq!(marked("ｶﾞｽﾄとｶｽﾄ", "ガスト"), ["ｶﾞｽﾄ"]);
        assert_eq!(marked("㈱良品計画", "株"), ["㈱"]);
        assert_eq!(marked("顧客の課題", "顧客課題"), ["顧客", "課題"]);
        assert_eq!(marked("神\u{FE00}社", "神社"), ["神\u{FE00}社"]);
        assert_eq!(marked("customer's custody", "customers"), ["customer's"]);
        assert!(marked("何もない", "zzz").is_empty());
    }

    proptest! {
        #[test]
        fn marks_lie_on_boundaries(s in any::<String>(), t in "[aAｓs'é㈱ｶﾞ課題のー \u{301}\u{200D}\u{FE00}👩💻]{0,60}", q in "[aAｓs'e株ガ課題のー ]{0,12}") {
            for text in [s, t] {
                let mut end = None;
                for range in marks(&text, &q) {
                    prop_assert!(range.start < range.end && text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
                    prop_assert!(end.is_none_or(|end| range.start > end));
                    end = Some(range.end);
                }
                index_terms(&text);
            }
        }
    }
}
