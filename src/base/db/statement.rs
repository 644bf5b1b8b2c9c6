//! One statement: its text, its typed binds, and the four ways to run it.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Postgres, Sqlite};

use super::{Conn, Engine};
use crate::base::error::{Error, Result};
use crate::base::time::Time;

/// A statement that some code of this binary can run. Collected at link time, so that one test can
/// prepare every statement on both engines.
pub struct Registered {
    pub text: &'static str,
    pub place: &'static str,
}
inventory::collect!(Registered);

/// Writes a statement: `sql!("select name from members where id = $1").bind(id).one(conn)`.
///
/// The text is a constant (a literal, or `concat!` of literals and fragment macros), never built
/// from input.
#[macro_export]
macro_rules! sql {
    ($text:expr) => {{
        const TEXT: &str = $text;
        ::inventory::submit! {
            $crate::base::db::Registered { text: TEXT, place: concat!(file!(), ":", line!()) }
        }
        $crate::base::db::Sql::new(TEXT)
    }};
}

/// A bound value; `None` is SQL's null of that type.
#[derive(Clone, Debug)]
pub enum Value {
    Int(Option<i64>),
    Text(Option<String>),
    Bool(Option<bool>),
    Real(Option<f64>),
    Bytes(Option<Vec<u8>>),
}

/// What can be bound to a parameter.
pub trait Bind {
    fn value(self) -> Value;
}

macro_rules! binds {
    ($($type:ty => $variant:ident |$v:ident| $make:expr;)*) => {$(
        impl Bind for $type {
            fn value(self) -> Value { let $v = self; Value::$variant(Some($make)) }
        }
        impl Bind for Option<$type> {
            fn value(self) -> Value { Value::$variant(self.map(|$v| $make)) }
        }
    )*};
}
binds! {
    i64 => Int |v| v;
    bool => Bool |v| v;
    f64 => Real |v| v;
    String => Text |v| v;
    &str => Text |v| v.to_owned();
    &String => Text |v| v.clone();
    Time => Int |v| v.0;
    Vec<u8> => Bytes |v| v;
    &[u8] => Bytes |v| v.to_owned();
}

/// A row that both engines can read. Derive `sqlx::FromRow`, or use a tuple.
pub trait Record: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Record for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// A statement with its binds so far.
#[must_use = "a statement does nothing until it is run"]
pub struct Sql {
    text: &'static str,
    binds: Vec<Value>,
}

macro_rules! bound {
    ($query:expr, $binds:expr) => {{
        let mut query = $query;
        for value in $binds {
            query = match value {
                Value::Int(v) => query.bind(v),
                Value::Text(v) => query.bind(v),
                Value::Bool(v) => query.bind(v),
                Value::Real(v) => query.bind(v),
                Value::Bytes(v) => query.bind(v),
            };
        }
        query
    }};
}

impl Sql {
    /// Use [`sql!`](crate::sql), which also registers the text.
    pub fn new(text: &'static str) -> Self {
        Self { text, binds: Vec::new() }
    }

    /// Binds the next parameter.
    pub fn bind(mut self, value: impl Bind) -> Self {
        self.binds.push(value.value());
        self
    }

    /// Every row.
    pub async fn all<T: Record>(self, conn: &mut Conn) -> Result<Vec<T>> {
        Ok(match conn.engine() {
            Engine::Sqlite(c) => bound!(sqlx::query_as::<Sqlite, T>(self.text), self.binds).fetch_all(c).await?,
            Engine::Postgres(c) => bound!(sqlx::query_as::<Postgres, T>(self.text), self.binds).fetch_all(c).await?,
        })
    }

    /// The first row, if there is one.
    pub async fn maybe<T: Record>(self, conn: &mut Conn) -> Result<Option<T>> {
        Ok(match conn.engine() {
            Engine::Sqlite(c) => bound!(sqlx::query_as::<Sqlite, T>(self.text), self.binds).fetch_optional(c).await?,
            Engine::Postgres(c) => {
                bound!(sqlx::query_as::<Postgres, T>(self.text), self.binds).fetch_optional(c).await?
            }
        })
    }

    /// The first row.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn one<T: Record>(self, conn: &mut Conn) -> Result<T> {
        self.maybe(conn).await?.ok_or(Error::NotFound)
    }

    /// Runs it for its effect and returns how many rows it touched.
    pub async fn run(self, conn: &mut Conn) -> Result<u64> {
        Ok(match conn.engine() {
            Engine::Sqlite(c) => bound!(sqlx::query::<Sqlite>(self.text), self.binds).execute(c).await?.rows_affected(),
            Engine::Postgres(c) => {
                bound!(sqlx::query::<Postgres>(self.text), self.binds).execute(c).await?.rows_affected()
            }
        })
    }
}
