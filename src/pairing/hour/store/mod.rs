//! Statements about the hour: who is here, and how it ends.

pub mod apart;
pub mod feedback;
pub mod figure;
pub mod gone;
pub mod held;
pub mod reports;
pub mod swap;
pub mod takeaways;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::model::{SessionId, State};

/// Notes that the member is here, the first time; false once it counts as a no-show.
pub async fn check_in(conn: &mut Conn, id: SessionId, member: MemberId, now: Time) -> Result<bool> {
    let done = crate::sql!(
        "update pair_people set checked_in_at = coalesce(checked_in_at, $3)
         where session_id = $1 and member_id = $2 and outcome = ''"
    )
    .bind(id)
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// Both are here.
pub async fn check_in_both(conn: &mut Conn, id: SessionId, now: Time) -> Result<()> {
    crate::sql!("update pair_people set checked_in_at = $2 where session_id = $1").bind(id).bind(now).run(conn).await?;
    Ok(())
}

/// Ends a booked hour; false when it has moved on since `sequence`.
pub async fn end(conn: &mut Conn, id: SessionId, sequence: i64, state: State, now: Time) -> Result<bool> {
    let done = crate::sql!(
        "update pair_sessions set state = $3, sequence = sequence + 1, ended_at = $4, changed_at = $4, move_slot = null, move_by = null
         where id = $1 and sequence = $2 and state = 'booked'"
    )
    .bind(id)
    .bind(sequence)
    .bind(state)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// Counts a no-show; false when the member checked in after all.
pub async fn absent(conn: &mut Conn, id: SessionId, member: MemberId, now: Time) -> Result<bool> {
    let done = crate::sql!(
        "update pair_people set outcome = 'no-show', figured_at = $3
         where session_id = $1 and member_id = $2 and checked_in_at is null and outcome = ''"
    )
    .bind(id)
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// A missed hour was held after all; false when it was not missed.
pub async fn held_after_all(conn: &mut Conn, id: SessionId, now: Time) -> Result<bool> {
    let done = crate::sql!(
        "update pair_sessions set state = 'held', sequence = sequence + 1, changed_at = $2
         where id = $1 and state = 'missed'"
    )
    .bind(id)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// Whether the session is on one's own profile, and one's name on the other's.
pub async fn hide(conn: &mut Conn, id: SessionId, member: MemberId, hidden: bool) -> Result<()> {
    crate::sql!("update pair_people set hidden = $3 where session_id = $1 and member_id = $2")
        .bind(id)
        .bind(member)
        .bind(hidden)
        .run(conn)
        .await?;
    Ok(())
}
