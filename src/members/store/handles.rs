//! Handles that are no longer free.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;

/// Whether someone has the handle, or it was chosen at a sign-up that made no account.
pub async fn is_handle_taken(conn: &mut Conn, handle: &str) -> Result<bool> {
    let found: Option<(i64,)> = crate::sql!(
        "select id from members where handle = $1
         union all select member_id from reserved_handles where handle = $1 limit 1"
    )
    .bind(handle)
    .maybe(conn)
    .await?;
    Ok(found.is_some())
}

/// Keeps a handle from others, on account of the member whose address it was asked for with. False when
/// someone else was quicker.
pub async fn reserve_handle(conn: &mut Conn, handle: &str, member: MemberId, now: Time) -> Result<bool> {
    let kept = crate::sql!(
        "insert into reserved_handles (handle, member_id, created_at) values ($1, $2, $3) on conflict do nothing"
    )
    .bind(handle)
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(kept == 1)
}

/// Frees what was kept on account of a member who leaves.
pub async fn free_handles(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("delete from reserved_handles where member_id = $1").bind(member).run(conn).await?;
    Ok(())
}
