//! Statements about held sessions, as everybody sees them on a member's page.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::model::{SessionId, Slot};

/// Held sessions that a member's page shows.
const SHOWN: i64 = 20;

/// One held session of a member, with what the other said in public.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Held {
    pub id: SessionId,
    pub slot: Slot,
    pub name_ja: String,
    pub name_en: String,
    pub topic: String,
    pub partner_id: MemberId,
    pub handle: String,
    pub partner: String,
    pub demo: bool,
    /// The partner's account is gone.
    pub departed: bool,
    /// The partner does not want to be named here.
    pub unnamed: bool,
    /// Empty where there are none, and where they may not be shown.
    pub thanks: String,
}

/// The newest held sessions of a member that the member does not hide. Thanks are not shown of those
/// who are not named, of the suspended, and where one of the two has blocked the other.
pub async fn of_member(conn: &mut Conn, member: MemberId, now: Time) -> Result<Vec<Held>> {
    crate::sql!(
        "select s.id, s.slot, coalesce(i.name_ja, c.name_ja, '') as name_ja,
                coalesce(i.name_en, c.name_en, '') as name_en, s.topic, m.id as partner_id, m.handle, m.name as partner,
                m.demo, (m.deleted_at is not null) as departed, o.hidden as unnamed,
                case when o.hidden or m.suspended_until > $2 or exists (select 1 from blocks b
                          where (b.member_id = p.member_id and b.blocked_id = m.id)
                             or (b.member_id = m.id and b.blocked_id = p.member_id))
                     then '' else coalesce(f.thanks, '') end as thanks
         from pair_people p join pair_sessions s on s.id = p.session_id
              join pair_people o on o.session_id = s.id and o.member_id <> p.member_id
              join members m on m.id = o.member_id
              left join pair_feedback f on f.session_id = s.id and f.member_id = o.member_id
              left join companies c on c.id = s.company_id left join companies i on i.id = c.merged_into
         where p.member_id = $1 and p.outcome <> '' and s.state = 'held' and not p.hidden
         order by p.figured_at desc limit $3"
    )
    .bind(member)
    .bind(now)
    .bind(SHOWN)
    .all(conn)
    .await
}
