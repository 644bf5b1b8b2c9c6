//! What was sent, by part and row. Gathered once: a form of two thousand rows is read in one pass.

use std::collections::{BTreeMap, HashMap};

use crate::base::error::{Problem, Problems};
use crate::base::text::{self, clean::is_refused};
use crate::traces::model::part::PartKey;
use crate::traces::model::typed::Typed;
use crate::traces::model::typed::form::Column;
use crate::ui::fields::Fields;

/// Rows of one part that are read at all: far more than one may keep, so that what is typed comes back.
const MOST_ROWS: usize = 2_000;

/// The cells of one row or head, by the name of their column.
pub type Cells<'f> = HashMap<&'f str, &'f str>;

/// A form's fields named `{part}.{column}` and `{part}.{row}.{column}`.
#[derive(Debug, Default)]
pub struct Sent<'f>(HashMap<&'f str, Group<'f>>);

#[derive(Debug, Default)]
struct Group<'f> {
    head: Cells<'f>,
    rows: BTreeMap<usize, Cells<'f>>,
}

impl<'f> Sent<'f> {
    #[must_use]
    pub fn of(fields: &'f Fields) -> Self {
        let mut sent = Self::default();
        for (name, value) in fields.iter() {
            let Some((part, rest)) = name.split_once('.') else { continue };
            let group = sent.0.entry(part).or_default();
            match rest.split_once('.') {
                None => group.head.entry(rest).or_insert(value),
                Some((row, column)) => match row.parse() {
                    Ok(row) => group.rows.entry(row).or_default().entry(column).or_insert(value),
                    Err(_) => continue,
                },
            };
        }
        sent
    }

    /// The rows of a part by their numbers, but for the one whose button asks to remove it.
    pub fn rows(&self, part: &str, doing: &str) -> Vec<&Cells<'f>> {
        let removed = doing.strip_prefix("remove-").and_then(|rest| rest.strip_prefix(part));
        let removed = removed.and_then(|rest| rest.strip_prefix('-')).and_then(|row| row.parse::<usize>().ok());
        let rows = self.0.get(part).into_iter().flat_map(|group| &group.rows);
        rows.filter(|(number, _)| Some(**number) != removed).take(MOST_ROWS).map(|(_, cells)| cells).collect()
    }

    /// Whether any row of the part was sent, or the word that there are none.
    #[must_use]
    pub fn has_rows(&self, part: &str) -> bool {
        self.0.get(part).is_some_and(|group| !group.rows.is_empty() || group.head.contains_key("rows"))
    }

    /// The typed fields of a part as typed over `base`; what was not sent stays.
    pub fn typed(&self, key: PartKey, base: &Typed, doing: &str, problems: &mut Problems) -> Typed {
        let mut typed = if base.is_none() { Typed::blank(key) } else { base.clone() };
        let Some(form) = typed.form_mut() else { return Typed::None };
        if let Some(group) = self.0.get(key.as_str()) {
            let columns = form.head_columns();
            if columns.iter().any(|column| group.head.contains_key(column.name)) {
                form.set_head(cells(columns, &group.head, &|name| format!("{key}.{name}"), problems));
            }
        }
        if self.has_rows(key.as_str()) {
            let columns = form.row_columns();
            let mut rows: Vec<Vec<String>> = Vec::new();
            for sent in self.rows(key.as_str(), doing) {
                if sent.values().all(|value| value.trim().is_empty()) {
                    continue;
                }
                let shown = rows.len() + 1;
                rows.push(cells(columns, sent, &|name| format!("{key}.{shown}.{name}"), problems));
            }
            form.set_rows(rows);
        }
        typed.or_none()
    }
}

fn cells(columns: &[Column], sent: &Cells<'_>, name: &dyn Fn(&str) -> String, problems: &mut Problems) -> Vec<String> {
    let one =
        |column: &Column| line(sent.get(column.name).copied().unwrap_or_default(), || name(column.name), problems);
    columns.iter().map(one).collect()
}

/// One line, cleaned; what could not be cleaned is kept as typed, but for what no page can hold.
pub fn line(typed: &str, name: impl FnOnce() -> String, problems: &mut Problems) -> String {
    match text::clean(typed) {
        Ok(line) => line,
        Err(_) => {
            problems.add(name(), Problem::Unreadable);
            visible(typed.to_owned())
        }
    }
}

/// Without what no page can hold.
pub fn visible(text: String) -> String {
    if text.chars().any(is_refused) { text.chars().filter(|c| !is_refused(*c)).collect() } else { text }
}
