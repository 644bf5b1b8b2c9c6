//! Statements for rendering stored comments anew.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::words::Lang;
use crate::comments::model::CommentId;
use crate::traces::model::TraceId;

/// A comment whose HTML an older renderer made. Its notes speak the language its writer uses here.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Stale {
    pub id: CommentId,
    pub trace_id: TraceId,
    pub body: String,
    #[sqlx(try_from = "String")]
    pub language: Lang,
}

pub async fn stale(conn: &mut Conn, version: i64, limit: i64) -> Result<Vec<Stale>> {
    crate::sql!(
        "select c.id, c.trace_id, c.body, m.language from comments c join members m on m.id = c.author_id
         where c.html_version < $1 order by c.html_version, c.id limit $2"
    )
    .bind(version)
    .bind(limit)
    .all(conn)
    .await
}

/// Sets the HTML unless the comment has been edited or deleted meanwhile.
pub async fn set_html(conn: &mut Conn, stale: &Stale, html: Option<&str>, version: i64) -> Result<()> {
    crate::sql!(
        "update comments set html = coalesce(cast($3 as text), html), html_version = $4 where id = $1 and body = $2"
    )
    .bind(stale.id)
    .bind(&stale.body)
    .bind(html)
    .bind(version)
    .run(conn)
    .await?;
    Ok(())
}
