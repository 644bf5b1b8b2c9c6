//! Statements about members and sign-ins.

pub mod profile;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::{MemberId, Role, SignInId, SignedIn};

#[derive(sqlx::FromRow)]
struct SignedInRow {
    id: MemberId,
    sign_in: SignInId,
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
}

/// The member whose browser brought this token, with the time that browser was last seen.
pub async fn signed_in(conn: &mut Conn, token_hash: &str) -> Result<Option<SignedIn>> {
    let row: Option<SignedInRow> = crate::sql!(
        "select m.id, s.id as sign_in, m.handle, m.name, m.role, m.standing, m.language, m.zone, m.verified_at,
                m.suspended_until,
                (select count(*) from notices n where n.member_id = m.id and n.read_at is null) as unread
         from sign_ins s join members m on m.id = s.member_id
         where s.token_hash = $1 and m.deleted_at is null"
    )
    .bind(token_hash)
    .maybe(conn)
    .await?;
    Ok(row.map(|r| SignedIn {
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
    }))
}
