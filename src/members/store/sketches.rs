//! Sketches drawn signed out that wait for their member (`traces` holds what is drawn). Each waits by
//! itself: a later one never replaces an earlier one.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;

/// A sketch waits for this member. `sketch_hash`: `pending_sketches.token_hash`.
pub async fn keep_sketch(conn: &mut Conn, member: MemberId, sketch_hash: &str, now: Time) -> Result<()> {
    crate::sql!(
        "insert into waiting_sketches (member_id, token_hash, created_at) values ($1, $2, $3) on conflict do nothing"
    )
    .bind(member)
    .bind(sketch_hash)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// The sketches that came with the letter spent `now`, and with letters not spent yet, wait from now on:
/// the mailbox that got them all is the member's, and the other letters are about to be forgotten.
pub async fn keep_letters_sketches(conn: &mut Conn, member: MemberId, now: Time) -> Result<()> {
    crate::sql!(
        "insert into waiting_sketches (member_id, token_hash, created_at)
         select member_id, sketch_hash, $2 from letter_tokens
         where member_id = $1 and sketch_hash is not null and (spent_at is null or spent_at = $2)
         on conflict do nothing"
    )
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// The hashes of the sketches that wait, the latest first.
pub async fn waiting_sketches(conn: &mut Conn, member: MemberId) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = crate::sql!(
        "select token_hash from waiting_sketches where member_id = $1 order by created_at desc, token_hash limit 100"
    )
    .bind(member)
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(hash,)| hash).collect())
}

/// A sketch waits no longer: it was claimed, or is gone.
pub async fn forget_sketch(conn: &mut Conn, member: MemberId, sketch_hash: &str) -> Result<()> {
    crate::sql!("delete from waiting_sketches where member_id = $1 and token_hash = $2")
        .bind(member)
        .bind(sketch_hash)
        .run(conn)
        .await?;
    Ok(())
}

/// Nothing waits for a member who has left.
pub async fn forget_sketches(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("delete from waiting_sketches where member_id = $1").bind(member).run(conn).await?;
    Ok(())
}
