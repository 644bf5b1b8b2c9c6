//! A transaction, and the news it tells when it commits.

use std::ops::{Deref, DerefMut};

use super::{Conn, Engine, Inner};
use crate::base::error::Result;
use crate::base::time::Time;

/// The key of the advisory lock that orders commits on PostgreSQL. Any constant will do.
const COMMIT_ORDER: i64 = 0x6d74_6576;

/// A transaction that may write; rolls back when dropped.
pub struct Tx {
    conn: Conn,
    tags: Vec<String>,
    in_order: bool,
}

impl Tx {
    pub(super) fn new(conn: Conn) -> Self {
        Self { conn, tags: Vec::new(), in_order: false }
    }

    /// Notes that pages which read `tag` are stale once this commits.
    pub fn tell(&mut self, tag: impl Into<String>) {
        let tag = tag.into();
        if !self.tags.contains(&tag) {
            self.tags.push(tag);
        }
    }

    /// From here on no other transaction that asks for this, or tells news, commits before this one does:
    /// the row numbers that it takes become visible in their order. Asked for last, just before they are
    /// taken; SQLite has one writer in any case.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn in_order(&mut self) -> Result<()> {
        if let Engine::Postgres(c) = self.conn.engine()
            && !self.in_order
        {
            sqlx::query("select pg_advisory_xact_lock($1)").bind(COMMIT_ORDER).execute(c).await?;
        }
        self.in_order = true;
        Ok(())
    }

    /// Writes the news and commits; returns the highest event sequence written, 0 for none.
    ///
    /// Sequences must become visible in their order, or a reader that has seen 8 would skip a 7
    /// that commits late. SQLite has one writer. On PostgreSQL an advisory lock, taken last and
    /// held only until the commit returns, gives the same.
    ///
    /// # Errors
    /// Any failure leaves nothing written.
    pub async fn commit(mut self, now: Time) -> Result<Vec<(i64, String)>> {
        let mut told = Vec::with_capacity(self.tags.len());
        if !self.tags.is_empty() {
            self.in_order().await?;
            for tag in std::mem::take(&mut self.tags) {
                let (seq,): (i64,) = crate::sql!("insert into events (tag, created_at) values ($1, $2) returning seq")
                    .bind(&tag)
                    .bind(now)
                    .one(&mut self.conn)
                    .await?;
                told.push((seq, tag));
            }
            if let (Engine::Postgres(c), Some((seq, _))) = (self.conn.engine(), told.last()) {
                sqlx::query("select pg_notify('events', $1)").bind(seq.to_string()).execute(c).await?;
            }
        }
        match self.conn.0 {
            Inner::SqliteTx(t) => t.commit().await?,
            Inner::PostgresTx(t) => t.commit().await?,
            Inner::Sqlite(_) | Inner::Postgres(_) => {}
        }
        Ok(told)
    }
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}
