//! What happens to text in a field, as pure functions: the browser applies it, the tests run anywhere.

mod inline;
pub mod lists;
pub mod paste;
#[cfg(test)]
mod tests;

/// Replace what lies between two places, in bytes, by a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub from: usize,
    pub to: usize,
    pub text: String,
}

/// The browser counts UTF-16 units.
#[must_use]
pub fn to_bytes(text: &str, units: usize) -> usize {
    let mut left = units;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(c.len_utf16());
    }
    text.len()
}

#[must_use]
pub fn to_units(text: &str, bytes: usize) -> usize {
    text.char_indices().take_while(|(at, _)| *at < bytes).map(|(_, c)| c.len_utf16()).sum()
}
