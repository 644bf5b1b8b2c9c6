//! Statements that take away what a member who has left wrote for nobody's eyes but their own, or for
//! one partner's before an hour that will not be.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::members::model::MemberId;

/// Whether the account is gone.
pub async fn is_gone(conn: &mut Conn, member: MemberId) -> Result<bool> {
    let found: Option<(MemberId,)> =
        crate::sql!("select id from members where id = $1 and deleted_at is not null").bind(member).maybe(conn).await?;
    Ok(found.is_some())
}

/// What they took into their own work.
pub async fn forget_takeaways(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("update pair_people set takeaway = '' where member_id = $1").bind(member).run(conn).await?;
    Ok(())
}

/// What they prepared.
pub async fn forget_preparations(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("update pair_people set goals = '', readings = '' where member_id = $1").bind(member).run(conn).await?;
    Ok(())
}

/// Their rooms for calls.
pub async fn forget_calls(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("update pair_sessions set call_link = '', call_by = null where call_by = $1")
        .bind(member)
        .run(conn)
        .await?;
    Ok(())
}

/// The days on which they differed.
pub async fn forget_exceptions(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("delete from availability_exceptions where member_id = $1").bind(member).run(conn).await?;
    Ok(())
}

/// The hours of their week.
pub async fn forget_rules(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("delete from availability_rules where member_id = $1").bind(member).run(conn).await?;
    Ok(())
}

/// Their week itself.
pub async fn forget_week(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("delete from availability where member_id = $1").bind(member).run(conn).await?;
    Ok(())
}

/// The address of their calendar.
pub async fn forget_calendar(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("delete from pair_calendars where member_id = $1").bind(member).run(conn).await?;
    Ok(())
}

/// The links of their letters.
pub async fn forget_links(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("delete from pair_links where member_id = $1").bind(member).run(conn).await?;
    Ok(())
}
