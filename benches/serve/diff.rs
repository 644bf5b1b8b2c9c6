//! What changed between two revisions of 40,000 characters.

use std::collections::BTreeMap;
use std::time::Instant;

use marketing_trace::base::words::Lang;
use marketing_trace::companies::model::CompanyId;
use marketing_trace::traces::model::differences::Differences;
use marketing_trace::traces::model::draft::{Content, PartText};
use marketing_trace::traces::model::part::{PILLARS, PartKey};

use crate::Bars;
use crate::load::median;

/// Characters of a revision, in four parts.
const LENGTH: usize = 40_000;

/// A text edited here and there; one rewritten from the first word to the last; and words that come
/// back in every sentence in another order, which is the hardest to tell apart.
pub fn measure(bars: &mut Bars) {
    let edited = (revision(|n| n), revision(|n| if n % 40 == 7 { n + 1_000_000 } else { n }));
    let rewritten = (revision(|n| n), revision(|n| n + 1_000_000));
    let shuffled = (revision(|n| n * 7 % 90), revision(|n| n * 11 % 90));
    for (name, (old, new)) in [("edited", edited), ("rewritten", rewritten), ("shuffled", shuffled)] {
        let times: Vec<f64> = (0..5).map(|_| once(&old, &new)).collect();
        bars.at_most(&format!("differences of 40,000 characters, {name}"), median(times.into_iter()), "ms", 50.0);
    }
}

fn once(old: &Content, new: &Content) -> f64 {
    let began = Instant::now();
    assert!(!Differences::of(old, new, Lang::En, |kind| kind.to_string()).is_empty());
    began.elapsed().as_secs_f64() * 1e3
}

/// Four pillars of a quarter each; `word` chooses the n-th word.
fn revision(word: impl Fn(usize) -> usize) -> Content {
    let mut n = 0;
    let mut text = || {
        let mut text = String::new();
        let mut characters = 0;
        while characters < LENGTH / 4 {
            let piece = piece(word(n), n);
            characters += piece.chars().count();
            text.push_str(&piece);
            n += 1;
        }
        text
    };
    let part = |key: PartKey| (key, PartText { gist: "一言。".into(), body: text(), ..PartText::default() });
    Content {
        title: "比べる".into(),
        language: Lang::Ja,
        company: CompanyId(1),
        parts: PILLARS.map(part).into_iter().collect::<BTreeMap<_, _>>(),
        sources: Vec::new(),
    }
}

/// A word of kanji and the kana behind it; now and then a sentence ends, or a paragraph.
fn piece(word: usize, at: usize) -> String {
    let kanji = |n: usize| char::from_u32(0x4E00 + u32::try_from(n % 5_000).unwrap_or(0)).unwrap_or('字');
    let end = match at % 60 {
        59 => "。\n\n",
        19 | 39 => "。",
        _ => "の",
    };
    format!("{}{}{end}", kanji(word), kanji(word / 7))
}
