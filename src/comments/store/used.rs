//! Statements about what a member has used.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::comments::model::CommentId;
use crate::members::model::MemberId;
use crate::traces::model::TraceId;

/// A trace that a member has used, and what they said of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Used {
    pub id: CommentId,
    pub trace_id: TraceId,
    pub slug: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub language: Lang,
    pub html: String,
    pub created_at: Time,
}

/// The member's own record, newest first, below a report of theirs.
pub async fn by_member(conn: &mut Conn, member: MemberId, below: Option<CommentId>, limit: i64) -> Result<Vec<Used>> {
    crate::sql!(
        "select c.id, c.trace_id, t.slug, t.title, t.language, c.html, c.created_at
         from comments c join traces t on t.id = c.trace_id
         where c.author_id = $1 and c.kind = 'used' and c.deleted_at is null
           and c.id < coalesce(cast($2 as bigint), 9007199254740991)
           and t.published is not null and t.hidden_at is null and t.deleted_at is null
         order by c.id desc limit $3"
    )
    .bind(member)
    .bind(below)
    .bind(limit)
    .all(conn)
    .await
}
