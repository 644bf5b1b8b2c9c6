//! Statements about members' calendars.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::model::{SessionId, Slot, State};

/// Sessions that a calendar shows at most: far more than anyone holds in three months.
const MOST: i64 = 300;

/// Keeps a new address, in place of the old one.
pub async fn keep(conn: &mut Conn, member: MemberId, token_hash: &str, now: Time) -> Result<()> {
    crate::sql!(
        "insert into pair_calendars (member_id, token_hash, created_at) values ($1, $2, $3)
         on conflict (member_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at"
    )
    .bind(member)
    .bind(token_hash)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// Ends the address.
pub async fn end(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("delete from pair_calendars where member_id = $1").bind(member).run(conn).await?;
    Ok(())
}

/// Since when a member has an address.
pub async fn since(conn: &mut Conn, member: MemberId) -> Result<Option<Time>> {
    let found: Option<(Time,)> =
        crate::sql!("select created_at from pair_calendars where member_id = $1").bind(member).maybe(conn).await?;
    Ok(found.map(|(since,)| since))
}

/// Whose calendar a token opens.
pub async fn of_token(conn: &mut Conn, token_hash: &str) -> Result<Option<MemberId>> {
    let found: Option<(MemberId,)> =
        crate::sql!("select member_id from pair_calendars where token_hash = $1").bind(token_hash).maybe(conn).await?;
    Ok(found.map(|(member,)| member))
}

/// A session in a member's calendar.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Entry {
    pub id: SessionId,
    pub uid: String,
    pub sequence: i64,
    pub slot: Slot,
    #[sqlx(try_from = "String")]
    pub state: State,
    pub topic: String,
    pub name_ja: String,
    pub name_en: String,
    pub partner: String,
    pub departed: bool,
    pub created_at: Time,
    /// When what the entry says last changed.
    pub changed_at: Option<Time>,
}

/// A member's sessions that begin after `since`, without those that were cancelled and whose hour is
/// over; the latest booked first.
pub async fn entries(conn: &mut Conn, member: MemberId, since: Time, now: Time) -> Result<Vec<Entry>> {
    crate::sql!(
        "select s.id, s.uid, s.sequence, s.slot, s.state, s.topic, coalesce(i.name_ja, c.name_ja, '') as name_ja,
                coalesce(i.name_en, c.name_en, '') as name_en, m.name as partner, (m.deleted_at is not null) as departed,
                s.created_at, coalesce(s.changed_at, s.ended_at) as changed_at
         from pair_people p join pair_sessions s on s.id = p.session_id
              join pair_people o on o.session_id = s.id and o.member_id <> p.member_id
              join members m on m.id = o.member_id
              left join companies c on c.id = s.company_id left join companies i on i.id = c.merged_into
         where p.member_id = $1 and s.slot >= $2 and (s.state <> 'cancelled' or s.slot >= $3)
         order by p.session_id desc limit $4"
    )
    .bind(member)
    .bind(Slot::at(since))
    .bind(Slot::at(now))
    .bind(MOST)
    .all(conn)
    .await
}
