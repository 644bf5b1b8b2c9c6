//! Statements about what each says after the hour.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::hour::entry::Feedback;
use crate::pairing::hour::model::Helped;
use crate::pairing::model::SessionId;

/// One's own feedback, as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Kept {
    #[sqlx(try_from = "String")]
    pub helped: Helped,
    pub again: bool,
    pub takeaway: String,
    pub thanks: String,
}

/// The member's own feedback.
pub async fn own(conn: &mut Conn, session: SessionId, member: MemberId) -> Result<Option<Kept>> {
    crate::sql!(
        "select f.helped, f.again, p.takeaway, f.thanks
         from pair_feedback f join pair_people p on p.session_id = f.session_id and p.member_id = f.member_id
         where f.session_id = $1 and f.member_id = $2"
    )
    .bind(session)
    .bind(member)
    .maybe(conn)
    .await
}

/// The public thanks of the other of the two, which is all that the member may read of their feedback.
pub async fn thanks(conn: &mut Conn, session: SessionId, member: MemberId) -> Result<Option<String>> {
    let row: Option<(String,)> =
        crate::sql!("select thanks from pair_feedback where session_id = $1 and member_id <> $2 and thanks <> ''")
            .bind(session)
            .bind(member)
            .maybe(conn)
            .await?;
    Ok(row.map(|(thanks,)| thanks))
}

/// Keeps it, once, but for the takeaway; false when it was given already.
pub async fn add(conn: &mut Conn, session: SessionId, member: MemberId, new: &Feedback, now: Time) -> Result<bool> {
    let done = crate::sql!(
        "insert into pair_feedback (session_id, member_id, helped, again, thanks, created_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing"
    )
    .bind(session)
    .bind(member)
    .bind(new.helped)
    .bind(new.again)
    .bind(&new.thanks)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}
