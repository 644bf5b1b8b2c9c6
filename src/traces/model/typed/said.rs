//! Typed fields in words: names of columns and choices, and the whole as lines of text, for Markdown,
//! differences and conflicts.

use crate::base::words::Lang;
use crate::traces::model::numbers::MY_ESTIMATE;
use crate::traces::model::part::PartKey;
use crate::traces::model::pattern::Pattern;
use crate::traces::model::typed::Typed;
use crate::traces::model::typed::form::{Cell, Column};

impl Column {
    /// The column's name for people.
    #[must_use]
    pub fn label(&self, lang: Lang) -> String {
        let t = lang.words();
        match self.name {
            "kind" => t.typed_kind(),
            "since" => t.typed_since(),
            "until" => t.typed_until(),
            "from" => t.typed_from(),
            "to" => t.typed_to(),
            "payer" => t.typed_payer(),
            "pattern" => t.typed_pattern(),
            "when" => t.typed_when(),
            "what" => t.typed_what(),
            "changed" => t.typed_changed(),
            "unit" => t.typed_unit(),
            "figure" => t.typed_figure(),
            "as_of" => t.typed_as_of(),
            "amount" => t.typed_amount(),
            "x_low" => t.typed_x_low(),
            "x_high" => t.typed_x_high(),
            "y_low" => t.typed_y_low(),
            "y_high" => t.typed_y_high(),
            "name" => t.typed_name(),
            "x" => t.typed_x(),
            "y" => t.typed_y(),
            "who" => t.typed_who(),
            "note" => t.typed_note(),
            "p" => t.typed_p(),
            "action" => t.typed_action(),
            "serves" => t.typed_serves(),
            "factor" => t.typed_factor(),
            "resource" => t.typed_resource(),
            "how" => t.typed_how(),
            "shape" => t.typed_shape(),
            "step" => t.typed_step(),
            "does" => t.typed_does(),
            "mood" => t.typed_mood(),
            "share" => t.typed_share(),
            "level" => t.typed_level(),
            "stage" => t.typed_stage(),
            "evidence" => t.typed_evidence(),
            "readers" => t.typed_readers(),
            "horizon" => t.typed_horizon(),
            "signal" => t.typed_signal(),
            "due" => t.typed_due(),
            _ => t.typed_source(),
        }
    }

    /// What a cell says to people.
    #[must_use]
    pub fn shown(&self, value: &str, lang: Lang) -> String {
        match self.cell {
            Cell::Choice(_) => choice(self.name, value, lang),
            Cell::Source if value == MY_ESTIMATE => lang.words().typed_estimate(),
            _ => value.to_owned(),
        }
    }
}

/// A choice's name for people; what is no choice stays as it was typed.
#[must_use]
pub fn choice(column: &str, value: &str, lang: Lang) -> String {
    let t = lang.words();
    match (column, value) {
        ("kind", "political") => t.typed_kind_political(),
        ("kind", "economic") => t.typed_kind_economic(),
        ("kind", "social") => t.typed_kind_social(),
        ("kind", "technological") => t.typed_kind_technological(),
        ("who", "own") => t.typed_who_own(),
        ("who", "rival") => t.typed_who_rival(),
        ("who", "substitute") => t.typed_who_substitute(),
        ("p", "product") => t.typed_p_product(),
        ("p", "price") => t.typed_p_price(),
        ("p", "place") => t.typed_p_place(),
        ("p", "promotion") => t.typed_p_promotion(),
        ("shape", "funnel") => t.typed_shape_funnel(),
        ("shape", "journey") => t.typed_shape_journey(),
        ("shape", "pipe") => t.typed_shape_pipe(),
        ("mood", "high") => t.typed_mood_high(),
        ("mood", "even") => t.typed_mood_even(),
        ("mood", "low") => t.typed_mood_low(),
        ("readers", "everyone") => t.typed_readers_everyone(),
        ("pattern", key) => key.parse::<Pattern>().map_or_else(|_| key.to_owned(), |pattern| pattern.name(lang)),
        ("horizon", years) => {
            years.parse::<i64>().map_or_else(|_| years.to_owned(), |years| t.typed_horizon_years(years))
        }
        ("level" | "stage", level) => match level {
            "0" => t.typed_level_0(),
            "1" => t.typed_level_1(),
            "2" => t.typed_level_2(),
            "3" => t.typed_level_3(),
            "4" => t.typed_level_4(),
            other => other.to_owned(),
        },
        (_, other) => other.to_owned(),
    }
}

impl Typed {
    /// One line for each head field that is filled and for each row.
    #[must_use]
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let Some(form) = self.form() else { return Vec::new() };
        let filled = |columns: &'static [Column], cells: Vec<&str>| {
            let said = columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
            said.map(|(column, cell)| (column.label(lang), column.cited(cell, lang))).collect::<Vec<_>>()
        };
        let head = filled(form.head_columns(), form.head()).into_iter().map(|(label, said)| format!("{label}: {said}"));
        let rows = form.rows().into_iter().map(|row| {
            let cells: Vec<String> = filled(form.row_columns(), row).into_iter().map(|(_, said)| said).collect();
            cells.join(" · ")
        });
        head.chain(rows).collect()
    }
}

impl Column {
    /// As [`Column::shown`], a source as its citation.
    fn cited(&self, value: &str, lang: Lang) -> String {
        match self.cell {
            Cell::Source if value != MY_ESTIMATE => format!("[^{value}]"),
            _ => self.shown(value, lang),
        }
    }
}

/// The name of a form's field for people: "Growth over time, row 2, when".
#[must_use]
pub fn field(key: PartKey, rest: &str, lang: Lang) -> Option<String> {
    let blank = Typed::blank(key);
    let form = blank.form()?;
    let t = lang.words();
    let named = |columns: &[Column], name: &str| columns.iter().find(|c| c.name == name).map(|c| c.label(lang));
    match rest.split_once('.') {
        None => Some(t.write_field_of(key.name(lang), named(form.head_columns(), rest)?)),
        Some((row, name)) => {
            let label = t.typed_row_field(row.parse().unwrap_or(0), named(form.row_columns(), name)?);
            Some(t.write_field_of(key.name(lang), label))
        }
    }
}
