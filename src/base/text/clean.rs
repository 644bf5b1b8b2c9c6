//! What may be stored of what was typed.
//!
//! Mended in silence, because nobody types these on purpose and no meaning is lost:
//! controls, bidi controls, byte order marks, noncharacters, joiners that join nothing,
//! stray tag characters, line endings, the outer white space, and the normal form (NFC).
//! CJK compatibility ideographs are first turned into their standardised variation
//! sequences, because plain NFC would change the shape of a Japanese family name (神 U+FA19).
//!
//! Refused, because only the writer can say what was meant: text with nothing visible in it,
//! and one "character" stacked out of more than [`MAX_STACK`] code points.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::joiners;

/// Code points in one grapheme cluster, at most. The longest in honest use (a family of four
/// with skin tones, a Tibetan stack) has about a dozen; without a limit one "character" could
/// hide a megabyte from every limit that counts grapheme clusters, and paint over its neighbours.
pub const MAX_STACK: usize = 32;

/// Why a text cannot be taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclean {
    /// Something was typed, but nothing of it can be seen.
    Invisible,
    /// A single character carries too many marks or joined parts.
    Stacked,
}

impl fmt::Display for Unclean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Invisible => "the text has no visible character",
            Self::Stacked => "a character carries too many marks",
        })
    }
}

impl std::error::Error for Unclean {}

/// Cleans a text of one line (a title, a name, a gist): line breaks and tabs become a space,
/// runs of spaces one space, invisible spaces go. Empty stays empty; idempotent.
pub fn clean(input: &str) -> Result<String, Unclean> {
    let mut line = String::with_capacity(input.len());
    for c in input.chars() {
        let c = if is_break(c) || c == '\t' { ' ' } else { c };
        if !is_zero_width(c) && !is_refused(c) {
            line.push(c);
        }
    }
    // After the joiners have gone, since one may stand between two spaces.
    let mut line = normalise(&line);
    let mut after_space = false;
    line.retain(|c| {
        let doubled = after_space && c == ' ';
        after_space = c == ' ';
        !doubled
    });
    finish(input, line.trim())
}

/// Cleans a text of several lines (a part, a comment). Keeps `\n`, `\t` and the spaces at line
/// ends (a hard break in Markdown); drops blank lines at both ends. Empty stays empty; idempotent.
pub fn clean_block(input: &str) -> Result<String, Unclean> {
    let mut block = String::with_capacity(input.len());
    let mut chars = input.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\t' => block.push('\t'),
            _ if is_break(c) => block.push('\n'),
            _ if is_refused(c) => {}
            _ => block.push(c),
        }
    }
    let block = normalise(&block);
    // The first line's own indentation stays: in Markdown it may be code.
    let text_starts = block.find(|c: char| !c.is_whitespace()).unwrap_or(0);
    let line_starts = block[..text_starts].rfind('\n').map_or(0, |at| at + 1);
    finish(input, block[line_starts..].trim_end())
}

/// Whether a character has no place in stored or shown text wherever it stands: controls
/// (but see the line breaks and tabs above), bidi controls, noncharacters, and the deprecated
/// format characters. Renderers ask too, since `&#x202E;` only turns up after parsing.
pub fn is_refused(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        // Bidi: marks, embeddings, overrides, isolates. They can make a text read as another.
        '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        // Deprecated format characters, interlinear annotation, the object replacement, BOM.
        '\u{206A}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFC}' | '\u{FEFF}' => true,
        // Noncharacters: U+FDD0..FDEF and the last two of each plane.
        '\u{FDD0}'..='\u{FDEF}' => true,
        _ => (c as u32) & 0xFFFE == 0xFFFE || c.is_control(),
    }
}

/// Line feed and everything Unicode breaks a line at.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters without width that a one-line text can do without; in prose they may be wanted
/// (a Thai break opportunity, a word joiner).
fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}'..='\u{2064}')
}

/// Characters that leave no ink, for deciding whether a text says anything.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || is_zero_width(c)
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200C}' | '\u{200D}' | '\u{2065}' | '\u{2800}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Joiners before the normal form (a joiner can part a letter from its accent) and once more
/// after it (composing changes a joiner's neighbours), so that cleaning twice changes nothing.
fn normalise(text: &str) -> String {
    let text: String = joiners::keep_meaningful(text).cjk_compat_variants().nfc().collect();
    joiners::keep_meaningful(&text).nfc().collect()
}

fn finish(input: &str, text: &str) -> Result<String, Unclean> {
    if text.graphemes(true).any(|g| g.len() > MAX_STACK && g.chars().count() > MAX_STACK) {
        return Err(Unclean::Stacked);
    }
    if text.chars().all(is_blank) {
        // White space alone is an empty field, not an odd one.
        return if input.chars().all(char::is_whitespace) { Ok(String::new()) } else { Err(Unclean::Invisible) };
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_title_becomes_one_tidy_line() {
        assert_eq!(clean("  カフェ\r\nの\t 課題 \u{3000}").as_deref(), Ok("カフェ の 課題"));
        assert_eq!(clean("か\u{3099}").as_deref(), Ok("が"));
        assert_eq!(clean("山田\u{3000}太郎").as_deref(), Ok("山田\u{3000}太郎"));
        assert_eq!(clean(" \u{3000}\n").as_deref(), Ok(""));
    }

    #[test]
    fn invisible_controls_go_and_words_stay() {
        let trick = "\u{FEFF}pay\u{202E}lap\u{2066}\u{0}\u{7}\u{200B}\u{FFFE}\u{1FFFF}";
        assert_eq!(clean(trick).as_deref(), Ok("paylap"));
        assert_eq!(clean_block("a\u{0}\tb\r\nc\rd\u{2028}e").as_deref(), Ok("a\tb\nc\nd\ne"));
    }

    #[test]
    fn a_block_keeps_its_first_indent_and_hard_breaks() {
        assert_eq!(clean_block("\n \n    code  \nnext\n\n").as_deref(), Ok("    code  \nnext"));
        assert_eq!(clean_block(" \n ").as_deref(), Ok(""));
    }

    #[test]
    fn a_family_name_keeps_its_shape() {
        assert_eq!(clean("\u{FA19}").as_deref(), Ok("神\u{FE00}"));
    }

    #[test]
    fn joined_characters_survive() {
        for kept in ["👩‍💻", "👨‍👩‍👧‍👦", "🏳️‍🌈", "❤️‍🔥", "🧑🏽‍🚀", "क्‍ष", "ක්‍ෂ", "می‌خواهم", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "葛󠄀城"]
        {
            assert_eq!(clean(kept).as_deref(), Ok(kept));
        }
        assert_eq!(clean("ad\u{200D}min\u{200C}").as_deref(), Ok("admin"));
        assert_eq!(clean("a\u{E0061}b").as_deref(), Ok("ab"));
    }

    #[test]
    fn nothing_visible_and_stacked_marks_are_refused() {
        for blank in ["\u{200B}", "\u{3164}", "\u{2800} \u{FE0F}", "\u{202E}"] {
            assert_eq!(clean(blank), Err(Unclean::Invisible), "{blank:?}");
        }
        let zalgo = format!("a{}", "\u{0301}".repeat(40));
        assert_eq!(clean_block(&zalgo), Err(Unclean::Stacked));
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(s in any::<String>(), t in "[a-c \t\r\n\u{3000}\u{200B}-\u{200F}\u{2028}-\u{202E}\u{300}-\u{303}\u{1F468}\u{FE0F}\u{1F3FD}क्か\u{3099}\u{FA19}\u{E0061}\u{1F3F4}\u{E007F}]{0,40}") {
            for text in [s, t] {
                for clean in [clean, clean_block] {
                    if let Ok(once) = clean(&text) {
                        prop_assert_eq!(clean(&once), Ok(once.clone()));
                        prop_assert!(!once.chars().any(is_refused));
                    }
                }
            }
        }
    }
}
