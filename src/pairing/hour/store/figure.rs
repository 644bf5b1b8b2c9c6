//! Statements about the reliability figure: read for its owner alone.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::hour::model::Outcome;
use crate::pairing::model::{SessionId, Slot};
use crate::pairing::sessions::model::{Figure, LOOK_BACK};

/// One session that counts.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Counted {
    pub id: SessionId,
    pub slot: Slot,
    #[sqlx(try_from = "String")]
    pub outcome: Outcome,
    /// Since when it counts.
    pub figured_at: Time,
    pub name_ja: String,
    pub name_en: String,
    pub topic: String,
    pub partner: String,
    pub departed: bool,
}

/// The last twenty sessions of a member that count, the newest first.
pub async fn counted(conn: &mut Conn, member: MemberId) -> Result<Vec<Counted>> {
    crate::sql!(
        "select s.id, s.slot, p.outcome, p.figured_at, coalesce(i.name_ja, c.name_ja, '') as name_ja,
                coalesce(i.name_en, c.name_en, '') as name_en, s.topic, m.name as partner,
                (m.deleted_at is not null) as departed
         from (select f.session_id, f.member_id, f.outcome, f.figured_at from pair_people f
               where f.member_id = $1 and f.outcome <> '' order by f.figured_at desc limit $2) p
              join pair_sessions s on s.id = p.session_id
              join pair_people o on o.session_id = s.id and o.member_id <> p.member_id
              join members m on m.id = o.member_id
              left join companies c on c.id = s.company_id left join companies i on i.id = c.merged_into
         order by p.figured_at desc"
    )
    .bind(member)
    .bind(LOOK_BACK)
    .all(conn)
    .await
}

/// The figure alone.
pub async fn figure(conn: &mut Conn, member: MemberId) -> Result<Figure> {
    let (came, of) = crate::sql!(
        "select count(*) filter (where l.outcome = 'came'), count(*)
         from (select f.outcome from pair_people f where f.member_id = $1 and f.outcome <> ''
               order by f.figured_at desc limit $2) l"
    )
    .bind(member)
    .bind(LOOK_BACK)
    .one(conn)
    .await?;
    Ok(Figure { came, of })
}
