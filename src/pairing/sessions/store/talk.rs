//! Statements about what the two tell each other before the hour.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::model::SessionId;

/// Messages shown on a session's page.
pub const MESSAGES: i64 = 100;

/// One message.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Message {
    pub member_id: MemberId,
    pub body: String,
    pub created_at: Time,
}

/// The newest messages, in the order in which they were written.
pub async fn messages(conn: &mut Conn, id: SessionId) -> Result<Vec<Message>> {
    let mut messages: Vec<Message> = crate::sql!(
        "select member_id, body, created_at from pair_messages where session_id = $1 order by id desc limit $2"
    )
    .bind(id)
    .bind(MESSAGES)
    .all(conn)
    .await?;
    messages.reverse();
    Ok(messages)
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

/// Keeps where to call.
pub async fn set_call(conn: &mut Conn, id: SessionId, by: MemberId, link: &str) -> Result<()> {
    crate::sql!("update pair_sessions set call_link = $3, call_by = $2 where id = $1")
        .bind(id)
        .bind(by)
        .bind(link)
        .run(conn)
        .await?;
    Ok(())
}
