//! Statements about features.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::curation::model::{FeatureId, Reason};
use crate::members::model::MemberId;
use crate::traces::model::TraceId;

/// Features taken down on one page.
pub const PAST: i64 = 20;

/// A published trace that an organizer acts on.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Ground {
    pub slug: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub language: Lang,
    /// Authors' numbers, comma-separated.
    authors: String,
}

impl Ground {
    pub fn authors(&self) -> impl Iterator<Item = MemberId> {
        self.authors.split(',').filter_map(|id| id.parse().ok())
    }
}

/// A published, visible trace.
pub async fn ground(conn: &mut Conn, trace: TraceId) -> Result<Ground> {
    crate::sql!(
        "select t.slug, t.title, t.language,
                coalesce((select string_agg(cast(a.member_id as text), ',') from trace_authors a where a.trace_id = t.id), '')
                  as authors
         from traces t
         where t.id = $1 and t.published is not null and t.hidden_at is null and t.deleted_at is null"
    )
    .bind(trace)
    .one(conn)
    .await
}

/// Adds a feature; `None` when the trace has a current one.
pub async fn add(
    conn: &mut Conn,
    trace: TraceId,
    reason: &Reason,
    by: MemberId,
    now: Time,
) -> Result<Option<FeatureId>> {
    let row: Option<(FeatureId,)> = crate::sql!(
        "insert into features (trace_id, reason, member_id, created_at) values ($1, $2, $3, $4)
         on conflict do nothing returning id"
    )
    .bind(trace)
    .bind(reason.as_str())
    .bind(by)
    .bind(now)
    .maybe(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// Ends the current feature; `None` when there is none.
pub async fn end(
    conn: &mut Conn,
    trace: TraceId,
    reason: &Reason,
    by: MemberId,
    now: Time,
) -> Result<Option<FeatureId>> {
    let row: Option<(FeatureId,)> = crate::sql!(
        "update features set taken_down_at = $4, taken_down_by = $3, taken_down_reason = $2
         where trace_id = $1 and taken_down_at is null returning id"
    )
    .bind(trace)
    .bind(reason.as_str())
    .bind(by)
    .bind(now)
    .maybe(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// One feature with who chose it, and who took it down.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Feature {
    pub id: FeatureId,
    pub reason: String,
    pub created_at: Time,
    pub by_id: MemberId,
    pub by_handle: String,
    pub by_name: String,
    pub by_demo: bool,
    pub by_departed: bool,
    pub ended_at: Option<Time>,
    pub ended_reason: String,
    pub ended_id: Option<MemberId>,
    pub ended_handle: Option<String>,
    pub ended_name: Option<String>,
    pub ended_demo: Option<bool>,
    pub ended_departed: bool,
    pub trace_id: TraceId,
    pub slug: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub language: Lang,
}

macro_rules! features {
    () => {
        "select f.id, f.reason, f.created_at, f.member_id as by_id, m.handle as by_handle, m.name as by_name,
                m.demo as by_demo, (m.deleted_at is not null) as by_departed, f.taken_down_at as ended_at,
                f.taken_down_reason as ended_reason, e.id as ended_id, e.handle as ended_handle, e.name as ended_name,
                e.demo as ended_demo, (e.deleted_at is not null) as ended_departed, t.id as trace_id, t.slug, t.title,
                t.language
         from features f
         join traces t on t.id = f.trace_id
         join members m on m.id = f.member_id
         left join members e on e.id = f.taken_down_by "
    };
}

/// Every feature of a trace, newest first.
pub async fn trail(conn: &mut Conn, trace: TraceId) -> Result<Vec<Feature>> {
    crate::sql!(concat!(features!(), "where f.trace_id = $1 order by f.id desc")).bind(trace).all(conn).await
}

/// The newest features below `after` that were taken down, of traces that can be seen; one more than a
/// page, to know whether more follow.
pub async fn past(conn: &mut Conn, after: Option<FeatureId>) -> Result<Vec<Feature>> {
    crate::sql!(concat!(
        features!(),
        "where f.taken_down_at is not null and f.id < coalesce(cast($1 as bigint), 9007199254740991)
           and t.published is not null and t.hidden_at is null and t.deleted_at is null
         order by f.id desc limit $2"
    ))
    .bind(after)
    .bind(PAST + 1)
    .all(conn)
    .await
}
