//! Statements about who wrote which part.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::traces::model::TraceId;
use crate::traces::model::part::PartKey;

/// Adds to what a member has written of a part of the draft.
pub async fn credit(conn: &mut Conn, trace: TraceId, key: PartKey, member: MemberId, characters: i64) -> Result<()> {
    crate::sql!(
        "insert into draft_writers (trace_id, part_key, member_id, characters) values ($1, $2, $3, $4)
         on conflict (trace_id, part_key, member_id) do update set characters = draft_writers.characters + $4"
    )
    .bind(trace)
    .bind(key)
    .bind(member)
    .bind(characters)
    .run(conn)
    .await?;
    Ok(())
}

/// The new revision keeps who wrote what of the parts that it has.
pub async fn keep(conn: &mut Conn, trace: TraceId, revision: i64) -> Result<()> {
    crate::sql!(
        "insert into part_writers (trace_id, revision, part_key, member_id, characters)
         select d.trace_id, p.revision, d.part_key, d.member_id, d.characters
         from draft_writers d join parts p on p.trace_id = d.trace_id and p.part_key = d.part_key
         where d.trace_id = $1 and p.revision = $2"
    )
    .bind(trace)
    .bind(revision)
    .run(conn)
    .await?;
    Ok(())
}

/// The new revision is an older one again: whoever wrote that, wrote this.
pub async fn keep_of(conn: &mut Conn, trace: TraceId, old: i64, revision: i64) -> Result<()> {
    crate::sql!(
        "insert into part_writers (trace_id, revision, part_key, member_id, characters)
         select trace_id, cast($3 as bigint), part_key, member_id, characters from part_writers
         where trace_id = $1 and revision = $2"
    )
    .bind(trace)
    .bind(old)
    .bind(revision)
    .run(conn)
    .await?;
    Ok(())
}

/// A hand in a part of a revision, by name.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Hand {
    #[sqlx(try_from = "String")]
    pub part_key: PartKey,
    pub member_id: MemberId,
    pub handle: String,
    pub name: String,
    pub demo: bool,
    pub deleted_at: Option<Time>,
}

/// Who wrote which part of a revision, whoever wrote most of a part first.
pub async fn hands(conn: &mut Conn, trace: TraceId, revision: i64) -> Result<Vec<Hand>> {
    crate::sql!(
        "select w.part_key, w.member_id, m.handle, m.name, m.demo, m.deleted_at
         from part_writers w join members m on m.id = w.member_id
         where w.trace_id = $1 and w.revision = $2 order by w.part_key, w.characters desc, w.member_id"
    )
    .bind(trace)
    .bind(revision)
    .all(conn)
    .await
}

/// Who wrote how much of a part of a revision.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Writer {
    #[sqlx(try_from = "String")]
    pub part_key: PartKey,
    pub member_id: MemberId,
    pub characters: i64,
}

/// The writers of a revision's parts, whoever wrote most of a part first.
pub async fn of_revision(conn: &mut Conn, trace: TraceId, revision: i64) -> Result<Vec<Writer>> {
    crate::sql!(
        "select part_key, member_id, characters from part_writers
         where trace_id = $1 and revision = $2 order by part_key, characters desc, member_id"
    )
    .bind(trace)
    .bind(revision)
    .all(conn)
    .await
}
