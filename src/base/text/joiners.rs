//! Zero-width joiners and tag characters: kept where they mean something, dropped elsewhere.
//!
//! ZWJ (U+200D) builds emoji (👩‍💻); ZWJ and ZWNJ (U+200C) shape Indic conjuncts and Persian
//! words; tag characters spell the flags of England, Scotland and Wales. Anywhere else they
//! are invisible, and make two names that look the same differ. The rule follows RFC 5892
//! appendix A (after a virama, or between letters of a joining script) and UTS #51 for emoji.

use unicode_normalization::char::canonical_combining_class;

const ZWNJ: char = '\u{200C}';
const ZWJ: char = '\u{200D}';
/// The canonical combining class of every virama (Unicode, table 4-3).
const VIRAMA: u8 = 9;

/// The text without joiners and tags that do nothing. Linear; idempotent.
pub fn keep_meaningful(text: &str) -> String {
    if !text.chars().any(|c| matches!(c, ZWJ | ZWNJ) || is_tag(c)) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    // The last character kept, and the last that was neither a variation selector nor a skin tone.
    let (mut before, mut base) = (None, None);
    let mut in_flag = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let stays = match c {
            ZWJ | ZWNJ => joins(c, before, base, chars.peek().copied()),
            _ if is_tag(c) => in_flag,
            _ => true,
        };
        if !stays {
            continue;
        }
        in_flag = c == '\u{1F3F4}' || (in_flag && is_tag(c) && c != '\u{E007F}');
        if !matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}') {
            base = Some(c);
        }
        before = Some(c);
        kept.push(c);
    }
    kept
}

fn joins(joiner: char, before: Option<char>, base: Option<char>, next: Option<char>) -> bool {
    let (Some(before), Some(base)) = (before, base) else { return false };
    if canonical_combining_class(before) == VIRAMA {
        return true;
    }
    let Some(next) = next else { return false };
    let emoji = joiner == ZWJ && is_pictographic(base) && is_pictographic(next);
    emoji || (is_joining_letter(before) && is_joining_letter(next))
}

/// Tag characters, U+E0020 to U+E007F, and the deprecated language tag.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0001}' | '\u{E0020}'..='\u{E007F}')
}

/// The blocks that hold Extended_Pictographic, generously: a joiner kept between two arrows
/// does no harm, a family taken apart does.
fn is_pictographic(c: char) -> bool {
    matches!(c,
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}'
        | 'Ⓜ' | '\u{25A0}'..='\u{27BF}' | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}'
        | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Letters and marks of scripts in which a joiner changes how words are written: Arabic and
/// its kin, Mongolian, the Indic scripts and those of South-East Asia.
fn is_joining_letter(c: char) -> bool {
    (c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c))
        && matches!(c,
            '\u{0600}'..='\u{08FF}' | '\u{0900}'..='\u{0DFF}' | '\u{0F00}'..='\u{109F}'
            | '\u{1700}'..='\u{18AF}' | '\u{1A20}'..='\u{1CFF}' | '\u{A800}'..='\u{ABFF}'
            | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10A00}'..='\u{11FFF}')
}
