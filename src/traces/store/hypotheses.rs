//! Statements about calls that come due.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::members::model::MemberId;
use crate::traces::model::TraceId;
use crate::traces::model::hypothesis::{Answer, Due};
use crate::traces::model::part::PartKey;

/// A call with its first published wording, which no edit changes.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Call {
    #[sqlx(try_from = "String")]
    pub part_key: PartKey,
    pub due_on: String,
    pub due_at: Time,
    /// Empty until it is answered.
    pub outcome: String,
    pub evidence: String,
    pub answered_at: Option<Time>,
    pub first_revision: i64,
    pub first_at: Time,
    pub first_gist: String,
    pub first_body: String,
    /// JSON of its typed fields, as they were first said.
    pub first_fields: String,
}

/// A call on its writer's page.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Made {
    pub trace_id: TraceId,
    pub slug: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub language: Lang,
    #[sqlx(try_from = "String")]
    pub part_key: PartKey,
    pub gist: String,
    pub due_on: String,
    pub outcome: String,
}

/// Calls listed on a member's page, at most.
pub const MOST: i64 = 40;

/// A call that was not answered yet has another day now, on which it is asked about anew.
pub async fn move_day(conn: &mut Conn, trace: TraceId, due: &Due) -> Result<()> {
    crate::sql!(
        "update hypotheses set due_on = $3, due_at = $4, asked_at = null
         where trace_id = $1 and part_key = $2 and outcome = '' and due_on <> $3"
    )
    .bind(trace)
    .bind(due.key)
    .bind(&due.on)
    .bind(due.at)
    .run(conn)
    .await?;
    Ok(())
}

/// Keeps a call that a revision publishes, if it is a new one: the first in its place, or one with
/// another day than those before it, which were answered.
pub async fn begin(conn: &mut Conn, trace: TraceId, revision: i64, due: &Due) -> Result<()> {
    crate::sql!(
        "insert into hypotheses (trace_id, part_key, first_revision, due_on, due_at)
         select $1, $2, $3, $4, $5 from traces t where t.id = $1
           and not exists (select 1 from hypotheses h
                            where h.trace_id = $1 and h.part_key = $2 and (h.outcome = '' or h.due_on = $4))"
    )
    .bind(trace)
    .bind(due.key)
    .bind(revision)
    .bind(&due.on)
    .bind(due.at)
    .run(conn)
    .await?;
    Ok(())
}

/// Notes that its writers are asked; the day, if they have to be: due, neither asked nor answered yet.
pub async fn ask(conn: &mut Conn, trace: TraceId, key: PartKey, now: Time) -> Result<Option<String>> {
    let row: Option<(String,)> = crate::sql!(
        "update hypotheses set asked_at = $3
         where trace_id = $1 and part_key = $2 and due_at <= $3 and asked_at is null and outcome = ''
           and exists (select 1 from traces t join parts p on p.trace_id = t.id and p.revision = t.published
                        where t.id = $1 and t.deleted_at is null and p.part_key = $2)
         returning due_on"
    )
    .bind(trace)
    .bind(key)
    .bind(now)
    .maybe(conn)
    .await?;
    Ok(row.map(|(day,)| day))
}

/// The answer to the newest call of a place, once it is due; rows changed. A later answer replaces an
/// earlier one.
pub async fn answer(
    conn: &mut Conn,
    trace: TraceId,
    key: PartKey,
    answer: &Answer,
    member: MemberId,
    now: Time,
) -> Result<u64> {
    crate::sql!(
        "update hypotheses set outcome = $3, evidence = $4, answered_by = $5, answered_at = $6
         where trace_id = $1 and part_key = $2 and due_at <= $6
           and first_revision = (select max(h.first_revision) from hypotheses h where h.trace_id = $1 and h.part_key = $2)"
    )
    .bind(trace)
    .bind(key)
    .bind(answer.outcome)
    .bind(&answer.evidence)
    .bind(member)
    .bind(now)
    .run(conn)
    .await
}

/// The calls of a trace, of each place the newest first.
pub async fn of_trace(conn: &mut Conn, trace: TraceId) -> Result<Vec<Call>> {
    crate::sql!(
        "select h.part_key, h.due_on, h.due_at, h.outcome, h.evidence, h.answered_at, h.first_revision,
                r.created_at as first_at, p.gist as first_gist, p.body as first_body, p.fields as first_fields
         from hypotheses h
         join revisions r on r.trace_id = h.trace_id and r.number = h.first_revision
         join parts p on p.trace_id = h.trace_id and p.revision = h.first_revision and p.part_key = h.part_key
         where h.trace_id = $1 order by h.part_key, h.first_revision desc"
    )
    .bind(trace)
    .all(conn)
    .await
}

/// What a member's calls say and how they turned out, the last due first; of traces that everybody sees.
pub async fn of_member(conn: &mut Conn, member: MemberId) -> Result<Vec<Made>> {
    crate::sql!(
        "select t.id as trace_id, t.slug, t.title, t.language, h.part_key, p.gist, h.due_on, h.outcome
         from trace_authors a
         join traces t on t.id = a.trace_id and t.published is not null and t.hidden_at is null and t.deleted_at is null
         join hypotheses h on h.trace_id = a.trace_id
         join parts p on p.trace_id = h.trace_id and p.revision = h.first_revision and p.part_key = h.part_key
         where a.member_id = $1 order by h.due_at desc, h.trace_id desc, h.part_key, h.first_revision desc limit $2"
    )
    .bind(member)
    .bind(MOST)
    .all(conn)
    .await
}
