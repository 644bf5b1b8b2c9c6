//! Statements about what the two tell each other before the hour.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::model::SessionId;

/// Messages on one page.
pub const PAGE: i64 = 50;

/// One message.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Message {
    pub id: i64,
    pub member_id: MemberId,
    pub body: String,
    pub created_at: Time,
}

/// Messages below `before`, the newest first; one more than a page.
pub async fn messages(conn: &mut Conn, id: SessionId, before: Option<i64>) -> Result<Vec<Message>> {
    crate::sql!(
        "select id, member_id, body, created_at from pair_messages
         where session_id = $1 and id < coalesce(cast($2 as bigint), 9007199254740991) order by id desc limit $3"
    )
    .bind(id)
    .bind(before)
    .bind(PAGE + 1)
    .all(conn)
    .await
}

/// Adds a message; its number.
pub async fn add_message(conn: &mut Conn, id: SessionId, by: MemberId, body: &str, now: Time) -> Result<i64> {
    let (message,) = crate::sql!(
        "insert into pair_messages (session_id, member_id, body, created_at) values ($1, $2, $3, $4) returning id"
    )
    .bind(id)
    .bind(by)
    .bind(body)
    .bind(now)
    .one(conn)
    .await?;
    Ok(message)
}

/// Keeps what one of the two prepares.
pub async fn prepare(conn: &mut Conn, id: SessionId, by: MemberId, goals: &str, readings: &str) -> Result<()> {
    crate::sql!("update pair_people set goals = $3, readings = $4 where session_id = $1 and member_id = $2")
        .bind(id)
        .bind(by)
        .bind(goals)
        .bind(readings)
        .run(conn)
        .await?;
    Ok(())
}
