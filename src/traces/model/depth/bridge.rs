//! A missing bridge: both pillars are said, and nothing says why one leads to the other. A word that
//! keeps the place, the pillar said again, or the question itself is no bridge.

use unicode_normalization::UnicodeNormalization;

/// Words that keep a place, without blanks and signs.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "todo", "tbd", "tba", "na", "none", "wip", "later", "writelater", "because", "so", "therefore", "seeabove", "sameasabove",
    "obvious", "itisobvious", "itsobvious", "ofcourse", "idontknow", "dontknow", "unknown", "xxx",
    "あとで", "後で", "あとで書く", "後で書く", "あとで書きます", "後で書きます", "未定", "未記入", "未入力", "保留", "考え中", "検討中", "執筆中", "仮",
    "だから", "なので", "よって", "同上", "上に同じ", "上と同じ", "以下同文", "当然", "当然である", "当たり前", "わからない", "不明", "なし", "特になし", "ー",
];

/// Whether the place between two pillars, each with its gist, is empty in all but looks.
pub fn is_missing(from: &str, to: &str, bridge: &str) -> bool {
    let (from, to, said) = (plain(from), plain(to), plain(bridge));
    if from.is_empty() || to.is_empty() {
        return false;
    }
    let again = said == from || said == to || said == format!("{from}{to}") || said == format!("{to}{from}");
    said.is_empty() || PLACES.contains(&said.as_str()) || again || only_asks(bridge)
}

/// One sentence, and that a question.
fn only_asks(bridge: &str) -> bool {
    let bridge = bridge.trim();
    let asks = |c: char| matches!(c, '?' | '\u{ff1f}');
    bridge.ends_with(asks)
        && !bridge.trim_end_matches(asks).contains(['.', '。', '!', '\u{ff01}', ':', '\u{ff1a}', '\n'])
}

/// Letters and digits alone, in compatibility form and lower case.
fn plain(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}
