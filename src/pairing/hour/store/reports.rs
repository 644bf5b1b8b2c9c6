//! Statements about reports. Nobody reads a report about themselves, organizers included.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::hour::model::ReportId;
use crate::pairing::model::{SessionId, Slot};

/// Reports on one page.
pub const PAGE: i64 = 20;

pub async fn add(
    conn: &mut Conn,
    session: SessionId,
    by: MemberId,
    about: MemberId,
    reason: &str,
    now: Time,
) -> Result<ReportId> {
    let (id,) = crate::sql!(
        "insert into pair_reports (session_id, member_id, about_id, reason, created_at) values ($1, $2, $3, $4, $5)
         returning id"
    )
    .bind(session)
    .bind(by)
    .bind(about)
    .bind(reason)
    .bind(now)
    .one(conn)
    .await?;
    Ok(id)
}

/// Who is told of a report about `about`.
pub async fn readers(conn: &mut Conn, about: MemberId) -> Result<Vec<(MemberId,)>> {
    crate::sql!(
        "select id from members where role in ('organizer', 'admin') and deleted_at is null and id <> $1 order by id"
    )
    .bind(about)
    .all(conn)
    .await
}

/// One open report.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Report {
    pub id: ReportId,
    pub slot: Slot,
    pub reason: String,
    pub created_at: Time,
    pub by_handle: String,
    pub by_name: String,
    pub by_departed: bool,
    pub about_handle: String,
    pub about_name: String,
    pub about_departed: bool,
}

/// Open reports below `after`, newest first, that `reader` may read; one more than a page.
pub async fn open(conn: &mut Conn, reader: MemberId, after: Option<ReportId>) -> Result<Vec<Report>> {
    crate::sql!(
        "select r.id, s.slot, r.reason, r.created_at, b.handle as by_handle, b.name as by_name,
                (b.deleted_at is not null) as by_departed, a.handle as about_handle, a.name as about_name,
                (a.deleted_at is not null) as about_departed
         from pair_reports r join pair_sessions s on s.id = r.session_id
              join members b on b.id = r.member_id join members a on a.id = r.about_id
         where r.closed_at is null and r.about_id <> $1 and r.id < coalesce(cast($2 as bigint), 9007199254740991)
         order by r.id desc limit $3"
    )
    .bind(reader)
    .bind(after)
    .bind(PAGE + 1)
    .all(conn)
    .await
}

/// Closes a report; false when it is closed, or not for this reader.
pub async fn close(conn: &mut Conn, id: ReportId, by: MemberId, now: Time) -> Result<bool> {
    let done = crate::sql!(
        "update pair_reports set closed_at = $3, closed_by = $2 where id = $1 and closed_at is null and about_id <> $2"
    )
    .bind(id)
    .bind(by)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}
