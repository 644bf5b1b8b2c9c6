//! Statements of the demo alone.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::cli::demo::content::Member;
use crate::comments::model::CommentId;
use crate::companies::model::CompanyId;
use crate::members::model::{MemberId, TERMS_VERSION};
use crate::traces::model::TraceId;

/// Whether anybody has an account.
pub async fn anybody(conn: &mut Conn) -> Result<bool> {
    Ok(crate::sql!("select id from members limit 1").maybe::<(i64,)>(conn).await?.is_some())
}

/// Adds a demo member, who has no password and an address that no letter reaches; false when there.
pub async fn add_member(conn: &mut Conn, member: &Member, now: Time) -> Result<bool> {
    let added = crate::sql!(
        "insert into members (handle, name, bio, discipline, language, zone, email, email_key, role, demo, verified_at,
                              terms_version, terms_agreed_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $10, $10) on conflict do nothing"
    )
    .bind(&member.handle)
    .bind(&member.name)
    .bind(&member.bio)
    .bind(member.discipline)
    .bind(member.language)
    .bind(&member.zone)
    .bind(format!("{}@demo.invalid", member.handle))
    .bind(member.role)
    .bind(true)
    .bind(now)
    .bind(TERMS_VERSION)
    .run(conn)
    .await?;
    Ok(added == 1)
}

/// The member's published trace of this title.
pub async fn published(conn: &mut Conn, handle: &str, title: &str) -> Result<Option<TraceId>> {
    let found: Option<(TraceId,)> = crate::sql!(
        "select t.id from traces t join trace_authors a on a.trace_id = t.id join members m on m.id = a.member_id
         where m.handle = $1 and t.title = $2 and t.published is not null limit 1"
    )
    .bind(handle)
    .bind(title)
    .maybe(conn)
    .await?;
    Ok(found.map(|(id,)| id))
}

/// A sketch of the member's that was never saved again: what an interrupted run left.
pub async fn begun(conn: &mut Conn, handle: &str, company: CompanyId, language: Lang) -> Result<Option<TraceId>> {
    let found: Option<(TraceId,)> = crate::sql!(
        "select t.id from traces t join trace_authors a on a.trace_id = t.id and a.position = 1
         join members m on m.id = a.member_id join drafts d on d.trace_id = t.id
         where m.handle = $1 and t.company_id = $2 and t.language = $3 and t.published is null
           and t.deleted_at is null and d.version = 1 limit 1"
    )
    .bind(handle)
    .bind(company)
    .bind(language)
    .maybe(conn)
    .await?;
    Ok(found.map(|(id,)| id))
}

/// Whether the member is an author of the trace.
pub async fn writes(conn: &mut Conn, trace: TraceId, member: MemberId) -> Result<bool> {
    let found: Option<(MemberId,)> =
        crate::sql!("select member_id from trace_authors where trace_id = $1 and member_id = $2")
            .bind(trace)
            .bind(member)
            .maybe(conn)
            .await?;
    Ok(found.is_some())
}

/// The comment in which the member has said this about the trace.
pub async fn said(conn: &mut Conn, trace: TraceId, handle: &str, body: &str) -> Result<Option<CommentId>> {
    let found: Option<(CommentId,)> = crate::sql!(
        "select c.id from comments c join members m on m.id = c.author_id
         where c.trace_id = $1 and m.handle = $2 and c.body = $3 limit 1"
    )
    .bind(trace)
    .bind(handle)
    .bind(body)
    .maybe(conn)
    .await?;
    Ok(found.map(|(id,)| id))
}

/// Whether the trace is, or ever was, featured.
pub async fn was_featured(conn: &mut Conn, trace: TraceId) -> Result<bool> {
    let found: Option<(i64,)> =
        crate::sql!("select id from features where trace_id = $1 limit 1").bind(trace).maybe(conn).await?;
    Ok(found.is_some())
}
