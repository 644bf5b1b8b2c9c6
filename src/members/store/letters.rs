//! The tokens of letters. Only hashes are kept.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::{MemberId, Purpose};

/// What a letter's token opens.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Opens {
    pub member_id: MemberId,
    pub sketch_hash: Option<String>,
}

/// Keeps the hash of a token that is about to be sent.
pub async fn keep_token(
    conn: &mut Conn,
    token_hash: &str,
    purpose: Purpose,
    member: MemberId,
    sketch_hash: Option<String>,
    expires_at: Time,
) -> Result<()> {
    crate::sql!(
        "insert into letter_tokens (token_hash, purpose, member_id, sketch_hash, expires_at) values ($1, $2, $3, $4, $5)"
    )
    .bind(token_hash)
    .bind(purpose)
    .bind(member)
    .bind(sketch_hash)
    .bind(expires_at)
    .run(conn)
    .await?;
    Ok(())
}

/// What a token would open now, without spending it.
pub async fn look_up(conn: &mut Conn, token_hash: &str, purpose: Purpose, now: Time) -> Result<Option<Opens>> {
    crate::sql!(
        "select member_id, sketch_hash from letter_tokens
         where token_hash = $1 and purpose = $2 and spent_at is null and expires_at > $3"
    )
    .bind(token_hash)
    .bind(purpose)
    .bind(now)
    .maybe(conn)
    .await
}

/// Spends a token: works once.
pub async fn spend(conn: &mut Conn, token_hash: &str, purpose: Purpose, now: Time) -> Result<Option<Opens>> {
    crate::sql!(
        "update letter_tokens set spent_at = $3
         where token_hash = $1 and purpose = $2 and spent_at is null and expires_at > $3
         returning member_id, sketch_hash"
    )
    .bind(token_hash)
    .bind(purpose)
    .bind(now)
    .maybe(conn)
    .await
}

/// Makes a member's letters worthless: those of one purpose, or all.
pub async fn forget_tokens(conn: &mut Conn, member: MemberId, purpose: Option<Purpose>) -> Result<()> {
    crate::sql!("delete from letter_tokens where member_id = $1 and (cast($2 as text) is null or purpose = $2)")
        .bind(member)
        .bind(purpose)
        .run(conn)
        .await?;
    Ok(())
}

/// Forgets tokens that have expired.
pub async fn prune_tokens(conn: &mut Conn, now: Time) -> Result<()> {
    crate::sql!("delete from letter_tokens where expires_at <= $1").bind(now).run(conn).await?;
    Ok(())
}
