//! What typed fields are made of: named cells in a head and in rows. Every cell is kept as typed;
//! what it must be is said by its column and held by [`super::check`].

use serde::{Deserialize, Serialize};

/// One field: its name in forms and JSON, and what it may hold.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    pub cell: Cell,
    /// Must be filled where anything of its row is.
    pub required: bool,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy)]
pub enum Cell {
    /// One line of at most so many characters.
    Line(usize),
    /// A year, a month or a day that has come.
    Past,
    /// A day, perhaps one to come.
    Day,
    Number,
    /// A number from 0 to this.
    UpTo(usize),
    Choice(&'static [&'static str]),
    /// The key of a source of the trace, or the writer's own estimate.
    Source,
}

/// Cells with names.
pub trait Record: Default + Clone {
    const COLUMNS: &'static [Column];
    fn cells(&self) -> Vec<&str>;
    fn fill(&mut self, cells: impl IntoIterator<Item = String>);

    #[must_use]
    fn is_empty(&self) -> bool {
        self.cells().iter().all(|cell| cell.trim().is_empty())
    }
}

/// A record of text cells. `*` after a name: required where anything of the record is filled.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($field:ident $(($required:literal))? : $cell:expr),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $name { $(#[serde(skip_serializing_if = "String::is_empty")] pub $field: String),* }
        impl $crate::traces::model::typed::form::Record for $name {
            const COLUMNS: &'static [$crate::traces::model::typed::form::Column] = &[
                $($crate::traces::model::typed::form::Column {
                    name: stringify!($field), cell: $cell, required: false $(|| $required)?
                }),*
            ];
            fn cells(&self) -> Vec<&str> { vec![$(&self.$field),*] }
            #[allow(unused_mut, unused_variables, reason = "a record may have no cells")]
            fn fill(&mut self, cells: impl IntoIterator<Item = String>) {
                let mut cells = cells.into_iter();
                $(self.$field = cells.next().unwrap_or_default();)*
            }
        }
    };
}
pub(super) use record;

record! {
    /// Of a part that has a head alone, or rows alone.
    Nothing {}
}

/// The typed fields of one part: a head, and rows in the writer's order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Form<H: Record, R: Record> {
    #[serde(flatten)]
    pub head: H,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<R>,
}

/// A form whatever its columns: for reading, showing and checking all alike.
pub trait AnyForm {
    fn head_columns(&self) -> &'static [Column];
    fn row_columns(&self) -> &'static [Column];
    fn head(&self) -> Vec<&str>;
    fn rows(&self) -> Vec<Vec<&str>>;
    fn set_head(&mut self, cells: Vec<String>);
    /// Rows in which nothing is filled are left out.
    fn set_rows(&mut self, rows: Vec<Vec<String>>);
}

impl<H: Record, R: Record> AnyForm for Form<H, R> {
    fn head_columns(&self) -> &'static [Column] {
        H::COLUMNS
    }

    fn row_columns(&self) -> &'static [Column] {
        R::COLUMNS
    }

    fn head(&self) -> Vec<&str> {
        self.head.cells()
    }

    fn rows(&self) -> Vec<Vec<&str>> {
        self.rows.iter().map(Record::cells).collect()
    }

    fn set_head(&mut self, cells: Vec<String>) {
        self.head.fill(cells);
    }

    fn set_rows(&mut self, rows: Vec<Vec<String>>) {
        let row = |cells| {
            let mut row = R::default();
            row.fill(cells);
            row
        };
        self.rows = rows.into_iter().map(row).filter(|row| !row.is_empty()).collect();
    }
}
