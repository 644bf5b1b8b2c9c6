//! Statements for reading one trace.

use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::companies::model::{Company, CompanyId};
use crate::members::model::{Discipline, MemberId, Viewer};
use crate::traces::model::part::PartKey;
use crate::traces::model::source::{Source, SourceKind};
use crate::traces::model::typed::Typed;
use crate::traces::model::{Stage, TraceId};

/// What stands on the trace itself, whatever its revision.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct TraceRow {
    pub id: TraceId,
    pub company_id: CompanyId,
    pub slug: String,
    pub licence: String,
    /// The number of the revision that the page shows; none while only a draft exists.
    pub published: Option<i64>,
    pub published_at: Option<Time>,
    pub revised_at: Option<Time>,
    pub hidden_at: Option<Time>,
    /// The viewer is one of its authors.
    pub is_author: bool,
}

/// A person as traces name them.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Author {
    pub id: MemberId,
    pub handle: String,
    pub name: String,
    #[sqlx(try_from = "String")]
    pub discipline: Discipline,
    pub demo: bool,
    pub deleted_at: Option<Time>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RevisionRow {
    pub number: i64,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub language: Lang,
    #[sqlx(try_from = "String")]
    pub stage: Stage,
    pub reason: String,
    pub created_at: Time,
}

/// A part as it is stored; `html` is safe to place.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PartRow {
    #[sqlx(try_from = "String")]
    pub part_key: PartKey,
    pub gist: String,
    pub body: String,
    /// JSON of its typed fields: see [`PartRow::typed`].
    pub fields: String,
    pub html: String,
    /// Not for its authors alone.
    pub is_public: bool,
}

impl PartRow {
    /// The typed fields.
    ///
    /// # Errors
    /// When the row holds what no version of the site wrote.
    pub fn typed(&self) -> Result<Typed> {
        Typed::read(self.part_key, &self.fields).map_err(|e| Error::Internal(format!("{}: {e}", self.part_key)))
    }
}

/// Why it is featured now, and who says so.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct FeatureRow {
    pub reason: String,
    pub created_at: Time,
    pub member_id: MemberId,
    pub handle: String,
    pub name: String,
    pub demo: bool,
    pub deleted_at: Option<Time>,
}

/// The trace, if this viewer may see it: published and not hidden; else only its authors, and
/// organizers once it has been published.
///
/// # Errors
/// [`crate::base::error::Error::NotFound`].
pub async fn visible(conn: &mut Conn, id: TraceId, viewer: &Viewer) -> Result<TraceRow> {
    crate::sql!(
        "select t.id, t.company_id, t.slug, t.licence, t.published, t.published_at, t.revised_at, t.hidden_at,
                a.member_id is not null as is_author
         from traces t left join trace_authors a on a.trace_id = t.id and a.member_id = $2 and a.left_at is null
         where t.id = $1 and t.deleted_at is null
           and (a.member_id is not null or t.published is not null and (t.hidden_at is null or $3))"
    )
    .bind(id)
    .bind(viewer.id())
    .bind(viewer.is_organizer())
    .one(conn)
    .await
}

pub async fn company(conn: &mut Conn, id: CompanyId) -> Result<Company> {
    crate::sql!("select id, slug, name_ja, name_en, code, industry, country from companies where id = $1")
        .bind(id)
        .one(conn)
        .await
}

/// In the order in which they stand on the trace.
pub async fn authors(conn: &mut Conn, id: TraceId) -> Result<Vec<Author>> {
    crate::sql!(
        "select m.id, m.handle, m.name, m.discipline, m.demo, m.deleted_at
         from trace_authors a join members m on m.id = a.member_id where a.trace_id = $1 order by a.position"
    )
    .bind(id)
    .all(conn)
    .await
}

/// Readers who supplied a source of a revision.
pub async fn suppliers(conn: &mut Conn, id: TraceId, revision: i64) -> Result<Vec<Author>> {
    crate::sql!(
        "select m.id, m.handle, m.name, m.discipline, m.demo, m.deleted_at
         from sources s join members m on m.id = s.supplied_by where s.trace_id = $1 and s.revision = $2"
    )
    .bind(id)
    .bind(revision)
    .all(conn)
    .await
}

/// A revision that has been published.
///
/// # Errors
/// [`crate::base::error::Error::NotFound`].
pub async fn revision(conn: &mut Conn, id: TraceId, number: i64) -> Result<RevisionRow> {
    crate::sql!(
        "select r.number, r.title, r.language, r.stage, r.reason, r.created_at from revisions r
         where r.trace_id = $1 and r.number = $2"
    )
    .bind(id)
    .bind(number)
    .one(conn)
    .await
}

/// The parts in page order, also those for the authors alone.
pub async fn parts(conn: &mut Conn, id: TraceId, revision: i64) -> Result<Vec<PartRow>> {
    crate::sql!(
        "select part_key, gist, body, fields, html, visibility = 'public' as is_public from parts
         where trace_id = $1 and revision = $2 order by position"
    )
    .bind(id)
    .bind(revision)
    .all(conn)
    .await
}

/// A source as it is stored.
#[derive(sqlx::FromRow)]
pub(super) struct SourceRow {
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

impl From<SourceRow> for Source {
    fn from(row: SourceRow) -> Self {
        let SourceRow { source_key: key, kind, title, publisher, dated, url, note, supplied_by: by } = row;
        Self { key, kind, title, publisher, dated, url, note, by }
    }
}

/// The sources in the writer's order.
pub async fn sources(conn: &mut Conn, id: TraceId, revision: i64) -> Result<Vec<Source>> {
    let rows: Vec<SourceRow> = crate::sql!(
        "select source_key, kind, title, publisher, dated, url, note, supplied_by from sources
         where trace_id = $1 and revision = $2 order by position"
    )
    .bind(id)
    .bind(revision)
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(Source::from).collect())
}

/// The feature that stands now.
pub async fn feature(conn: &mut Conn, id: TraceId) -> Result<Option<FeatureRow>> {
    crate::sql!(
        "select f.reason, f.created_at, f.member_id, m.handle, m.name, m.demo, m.deleted_at
         from features f join members m on m.id = f.member_id where f.trace_id = $1 and f.taken_down_at is null"
    )
    .bind(id)
    .maybe(conn)
    .await
}
