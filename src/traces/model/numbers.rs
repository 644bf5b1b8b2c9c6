//! Numbers that want a source: amounts, percentages and counts with a unit, in any digits.
//!
//! Years, dates, ordinals, list numbers and company codes are none. A number is sourced when its
//! paragraph, list item or table row cites a known source, or says that it is [`MY_ESTIMATE`].
//! Rules, not grammar: what they miss is a kindness, what they wrongly find a nuisance, so in
//! doubt a number is none.

mod english;
mod marks;

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

use english::english_unit;

pub use marks::{Mark, marks};

/// The reserved key by which a writer marks a number as their own estimate.
pub const MY_ESTIMATE: &str = "my-estimate";

/// The numbers of a part without a source, as written (folded to ASCII digits). A gist cites nothing:
/// its numbers are sourced where the part's text says them again beside a source.
#[must_use]
pub fn unsourced(gist: &str, text: &str, known: &[&str]) -> Vec<String> {
    let (mut all, of_text) = unsourced_of(gist, text, known);
    all.extend(of_text);
    all
}

/// The same apart: those of the gist, those of the text.
#[must_use]
pub fn unsourced_of(gist: &str, text: &str, known: &[&str]) -> (Vec<String>, Vec<String>) {
    let (sourced, found) = sorted(text, known);
    let said: HashSet<String> = sourced.iter().chain(&found).map(|number| figure(number)).collect();
    let missing = sorted(gist, &[]).1.into_iter().filter(|number| !said.contains(&figure(number))).collect();
    (missing, found)
}

/// The numbers beside a known source, and the others.
fn sorted(text: &str, known: &[&str]) -> (Vec<String>, Vec<String>) {
    let (mut sourced, mut open) = (Vec::new(), Vec::new());
    for block in blocks(text) {
        let (plain, keys) = without_citations(&block.text);
        if is_sourced(&keys, known) { &mut sourced } else { &mut open }.extend(numbers(&plain));
    }
    (sourced, open)
}

/// The figure without the words after it: `1,000` and `1000` are one.
fn figure(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    chars[..run(&chars, 0)].iter().filter(|c| **c != ',').collect()
}

fn is_sourced(keys: &[String], known: &[&str]) -> bool {
    keys.iter().any(|key| key == MY_ESTIMATE || known.contains(&key.as_str()))
}

/// A paragraph, list item or table row, and its last line.
struct Block {
    text: String,
    last: usize,
}

/// The texts of a Markdown text's paragraphs, list items and table rows.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    blocks(text).into_iter().map(|block| block.text).collect()
}

/// Code is quoted, not claimed.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut open, mut fenced) = (false, false);
    for (last, line) in text.lines().enumerate() {
        let line = line.trim();
        let fence = line.starts_with("```") || line.starts_with("~~~");
        if fence || fenced || line.is_empty() {
            fenced ^= fence;
            open = false;
            continue;
        }
        let own = line.starts_with('|') || is_item(line) || line.starts_with('#');
        match blocks.last_mut().filter(|_| open && !own) {
            Some(block) => {
                block.text.push(' ');
                block.text.push_str(line);
                block.last = last;
            }
            None => blocks.push(Block { text: line.to_owned(), last }),
        }
        open = true;
    }
    blocks
}

fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let ordered = rest.len() < line.len() && (rest.starts_with(". ") || rest.starts_with(") "));
    ordered || ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
}

/// The block in plain compatibility form without its citations and addresses, and the cited keys.
fn without_citations(block: &str) -> (String, Vec<String>) {
    let (mut plain, mut keys) = (String::with_capacity(block.len()), Vec::new());
    let mut rest = block;
    while let Some(at) = rest.find("[^") {
        plain.push_str(&rest[..at]);
        let after = &rest[at + 2..];
        match after.find(']').filter(|end| *end <= 64) {
            Some(end) => {
                keys.push(after[..end].to_lowercase());
                rest = &after[end + 1..];
            }
            None => rest = after,
        }
    }
    plain.push_str(rest);
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.contains("://")).collect();
    (words.join(" ").nfkc().flat_map(char::to_lowercase).collect(), keys)
}

fn numbers(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < chars.len() {
        let end = run(&chars, at);
        if end == at {
            at += 1;
            continue;
        }
        if counts(&chars, at, end) {
            let to = (end + 8).min(chars.len());
            found.push(chars[at..to].iter().collect());
        }
        at = end;
    }
    found
}

const KANJI: &str = "〇一二三四五六七八九十百千万億兆";

/// The end of the digits or kanji numerals that begin at `at`.
fn run(chars: &[char], at: usize) -> usize {
    let is = |i: usize, test: &dyn Fn(char) -> bool| chars.get(i).is_some_and(|c| test(*c));
    let digit = |c: char| c.is_ascii_digit();
    let mut end = at;
    if is(at, &digit) {
        while is(end, &digit) || (is(end, &|c| matches!(c, ',' | '.')) && is(end + 1, &digit)) {
            end += 1;
        }
        return end;
    }
    // 万 and 億 alone are words (万人), not numbers.
    if is(at, &|c| KANJI.contains(c) && !"万億兆".contains(c)) {
        while is(end, &|c| KANJI.contains(c)) {
            end += 1;
        }
    }
    end
}

/// Whether the run is an amount, a percentage or a count with a unit.
fn counts(chars: &[char], start: usize, end: usize) -> bool {
    let before: String = chars[start.saturating_sub(6)..start].iter().collect();
    let after: String = chars[end..(end + 40).min(chars.len())].iter().collect();
    let digits = chars[start].is_ascii_digit();
    // 第3四半期, B2B, No.1, #1: names, not amounts.
    let named = ["第", "#", "no.", "no. ", "-"]
        .iter()
        .any(|mark| before.ends_with(mark) && (*mark != "-" || digits_before(&before)));
    if named || (digits && ends_with_letter(&before) && !currency_before(&before)) {
        return false;
    }
    if currency_before(&before) {
        return true;
    }
    if digits {
        let number: String = chars[start..end].iter().collect();
        return japanese_unit(&after, &before) || english_unit(&after, is_year(&number));
    }
    kanji_unit(&chars[start..end], &after)
}

fn digits_before(before: &str) -> bool {
    before.trim_end_matches('-').ends_with(|c: char| c.is_ascii_digit())
}

fn ends_with_letter(before: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_alphabetic())
}

fn currency_before(before: &str) -> bool {
    let before = before.trim_end_matches(' ');
    before.ends_with(['$', '€', '£', '¥', '₩'])
        || ["usd", "jpy", "eur", "gbp"].iter().any(|code| before.ends_with(code))
}

/// Four digits without a separator in the range of years.
fn is_year(number: &str) -> bool {
    number.len() == 4 && number.parse::<u32>().is_ok_and(|n| (1500..=2100).contains(&n))
}

/// Units of Japanese, without those of calendars (年 月 日 時 号 位 期 代 章).
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "%", "パーセント", "ポイント", "割", "倍", "万", "億", "兆", "千", "百", "円", "ドル", "ユーロ", "ポンド", "元", "ウォン",
    "人", "名", "店", "社", "件", "個", "本", "台", "冊", "杯", "枚", "軒", "箱", "着", "足", "品", "点", "種", "世帯",
    "席", "室", "校", "回", "度", "票", "拠点", "工場", "商品", "アイテム", "食", "羽", "頭", "匹", "棟", "床", "坪",
    "か国", "カ国", "ヶ国", "ヵ国", "箇国", "都市", "都道府県", "か所", "カ所", "ヶ所", "箇所", "時間", "分", "秒", "日間", "週間",
    "か月", "カ月", "ヶ月", "ヵ月", "年間", "平方メートル", "メートル", "キロ", "グラム", "トン", "リットル", "ミリ", "センチ", "歳",
];

fn japanese_unit(after: &str, before: &str) -> bool {
    let after = after.strip_prefix(' ').unwrap_or(after);
    let Some(unit) = UNITS.iter().filter(|unit| after.starts_with(**unit)).max_by_key(|unit| unit.len()) else {
        return false;
    };
    let rest = &after[unit.len()..];
    // 3回目 and 5店舗目 are ordinals, 9時30分 is a time of day, 2度と is an adverb, 本日 and 人目 are words.
    let ordinal = rest.starts_with('目') || rest.starts_with("舗目") || rest.starts_with("番");
    let clock = *unit == "分" && before.ends_with('時');
    !(ordinal || clock || (*unit == "本" && rest.starts_with('日')))
}

/// Kanji numerals are also letters of words (一部, 十分, 一人ひとり), so fewer units make them numbers.
fn kanji_unit(run: &[char], after: &str) -> bool {
    const SURE: &[&str] = &["割", "倍", "円", "ドル", "ユーロ", "パーセント", "ポイント", "%", "分の"];
    const COUNTERS: &[&str] = &[
        "人", "名", "店", "社", "件", "個", "台", "冊", "杯", "枚", "軒", "世帯", "か国", "カ国", "ヶ国", "トン", "席",
        "校", "拠点", "種類", "時間", "年間", "か月", "カ月", "ヶ月", "日間", "週間",
    ];
    if after.starts_with("人十色") || after.starts_with("人一首") {
        return false;
    }
    let large = run.iter().any(|c| "十百千万億兆".contains(*c));
    let several = large || run.len() > 1;
    let magnitude = run.len() > 1 && run.iter().any(|c| "億兆".contains(*c));
    let counter = COUNTERS.iter().find(|unit| after.starts_with(**unit));
    let counted = several && counter.is_some_and(|unit| !after[unit.len()..].starts_with('目'));
    magnitude || counted || SURE.iter().any(|unit| after.starts_with(unit))
}

#[cfg(test)]
mod tests;
