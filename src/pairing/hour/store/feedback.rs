//! Statements about what each says after the hour.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::hour::entry::Feedback;
use crate::pairing::hour::model::Helped;
use crate::pairing::model::{SessionId, Slot};

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
    crate::sql!("select helped, again, takeaway, thanks from pair_feedback where session_id = $1 and member_id = $2")
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

/// Keeps it, once; false when it was given already.
pub async fn add(conn: &mut Conn, session: SessionId, member: MemberId, new: &Feedback, now: Time) -> Result<bool> {
    let done = crate::sql!(
        "insert into pair_feedback (session_id, member_id, helped, again, takeaway, thanks, created_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing"
    )
    .bind(session)
    .bind(member)
    .bind(new.helped)
    .bind(new.again)
    .bind(&new.takeaway)
    .bind(&new.thanks)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// What someone takes into their own work, and from which hour.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Takeaway {
    pub id: SessionId,
    pub slot: Slot,
    pub name_ja: String,
    pub name_en: String,
    pub topic: String,
    pub partner: String,
    pub departed: bool,
    pub takeaway: String,
}

/// Takeaways on one page.
pub const PAGE: i64 = 20;

/// The member's own takeaways below `after`, newest first; one more than a page.
pub async fn takeaways(conn: &mut Conn, member: MemberId, after: Option<SessionId>) -> Result<Vec<Takeaway>> {
    crate::sql!(
        "select s.id, s.slot, coalesce(i.name_ja, c.name_ja, '') as name_ja, coalesce(i.name_en, c.name_en, '') as name_en,
                s.topic, m.name as partner, (m.deleted_at is not null) as departed, f.takeaway
         from pair_people p join pair_feedback f on f.session_id = p.session_id and f.member_id = p.member_id
              join pair_sessions s on s.id = p.session_id
              join pair_people o on o.session_id = s.id and o.member_id <> p.member_id
              join members m on m.id = o.member_id
              left join companies c on c.id = s.company_id left join companies i on i.id = c.merged_into
         where p.member_id = $1 and p.session_id < coalesce(cast($2 as bigint), 9007199254740991) and f.takeaway <> ''
         order by p.session_id desc limit $3"
    )
    .bind(member)
    .bind(after)
    .bind(PAGE + 1)
    .all(conn)
    .await
}
