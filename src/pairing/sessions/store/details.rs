//! Statements about what the invitation says besides the time.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::members::model::MemberId;
use crate::pairing::model::SessionId;

/// Keeps where to call; false when the session has moved on since `sequence`.
pub async fn set_call(
    conn: &mut Conn,
    id: SessionId,
    by: MemberId,
    link: &str,
    sequence: i64,
    now: Time,
) -> Result<bool> {
    let done = crate::sql!(
        "update pair_sessions set call_link = $3, call_by = $2, sequence = sequence + 1, changed_at = $5
         where id = $1 and state = 'booked' and sequence = $4"
    )
    .bind(id)
    .bind(by)
    .bind(link)
    .bind(sequence)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// Keeps the company; false when the session has moved on since `sequence`.
pub async fn set_company(conn: &mut Conn, id: SessionId, company: CompanyId, sequence: i64, now: Time) -> Result<bool> {
    let done = crate::sql!(
        "update pair_sessions set company_id = $2, sequence = sequence + 1, changed_at = $4
         where id = $1 and state = 'booked' and sequence = $3"
    )
    .bind(id)
    .bind(company)
    .bind(sequence)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// A session that stands on a company merged into another stands on that one; false when it does not.
pub async fn follow_company(conn: &mut Conn, id: SessionId, [from, into]: [CompanyId; 2], now: Time) -> Result<bool> {
    let done = crate::sql!(
        "update pair_sessions set company_id = $3, sequence = sequence + 1, changed_at = $4
         where id = $1 and state = 'booked' and company_id = $2"
    )
    .bind(id)
    .bind(from)
    .bind(into)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}
