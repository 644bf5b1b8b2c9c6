//! Statements about who else reads a draft: by a secret address, or as a chosen reviewer.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::members::model::MemberId;
use crate::traces::model::TraceId;
use crate::traces::model::authors::{LinkId, RemarkId};

/// Remarks on one page of them.
pub const PAGE: i64 = 50;

/// A draft as others than its authors read it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SharedDraft {
    pub trace_id: TraceId,
    /// JSON of [`crate::traces::model::draft::Content`].
    pub content: String,
    pub saved_at: Time,
    pub slug: String,
    pub licence: String,
    pub published: Option<i64>,
    pub published_at: Option<Time>,
    pub revised_at: Option<Time>,
    pub company_id: CompanyId,
    pub is_author: bool,
}

/// The draft, for those who write it and for its reviewers, unless a block has come between a
/// reviewer and whoever chose them.
pub async fn for_member(conn: &mut Conn, trace: TraceId, member: MemberId) -> Result<SharedDraft> {
    crate::sql!(
        "select t.id as trace_id, d.content, d.saved_at, t.slug, t.licence, t.published, t.published_at, t.revised_at,
                t.company_id, a.member_id is not null as is_author
         from drafts d
         join traces t on t.id = d.trace_id
         left join trace_authors a on a.trace_id = d.trace_id and a.member_id = $2 and a.left_at is null
         left join draft_reviewers r on r.trace_id = d.trace_id and r.member_id = $2
         where d.trace_id = $1 and t.deleted_at is null
           and (a.member_id is not null
                or t.hidden_at is null and r.member_id is not null
                   and not exists (select 1 from blocks x where (x.member_id = $2 and x.blocked_id = r.chosen_by)
                                                             or (x.member_id = r.chosen_by and x.blocked_id = $2)))"
    )
    .bind(trace)
    .bind(member)
    .one(conn)
    .await
}

/// The draft behind a secret address that has not been revoked.
pub async fn by_token(conn: &mut Conn, token_hash: &str) -> Result<SharedDraft> {
    crate::sql!(
        "select t.id as trace_id, d.content, d.saved_at, t.slug, t.licence, t.published, t.published_at, t.revised_at,
                t.company_id, (1 = 0) as is_author
         from draft_links l
         join drafts d on d.trace_id = l.trace_id
         join traces t on t.id = l.trace_id
         where l.token_hash = $1 and l.revoked_at is null and t.deleted_at is null and t.hidden_at is null"
    )
    .bind(token_hash)
    .one(conn)
    .await
}

/// A secret address that is open.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Link {
    pub id: LinkId,
    pub name: String,
    pub created_at: Time,
}

/// The newest open addresses; a trace has at most `limit`.
pub async fn links(conn: &mut Conn, trace: TraceId, limit: i64) -> Result<Vec<Link>> {
    crate::sql!(
        "select l.id, m.name, l.created_at from draft_links l join members m on m.id = l.made_by
         where l.trace_id = $1 and l.revoked_at is null order by l.id desc limit $2"
    )
    .bind(trace)
    .bind(limit)
    .all(conn)
    .await
}

pub async fn add_link(conn: &mut Conn, trace: TraceId, token_hash: &str, by: MemberId, now: Time) -> Result<()> {
    crate::sql!("insert into draft_links (trace_id, token_hash, made_by, created_at) values ($1, $2, $3, $4)")
        .bind(trace)
        .bind(token_hash)
        .bind(by)
        .bind(now)
        .run(conn)
        .await?;
    Ok(())
}

/// Ends an address of this trace; one that is ended stays so.
pub async fn revoke_link(conn: &mut Conn, trace: TraceId, link: LinkId, now: Time) -> Result<u64> {
    crate::sql!("update draft_links set revoked_at = coalesce(revoked_at, $3) where id = $1 and trace_id = $2")
        .bind(link)
        .bind(trace)
        .bind(now)
        .run(conn)
        .await
}

/// Who may read a draft and remark on it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Reviewer {
    pub member_id: MemberId,
    pub handle: String,
    pub name: String,
    pub demo: bool,
}

pub async fn reviewers(conn: &mut Conn, trace: TraceId) -> Result<Vec<Reviewer>> {
    crate::sql!(
        "select r.member_id, m.handle, m.name, m.demo from draft_reviewers r join members m on m.id = r.member_id
         where r.trace_id = $1 and m.deleted_at is null order by r.member_id"
    )
    .bind(trace)
    .all(conn)
    .await
}

/// Opens the draft to a member; false when it is open to them.
pub async fn add_reviewer(conn: &mut Conn, trace: TraceId, member: MemberId, by: MemberId, now: Time) -> Result<bool> {
    let added = crate::sql!(
        "insert into draft_reviewers (trace_id, member_id, chosen_by, created_at) values ($1, $2, $3, $4)
         on conflict do nothing"
    )
    .bind(trace)
    .bind(member)
    .bind(by)
    .bind(now)
    .run(conn)
    .await?;
    Ok(added == 1)
}

pub async fn remove_reviewer(conn: &mut Conn, trace: TraceId, member: MemberId) -> Result<()> {
    crate::sql!("delete from draft_reviewers where trace_id = $1 and member_id = $2")
        .bind(trace)
        .bind(member)
        .run(conn)
        .await?;
    Ok(())
}

/// What was said about a draft.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Remark {
    pub id: RemarkId,
    /// Empty: about the whole.
    pub part_key: String,
    pub author_id: MemberId,
    pub handle: String,
    pub name: String,
    pub demo: bool,
    pub deleted_at: Option<Time>,
    pub body: String,
    pub created_at: Time,
}

/// The newest remarks below `before`; one more than a page, to know whether more follow.
pub async fn remarks(conn: &mut Conn, trace: TraceId, before: i64) -> Result<Vec<Remark>> {
    crate::sql!(
        "select k.id, k.part_key, k.author_id, m.handle, m.name, m.demo, m.deleted_at, k.body, k.created_at
         from draft_remarks k join members m on m.id = k.author_id
         where k.trace_id = $1 and k.id < $2 order by k.id desc limit $3"
    )
    .bind(trace)
    .bind(before)
    .bind(PAGE + 1)
    .all(conn)
    .await
}

pub async fn add_remark(
    conn: &mut Conn,
    trace: TraceId,
    part: &str,
    author: MemberId,
    body: &str,
    now: Time,
) -> Result<RemarkId> {
    let (id,) = crate::sql!(
        "insert into draft_remarks (trace_id, part_key, author_id, body, created_at) values ($1, $2, $3, $4, $5)
         returning id"
    )
    .bind(trace)
    .bind(part)
    .bind(author)
    .bind(body)
    .bind(now)
    .one(conn)
    .await?;
    Ok(id)
}

/// Takes a remark away: its writer's own, or any for those who write the trace.
pub async fn remove_remark(conn: &mut Conn, trace: TraceId, remark: RemarkId, member: MemberId) -> Result<u64> {
    crate::sql!(
        "delete from draft_remarks where id = $1 and trace_id = $2
           and (author_id = $3 or exists (select 1 from trace_authors a
                                           where a.trace_id = $2 and a.member_id = $3 and a.left_at is null))"
    )
    .bind(remark)
    .bind(trace)
    .bind(member)
    .run(conn)
    .await
}
