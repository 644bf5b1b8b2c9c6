//! Statements about moving a session to another time.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::model::{SessionId, Slot};

/// Proposes another time; false when the session has moved on since `sequence`.
pub async fn propose(conn: &mut Conn, id: SessionId, by: MemberId, slot: Slot, sequence: i64) -> Result<bool> {
    let done = crate::sql!(
        "update pair_sessions set move_slot = $3, move_by = $2 where id = $1 and state = 'booked' and sequence = $4"
    )
    .bind(id)
    .bind(by)
    .bind(slot)
    .bind(sequence)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// Takes the proposed time; false when it is no longer proposed, or the session has moved on since
/// `sequence`.
pub async fn accept(
    conn: &mut Conn,
    id: SessionId,
    by: MemberId,
    slot: Slot,
    sequence: i64,
    now: Time,
) -> Result<bool> {
    let done = crate::sql!(
        "update pair_sessions set slot = $3, sequence = sequence + 1, move_slot = null, move_by = null, changed_at = $5
         where id = $1 and state = 'booked' and sequence = $4 and move_slot = $3 and move_by <> $2"
    )
    .bind(id)
    .bind(by)
    .bind(slot)
    .bind(sequence)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// What was said of the old time says nothing of the new one: who comes, and who is there.
pub async fn forget_presence(conn: &mut Conn, id: SessionId) -> Result<()> {
    crate::sql!("update pair_people set confirmed_at = null, checked_in_at = null where session_id = $1")
        .bind(id)
        .run(conn)
        .await?;
    Ok(())
}

/// Drops this proposed time; either may. False when it is not the one proposed.
pub async fn drop(conn: &mut Conn, id: SessionId, slot: Slot) -> Result<bool> {
    let done = crate::sql!(
        "update pair_sessions set move_slot = null, move_by = null where id = $1 and state = 'booked' and move_slot = $2"
    )
    .bind(id)
    .bind(slot)
    .run(conn)
    .await?;
    Ok(done == 1)
}
