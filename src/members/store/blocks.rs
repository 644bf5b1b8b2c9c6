//! Who does not want to meet whom.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;

/// False when the block stood already.
pub async fn add_block(conn: &mut Conn, member: MemberId, blocked: MemberId, now: Time) -> Result<bool> {
    let added = crate::sql!(
        "insert into blocks (member_id, blocked_id, created_at) values ($1, $2, $3) on conflict do nothing"
    )
    .bind(member)
    .bind(blocked)
    .bind(now)
    .run(conn)
    .await?;
    Ok(added == 1)
}

pub async fn remove_block(conn: &mut Conn, member: MemberId, blocked: MemberId) -> Result<bool> {
    let done = crate::sql!("delete from blocks where member_id = $1 and blocked_id = $2")
        .bind(member)
        .bind(blocked)
        .run(conn)
        .await?;
    Ok(done == 1)
}

/// Whether `member` has blocked the other, whatever the other did.
pub async fn has_blocked(conn: &mut Conn, member: MemberId, other: MemberId) -> Result<bool> {
    let found: Option<(MemberId,)> =
        crate::sql!("select blocked_id from blocks where member_id = $1 and blocked_id = $2")
            .bind(member)
            .bind(other)
            .maybe(conn)
            .await?;
    Ok(found.is_some())
}

/// Someone whom a member has blocked, as their settings list them.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Blocked {
    pub handle: String,
    pub name: String,
    pub created_at: Time,
}

/// Whom a member has blocked, the latest first.
pub async fn blocked(conn: &mut Conn, member: MemberId, limit: i64) -> Result<Vec<Blocked>> {
    crate::sql!(
        "select m.handle, m.name, b.created_at from blocks b join members m on m.id = b.blocked_id
         where b.member_id = $1 order by b.created_at desc, b.blocked_id desc limit $2"
    )
    .bind(member)
    .bind(limit)
    .all(conn)
    .await
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
