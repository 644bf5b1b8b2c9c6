//! Text folded for comparing, with the way back to the original.
//!
//! Each grapheme cluster is folded by itself (NFKC, lower case, Latin accents dropped), and each
//! resulting character remembers the cluster's bytes. NFKC changes lengths (㈱ → (株), ｶﾞ → ガ), so
//! positions in folded text mean nothing in the original; the remembered ranges do.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// One folded character and the bytes of the original cluster that it came from.
pub struct Folded {
    pub c: char,
    pub from: Range<usize>,
}

/// What a run of characters is searched by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Written without spaces: single characters and pairs.
    Cjk,
    /// Everything else: whole words.
    Word,
}

/// Folds a text. Linear.
pub fn fold(text: &str) -> Vec<Folded> {
    let mut folded = Vec::with_capacity(text.len());
    for (at, cluster) in text.grapheme_indices(true) {
        let from = at..at + cluster.len();
        if cluster.is_ascii() {
            folded.extend(cluster.chars().map(|c| Folded { c: c.to_ascii_lowercase(), from: from.clone() }));
            continue;
        }
        let mut latin = false;
        let plain = cluster.nfkd().flat_map(char::to_lowercase).filter(move |c| {
            // "Nestlé" is found by "nestle"; but が is not か, and й is not и.
            let accent = matches!(c, '\u{300}'..='\u{36F}');
            latin = if accent { latin } else { c.is_ascii_alphabetic() };
            !(accent && latin || is_ignored(*c))
        });
        folded.extend(plain.nfkc().map(|c| Folded { c, from: from.clone() }));
    }
    folded
}

/// The runs of searchable characters: what kind, and which range of `folded`.
/// An apostrophe between letters stays inside its word.
pub fn runs(folded: &[Folded]) -> Vec<(Kind, Range<usize>)> {
    let mut runs: Vec<(Kind, Range<usize>)> = Vec::new();
    for (at, f) in folded.iter().enumerate() {
        let open = runs.last_mut().filter(|(_, range)| range.end == at);
        let kind = match kind(f.c) {
            Some(kind) => kind,
            None => {
                let letter_follows = folded.get(at + 1).is_some_and(|n| kind(n.c) == Some(Kind::Word));
                if let Some((Kind::Word, range)) = open
                    && is_apostrophe(f.c)
                    && letter_follows
                {
                    range.end = at + 1;
                }
                continue;
            }
        };
        match open {
            Some((open_kind, range)) if *open_kind == kind => range.end = at + 1,
            _ => runs.push((kind, at..at + 1)),
        }
    }
    runs
}

pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn kind(c: char) -> Option<Kind> {
    match c {
        '々' | '〆' | '〇' | 'ー'
        | '\u{3041}'..='\u{309A}' | '\u{309D}'..='\u{309F}' // hiragana, marks
        | '\u{30A1}'..='\u{30FA}' | '\u{30FD}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' // katakana
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' // han
        | '\u{AC00}'..='\u{D7A3}' // hangul: spaces part phrases there, not stems
        | '\u{20000}'..='\u{3FFFD}' => Some(Kind::Cjk),
        _ if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) => Some(Kind::Word),
        _ => None,
    }
}

/// Invisible characters that must not part a word: soft hyphen, joiners, variation selectors.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}
