//! What does not fit in typed fields. Problems are named by the fields of the editor's form:
//! `{part}.{column}` in a head, `{part}.{row}.{column}` in rows, counted from 1.

use unicode_normalization::UnicodeNormalization;

use crate::base::error::{Problem, Problems};
use crate::base::text;
use crate::base::time::{HOUR, Time};
use crate::traces::model::numbers::{self, MY_ESTIMATE};
use crate::traces::model::part::PartKey;
use crate::traces::model::typed::Typed;
use crate::traces::model::typed::form::{Cell, Column};

/// Rows of one part, at most: what a reader still takes in from one drawing.
pub const MOST_ROWS: usize = 60;
/// A day has come somewhere on earth before it has in Greenwich.
const EARLIEST: i64 = 14 * HOUR;

/// What the fields are checked against.
pub struct Ground<'a> {
    /// Keys of the trace's sources.
    pub sources: &'a [&'a str],
    pub now: Time,
}

/// Notes what does not fit in the fields of a part.
pub fn typed(key: PartKey, typed: &Typed, ground: &Ground<'_>, problems: &mut Problems) {
    let Some(form) = typed.form() else { return };
    for (column, cell) in form.head_columns().iter().zip(form.head()) {
        note(&format!("{key}.{}", column.name), column.cell, cell, ground, problems);
    }
    let columns = form.row_columns();
    for (at, row) in form.rows().iter().enumerate() {
        let name = |column: &Column| format!("{key}.{}.{}", at + 1, column.name);
        // What is beyond is looked at once it fits: a form can hold tens of thousands of rows.
        if at == MOST_ROWS {
            if let Some(first) = columns.first() {
                problems.add(name(first), Problem::TooManyOf(MOST_ROWS));
            }
            break;
        }
        for (column, cell) in columns.iter().zip(row) {
            if column.required && cell.trim().is_empty() {
                problems.add(name(column), Problem::Required);
            }
            note(&name(column), column.cell, cell, ground, problems);
        }
    }
    together(key, typed, problems);
}

fn note(name: &str, cell: Cell, text: &str, ground: &Ground<'_>, problems: &mut Problems) {
    if text.is_empty() {
        return;
    }
    if let Err(problem) = fits(cell, text, ground) {
        problems.add(name, problem);
    }
}

fn fits(cell: Cell, text: &str, ground: &Ground<'_>) -> Result<(), Problem> {
    let ok = |ok: bool, problem| if ok { Ok(()) } else { Err(problem) };
    match cell {
        Cell::Line(max) => ok(text::within(text, max), Problem::TooLong(max)),
        Cell::Past => past(text, ground.now),
        Cell::Day => ok(text.len() == 10 && first_day(text).is_some(), Problem::NotADate),
        Cell::Number => ok(number(text).is_some(), Problem::NotANumber),
        Cell::UpTo(most) => ok(number(text).is_some_and(|n| (0.0..=most as f64).contains(&n)), Problem::NotUpTo(most)),
        Cell::Choice(choices) => ok(choices.contains(&text), Problem::NotAChoice),
        Cell::Source => ok(text == MY_ESTIMATE || ground.sources.contains(&text), Problem::NoSuchSource),
    }
}

/// A year, a month or a day that exists and has come.
///
/// # Errors
/// What is wrong with it.
pub fn past(text: &str, now: Time) -> Result<(), Problem> {
    let first = first_day(text).ok_or(Problem::NotADay)?;
    let today = now.plus(EARLIEST).rfc3339();
    // ISO days in order of text are in order of time.
    if first.to_string().as_str() > today.get(..10).unwrap_or_default() { Err(Problem::InTheFuture) } else { Ok(()) }
}

/// The first day of a year, a month or a day in ISO form.
#[must_use]
pub fn first_day(text: &str) -> Option<jiff::civil::Date> {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        10 => text.to_owned(),
        _ => return None,
    };
    text.bytes().all(|b| b.is_ascii_digit() || b == b'-').then(|| whole.parse().ok()).flatten()
}

/// A decimal number in any digits, with or without separators of thousands.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let plain: String = text.nfkc().filter(|c| !matches!(c, ',' | ' ')).collect();
    let plain = plain.replace(['−', '△', '▲'], "-");
    let shape = plain.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
    plain.parse().ok().filter(|n: &f64| shape && n.is_finite() && n.abs() < 1e15)
}

/// What no single field can say.
fn together(key: PartKey, typed: &Typed, problems: &mut Problems) {
    match typed {
        Typed::Shift(shift) => {
            let (since, until) = (first_day(&shift.head.since), first_day(&shift.head.until));
            if let (Some(since), Some(until)) = (since, until)
                && until <= since
            {
                problems.add(format!("{key}.until"), Problem::NotAfter);
            }
            if !shift.head.until.is_empty() && shift.head.since.is_empty() {
                problems.add(format!("{key}.since"), Problem::Required);
            }
        }
        Typed::Growth(growth) if growth.rows.len() == 1 => {
            problems.add(format!("{key}.1.when"), Problem::TooFewOf(2));
        }
        Typed::Alternatives(map) if !map.rows.is_empty() => {
            let ends = [
                ("x_low", &map.head.x_low),
                ("x_high", &map.head.x_high),
                ("y_low", &map.head.y_low),
                ("y_high", &map.head.y_high),
            ];
            for (name, _) in ends.iter().filter(|(_, end)| end.trim().is_empty()) {
                problems.add(format!("{key}.{name}"), Problem::AxisUnnamed);
            }
        }
        Typed::Model(model) => {
            for (at, row) in model.rows.iter().enumerate().take(MOST_ROWS) {
                if model.rows[..at].contains(row) {
                    problems.add(format!("{key}.{}.pattern", at + 1), Problem::ThereAlready);
                }
            }
        }
        Typed::Maturity(maturity) => {
            let level = &maturity.head.level;
            let shown = maturity.rows.iter().any(|row| row.stage == *level);
            if !level.is_empty() && !shown {
                problems.add(format!("{key}.level"), Problem::NoEvidence);
            }
        }
        _ => {}
    }
}

/// What stands in typed fields with a number and without a source: figures always, and words as in a text.
#[must_use]
pub fn unsourced(typed: &Typed, known: &[&str]) -> Vec<String> {
    let Some(form) = typed.form() else { return Vec::new() };
    let columns = form.row_columns();
    let Some(source) = columns.iter().position(|column| matches!(column.cell, Cell::Source)) else { return Vec::new() };
    let mut found = Vec::new();
    for row in form.rows() {
        if row[source] == MY_ESTIMATE || known.contains(&row[source]) {
            continue;
        }
        for (column, cell) in columns.iter().zip(row) {
            match column.cell {
                Cell::Number if !cell.is_empty() => found.push(cell.to_owned()),
                Cell::UpTo(_) if !cell.is_empty() => found.push(format!("{cell}%")),
                Cell::Line(_) => found.extend(numbers::unsourced("", cell, known)),
                _ => {}
            }
        }
    }
    found
}
