//! Statements about who writes a trace: its authors, and who is asked to be one.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::members::model::MemberId;
use crate::traces::model::TraceId;
use crate::traces::model::authors::{Answer, InvitationId};

/// A trace as those who write it speak of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Written {
    pub title: String,
    #[sqlx(try_from = "String")]
    pub language: Lang,
    pub slug: String,
    pub published: Option<i64>,
}

/// The trace, for one who writes it now.
///
/// # Errors
/// [`crate::base::error::Error::NotFound`] for anyone else.
pub async fn written_by(conn: &mut Conn, trace: TraceId, member: MemberId) -> Result<Written> {
    crate::sql!(
        "select t.title, t.language, t.slug, t.published from traces t
         where t.id = $1 and t.deleted_at is null
           and exists (select 1 from trace_authors a where a.trace_id = t.id and a.member_id = $2 and a.left_at is null)"
    )
    .bind(trace)
    .bind(member)
    .one(conn)
    .await
}

/// One who is named as an author.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Named {
    pub member_id: MemberId,
    pub position: i64,
    pub handle: String,
    pub name: String,
    pub demo: bool,
    pub deleted_at: Option<Time>,
    pub left_at: Option<Time>,
}

impl Named {
    /// Whether they still write.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.deleted_at.is_none() && self.left_at.is_none()
    }
}

/// All who are named, in the order in which they stand on the trace.
pub async fn named(conn: &mut Conn, trace: TraceId) -> Result<Vec<Named>> {
    crate::sql!(
        "select a.member_id, a.position, m.handle, m.name, m.demo, m.deleted_at, a.left_at
         from trace_authors a join members m on m.id = a.member_id where a.trace_id = $1 order by a.position"
    )
    .bind(trace)
    .all(conn)
    .await
}

/// Those who still write, in the same order.
pub async fn writing(conn: &mut Conn, trace: TraceId) -> Result<Vec<MemberId>> {
    Ok(named(conn, trace).await?.into_iter().filter(Named::writes).map(|one| one.member_id).collect())
}

/// Asks someone to write too; `None` when they are asked already.
pub async fn invite(
    conn: &mut Conn,
    trace: TraceId,
    member: MemberId,
    by: MemberId,
    now: Time,
) -> Result<Option<InvitationId>> {
    let row: Option<(InvitationId,)> = crate::sql!(
        "insert into invitations (trace_id, member_id, invited_by, created_at) values ($1, $2, $3, $4)
         on conflict do nothing returning id"
    )
    .bind(trace)
    .bind(member)
    .bind(by)
    .bind(now)
    .maybe(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// Whether they have said no to this trace before.
pub async fn has_declined(conn: &mut Conn, trace: TraceId, member: MemberId) -> Result<bool> {
    let row: Option<(InvitationId,)> = crate::sql!(
        "select id from invitations where trace_id = $1 and member_id = $2 and answer = 'declined' limit 1"
    )
    .bind(trace)
    .bind(member)
    .maybe(conn)
    .await?;
    Ok(row.is_some())
}

/// Someone who has been asked and has not answered.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Invited {
    pub id: InvitationId,
    pub handle: String,
    pub name: String,
    pub created_at: Time,
}

/// Who has not answered yet; nobody who has left the site. As few as a trace may have authors.
pub async fn invited(conn: &mut Conn, trace: TraceId) -> Result<Vec<Invited>> {
    crate::sql!(
        "select i.id, m.handle, m.name, i.created_at from invitations i join members m on m.id = i.member_id
         where i.trace_id = $1 and i.answer = 'open' and m.deleted_at is null order by i.member_id"
    )
    .bind(trace)
    .all(conn)
    .await
}

/// What a member is asked.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Asked {
    pub id: InvitationId,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub language: Lang,
    pub name_ja: String,
    pub name_en: String,
    pub by_id: MemberId,
    pub by_handle: String,
    pub by_name: String,
    pub demo: bool,
    pub created_at: Time,
}

/// The open invitation of a member to a trace, while whoever asked still writes it.
///
/// # Errors
/// [`crate::base::error::Error::NotFound`] when there is none, or a block has come between the two.
pub async fn asked(conn: &mut Conn, trace: TraceId, member: MemberId) -> Result<Asked> {
    crate::sql!(
        "select i.id, t.title, t.language, c.name_ja, c.name_en, b.id as by_id, b.handle as by_handle, b.name as by_name,
                b.demo, i.created_at
         from invitations i
         join traces t on t.id = i.trace_id
         join companies c on c.id = t.company_id
         join members b on b.id = i.invited_by
         where i.trace_id = $1 and i.member_id = $2 and i.answer = 'open' and t.deleted_at is null
           and exists (select 1 from trace_authors a
                        where a.trace_id = i.trace_id and a.member_id = i.invited_by and a.left_at is null)
           and b.deleted_at is null
           and not exists (select 1 from blocks x where (x.member_id = i.member_id and x.blocked_id = i.invited_by)
                                                     or (x.member_id = i.invited_by and x.blocked_id = i.member_id))"
    )
    .bind(trace)
    .bind(member)
    .one(conn)
    .await
}

/// Answers an open invitation; false when it was answered before.
pub async fn answer(conn: &mut Conn, id: InvitationId, answer: Answer, now: Time) -> Result<bool> {
    let touched = crate::sql!("update invitations set answer = $2, answered_at = $3 where id = $1 and answer = 'open'")
        .bind(id)
        .bind(answer)
        .bind(now)
        .run(conn)
        .await?;
    Ok(touched == 1)
}

/// Takes an open invitation of this trace back; false when there is none.
pub async fn take_back(conn: &mut Conn, trace: TraceId, id: InvitationId, now: Time) -> Result<bool> {
    let touched = crate::sql!(
        "update invitations set answer = 'taken-back', answered_at = $3 where id = $1 and trace_id = $2 and answer = 'open'"
    )
    .bind(id)
    .bind(trace)
    .bind(now)
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// Names a member last; or again at their old place, where they had left.
pub async fn join(conn: &mut Conn, trace: TraceId, member: MemberId) -> Result<()> {
    crate::sql!(
        "insert into trace_authors (trace_id, position, member_id)
         select cast($1 as bigint), cast(coalesce(max(position), 0) + 1 as bigint), cast($2 as bigint)
         from trace_authors where trace_id = $1
         on conflict (member_id, trace_id) do update set left_at = null"
    )
    .bind(trace)
    .bind(member)
    .run(conn)
    .await?;
    Ok(())
}

/// One at a time: whoever else changes who writes this trace waits until this transaction ends.
pub async fn hold(conn: &mut Conn, trace: TraceId) -> Result<()> {
    crate::sql!("update traces set built_on = built_on where id = $1").bind(trace).run(conn).await?;
    Ok(())
}

/// The secret addresses that a member made end.
pub async fn end_links(conn: &mut Conn, trace: TraceId, member: MemberId, now: Time) -> Result<()> {
    crate::sql!("update draft_links set revoked_at = $3 where trace_id = $1 and made_by = $2 and revoked_at is null")
        .bind(trace)
        .bind(member)
        .bind(now)
        .run(conn)
        .await?;
    Ok(())
}

/// The invitations of a member that nobody answered are taken back.
pub async fn take_back_all(conn: &mut Conn, trace: TraceId, member: MemberId, now: Time) -> Result<()> {
    crate::sql!(
        "update invitations set answer = 'taken-back', answered_at = $3
         where trace_id = $1 and invited_by = $2 and answer = 'open'"
    )
    .bind(trace)
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// Ends a member's writing while someone else writes on; false when nobody would.
pub async fn leave(conn: &mut Conn, trace: TraceId, member: MemberId, now: Time) -> Result<bool> {
    let touched = crate::sql!(
        "update trace_authors set left_at = $3 where trace_id = $1 and member_id = $2 and left_at is null
           and exists (select 1 from trace_authors o join members m on m.id = o.member_id
                        where o.trace_id = $1 and o.member_id <> $2 and o.left_at is null and m.deleted_at is null)"
    )
    .bind(trace)
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// Takes two positions out of the way, so that they can change places.
pub async fn lift(conn: &mut Conn, trace: TraceId, one: i64, other: i64) -> Result<()> {
    crate::sql!("update trace_authors set position = -position where trace_id = $1 and position in ($2, $3)")
        .bind(trace)
        .bind(one)
        .bind(other)
        .run(conn)
        .await?;
    Ok(())
}

/// Sets the two down, each at the other's place.
pub async fn set_down(conn: &mut Conn, trace: TraceId, one: i64, other: i64) -> Result<()> {
    crate::sql!(
        "update trace_authors set position = case when position = -cast($2 as bigint) then cast($3 as bigint)
                                                  else cast($2 as bigint) end
         where trace_id = $1 and position in (-cast($2 as bigint), -cast($3 as bigint))"
    )
    .bind(trace)
    .bind(one)
    .bind(other)
    .run(conn)
    .await?;
    Ok(())
}
