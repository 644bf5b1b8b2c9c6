//! Statements for traces side by side: what readers see of a few published traces, each in one go.

use crate::base::db::{Conn, Sql};
use crate::base::error::{Error, Result};
use crate::members::model::MemberId;
use crate::traces::model::TraceId;
use crate::traces::model::compare::MOST;
use crate::traces::model::part::PartKey;
use crate::traces::model::source::{Source, SourceKind};
use crate::traces::model::typed::Typed;

/// A part of one of the traces; `html` is safe to place.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PartOf {
    pub trace_id: TraceId,
    #[sqlx(try_from = "String")]
    pub part_key: PartKey,
    pub gist: String,
    pub body: String,
    /// JSON of its typed fields.
    pub fields: String,
    pub html: String,
    /// Not for its authors alone.
    pub is_public: bool,
}

impl PartOf {
    /// The typed fields.
    ///
    /// # Errors
    /// When the row holds what no version of the site wrote.
    pub fn typed(&self) -> Result<Typed> {
        Typed::read(self.part_key, &self.fields).map_err(|e| Error::Internal(format!("{}: {e}", self.part_key)))
    }
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
    source_key: String,
    #[sqlx(try_from = "String")]
    kind: SourceKind,
    title: String,
    publisher: String,
    dated: String,
    url: String,
    note: String,
    supplied_by: Option<MemberId>,
}

/// The sources of what the traces' pages show, in each page's order.
pub async fn sources(conn: &mut Conn, traces: &[TraceId]) -> Result<Vec<(TraceId, Source)>> {
    let sql = crate::sql!(
        "select s.trace_id, s.source_key, s.kind, s.title, s.publisher, s.dated, s.url, s.note, s.supplied_by
         from sources s join traces t on t.id = s.trace_id and t.published = s.revision
         where s.trace_id in ($1, $2, $3, $4) order by s.trace_id, s.position"
    );
    let rows: Vec<SourceOf> = these(sql, traces).all(conn).await?;
    let source = |row: SourceOf| {
        let SourceOf { trace_id, source_key: key, kind, title, publisher, dated, url, note, supplied_by: by } = row;
        (trace_id, Source { key, kind, title, publisher, dated, url, note, by })
    };
    Ok(rows.into_iter().map(source).collect())
}

/// Binds as many traces as a statement asks for; no trace has the number 0.
fn these(sql: Sql, traces: &[TraceId]) -> Sql {
    (0..MOST).fold(sql, |sql, at| sql.bind(traces.get(at).map_or(0, |id| id.0)))
}
