//! Statements about sketches drawn signed out.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;

pub async fn insert(conn: &mut Conn, token_hash: &str, content: &str, now: Time, expires_at: Time) -> Result<()> {
    crate::sql!("insert into pending_sketches (token_hash, content, created_at, expires_at) values ($1, $2, $3, $4)")
        .bind(token_hash)
        .bind(content)
        .bind(now)
        .bind(expires_at)
        .run(conn)
        .await?;
    Ok(())
}

/// The sketch that waits under a token.
pub async fn content(conn: &mut Conn, token_hash: &str, now: Time) -> Result<Option<String>> {
    let row: Option<(String,)> =
        crate::sql!("select content from pending_sketches where token_hash = $1 and expires_at > $2")
            .bind(token_hash)
            .bind(now)
            .maybe(conn)
            .await?;
    Ok(row.map(|(content,)| content))
}

/// Takes the sketch away: only one claim gets it.
pub async fn take(conn: &mut Conn, token_hash: &str, now: Time) -> Result<Option<String>> {
    let row: Option<(String,)> =
        crate::sql!("delete from pending_sketches where token_hash = $1 and expires_at > $2 returning content")
            .bind(token_hash)
            .bind(now)
            .maybe(conn)
            .await?;
    Ok(row.map(|(content,)| content))
}

/// Forgets what nobody claimed in time.
pub async fn forget_expired(conn: &mut Conn, now: Time) -> Result<()> {
    crate::sql!("delete from pending_sketches where expires_at <= $1").bind(now).run(conn).await?;
    Ok(())
}
