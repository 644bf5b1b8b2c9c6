//! The seam to the two engines: SQLite by default, PostgreSQL when a community outgrows one machine.
//!
//! One SQL text serves both (`$n` parameters, portable subset; ARCHITECTURE lists what is not
//! portable). [`Db::read`] lends a connection for reading, [`Db::write`] a transaction; statements
//! are written with [`sql!`](crate::sql) so that one test can prepare every one of them on both
//! engines. Nothing outside this folder knows which engine runs.
//!
//! SQLite: WAL, `synchronous=FULL`, foreign keys, one writer connection whose transactions begin
//! `IMMEDIATE` (a deferred one that turns into a write fails at once when another writes), and a
//! pool of read-only readers.

mod migrate;
mod statement;
mod tx;

use std::str::FromStr;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction};

pub use statement::{Bind, Record, Registered, Sql, Value};
pub use tx::Tx;

use crate::base::error::{Error, Result};

/// How long a request waits for a connection before it answers 503.
const ACQUIRE: Duration = Duration::from_secs(5);

/// The database of this process. Cheap to clone.
#[derive(Clone)]
pub enum Db {
    Sqlite { readers: SqlitePool, writer: SqlitePool },
    Postgres(PgPool),
}

/// A borrowed connection, inside a transaction or not. Store functions take `&mut Conn`.
pub struct Conn(Inner);

enum Inner {
    Sqlite(PoolConnection<Sqlite>),
    SqliteTx(Transaction<'static, Sqlite>),
    Postgres(PoolConnection<Postgres>),
    PostgresTx(Transaction<'static, Postgres>),
}

/// What the engine-aware code of this folder works on.
enum Engine<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl Db {
    /// Connects to `sqlite://path` or `postgres://...`. The file and its folder are created where missing.
    ///
    /// # Errors
    /// The engine's own message, for the operator who starts the program.
    pub async fn connect(url: &str) -> std::result::Result<Self, String> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(url).map_err(|e| e.to_string())?;
            let pool = PgPoolOptions::new().max_connections(20).acquire_timeout(ACQUIRE);
            return Ok(Db::Postgres(pool.connect_with(options).await.map_err(|e| e.to_string())?));
        }
        let options = SqliteConnectOptions::from_str(url).map_err(|e| e.to_string())?;
        if let Some(folder) = options.get_filename().parent().filter(|f| !f.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        }
        let options = options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(ACQUIRE)
            .statement_cache_capacity(400)
            .pragma("cache_size", "-16000")
            .pragma("mmap_size", "268435456")
            .pragma("temp_store", "memory");
        let writer = SqlitePoolOptions::new().max_connections(1).acquire_timeout(ACQUIRE);
        let writer = writer.connect_with(options.clone()).await.map_err(|e| e.to_string())?;
        let readers = SqlitePoolOptions::new().max_connections(8).acquire_timeout(ACQUIRE);
        let readers = readers.connect_with(options.read_only(true).create_if_missing(false)).await;
        Ok(Db::Sqlite { readers: readers.map_err(|e| e.to_string())?, writer })
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database does not answer in time.
    pub async fn read(&self) -> Result<Conn> {
        Ok(Conn(match self {
            Db::Sqlite { readers, .. } => Inner::Sqlite(readers.acquire().await?),
            Db::Postgres(pool) => Inner::Postgres(pool.acquire().await?),
        }))
    }

    /// Begins a transaction that may write. Dropped without [`Tx::commit`], it rolls back.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database does not answer in time.
    pub async fn write(&self) -> Result<Tx> {
        Ok(Tx::new(Conn(match self {
            Db::Sqlite { writer, .. } => Inner::SqliteTx(writer.begin_with("BEGIN IMMEDIATE").await?),
            Db::Postgres(pool) => Inner::PostgresTx(pool.begin().await?),
        })))
    }

    /// Brings the schema up to date. Safe to run again, and from several processes at once.
    ///
    /// # Errors
    /// The migration's own message.
    pub async fn migrate(&self) -> std::result::Result<(), String> {
        migrate::run(self).await
    }

    /// Waits for what is under way and closes every connection.
    pub async fn close(&self) {
        match self {
            Db::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }

    /// The name by which people know the engine.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        match self {
            Db::Sqlite { .. } => "SQLite",
            Db::Postgres(_) => "PostgreSQL",
        }
    }

    /// PostgreSQL's pool, for the hub's LISTEN; SQLite has no other process to hear from at once.
    pub(super) fn postgres(&self) -> Option<&PgPool> {
        match self {
            Db::Sqlite { .. } => None,
            Db::Postgres(pool) => Some(pool),
        }
    }
}

impl Conn {
    fn engine(&mut self) -> Engine<'_> {
        match &mut self.0 {
            Inner::Sqlite(c) => Engine::Sqlite(c),
            Inner::SqliteTx(t) => Engine::Sqlite(t),
            Inner::Postgres(c) => Engine::Postgres(c),
            Inner::PostgresTx(t) => Engine::Postgres(t),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::Error as E;
        match error {
            E::PoolTimedOut | E::PoolClosed | E::Io(_) | E::Tls(_) | E::WorkerCrashed => {
                Error::Unavailable(error.to_string())
            }
            E::Database(ref e) if e.code().is_some_and(|code| is_away(&code)) => Error::Unavailable(error.to_string()),
            // PostgreSQL: two transactions waited for each other, or could not be put in an order. The engine
            // has undone this one, so the other was quicker.
            E::Database(ref e) if matches!(e.code().as_deref(), Some("40P01" | "40001")) => Error::Conflict,
            other => Error::Internal(other.to_string()),
        }
    }
}

/// Whether the engine's code says that the database cannot be reached, rather than that we asked wrongly.
fn is_away(code: &str) -> bool {
    // PostgreSQL's codes have five characters, which may all be digits: the server is stopping, the
    // connection broke, too many connections.
    if code.len() == 5 {
        return code.starts_with("57P") || (code.starts_with("08") && code != "08P01") || code == "53300";
    }
    // SQLite gives extended codes; the low byte is the kind: busy, I/O error, disk full, cannot open.
    code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 10 | 13 | 14))
}

#[cfg(test)]
mod tests;
