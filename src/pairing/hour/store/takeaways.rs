//! Statements about what each takes into their own work. Nobody else reads it.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::members::model::MemberId;
use crate::pairing::model::{SessionId, Slot};

/// What the member noted of this hour.
pub async fn own(conn: &mut Conn, session: SessionId, member: MemberId) -> Result<String> {
    let row: Option<(String,)> =
        crate::sql!("select takeaway from pair_people where session_id = $1 and member_id = $2")
            .bind(session)
            .bind(member)
            .maybe(conn)
            .await?;
    Ok(row.map(|(takeaway,)| takeaway).unwrap_or_default())
}

/// Keeps it, in place of what stood there.
pub async fn keep(conn: &mut Conn, session: SessionId, member: MemberId, takeaway: &str) -> Result<()> {
    crate::sql!("update pair_people set takeaway = $3 where session_id = $1 and member_id = $2")
        .bind(session)
        .bind(member)
        .bind(takeaway)
        .run(conn)
        .await?;
    Ok(())
}

/// What someone takes into their own work, and from which hour.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Takeaway {
    pub id: SessionId,
    pub slot: Slot,
    pub name_ja: String,
    pub name_en: String,
    pub topic: String,
    pub partner: String,
    pub departed: bool,
    pub takeaway: String,
}

/// Takeaways on one page.
pub const PAGE: i64 = 20;

/// The member's own takeaways below `after`, newest first; one more than a page.
pub async fn takeaways(conn: &mut Conn, member: MemberId, after: Option<SessionId>) -> Result<Vec<Takeaway>> {
    crate::sql!(
        "select s.id, s.slot, coalesce(i.name_ja, c.name_ja, '') as name_ja, coalesce(i.name_en, c.name_en, '') as name_en,
                s.topic, m.name as partner, (m.deleted_at is not null) as departed, p.takeaway
         from pair_people p join pair_sessions s on s.id = p.session_id
              join pair_people o on o.session_id = s.id and o.member_id <> p.member_id
              join members m on m.id = o.member_id
              left join companies c on c.id = s.company_id left join companies i on i.id = c.merged_into
         where p.member_id = $1 and p.session_id < coalesce(cast($2 as bigint), 9007199254740991) and p.takeaway <> ''
         order by p.session_id desc limit $3"
    )
    .bind(member)
    .bind(after)
    .bind(PAGE + 1)
    .all(conn)
    .await
}
