//! Statements for a trace's history.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::traces::model::{Stage, TraceId};

/// Revisions on one page of the history.
pub const PAGE: i64 = 50;

/// A revision as the history lists it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Entry {
    pub number: i64,
    #[sqlx(try_from = "String")]
    pub stage: Stage,
    pub reason: String,
    pub created_at: Time,
    pub member_id: MemberId,
    pub handle: String,
    pub name: String,
    pub demo: bool,
    pub deleted_at: Option<Time>,
}

/// The revisions below `before`, newest first; one more than a page holds, where there is more.
pub async fn revisions(conn: &mut Conn, id: TraceId, before: i64) -> Result<Vec<Entry>> {
    crate::sql!(
        "select r.number, r.stage, r.reason, r.created_at, r.member_id, m.handle, m.name, m.demo, m.deleted_at
         from revisions r join members m on m.id = r.member_id
         where r.trace_id = $1 and r.number < $2 order by r.number desc limit $3"
    )
    .bind(id)
    .bind(before)
    .bind(PAGE + 1)
    .all(conn)
    .await
}

/// When the draft was last saved, if there is one.
pub async fn draft_saved_at(conn: &mut Conn, id: TraceId) -> Result<Option<Time>> {
    let row: Option<(Time,)> =
        crate::sql!("select saved_at from drafts where trace_id = $1").bind(id).maybe(conn).await?;
    Ok(row.map(|(at,)| at))
}
