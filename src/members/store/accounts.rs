//! The members' own rows.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::members::entry::{Profile, SignUp};
use crate::members::model::{Discipline, MemberId, Role, TERMS_VERSION};

/// A member's row as letters, settings and the operator need it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Account {
    pub id: MemberId,
    pub handle: String,
    pub name: String,
    pub bio: String,
    #[sqlx(try_from = "String")]
    pub discipline: Discipline,
    #[sqlx(try_from = "String")]
    pub language: Lang,
    pub zone: String,
    pub email: Option<String>,
    pub email_key: Option<String>,
    pub password_hash: Option<String>,
    #[sqlx(try_from = "String")]
    pub role: Role,
    pub standing: i64,
    pub demo: bool,
    pub verified_at: Option<Time>,
    pub suspended_until: Option<Time>,
    /// Someone else signed up with the address before it was confirmed.
    pub contested_at: Option<Time>,
    pub created_at: Time,
    /// A sketch drawn signed out waits to be claimed.
    pub sketch_waits: bool,
}

impl Account {
    /// Whether the address is, or can be, confirmed by following a letter's link alone: not while
    /// nobody knows whether who signed up first is who reads the letter.
    #[must_use]
    pub fn trusts_letters(&self) -> bool {
        self.verified_at.is_some() || self.contested_at.is_none()
    }
}

macro_rules! account {
    ($rest:literal) => {
        concat!(
            "select id, handle, name, bio, discipline, language, zone, email, email_key, password_hash, role, standing,
                    demo, verified_at, suspended_until, contested_at, created_at,
                    exists (select 1 from waiting_sketches w where w.member_id = members.id) as sketch_waits
             from members where deleted_at is null ",
            $rest
        )
    };
}

/// The account with this number, unless deleted.
pub async fn account(conn: &mut Conn, member: MemberId) -> Result<Option<Account>> {
    crate::sql!(account!("and id = $1")).bind(member).maybe(conn).await
}

/// The account with this handle, unless deleted. `handle` as `base::text::handle` gives it.
pub async fn account_by_handle(conn: &mut Conn, handle: &str) -> Result<Option<Account>> {
    crate::sql!(account!("and handle = $1")).bind(handle).maybe(conn).await
}

/// The same, for other members' acts: one who has not confirmed the address is nobody to them.
pub async fn seen_by_handle(conn: &mut Conn, handle: &str) -> Result<Option<Account>> {
    crate::sql!(account!("and verified_at is not null and handle = $1")).bind(handle).maybe(conn).await
}

/// The account behind an address (its key), unless deleted.
pub async fn account_by_email(conn: &mut Conn, email_key: &str) -> Result<Option<Account>> {
    crate::sql!(account!("and email_key = $1")).bind(email_key).maybe(conn).await
}

/// Members after the handle `after`, in order.
pub async fn accounts(conn: &mut Conn, after: &str, limit: i64) -> Result<Vec<Account>> {
    crate::sql!(account!("and handle > $1 order by handle limit $2")).bind(after).bind(limit).all(conn).await
}

/// Members made for show, whom development signs in by a button.
pub async fn demo_accounts(conn: &mut Conn) -> Result<Vec<Account>> {
    crate::sql!(account!("and demo order by handle limit 50")).all(conn).await
}

/// Adds a member under a handle that is free; `None` when the address is another's.
pub async fn add(conn: &mut Conn, entry: &SignUp, password_hash: &str, now: Time) -> Result<Option<MemberId>> {
    let row: Option<(MemberId,)> = crate::sql!(
        "insert into members (handle, name, bio, discipline, language, zone, email, email_key, password_hash,
                              terms_version, terms_agreed_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11) on conflict do nothing returning id"
    )
    .bind(&entry.handle)
    .bind(&entry.profile.name)
    .bind(&entry.profile.bio)
    .bind(entry.profile.discipline)
    .bind(entry.profile.language)
    .bind(&entry.profile.zone)
    .bind(&entry.email.address)
    .bind(&entry.email.key)
    .bind(password_hash)
    .bind(TERMS_VERSION)
    .bind(now)
    .maybe(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// The address is confirmed; the first time stays.
pub async fn confirm(conn: &mut Conn, member: MemberId, now: Time) -> Result<()> {
    crate::sql!("update members set verified_at = coalesce(verified_at, $2) where id = $1 and deleted_at is null")
        .bind(member)
        .bind(now)
        .run(conn)
        .await?;
    Ok(())
}

/// Someone else signed up with the address of this account, which was never confirmed; the first time
/// stays.
pub async fn contest(conn: &mut Conn, member: MemberId, now: Time) -> Result<()> {
    crate::sql!("update members set contested_at = $2 where id = $1 and verified_at is null and contested_at is null")
        .bind(member)
        .bind(now)
        .run(conn)
        .await?;
    Ok(())
}

pub async fn set_password(conn: &mut Conn, member: MemberId, password_hash: &str) -> Result<()> {
    crate::sql!("update members set password_hash = $2 where id = $1 and deleted_at is null")
        .bind(member)
        .bind(password_hash)
        .run(conn)
        .await?;
    Ok(())
}

/// Changes the password unless someone else changed it meanwhile; says whether it did.
pub async fn change_password(
    conn: &mut Conn,
    member: MemberId,
    before: Option<String>,
    password_hash: &str,
) -> Result<bool> {
    let changed = crate::sql!(
        "update members set password_hash = $3 where id = $1 and password_hash = $2 and deleted_at is null"
    )
    .bind(member)
    .bind(before)
    .bind(password_hash)
    .run(conn)
    .await?;
    Ok(changed == 1)
}

pub async fn set_profile(conn: &mut Conn, member: MemberId, profile: &Profile) -> Result<()> {
    crate::sql!(
        "update members set name = $2, bio = $3, discipline = $4, language = $5, zone = $6
         where id = $1 and deleted_at is null"
    )
    .bind(member)
    .bind(&profile.name)
    .bind(&profile.bio)
    .bind(profile.discipline)
    .bind(profile.language)
    .bind(&profile.zone)
    .run(conn)
    .await?;
    Ok(())
}

pub async fn set_language(conn: &mut Conn, member: MemberId, language: Lang) -> Result<()> {
    crate::sql!("update members set language = $2 where id = $1").bind(member).bind(language).run(conn).await?;
    Ok(())
}

pub async fn set_role(conn: &mut Conn, member: MemberId, role: Role) -> Result<()> {
    crate::sql!("update members set role = $2 where id = $1").bind(member).bind(role).run(conn).await?;
    Ok(())
}

/// Suspends until then; `None` lifts it.
pub async fn set_suspended(conn: &mut Conn, member: MemberId, until: Option<Time>) -> Result<()> {
    crate::sql!("update members set suspended_until = $2 where id = $1").bind(member).bind(until).run(conn).await?;
    Ok(())
}

/// Leaves a tombstone: nothing of the person, and a handle that nobody can choose (`--`).
pub async fn bury(conn: &mut Conn, member: MemberId, now: Time) -> Result<()> {
    crate::sql!(
        "update members set handle = $2, name = '', bio = '', email = null, email_key = null, password_hash = null,
                            role = 'member', verified_at = null, contested_at = null, deleted_at = $3
         where id = $1"
    )
    .bind(member)
    .bind(format!("deleted--{member}"))
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}
