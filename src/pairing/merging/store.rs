//! Who has something on a company that was merged into another.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::members::model::MemberId;
use crate::pairing::model::{AskId, ProposalId, SessionId, Slot};

/// A member, and what they have on which double.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Concerned {
    pub member_id: MemberId,
    pub company_id: CompanyId,
    ask_id: Option<AskId>,
    proposal_id: Option<ProposalId>,
}

impl Concerned {
    /// The page of it: the ask, the proposal, or else the queue.
    #[must_use]
    pub fn path(&self) -> String {
        match (self.ask_id, self.proposal_id) {
            (Some(ask), _) => format!("/pair/asks/{ask}"),
            (None, Some(proposal)) => format!("/pair/proposals/{proposal}"),
            (None, None) => "/pair/queue".into(),
        }
    }
}

/// Hours that are still to end, with the double that they are booked on.
pub async fn ahead(conn: &mut Conn, into: CompanyId, now: Time) -> Result<Vec<(SessionId, CompanyId)>> {
    crate::sql!(
        "select s.id, c.id from companies c join pair_sessions s on s.company_id = c.id
         where c.merged_into = $1 and s.state = 'booked' and s.slot > $2 - 4 order by s.id"
    )
    .bind(into)
    .bind(Slot::at(now))
    .all(conn)
    .await
}

/// Who asks, who is asked alone, and who waits for an ask. Of one that is taken the hour is told.
pub async fn of_asks(conn: &mut Conn, into: CompanyId, now: Time) -> Result<Vec<Concerned>> {
    crate::sql!(
        "select a.member_id, c.id as company_id, a.id as ask_id, cast(null as bigint) as proposal_id
         from companies c join asks a on a.company_id = c.id
         where c.merged_into = $1 and a.state = 'open' and a.expires_at > $2
         union all
         select a.partner_id, c.id, a.id, cast(null as bigint)
         from companies c join asks a on a.company_id = c.id
         where c.merged_into = $1 and a.state = 'open' and a.expires_at > $2 and a.partner_id is not null
         union all
         select w.member_id, c.id, a.id, cast(null as bigint)
         from companies c join asks a on a.company_id = c.id join ask_waiting w on w.ask_id = a.id
         where c.merged_into = $1 and a.state in ('open', 'taken') and a.expires_at > $2 and w.state <> 'passed'"
    )
    .bind(into)
    .bind(now)
    .all(conn)
    .await
}

/// Who wishes for it in the queue, and to whom it is proposed.
pub async fn of_queue(conn: &mut Conn, into: CompanyId, now: Time) -> Result<Vec<Concerned>> {
    crate::sql!(
        "select q.member_id, c.id as company_id, cast(null as bigint) as ask_id, cast(null as bigint) as proposal_id
         from companies c join pair_queue q on q.company_id = c.id where c.merged_into = $1
         union all
         select p.first_id, c.id, cast(null as bigint), p.id
         from companies c join proposals p on p.company_id = c.id
         where c.merged_into = $1 and p.state = 'open' and p.answer_by > $2
         union all
         select p.second_id, c.id, cast(null as bigint), p.id
         from companies c join proposals p on p.company_id = c.id
         where c.merged_into = $1 and p.state = 'open' and p.answer_by > $2"
    )
    .bind(into)
    .bind(now)
    .all(conn)
    .await
}
