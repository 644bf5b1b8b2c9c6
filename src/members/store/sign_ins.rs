//! Signed-in browsers, and those that have signed in before.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::{MemberId, Role, SignInId, SignedIn};
use crate::members::sign_in::SIGN_IN_LASTS;

#[derive(sqlx::FromRow)]
struct SignedInRow {
    id: MemberId,
    sign_in: SignInId,
    seen_at: Time,
    handle: String,
    name: String,
    #[sqlx(try_from = "String")]
    role: Role,
    standing: i64,
    #[sqlx(try_from = "String")]
    language: crate::base::words::Lang,
    zone: String,
    verified_at: Option<Time>,
    suspended_until: Option<Time>,
    unread: i64,
    /// Numbers, comma-separated; one who blocked and was blocked stands there twice.
    blocks: String,
}

/// The member whose browser brought this token, with the time that browser was last seen.
pub async fn signed_in(conn: &mut Conn, token_hash: &str, now: Time) -> Result<Option<(SignedIn, Time)>> {
    let row: Option<SignedInRow> = crate::sql!(
        "select m.id, s.id as sign_in, s.seen_at, m.handle, m.name, m.role, m.standing, m.language, m.zone,
                m.verified_at, m.suspended_until,
                (select count(*) from notices n where n.member_id = m.id and n.read_at is null) as unread,
                coalesce((select string_agg(cast(case b.member_id when m.id then b.blocked_id else b.member_id end as text), ',')
                          from blocks b where b.member_id = m.id or b.blocked_id = m.id), '') as blocks
         from sign_ins s join members m on m.id = s.member_id
         where s.token_hash = $1 and s.created_at > $2 and m.deleted_at is null"
    )
    .bind(token_hash)
    .bind(now.plus(-SIGN_IN_LASTS))
    .maybe(conn)
    .await?;
    Ok(row.map(|r| {
        let member = SignedIn {
            id: r.id,
            sign_in: r.sign_in,
            handle: r.handle,
            name: r.name,
            role: r.role,
            standing: r.standing,
            language: r.language,
            zone: r.zone,
            verified: r.verified_at.is_some(),
            suspended_until: r.suspended_until,
            unread: r.unread,
            blocks: r.blocks.split(',').filter_map(|id| id.parse().ok()).collect(),
        };
        (member, r.seen_at)
    }))
}

/// A browser that is signed in, as its member sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SignIn {
    pub id: SignInId,
    pub browser: String,
    pub created_at: Time,
    pub seen_at: Time,
}

/// A member's signed-in browsers, the latest seen first.
pub async fn sign_ins(conn: &mut Conn, member: MemberId, now: Time) -> Result<Vec<SignIn>> {
    crate::sql!(
        "select id, browser, created_at, seen_at from sign_ins where member_id = $1 and created_at > $2
         order by seen_at desc, id desc limit 100"
    )
    .bind(member)
    .bind(now.plus(-SIGN_IN_LASTS))
    .all(conn)
    .await
}

/// Signs a browser in, if the password that was checked is still the member's (null for demo
/// members, who have none). False when it was changed meanwhile.
pub async fn open(
    conn: &mut Conn,
    member: MemberId,
    password_hash: Option<String>,
    token_hash: &str,
    browser: &str,
    now: Time,
) -> Result<bool> {
    let added = crate::sql!(
        "insert into sign_ins (member_id, token_hash, browser, created_at, seen_at)
         select id, $3, $4, $5, $5 from members
         where id = $1 and deleted_at is null and password_hash is not distinct from cast($2 as text)"
    )
    .bind(member)
    .bind(password_hash)
    .bind(token_hash)
    .bind(browser)
    .bind(now)
    .run(conn)
    .await?;
    Ok(added == 1)
}

pub async fn set_seen(conn: &mut Conn, sign_in: SignInId, now: Time) -> Result<()> {
    crate::sql!("update sign_ins set seen_at = $2 where id = $1").bind(sign_in).bind(now).run(conn).await?;
    Ok(())
}

/// Ends the sign-in with this token.
pub async fn close(conn: &mut Conn, token_hash: &str) -> Result<()> {
    crate::sql!("delete from sign_ins where token_hash = $1").bind(token_hash).run(conn).await?;
    Ok(())
}

/// Ends one of a member's sign-ins; false when it is none of theirs.
pub async fn end(conn: &mut Conn, member: MemberId, sign_in: SignInId) -> Result<bool> {
    let ended = crate::sql!("delete from sign_ins where member_id = $1 and id = $2")
        .bind(member)
        .bind(sign_in)
        .run(conn)
        .await?;
    Ok(ended == 1)
}

/// Ends every sign-in of a member but `kept`.
pub async fn end_others(conn: &mut Conn, member: MemberId, kept: Option<SignInId>) -> Result<()> {
    crate::sql!("delete from sign_ins where member_id = $1 and id is distinct from cast($2 as bigint)")
        .bind(member)
        .bind(kept)
        .run(conn)
        .await?;
    Ok(())
}

/// Forgets sign-ins that no longer hold.
pub async fn prune_sign_ins(conn: &mut Conn, now: Time) -> Result<()> {
    crate::sql!("delete from sign_ins where created_at <= $1").bind(now.plus(-SIGN_IN_LASTS)).run(conn).await?;
    Ok(())
}

/// Whether this browser has signed in to that account before. The hash names both.
pub async fn is_known_browser(conn: &mut Conn, known_hash: &str) -> Result<bool> {
    let found: Option<(MemberId,)> =
        crate::sql!("select member_id from known_browsers where token_hash = $1").bind(known_hash).maybe(conn).await?;
    Ok(found.is_some())
}

pub async fn know_browser(conn: &mut Conn, known_hash: &str, member: MemberId, now: Time) -> Result<()> {
    crate::sql!(
        "insert into known_browsers (token_hash, member_id, created_at) values ($1, $2, $3) on conflict do nothing"
    )
    .bind(known_hash)
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// No browser is known any more: someone else may have had the account.
pub async fn forget_browsers(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!("delete from known_browsers where member_id = $1").bind(member).run(conn).await?;
    Ok(())
}
