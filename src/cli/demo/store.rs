//! Statements of the demo alone.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::cli::demo::content::Member;
use crate::members::model::TERMS_VERSION;

/// Whether anybody has an account.
pub async fn anybody(conn: &mut Conn) -> Result<bool> {
    Ok(crate::sql!("select id from members limit 1").maybe::<(i64,)>(conn).await?.is_some())
}

/// Adds a demo member, who has no password and an address that no letter reaches; false when there.
pub async fn add_member(conn: &mut Conn, member: &Member, now: Time) -> Result<bool> {
    let added = crate::sql!(
        "insert into members (handle, name, bio, discipline, language, zone, email, email_key, role, demo, verified_at,
                              terms_version, terms_agreed_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $10, $10) on conflict do nothing"
    )
    .bind(&member.handle)
    .bind(&member.name)
    .bind(&member.bio)
    .bind(member.discipline)
    .bind(member.language)
    .bind(&member.zone)
    .bind(format!("{}@demo.invalid", member.handle))
    .bind(member.role)
    .bind(true)
    .bind(now)
    .bind(TERMS_VERSION)
    .run(conn)
    .await?;
    Ok(added == 1)
}

/// Whether the member has published a trace under this title.
pub async fn has(conn: &mut Conn, handle: &str, title: &str) -> Result<bool> {
    let found: Option<(i64,)> = crate::sql!(
        "select t.id from traces t join trace_authors a on a.trace_id = t.id join members m on m.id = a.member_id
         where m.handle = $1 and t.title = $2 and t.published is not null limit 1"
    )
    .bind(handle)
    .bind(title)
    .maybe(conn)
    .await?;
    Ok(found.is_some())
}
