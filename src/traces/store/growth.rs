//! Statements about traces that were begun from others.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::words::Lang;
use crate::members::model::MemberId;
use crate::traces::model::TraceId;

/// The other trace of a credit, as its page names it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Credit {
    pub id: TraceId,
    pub slug: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub language: Lang,
    /// Those of its authors who are still here, in their order; empty when all have left.
    pub authors: String,
    /// The numbers of all its authors, comma-separated.
    pub members: String,
}

impl Credit {
    /// What a page that shows it has read.
    #[must_use]
    pub fn tags(&self) -> Vec<String> {
        let members = self.members.split(',').filter(|id| !id.is_empty()).map(|id| format!("member:{id}"));
        members.chain([format!("trace:{}", self.id)]).collect()
    }
}

/// The authors' names of trace `t`.
macro_rules! names {
    () => {
        "coalesce((select string_agg(m.name, ', ' order by a.position) from trace_authors a join members m on m.id = a.member_id
                   where a.trace_id = t.id and m.deleted_at is null), '') as authors,
         coalesce((select string_agg(cast(a.member_id as text), ',') from trace_authors a where a.trace_id = t.id), '') as members"
    };
}

/// Notes from which trace a new one was begun.
pub async fn set_origin(conn: &mut Conn, trace: TraceId, origin: TraceId) -> Result<u64> {
    crate::sql!("update traces set built_on = $2 where id = $1").bind(trace).bind(origin).run(conn).await
}

/// The number of the trace that this one was begun from, whoever may see it.
pub async fn origin_of(conn: &mut Conn, trace: TraceId) -> Result<Option<TraceId>> {
    let (origin,): (Option<TraceId>,) =
        crate::sql!("select built_on from traces where id = $1").bind(trace).one(conn).await?;
    Ok(origin)
}

/// A draft that the member has begun from this trace and not published yet.
pub async fn begun(conn: &mut Conn, origin: TraceId, member: MemberId) -> Result<Option<TraceId>> {
    let row: Option<(TraceId,)> = crate::sql!(
        "select t.id from traces t
         where t.built_on = $1 and t.published is null and t.deleted_at is null
           and exists (select 1 from trace_authors a
                       where a.trace_id = t.id and a.member_id = $2 and a.left_at is null)
         order by t.id limit 1"
    )
    .bind(origin)
    .bind(member)
    .maybe(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// No block stands between the viewer, parameter `$2`, and an author of `t`.
macro_rules! unblocked {
    () => {
        " and not exists (select 1 from trace_authors a join blocks b
                           on (b.member_id = a.member_id and b.blocked_id = cast($2 as bigint))
                           or (b.member_id = cast($2 as bigint) and b.blocked_id = a.member_id)
                           where a.trace_id = t.id) "
    };
}

/// The trace that this one was begun from, while readers can see it and no block keeps the viewer from it.
pub async fn origin(conn: &mut Conn, trace: TraceId, viewer: Option<MemberId>) -> Result<Option<Credit>> {
    crate::sql!(concat!(
        "select t.id, t.slug, t.title, t.language, ",
        names!(),
        " from traces o join traces t on t.id = o.built_on
         where o.id = $1 and t.published is not null and t.hidden_at is null and t.deleted_at is null",
        unblocked!()
    ))
    .bind(trace)
    .bind(viewer)
    .maybe(conn)
    .await
}

/// The newest traces begun from this one, but those by members from whom a block keeps the viewer.
pub async fn built(conn: &mut Conn, trace: TraceId, viewer: Option<MemberId>, limit: i64) -> Result<Vec<Credit>> {
    crate::sql!(concat!(
        "select t.id, t.slug, t.title, t.language, ",
        names!(),
        " from traces t
         where t.built_on = $1 and t.built_on is not null and t.published is not null and t.hidden_at is null
           and t.deleted_at is null",
        unblocked!(),
        "order by t.published_at desc, t.id desc limit $3"
    ))
    .bind(trace)
    .bind(viewer)
    .bind(limit)
    .all(conn)
    .await
}
