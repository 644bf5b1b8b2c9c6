//! Statements about traces that are being written.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::companies::model::CompanyId;
use crate::members::model::MemberId;
use crate::traces::model::TraceId;

/// A draft as its author opens it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct DeskRow {
    pub version: i64,
    /// JSON of [`crate::traces::model::draft::Content`].
    pub content: String,
    pub saved_at: Time,
    pub slug: String,
    /// The revision that the page shows, once published.
    pub published: Option<i64>,
    pub revised_at: Option<Time>,
    pub company_id: CompanyId,
}

/// The draft, for one of its authors only.
pub async fn desk(conn: &mut Conn, trace: TraceId, author: MemberId) -> Result<Option<DeskRow>> {
    crate::sql!(
        "select d.version, d.content, d.saved_at, t.slug, t.published, t.revised_at, t.company_id
         from drafts d join traces t on t.id = d.trace_id
         where d.trace_id = $1 and t.deleted_at is null
           and exists (select 1 from trace_authors a where a.trace_id = d.trace_id and a.member_id = $2 and a.left_at is null)"
    )
    .bind(trace)
    .bind(author)
    .maybe(conn)
    .await
}

pub async fn insert_trace(
    conn: &mut Conn,
    company: CompanyId,
    language: Lang,
    title: &str,
    slug: &str,
    now: Time,
) -> Result<TraceId> {
    let (id,) = crate::sql!(
        "insert into traces (company_id, language, title, slug, created_at) values ($1, $2, $3, $4, $5) returning id"
    )
    .bind(company)
    .bind(language)
    .bind(title)
    .bind(slug)
    .bind(now)
    .one(conn)
    .await?;
    Ok(id)
}

pub async fn insert_author(conn: &mut Conn, trace: TraceId, position: i64, member: MemberId) -> Result<()> {
    crate::sql!("insert into trace_authors (trace_id, position, member_id) values ($1, $2, $3)")
        .bind(trace)
        .bind(position)
        .bind(member)
        .run(conn)
        .await?;
    Ok(())
}

pub async fn insert_draft(conn: &mut Conn, trace: TraceId, content: &str, member: MemberId, now: Time) -> Result<()> {
    crate::sql!("insert into drafts (trace_id, version, content, member_id, saved_at) values ($1, 1, $2, $3, $4)")
        .bind(trace)
        .bind(content)
        .bind(member)
        .bind(now)
        .run(conn)
        .await?;
    Ok(())
}

/// Replaces the draft if it still is the version that the writer had; the new version if so.
pub async fn replace_draft(
    conn: &mut Conn,
    trace: TraceId,
    version: i64,
    content: &str,
    member: MemberId,
    now: Time,
) -> Result<Option<i64>> {
    let row: Option<(i64,)> = crate::sql!(
        "update drafts set version = version + 1, content = $3, member_id = $4, saved_at = $5
         where trace_id = $1 and version = $2 returning version"
    )
    .bind(trace)
    .bind(version)
    .bind(content)
    .bind(member)
    .bind(now)
    .maybe(conn)
    .await?;
    Ok(row.map(|(version,)| version))
}
