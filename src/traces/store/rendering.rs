//! Statements for rendering stored Markdown anew.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::words::Lang;
use crate::traces::model::TraceId;
use crate::traces::model::part::PartKey;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct StaleRow {
    pub trace_id: TraceId,
    pub number: i64,
    #[sqlx(try_from = "String")]
    pub language: Lang,
}

/// Revisions whose HTML an older renderer made.
pub async fn stale(conn: &mut Conn, version: i64, limit: i64) -> Result<Vec<StaleRow>> {
    crate::sql!(
        "select trace_id, number, language from revisions where html_version < $1
         order by html_version, trace_id, number limit $2"
    )
    .bind(version)
    .bind(limit)
    .all(conn)
    .await
}

pub async fn set_html(conn: &mut Conn, trace: TraceId, revision: i64, key: PartKey, html: &str) -> Result<()> {
    crate::sql!("update parts set html = $4 where trace_id = $1 and revision = $2 and part_key = $3")
        .bind(trace)
        .bind(revision)
        .bind(key)
        .bind(html)
        .run(conn)
        .await?;
    Ok(())
}

pub async fn set_version(conn: &mut Conn, trace: TraceId, revision: i64, version: i64) -> Result<()> {
    crate::sql!("update revisions set html_version = $3 where trace_id = $1 and number = $2")
        .bind(trace)
        .bind(revision)
        .bind(version)
        .run(conn)
        .await?;
    Ok(())
}
