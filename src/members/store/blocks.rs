//! Who does not want to meet whom.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;

pub async fn add_block(conn: &mut Conn, member: MemberId, blocked: MemberId, now: Time) -> Result<()> {
    crate::sql!("insert into blocks (member_id, blocked_id, created_at) values ($1, $2, $3) on conflict do nothing")
        .bind(member)
        .bind(blocked)
        .bind(now)
        .run(conn)
        .await?;
    Ok(())
}

pub async fn remove_block(conn: &mut Conn, member: MemberId, blocked: MemberId) -> Result<()> {
    crate::sql!("delete from blocks where member_id = $1 and blocked_id = $2")
        .bind(member)
        .bind(blocked)
        .run(conn)
        .await?;
    Ok(())
}

/// Whether either of the two has blocked the other.
pub async fn is_blocked_between(conn: &mut Conn, one: MemberId, other: MemberId) -> Result<bool> {
    let found: Option<(MemberId,)> = crate::sql!(
        "select member_id from blocks
         where (member_id = $1 and blocked_id = $2) or (member_id = $2 and blocked_id = $1) limit 1"
    )
    .bind(one)
    .bind(other)
    .maybe(conn)
    .await?;
    Ok(found.is_some())
}

/// Ends the blocks by and of a member.
pub async fn remove_blocks(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("delete from blocks where member_id = $1 or blocked_id = $1").bind(member).run(conn).await?;
    Ok(())
}
