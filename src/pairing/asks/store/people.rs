//! Statements about who meets on an ask.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::members::model::{Discipline, MemberId};
use crate::pairing::model::{AskId, SessionId};

#[derive(sqlx::FromRow)]
struct Desk {
    #[sqlx(try_from = "String")]
    discipline: Discipline,
}

/// What a member works at.
///
/// # Errors
/// [`crate::base::error::Error::NotFound`] for one who has left.
pub async fn discipline(conn: &mut Conn, member: MemberId) -> Result<Discipline> {
    let desk: Desk = crate::sql!("select discipline from members where id = $1 and deleted_at is null")
        .bind(member)
        .one(conn)
        .await?;
    Ok(desk.discipline)
}

/// The member's own session that was booked from an ask and still stands.
pub async fn session(conn: &mut Conn, id: AskId, member: MemberId) -> Result<Option<SessionId>> {
    let found: Option<(SessionId,)> = crate::sql!(
        "select s.id from pair_sessions s join pair_people p on p.session_id = s.id
         where s.ask_id = $1 and p.member_id = $2 and s.state <> 'cancelled' order by s.id desc limit 1"
    )
    .bind(id)
    .bind(member)
    .maybe(conn)
    .await?;
    Ok(found.map(|(id,)| id))
}
