//! Statements about proposals.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::members::model::MemberId;
use crate::pairing::model::{ProposalId, SessionId, Slot};
use crate::pairing::queue::model::{Origin, Standing};

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

/// A proposal that has ended.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Over {
    pub id: ProposalId,
    #[sqlx(try_from = "String")]
    pub kind: Origin,
    pub first_id: MemberId,
    pub second_id: MemberId,
}

/// Ends an open proposal; `None` when it is not open any more.
pub async fn end(conn: &mut Conn, id: ProposalId, state: Standing, session: Option<SessionId>) -> Result<Option<Over>> {
    crate::sql!(
        "update proposals set state = $2, session_id = $3 where id = $1 and state = 'open'
         returning id, kind, first_id, second_id"
    )
    .bind(id)
    .bind(state)
    .bind(session)
    .maybe(conn)
    .await
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
