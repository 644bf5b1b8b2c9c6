//! Statements about the links of letters.

pub mod calendars;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::letters::model::Purpose;
use crate::pairing::model::{ProposalId, SessionId};

/// What a token opens.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Link {
    #[sqlx(try_from = "String")]
    pub purpose: Purpose,
    pub member_id: MemberId,
    pub session_id: Option<SessionId>,
    pub proposal_id: Option<ProposalId>,
    pub expires_at: Time,
    pub spent_at: Option<Time>,
}

/// Keeps the hashes of a letter about a session: to confirm, to move, to cancel.
pub async fn keep_for_session(
    conn: &mut Conn,
    [confirm, change, cancel]: &[String; 3],
    member: MemberId,
    session: SessionId,
    expires_at: Time,
) -> Result<()> {
    crate::sql!(
        "insert into pair_links (token_hash, purpose, member_id, session_id, expires_at)
         values ($1, 'confirm', $4, $5, $6), ($2, 'move', $4, $5, $6), ($3, 'cancel', $4, $5, $6)"
    )
    .bind(confirm)
    .bind(change)
    .bind(cancel)
    .bind(member)
    .bind(session)
    .bind(expires_at)
    .run(conn)
    .await?;
    Ok(())
}

/// Keeps the hashes of a letter about a proposal: to accept, to decline.
pub async fn keep_for_proposal(
    conn: &mut Conn,
    [accept, decline]: &[String; 2],
    member: MemberId,
    proposal: ProposalId,
    expires_at: Time,
) -> Result<()> {
    crate::sql!(
        "insert into pair_links (token_hash, purpose, member_id, proposal_id, expires_at)
         values ($1, 'accept', $3, $4, $5), ($2, 'decline', $3, $4, $5)"
    )
    .bind(accept)
    .bind(decline)
    .bind(member)
    .bind(proposal)
    .bind(expires_at)
    .run(conn)
    .await?;
    Ok(())
}

/// What a token opens, used or not.
pub async fn link(conn: &mut Conn, token_hash: &str) -> Result<Option<Link>> {
    crate::sql!(
        "select purpose, member_id, session_id, proposal_id, expires_at, spent_at from pair_links where token_hash = $1"
    )
    .bind(token_hash)
    .maybe(conn)
    .await
}

/// Uses a link up; false when it was already.
pub async fn spend(conn: &mut Conn, token_hash: &str, now: Time) -> Result<bool> {
    let done = crate::sql!("update pair_links set spent_at = $2 where token_hash = $1 and spent_at is null")
        .bind(token_hash)
        .bind(now)
        .run(conn)
        .await?;
    Ok(done == 1)
}

/// Gives a link back whose deed was refused.
pub async fn give_back(conn: &mut Conn, token_hash: &str) -> Result<()> {
    crate::sql!("update pair_links set spent_at = null where token_hash = $1").bind(token_hash).run(conn).await?;
    Ok(())
}

/// Forgets links that ended before `then`.
pub async fn forget(conn: &mut Conn, then: Time) -> Result<()> {
    crate::sql!("delete from pair_links where expires_at < $1").bind(then).run(conn).await?;
    Ok(())
}
