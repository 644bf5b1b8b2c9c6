//! What the sitemap lists, in chunks of row numbers: their addresses stay, and no chunk is counted out.

use super::cards::visible;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::traces::model::TraceId;

/// Traces in one file; the protocol allows 50,000 addresses.
pub const CHUNK: i64 = 5_000;

/// A public trace's address and when it last changed.
#[derive(Debug, sqlx::FromRow)]
pub struct Line {
    pub id: TraceId,
    pub slug: String,
    #[sqlx(try_from = "String")]
    pub language: Lang,
    pub revised_at: Time,
}

/// The next chunk that holds public traces, after `$after`.
macro_rules! next_chunk {
    ($after:literal) => {
        concat!(
            "(select t.id / 5000 from traces t where t.id / 5000 > ",
            $after,
            " and",
            visible!(),
            "order by t.id / 5000 limit 1)"
        )
    };
}

macro_rules! chunks {
    () => {
        concat!(
            "with recursive chunk (n) as (select ",
            next_chunk!("-1"),
            " as n union all select ",
            next_chunk!("chunk.n"),
            " from chunk where chunk.n is not null)
             select n, (select coalesce(t.revised_at, t.published_at, t.created_at) from traces t where t.id / 5000 = n and",
            visible!(),
            "order by coalesce(t.revised_at, t.published_at, t.created_at) desc limit 1) as changed
             from chunk where n is not null order by n"
        )
    };
}

/// The chunks that hold public traces, with the last change in each: from one to the next through the
/// index, however many traces lie between.
pub async fn chunks(conn: &mut Conn) -> Result<Vec<(i64, Time)>> {
    crate::sql!(chunks!()).all(conn).await
}

/// The public traces of one chunk.
pub async fn traces(conn: &mut Conn, chunk: i64) -> Result<Vec<Line>> {
    let first = chunk.saturating_mul(CHUNK);
    crate::sql!(concat!(
        "select t.id, t.slug, t.language, coalesce(t.revised_at, t.published_at, t.created_at) as revised_at
         from traces t where t.id >= $1 and t.id < $2 and",
        visible!(),
        "order by t.id"
    ))
    .bind(first)
    .bind(first.saturating_add(CHUNK))
    .all(conn)
    .await
}

/// The companies that have public traces.
pub async fn companies(conn: &mut Conn) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = crate::sql!(concat!(
        "select c.slug from companies c where c.hidden_at is null
           and exists (select 1 from traces t where t.company_id = c.id and",
        visible!(),
        ") order by c.id limit 5000"
    ))
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|r| r.0).collect())
}
