//! Statements about what nobody can open any more: each of its authors has left.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;

/// The traces of member `$1` that have no author left.
macro_rules! abandoned {
    () => {
        "(select a.trace_id from trace_authors a where a.member_id = $1
            and not exists (select 1 from trace_authors o join members m on m.id = o.member_id
                             where o.trace_id = a.trace_id and o.left_at is null and m.deleted_at is null))"
    };
}

/// What was still being written.
pub async fn forget_drafts(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!(concat!("delete from drafts where trace_id in ", abandoned!())).bind(member).run(conn).await?;
    Ok(())
}

/// Who wrote how much of it.
pub async fn forget_tallies(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!(concat!("delete from draft_writers where trace_id in ", abandoned!())).bind(member).run(conn).await?;
    Ok(())
}

/// What reviewers remarked on it, which quotes it.
pub async fn forget_remarks(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!(concat!("delete from draft_remarks where trace_id in ", abandoned!())).bind(member).run(conn).await?;
    Ok(())
}

/// The secret addresses of it.
pub async fn forget_links(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!(concat!("delete from draft_links where trace_id in ", abandoned!())).bind(member).run(conn).await?;
    Ok(())
}

/// Who was chosen to read it.
pub async fn forget_reviewers(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!(concat!("delete from draft_reviewers where trace_id in ", abandoned!())).bind(member).run(conn).await?;
    Ok(())
}

/// The parts that stood in published traces for their authors alone.
pub async fn forget_parts(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!(concat!("delete from parts where visibility = 'authors' and trace_id in ", abandoned!()))
        .bind(member)
        .run(conn)
        .await?;
    Ok(())
}

/// Traces that were never published; the empty row stays, since an hour or a job may point at it.
pub async fn forget_unpublished(conn: &mut Conn, member: MemberId, now: Time) -> Result<()> {
    crate::sql!(concat!(
        "update traces set title = '', slug = '', deleted_at = $2
         where published is null and deleted_at is null and id in ",
        abandoned!()
    ))
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}
