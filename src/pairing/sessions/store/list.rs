//! Statements that list a member's sessions.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::model::{SessionId, Slot, State};

/// A session in a list of one of its members, with the other's name.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Listed {
    pub id: SessionId,
    pub slot: Slot,
    #[sqlx(try_from = "String")]
    pub state: State,
    pub name_ja: String,
    pub name_en: String,
    pub topic: String,
    pub partner: String,
    pub demo: bool,
    /// The partner's account is gone.
    pub departed: bool,
}

macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "select s.id, s.slot, s.state, coalesce(i.name_ja, c.name_ja, '') as name_ja,
                    coalesce(i.name_en, c.name_en, '') as name_en, s.topic, m.name as partner, m.demo,
                    (m.deleted_at is not null) as departed
             from pair_people p join pair_sessions s on s.id = p.session_id
                  join pair_people o on o.session_id = s.id and o.member_id <> p.member_id
                  join members m on m.id = o.member_id
                  left join companies c on c.id = s.company_id left join companies i on i.id = c.merged_into ",
            $rest
        )
    };
}

/// A member's sessions that are still to come or under way, the next first. A member has few.
pub async fn ahead(conn: &mut Conn, member: MemberId, now: Time) -> Result<Vec<Listed>> {
    crate::sql!(listed!(
        "where p.member_id = $1 and s.state = 'booked'
               and p.session_id in (select q.session_id from pair_slots q where q.member_id = $1 and q.slot >= $2)
         order by s.slot limit 20"
    ))
    .bind(member)
    .bind(Slot::at(now))
    .all(conn)
    .await
}

/// Sessions on one page of a member's list.
pub const PAGE: i64 = 30;

/// A member's sessions below `after`, the latest booked first; one more than a page.
pub async fn of_member(conn: &mut Conn, member: MemberId, after: Option<SessionId>) -> Result<Vec<Listed>> {
    crate::sql!(listed!(
        "where p.member_id = $1 and p.session_id < coalesce(cast($2 as bigint), 9007199254740991)
         order by p.session_id desc limit $3"
    ))
    .bind(member)
    .bind(after)
    .bind(PAGE + 1)
    .all(conn)
    .await
}
