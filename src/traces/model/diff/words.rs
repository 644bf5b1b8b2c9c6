//! Words to compare by. Where words are set apart by spaces they are Unicode's (UAX #29). Japanese is
//! not: a run of kanji or of hiragana counts as one, so that neither half a word nor a whole
//! sentence is marked.

use unicode_segmentation::UnicodeSegmentation;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Kanji,
    Hiragana,
    Other,
}

/// The words of a text with all that stands between them: put together they are the text.
pub fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut before) = (0, Script::Other);
    for (at, piece) in text.split_word_bound_indices() {
        let script = script(piece);
        if at > 0 && (script != before || script == Script::Other) {
            words.push(&text[start..at]);
            start = at;
        }
        before = script;
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

/// The sentences of a text, each with the spaces behind it: put together they are the text.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let space_follows = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
        if matches!(c, '。' | '\u{FF01}' | '\u{FF1F}' | '\n') || matches!(c, '.' | '!' | '?') && space_follows {
            let end = at + c.len_utf8();
            sentences.push(&text[start..end]);
            start = end;
        }
    }
    if start < text.len() {
        sentences.push(&text[start..]);
    }
    sentences
}

fn script(piece: &str) -> Script {
    match piece.chars().next() {
        Some(
            '々'
            | '〆'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}',
        ) => Script::Kanji,
        Some('\u{3041}'..='\u{309F}') => Script::Hiragana,
        _ => Script::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{sentences, words};

    #[test]
    fn a_sentence_ends_where_readers_end_it() {
        assert_eq!(
            sentences("It grew 1.5 times. Why? 職人が来た。雨でも。"),
            ["It grew 1.5 times.", " Why?", " 職人が来た。", "雨でも。"]
        );
        assert_eq!(sentences("no end"), ["no end"]);
        assert!(sentences("").is_empty());
    }

    #[test]
    fn words_as_each_language_has_them() {
        assert_eq!(words("It isn't 1,000 yen."), ["It", " ", "isn't", " ", "1,000", " ", "yen", "."]);
        assert_eq!(
            words("職人の作業服をワークマンで買う。"),
            ["職人", "の", "作業服", "を", "ワークマン", "で", "買", "う", "。"]
        );
        assert_eq!(words("人々も10年で"), ["人々", "も", "10", "年", "で"]);
        assert_eq!(words(""), Vec::<&str>::new());
    }
}
