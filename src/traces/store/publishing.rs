//! Statements that make a revision and show it.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::members::model::MemberId;
use crate::traces::model::part::PartKey;
use crate::traces::model::source::Source;
use crate::traces::model::{Stage, TraceId};

/// A revision to be written.
pub struct NewRevision<'a> {
    pub number: i64,
    pub title: &'a str,
    pub language: Lang,
    pub stage: Stage,
    pub reason: &'a str,
    /// JSON of [`crate::traces::model::outline::Outline`].
    pub outline: &'a str,
    pub member: MemberId,
    pub html_version: i64,
}

pub async fn next_number(conn: &mut Conn, trace: TraceId) -> Result<i64> {
    let (number,) =
        crate::sql!("select cast(coalesce(max(number), 0) + 1 as bigint) from revisions where trace_id = $1")
            .bind(trace)
            .one(conn)
            .await?;
    Ok(number)
}

pub async fn insert_revision(conn: &mut Conn, trace: TraceId, new: &NewRevision<'_>, now: Time) -> Result<()> {
    crate::sql!(
        "insert into revisions (trace_id, number, title, language, stage, reason, outline, member_id, created_at, html_version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
    )
    .bind(trace)
    .bind(new.number)
    .bind(new.title)
    .bind(new.language)
    .bind(new.stage)
    .bind(new.reason)
    .bind(new.outline)
    .bind(new.member)
    .bind(now)
    .bind(new.html_version)
    .run(conn)
    .await?;
    Ok(())
}

/// One part of a revision.
pub struct NewPart<'a> {
    pub key: PartKey,
    pub position: i64,
    pub gist: &'a str,
    pub body: &'a str,
    /// Typed fields, JSON.
    pub fields: &'a str,
    pub public: bool,
    pub html: &'a str,
}

pub async fn insert_part(conn: &mut Conn, trace: TraceId, revision: i64, part: &NewPart<'_>) -> Result<()> {
    crate::sql!(
        "insert into parts (trace_id, revision, part_key, position, gist, body, fields, html, visibility)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    )
    .bind(trace)
    .bind(revision)
    .bind(part.key)
    .bind(part.position)
    .bind(part.gist)
    .bind(part.body)
    .bind(part.fields)
    .bind(part.html)
    .bind(if part.public { "public" } else { "authors" })
    .run(conn)
    .await?;
    Ok(())
}

pub async fn insert_source(
    conn: &mut Conn,
    trace: TraceId,
    revision: i64,
    position: i64,
    source: &Source,
) -> Result<()> {
    crate::sql!(
        "insert into sources (trace_id, revision, source_key, position, kind, title, publisher, dated, url, note, supplied_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    )
    .bind(trace)
    .bind(revision)
    .bind(&source.key)
    .bind(position)
    .bind(source.kind)
    .bind(&source.title)
    .bind(&source.publisher)
    .bind(&source.dated)
    .bind(&source.url)
    .bind(&source.note)
    .bind(source.by)
    .run(conn)
    .await?;
    Ok(())
}

/// The page shows this revision from now on.
pub async fn show(conn: &mut Conn, trace: TraceId, new: &NewRevision<'_>, slug: &str, now: Time) -> Result<()> {
    crate::sql!(
        "update traces set published = $2, stage = $3, title = $4, slug = $5, language = $6,
                published_at = coalesce(published_at, $7), revised_at = $7,
                industry = (select c.industry from companies c where c.id = traces.company_id)
         where id = $1"
    )
    .bind(trace)
    .bind(new.number)
    .bind(new.stage)
    .bind(new.title)
    .bind(slug)
    .bind(new.language)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// The authors, in their order.
pub async fn authors(conn: &mut Conn, trace: TraceId) -> Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> =
        crate::sql!("select member_id from trace_authors where trace_id = $1 order by position")
            .bind(trace)
            .all(conn)
            .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
