//! Statements about the log of a room.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::{MemberId, SignInId};
use crate::members::sign_in::SIGN_IN_LASTS;
use crate::pairing::model::{SessionId, Slot, State};

/// One piece of the log; the first may be the snapshot.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Logged {
    pub id: i64,
    pub member_id: Option<MemberId>,
    pub data: Vec<u8>,
}

/// A room's snapshot and what came after it, in the order of the log. One statement, so that a
/// snapshot taken meanwhile cannot fall between the two.
pub async fn log(conn: &mut Conn, session: SessionId) -> Result<Vec<Logged>> {
    crate::sql!(
        "select s.through as id, cast(null as bigint) as member_id, s.data from room_snapshots s where s.session_id = $1
         union all
         select u.id, u.member_id, u.data from room_updates u where u.session_id = $1
                and u.id > coalesce((select t.through from room_snapshots t where t.session_id = $1), 0)
         order by id"
    )
    .bind(session)
    .all(conn)
    .await
}

/// What a client of a room is, from a clock on.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Known {
    pub client_id: i64,
    pub from_clock: i64,
    pub member_id: MemberId,
}

/// Which member first delivered which client.
pub async fn clients(conn: &mut Conn, session: SessionId) -> Result<Vec<Known>> {
    crate::sql!(
        "select client_id, from_clock, member_id from room_clients where session_id = $1 order by client_id, from_clock"
    )
    .bind(session)
    .all(conn)
    .await
}

/// A piece to be added to the log.
#[derive(Debug, Clone)]
pub struct New {
    pub session: SessionId,
    pub member: Option<MemberId>,
    pub data: Vec<u8>,
}

macro_rules! rows {
    ($conn:expr, $process:expr, $now:expr, $pieces:expr; $text:literal) => {{
        let mut statement = crate::sql!(concat!(
            "insert into room_updates (process, created_at, session_id, member_id, data) values ",
            $text
        ))
        .bind($process)
        .bind($now);
        for piece in $pieces {
            statement = statement.bind(piece.session).bind(piece.member).bind(piece.data);
        }
        statement.run($conn).await?
    }};
}

/// Adds to the log, in order. As few statements as fixed texts allow: each costs as much as its row.
pub async fn add(conn: &mut Conn, mut pieces: Vec<New>, process: &str, now: Time) -> Result<()> {
    while !pieces.is_empty() {
        let some = match pieces.len() {
            16.. => 16,
            8.. => 8,
            4.. => 4,
            2.. => 2,
            _ => 1,
        };
        let rest = pieces.split_off(some);
        match some {
            16 => {
                rows!(conn, process, now, pieces; "($1, $2, $3, $4, $5), ($1, $2, $6, $7, $8), ($1, $2, $9, $10, $11),
                ($1, $2, $12, $13, $14), ($1, $2, $15, $16, $17), ($1, $2, $18, $19, $20), ($1, $2, $21, $22, $23),
                ($1, $2, $24, $25, $26), ($1, $2, $27, $28, $29), ($1, $2, $30, $31, $32), ($1, $2, $33, $34, $35),
                ($1, $2, $36, $37, $38), ($1, $2, $39, $40, $41), ($1, $2, $42, $43, $44), ($1, $2, $45, $46, $47),
                ($1, $2, $48, $49, $50)")
            }
            8 => rows!(conn, process, now, pieces; "($1, $2, $3, $4, $5), ($1, $2, $6, $7, $8), ($1, $2, $9, $10, $11),
                ($1, $2, $12, $13, $14), ($1, $2, $15, $16, $17), ($1, $2, $18, $19, $20), ($1, $2, $21, $22, $23),
                ($1, $2, $24, $25, $26)"),
            4 => rows!(conn, process, now, pieces; "($1, $2, $3, $4, $5), ($1, $2, $6, $7, $8), ($1, $2, $9, $10, $11),
                ($1, $2, $12, $13, $14)"),
            2 => rows!(conn, process, now, pieces; "($1, $2, $3, $4, $5), ($1, $2, $6, $7, $8)"),
            _ => rows!(conn, process, now, pieces; "($1, $2, $3, $4, $5)"),
        };
        pieces = rest;
    }
    Ok(())
}

/// Credits what a client wrote from this clock on, unless it is credited already.
pub async fn note_client(conn: &mut Conn, session: SessionId, client: u64, from: u32, member: MemberId) -> Result<()> {
    crate::sql!(
        "insert into room_clients (session_id, client_id, from_clock, member_id) values ($1, $2, $3, $4)
         on conflict do nothing"
    )
    .bind(session)
    .bind(client.cast_signed())
    .bind(i64::from(from))
    .bind(member)
    .run(conn)
    .await?;
    Ok(())
}

/// The highest number in the log. All below are decided: numbers become visible in their order.
pub async fn top(conn: &mut Conn) -> Result<i64> {
    let (top,): (Option<i64>,) = crate::sql!("select max(id) from room_updates").one(conn).await?;
    Ok(top.unwrap_or(0))
}

/// A piece that another process wrote.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Heard {
    pub id: i64,
    pub session_id: SessionId,
    pub member_id: Option<MemberId>,
    pub data: Vec<u8>,
}

/// Pieces read at once.
pub const BATCH: i64 = 500;

/// What other processes than this one wrote, in the order of the log.
pub async fn heard(conn: &mut Conn, after: i64, until: i64, process: &str) -> Result<Vec<Heard>> {
    crate::sql!(
        "select id, session_id, member_id, data from room_updates
         where id > $1 and id <= $2 and process <> $3 order by id limit $4"
    )
    .bind(after)
    .bind(until)
    .bind(process)
    .bind(BATCH)
    .all(conn)
    .await
}

/// Keeps the log up to `through` in one piece; false when it is kept further already, or gone.
pub async fn keep_snapshot(
    conn: &mut Conn,
    session: SessionId,
    through: i64,
    data: Vec<u8>,
    now: Time,
) -> Result<bool> {
    let kept = crate::sql!(
        "insert into room_snapshots (session_id, through, data, created_at)
         select cast($1 as bigint), cast($2 as bigint), $3, cast($4 as bigint)
         where exists (select 1 from room_updates u where u.session_id = $1 and u.id = $2)
         on conflict (session_id) do update set through = excluded.through, data = excluded.data,
                created_at = excluded.created_at
         where room_snapshots.through < excluded.through"
    )
    .bind(session)
    .bind(through)
    .bind(data)
    .bind(now)
    .run(conn)
    .await?;
    Ok(kept == 1)
}

/// Drops what the snapshot holds.
pub async fn drop_tail(conn: &mut Conn, session: SessionId, through: i64) -> Result<()> {
    crate::sql!("delete from room_updates where session_id = $1 and id <= $2")
        .bind(session)
        .bind(through)
        .run(conn)
        .await?;
    Ok(())
}

/// Takes away every piece of the log.
pub async fn forget_pieces(conn: &mut Conn, session: SessionId) -> Result<()> {
    crate::sql!("delete from room_updates where session_id = $1").bind(session).run(conn).await?;
    Ok(())
}

/// Takes away the log in one piece.
pub async fn forget_snapshot(conn: &mut Conn, session: SessionId) -> Result<()> {
    crate::sql!("delete from room_snapshots where session_id = $1").bind(session).run(conn).await?;
    Ok(())
}

/// Takes away whose the clients were.
pub async fn forget_clients(conn: &mut Conn, session: SessionId) -> Result<()> {
    crate::sql!("delete from room_clients where session_id = $1").bind(session).run(conn).await?;
    Ok(())
}

/// One of the two, with one of their signed-in browsers.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Standing {
    pub slot: Slot,
    pub created_at: Time,
    #[sqlx(try_from = "String")]
    pub state: State,
    pub member_id: MemberId,
    pub name: String,
    /// Verified, neither suspended nor deleted.
    pub able: bool,
    /// One of the two has blocked the other.
    pub blocked: bool,
    pub sign_in_id: Option<SignInId>,
}

/// How the two of a session stand, in the order of their numbers; a row for each signed-in browser.
pub async fn standing(conn: &mut Conn, session: SessionId, now: Time) -> Result<Vec<Standing>> {
    crate::sql!(
        "select s.slot, s.created_at, s.state, p.member_id, m.name,
                (m.verified_at is not null and m.deleted_at is null
                 and (m.suspended_until is null or m.suspended_until <= $2)) as able,
                exists (select 1 from pair_people x join blocks b on b.member_id = x.member_id
                        join pair_people y on y.session_id = x.session_id and y.member_id = b.blocked_id
                        where x.session_id = s.id) as blocked,
                i.id as sign_in_id
         from pair_sessions s join pair_people p on p.session_id = s.id join members m on m.id = p.member_id
              left join sign_ins i on i.member_id = m.id and i.created_at > $3
         where s.id = $1 order by p.member_id"
    )
    .bind(session)
    .bind(now)
    .bind(now.plus(-SIGN_IN_LASTS))
    .all(conn)
    .await
}
