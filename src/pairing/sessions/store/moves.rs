//! Statements about moving a session to another time.

use crate::base::db::Conn;
use crate::base::error::Result;
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

/// Takes the proposed time; false when it is no longer proposed.
pub async fn accept(conn: &mut Conn, id: SessionId, by: MemberId, slot: Slot) -> Result<bool> {
    let done = crate::sql!(
        "update pair_sessions set slot = $3, sequence = sequence + 1, move_slot = null, move_by = null
         where id = $1 and state = 'booked' and move_slot = $3 and move_by <> $2"
    )
    .bind(id)
    .bind(by)
    .bind(slot)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// Drops the proposed time; either may.
pub async fn drop(conn: &mut Conn, id: SessionId) -> Result<bool> {
    let done = crate::sql!(
        "update pair_sessions set move_slot = null, move_by = null where id = $1 and state = 'booked' and move_slot is not null"
    )
    .bind(id)
    .run(conn)
    .await?;
    Ok(done == 1)
}
