//! Statements about the queue and its proposals.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::members::model::{Discipline, MemberId};
use crate::pairing::model::{ProposalId, SessionId, Slot, Tongues};
use crate::pairing::queue::model::{Origin, Standing};
use crate::pairing::sessions::model::{Figure, LOOK_BACK};

/// A member who waits.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Waiting {
    pub member_id: MemberId,
    pub joined_at: Time,
    pub company_id: Option<CompanyId>,
    pub disciplines: String,
    #[sqlx(try_from = "String")]
    pub languages: Tongues,
    #[sqlx(try_from = "String")]
    pub discipline: Discipline,
    open: i64,
    came: i64,
    of: i64,
}

impl Waiting {
    #[must_use]
    pub const fn figure(&self) -> Figure {
        Figure { came: self.came, of: self.of }
    }

    /// How many more hours may be booked.
    #[must_use]
    pub fn bookings_left(&self) -> u32 {
        u32::try_from(self.figure().open_bookings() - self.open).unwrap_or_default()
    }
}

/// Everybody who waits without a proposal and can meet, the oldest first.
pub async fn waiting(conn: &mut Conn, now: Time) -> Result<Vec<Waiting>> {
    crate::sql!(
        "select q.member_id, q.joined_at, coalesce(c.merged_into, c.id) as company_id, q.disciplines, q.languages,
                m.discipline,
                (select count(distinct h.session_id) from pair_slots h where h.member_id = m.id and h.slot >= $2) as open,
                (select count(*) from (select f.outcome from pair_people f where f.member_id = m.id and f.outcome <> ''
                                       order by f.figured_at desc limit $3) l where l.outcome = 'came') as came,
                (select count(*) from (select f.outcome from pair_people f where f.member_id = m.id and f.outcome <> ''
                                       order by f.figured_at desc limit $3) l) as of
         from pair_queue q join members m on m.id = q.member_id left join companies c on c.id = q.company_id
         where q.proposal_id is null and m.verified_at is not null and m.deleted_at is null
               and (m.suspended_until is null or m.suspended_until <= $1)
         order by q.joined_at, q.member_id"
    )
    .bind(now)
    .bind(Slot::at(now))
    .bind(LOOK_BACK)
    .all(conn)
    .await
}

/// Quarter-hours that those who wait have booked.
pub async fn busy(conn: &mut Conn, now: Time) -> Result<Vec<(MemberId, Slot)>> {
    crate::sql!(
        "select h.member_id, h.slot from pair_queue q join pair_slots h on h.member_id = q.member_id
         where h.slot >= $1 order by h.member_id, h.slot"
    )
    .bind(Slot::at(now))
    .all(conn)
    .await
}

/// What lies between two who wait.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Between {
    pub one: MemberId,
    pub other: MemberId,
    /// `blocked`, `apart` (a proposal came to nothing lately), `mutual`, or `met`.
    pub what: String,
    pub times: i64,
}

/// All that lies between those who wait. `since`: proposals that came to nothing after that.
pub async fn between(conn: &mut Conn, since: Time) -> Result<Vec<Between>> {
    crate::sql!(
        "select b.member_id as one, b.blocked_id as other, 'blocked' as what, cast(1 as bigint) as times
         from pair_queue q join blocks b on b.member_id = q.member_id join pair_queue r on r.member_id = b.blocked_id
         union all
         select p.first_id, p.second_id, 'apart', cast(1 as bigint)
         from pair_queue q join proposals p on p.first_id = q.member_id join pair_queue r on r.member_id = p.second_id
         where p.kind = 'match' and p.state in ('declined', 'lapsed') and p.created_at > $1
         union all
         select i.member_id, i.other_id, 'mutual', cast(1 as bigint)
         from pair_queue q join interests i on i.member_id = q.member_id join pair_queue r on r.member_id = i.other_id
              join interests j on j.member_id = i.other_id and j.other_id = i.member_id
         where i.member_id < i.other_id
         union all
         select p.member_id, o.member_id, 'met', count(*)
         from pair_queue q join pair_people p on p.member_id = q.member_id
              join pair_sessions s on s.id = p.session_id and s.state = 'held'
              join pair_people o on o.session_id = p.session_id and o.member_id > p.member_id
              join pair_queue r on r.member_id = o.member_id
         group by p.member_id, o.member_id"
    )
    .bind(since)
    .all(conn)
    .await
}

/// A member's own place.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Place {
    pub joined_at: Time,
    pub company_id: Option<CompanyId>,
    pub name_ja: String,
    pub name_en: String,
    pub disciplines: String,
    #[sqlx(try_from = "String")]
    pub languages: Tongues,
    pub proposal_id: Option<ProposalId>,
    /// 1: nobody waits longer.
    pub place: i64,
}

pub async fn place(conn: &mut Conn, member: MemberId) -> Result<Option<Place>> {
    crate::sql!(
        "select q.joined_at, coalesce(c.merged_into, c.id) as company_id, coalesce(i.name_ja, c.name_ja, '') as name_ja,
                coalesce(i.name_en, c.name_en, '') as name_en, q.disciplines, q.languages, q.proposal_id,
                (select count(*) from pair_queue o where (o.joined_at, o.member_id) <= (q.joined_at, q.member_id)) as place
         from pair_queue q left join companies c on c.id = q.company_id left join companies i on i.id = c.merged_into
         where q.member_id = $1"
    )
    .bind(member)
    .maybe(conn)
    .await
}

/// Joins, or changes the wish and keeps the place.
pub async fn join(
    conn: &mut Conn,
    member: MemberId,
    company: Option<CompanyId>,
    disciplines: &str,
    languages: Tongues,
    now: Time,
) -> Result<()> {
    crate::sql!(
        "insert into pair_queue (member_id, joined_at, company_id, disciplines, languages) values ($1, $2, $3, $4, $5)
         on conflict (member_id) do update set company_id = excluded.company_id, disciplines = excluded.disciplines,
                languages = excluded.languages"
    )
    .bind(member)
    .bind(now)
    .bind(company)
    .bind(disciplines)
    .bind(languages)
    .run(conn)
    .await?;
    Ok(())
}

/// Leaves; false when not there.
pub async fn leave(conn: &mut Conn, member: MemberId) -> Result<bool> {
    Ok(crate::sql!("delete from pair_queue where member_id = $1").bind(member).run(conn).await? == 1)
}

/// Waits of the last hours that the queue brought together: how long each of the two had waited.
pub async fn waits(conn: &mut Conn) -> Result<Vec<(i64, i64)>> {
    crate::sql!(
        "select created_at - first_since, created_at - second_since from proposals
         where state = 'booked' and kind = 'match' order by id desc limit 20"
    )
    .all(conn)
    .await
}

/// A proposal as one of its two sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Proposal {
    pub id: ProposalId,
    #[sqlx(try_from = "String")]
    pub kind: Origin,
    pub first_id: MemberId,
    pub second_id: MemberId,
    pub first_answer: String,
    pub second_answer: String,
    pub slot: Slot,
    pub company_id: Option<CompanyId>,
    #[sqlx(try_from = "String")]
    pub state: Standing,
    pub answer_by: Time,
    pub session_id: Option<SessionId>,
}

impl Proposal {
    #[must_use]
    pub const fn people(&self) -> [MemberId; 2] {
        [self.first_id, self.second_id]
    }

    /// The answer of `member` so far: empty, `yes` or `no`.
    #[must_use]
    pub fn answer_of(&self, member: MemberId) -> &str {
        if member == self.first_id { &self.first_answer } else { &self.second_answer }
    }

    #[must_use]
    pub fn both_agree(&self) -> bool {
        self.first_answer == "yes" && self.second_answer == "yes"
    }
}

pub async fn proposal(conn: &mut Conn, id: ProposalId) -> Result<Option<Proposal>> {
    crate::sql!(
        "select p.id, p.kind, p.first_id, p.second_id, p.first_answer, p.second_answer, p.slot,
                coalesce(c.merged_into, c.id) as company_id, p.state, p.answer_by, p.session_id
         from proposals p left join companies c on c.id = p.company_id where p.id = $1"
    )
    .bind(id)
    .maybe(conn)
    .await
}

/// Proposes an hour to two who wait, and marks both as asked; `None` when one is no longer free to be.
pub async fn propose(
    conn: &mut Conn,
    people: [MemberId; 2],
    slot: Slot,
    company: Option<CompanyId>,
    answer_by: Time,
    now: Time,
) -> Result<Option<ProposalId>> {
    let row: Option<(ProposalId,)> = crate::sql!(
        "insert into proposals (kind, first_id, second_id, first_since, second_since, slot, company_id, answer_by, created_at)
         select 'match', f.member_id, s.member_id, f.joined_at, s.joined_at, cast($3 as bigint), cast($4 as bigint),
                cast($5 as bigint), cast($6 as bigint)
         from pair_queue f join pair_queue s on s.member_id = $2
         where f.member_id = $1 and f.proposal_id is null and s.proposal_id is null
         returning id"
    )
    .bind(people[0])
    .bind(people[1])
    .bind(slot)
    .bind(company)
    .bind(answer_by)
    .bind(now)
    .maybe(conn)
    .await?;
    let Some((id,)) = row else { return Ok(None) };
    let marked =
        crate::sql!("update pair_queue set proposal_id = $3 where member_id in ($1, $2) and proposal_id is null")
            .bind(people[0])
            .bind(people[1])
            .bind(id)
            .run(conn)
            .await?;
    Ok((marked == 2).then_some(id))
}

/// Notes an answer, once; false when it is too late or given already.
pub async fn answer(conn: &mut Conn, id: ProposalId, member: MemberId, answer: &str, now: Time) -> Result<bool> {
    let done = crate::sql!(
        "update proposals set first_answer = case when first_id = $2 then cast($3 as text) else first_answer end,
                second_answer = case when second_id = $2 then cast($3 as text) else second_answer end
         where id = $1 and state = 'open' and answer_by > $4
               and ((first_id = $2 and first_answer = '') or (second_id = $2 and second_answer = ''))"
    )
    .bind(id)
    .bind(member)
    .bind(answer)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// Ends an open proposal; false when it is not open any more.
pub async fn end(conn: &mut Conn, id: ProposalId, state: Standing, session: Option<SessionId>) -> Result<bool> {
    let done = crate::sql!("update proposals set state = $2, session_id = $3 where id = $1 and state = 'open'")
        .bind(id)
        .bind(state)
        .bind(session)
        .run(conn)
        .await?;
    Ok(done == 1)
}

/// Both wait again, each at their place.
pub async fn free(conn: &mut Conn, id: ProposalId) -> Result<()> {
    crate::sql!("update pair_queue set proposal_id = null where proposal_id = $1").bind(id).run(conn).await?;
    Ok(())
}

/// Open proposals of a member.
pub async fn open_proposals(conn: &mut Conn, member: MemberId, now: Time) -> Result<Vec<(ProposalId, Slot, Time)>> {
    crate::sql!(
        "select id, slot, answer_by from proposals where first_id = $1 and state = 'open' and answer_by > $2
         union all
         select id, slot, answer_by from proposals where second_id = $1 and state = 'open' and answer_by > $2"
    )
    .bind(member)
    .bind(now)
    .all(conn)
    .await
}
