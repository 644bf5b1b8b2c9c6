//! Statements for traces side by side: what readers see of a few published traces, each in one go.

use crate::base::db::{Conn, Sql};
use crate::base::error::Result;
use crate::traces::model::TraceId;
use crate::traces::model::compare::MOST;
use crate::traces::model::source::Source;
use crate::traces::store::show::{PartRow, SourceRow};

/// A part of one of the traces.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PartOf {
    pub trace_id: TraceId,
    #[sqlx(flatten)]
    pub part: PartRow,
}

/// The parts of what the traces' pages show, also those for their authors alone: `Content::without`
/// takes them away, and the sources that only they cite.
pub async fn parts(conn: &mut Conn, traces: &[TraceId]) -> Result<Vec<PartOf>> {
    let sql = crate::sql!(
        "select p.trace_id, p.part_key, p.gist, p.body, p.fields, p.html, p.visibility = 'public' as is_public
         from parts p join traces t on t.id = p.trace_id and t.published = p.revision
         where p.trace_id in ($1, $2, $3, $4) order by p.trace_id, p.position"
    );
    these(sql, traces).all(conn).await
}

#[derive(sqlx::FromRow)]
struct SourceOf {
    trace_id: TraceId,
    #[sqlx(flatten)]
    source: SourceRow,
}

/// The sources of what the traces' pages show, in each page's order.
pub async fn sources(conn: &mut Conn, traces: &[TraceId]) -> Result<Vec<(TraceId, Source)>> {
    let sql = crate::sql!(
        "select s.trace_id, s.source_key, s.kind, s.title, s.publisher, s.dated, s.url, s.note, s.supplied_by
         from sources s join traces t on t.id = s.trace_id and t.published = s.revision
         where s.trace_id in ($1, $2, $3, $4) order by s.trace_id, s.position"
    );
    let rows: Vec<SourceOf> = these(sql, traces).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.trace_id, row.source.into())).collect())
}

/// Binds as many traces as a statement asks for; no trace has the number 0.
fn these(sql: Sql, traces: &[TraceId]) -> Sql {
    (0..MOST).fold(sql, |sql, at| sql.bind(traces.get(at).map_or(0, |id| id.0)))
}
