//! Units of English.

/// `% million bn stores people`: a sign, a magnitude, or a plural that follows.
pub(super) fn english_unit(after: &str, year: bool) -> bool {
    let attached: String = after.chars().take_while(char::is_ascii_alphabetic).collect();
    if !attached.is_empty() {
        return [
            "k", "m", "bn", "tn", "mn", "x", "kg", "g", "km", "cm", "mm", "ml", "l", "t", "gb", "tb", "kwh", "mw",
            "pp", "yen",
        ]
        .contains(&attached.as_str());
    }
    if after.starts_with('×') || after.starts_with('€') {
        return true;
    }
    let mut words = after.strip_prefix(' ').unwrap_or_default().split(' ');
    let first = words.next().unwrap_or_default();
    let word = first.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
    if MAGNITUDES.contains(&word) {
        return true;
    }
    if year
        || STOP.contains(&word)
        || MONTHS.iter().any(|month| word.starts_with(month) && (word.len() == 3 || word.len() > 3 && is_month(word)))
    {
        return false;
    }
    if is_plural(word) {
        return true;
    }
    // "60 new stores": one word between, and nothing that ends the phrase.
    let second = words.next().unwrap_or_default();
    let second = second.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
    word.len() == first.len()
        && !word.is_empty()
        && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
        && is_plural(second)
        && !STOP.contains(&second)
}

#[rustfmt::skip]
const MAGNITUDES: &[&str] = &[
    "percent", "per", "percentage", "million", "billion", "trillion", "thousand", "hundred", "bn", "mn", "yen", "dollars", "euros",
    "people", "staff", "men", "women", "children", "kg", "km", "square", "sq", "tons", "tonnes", "times", "points",
];
const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
#[rustfmt::skip]
const STOP: &[&str] = &[
    "is", "was", "has", "as", "its", "this", "us", "does", "he", "she", "it", "they", "we", "the", "and", "or", "to", "in", "of",
    "on", "at", "by", "for", "from", "with", "when", "that", "which", "who", "a", "an", "are", "were", "had", "years-old", "plus",
    "pm", "am", "o", "always", "sometimes", "perhaps", "less", "because", "but", "if", "so", "then", "than", "after", "before", "says", "shows",
];

fn is_month(word: &str) -> bool {
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "sept",
        "september",
        "october",
        "november",
        "december",
    ]
    .contains(&word)
}

fn is_plural(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !STOP.contains(&word)
        || MAGNITUDES.contains(&word)
}
