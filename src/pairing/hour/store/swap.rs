//! Statements about stepping in for someone who did not come. The invitations are proposals.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::members::model::{Discipline, MemberId};
use crate::pairing::model::{AskId, HOUR_SLOTS, ProposalId, SessionId, Slot, Tongues};

/// How many waiting members are looked at, the longest waiting first.
const LOOKED_AT: i64 = 500;

/// A waiting member who could step in, if their week says so.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Candidate {
    pub member_id: MemberId,
    #[sqlx(try_from = "String")]
    pub discipline: Discipline,
    /// Only these, comma-separated; empty: any.
    pub disciplines: String,
}

/// In which languages someone can meet: as for the ask that was taken, else as said in the queue, else
/// the member's own.
pub async fn tongues(conn: &mut Conn, member: MemberId, ask: Option<AskId>) -> Result<Tongues> {
    let (languages,): (String,) = crate::sql!(
        "select coalesce((select a.languages from asks a where a.id = cast($2 as bigint)),
                         (select q.languages from pair_queue q where q.member_id = m.id), m.language)
         from members m where m.id = $1"
    )
    .bind(member)
    .bind(ask)
    .one(conn)
    .await?;
    Ok(languages.parse().unwrap_or(Tongues::Either))
}

/// Who of the queue could meet `waiter` in the hour that begins at `slot`: able, without a proposal to
/// answer, with a language in common, not blocked, nothing booked, not asked in this hour before.
pub async fn candidates(
    conn: &mut Conn,
    [waiter, absent]: [MemberId; 2],
    slot: Slot,
    languages: Tongues,
    now: Time,
) -> Result<Vec<Candidate>> {
    crate::sql!(
        "select q.member_id, m.discipline, q.disciplines
         from pair_queue q join members m on m.id = q.member_id
         where q.proposal_id is null and q.member_id <> $1 and q.member_id <> $2
           and m.verified_at is not null and m.deleted_at is null
           and (m.suspended_until is null or m.suspended_until <= $3)
           and (q.languages = 'either' or q.languages = cast($4 as text) or cast($4 as text) = 'either')
           and not exists (select 1 from blocks b where (b.member_id = $1 and b.blocked_id = q.member_id)
                           or (b.member_id = q.member_id and b.blocked_id = $1))
           and not exists (select 1 from pair_slots h
                           where h.member_id = q.member_id and h.slot >= $5 and h.slot < $5 + $6)
           and not exists (select 1 from proposals p where p.first_id = $1 and p.second_id = q.member_id
                           and p.kind = 'swap' and p.slot > $5 - $6)
         order by q.joined_at, q.member_id limit $7"
    )
    .bind(waiter)
    .bind(absent)
    .bind(now)
    .bind(languages)
    .bind(slot)
    .bind(HOUR_SLOTS)
    .bind(LOOKED_AT)
    .all(conn)
    .await
}

/// How a waiting member's invitations stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Invited {
    /// Not answered yet.
    pub open: i64,
    /// Answered or not.
    pub asked: i64,
    /// Until when the last of them can be answered.
    pub until: Option<Time>,
}

/// The invitations of one who waits in the hour that began at `slot`.
pub async fn invited(conn: &mut Conn, waiter: MemberId, slot: Slot, now: Time) -> Result<Invited> {
    crate::sql!(
        "select count(*) filter (where state = 'open' and answer_by > $3) as open, count(*) as asked,
                max(case when state = 'open' and answer_by > $3 then answer_by end) as until
         from proposals where first_id = $1 and kind = 'swap' and slot >= $2 and slot < $2 + $4"
    )
    .bind(waiter)
    .bind(slot)
    .bind(now)
    .bind(HOUR_SLOTS)
    .one(conn)
    .await
}

/// An invitation to be written.
pub struct New {
    pub session: SessionId,
    pub waiter: MemberId,
    pub candidate: MemberId,
    pub slot: Slot,
    pub company: Option<CompanyId>,
    pub answer_by: Time,
}

/// Invites one; the one who waits has said yes already.
pub async fn invite(conn: &mut Conn, new: &New, now: Time) -> Result<ProposalId> {
    let (id,) = crate::sql!(
        "insert into proposals (kind, first_id, second_id, first_since, second_since, first_answer, slot, company_id,
                                answer_by, created_at, session_id)
         values ('swap', $2, $3, $7, $7, 'yes', $4, $5, $6, $7, $1) returning id"
    )
    .bind(new.session)
    .bind(new.waiter)
    .bind(new.candidate)
    .bind(new.slot)
    .bind(new.company)
    .bind(new.answer_by)
    .bind(now)
    .one(conn)
    .await?;
    Ok(id)
}

/// An invitation as the one who was asked answers it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Invitation {
    pub waiter: MemberId,
    pub slot: Slot,
    pub session_id: Option<SessionId>,
    /// Not answered, not taken by another, in time.
    pub open: bool,
}

/// The invitation of `member`; `None` for anybody else's.
pub async fn invitation(conn: &mut Conn, id: ProposalId, member: MemberId, now: Time) -> Result<Option<Invitation>> {
    crate::sql!(
        "select first_id as waiter, slot, session_id, (state = 'open' and answer_by > $3) as open
         from proposals where id = $1 and second_id = $2 and kind = 'swap'"
    )
    .bind(id)
    .bind(member)
    .bind(now)
    .maybe(conn)
    .await
}

/// The invitation was taken; false when it is no longer open.
pub async fn booked(conn: &mut Conn, id: ProposalId, session: SessionId) -> Result<bool> {
    let done = crate::sql!(
        "update proposals set state = 'booked', second_answer = 'yes', session_id = $2 where id = $1 and state = 'open'"
    )
    .bind(id)
    .bind(session)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// Whoever else was asked to step in here need not any more.
pub async fn lapse(conn: &mut Conn, session: SessionId, people: [MemberId; 2]) -> Result<()> {
    crate::sql!(
        "update proposals set state = 'lapsed'
         where first_id in ($2, $3) and kind = 'swap' and state = 'open' and session_id = $1"
    )
    .bind(session)
    .bind(people[0])
    .bind(people[1])
    .run(conn)
    .await?;
    Ok(())
}

/// The hour that took the place of `session` for the one who had waited there.
pub async fn instead(conn: &mut Conn, waiter: MemberId, session: SessionId, slot: Slot) -> Result<Option<SessionId>> {
    let row: Option<(SessionId,)> = crate::sql!(
        "select session_id from proposals
         where first_id = $1 and kind = 'swap' and state = 'booked' and session_id > $2 and slot >= $3 and slot < $3 + $4
         order by id limit 1"
    )
    .bind(waiter)
    .bind(session)
    .bind(slot)
    .bind(HOUR_SLOTS)
    .maybe(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// Has found a partner: leaves the queue, unless another proposal is to be answered.
pub async fn leave_queue(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("delete from pair_queue where member_id = $1 and proposal_id is null").bind(member).run(conn).await?;
    Ok(())
}
