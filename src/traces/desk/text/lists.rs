//! Smart lists: Enter goes on with the list, and ends it on an empty item.

use super::Edit;

/// What Enter at this place means; nothing where it is just a new line.
#[must_use]
pub fn enter(text: &str, at: usize) -> Option<Edit> {
    let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    let line = &text[start..at];
    let (mark, next) = mark(line)?;
    let rest = text[at..].split('\n').next().unwrap_or_default();
    if line[mark..].trim().is_empty() && rest.trim().is_empty() {
        return Some(Edit { from: start, to: at, text: String::new() });
    }
    Some(Edit { from: at, to: at, text: format!("\n{next}") })
}

/// How long the line's list mark is, and the mark of the next item.
fn mark(line: &str) -> Option<(usize, String)> {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let (blanks, rest) = line.split_at(indent);
    for bullet in ["- [ ] ", "- [x] "] {
        if rest.starts_with(bullet) {
            return Some((indent + bullet.len(), format!("{blanks}- [ ] ")));
        }
    }
    for bullet in ["- ", "* ", "+ ", "> "] {
        if rest.starts_with(bullet) {
            return Some((indent + bullet.len(), format!("{blanks}{bullet}")));
        }
    }
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number: u32 = rest[..digits].parse().ok()?;
    let sign = [". ", ") "].into_iter().find(|sign| rest[digits..].starts_with(sign))?;
    Some((indent + digits + sign.len(), format!("{blanks}{}{sign}", number.checked_add(1)?)))
}
