//! Statements that change a comment.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::comments::model::{CommentId, Edited};

/// Replaces the text; zero rows when it is gone.
pub async fn edit(
    conn: &mut Conn,
    id: CommentId,
    edited: &Edited,
    html: &str,
    html_version: i64,
    now: Time,
) -> Result<u64> {
    crate::sql!(
        "update comments set kind = $2, body = $3, html = $4, html_version = $5, edited_at = $6
         where id = $1 and deleted_at is null and hidden_at is null"
    )
    .bind(id)
    .bind(edited.kind)
    .bind(&edited.body)
    .bind(html)
    .bind(html_version)
    .bind(now)
    .run(conn)
    .await
}

/// Empties the row and marks it; its words are gone for good.
pub async fn delete(conn: &mut Conn, id: CommentId, now: Time) -> Result<u64> {
    crate::sql!(
        "update comments set deleted_at = $2, body = '', html = '', quote = '' where id = $1 and deleted_at is null"
    )
    .bind(id)
    .bind(now)
    .run(conn)
    .await
}

/// Takes it out of sight; its words stay for the organizers.
pub async fn hide(conn: &mut Conn, id: CommentId, now: Time) -> Result<u64> {
    crate::sql!("update comments set hidden_at = $2 where id = $1 and hidden_at is null")
        .bind(id)
        .bind(now)
        .run(conn)
        .await
}
