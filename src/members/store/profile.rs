//! A member as everybody sees them.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::{Discipline, MemberId};

/// What a member's page shows.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Profile {
    pub id: MemberId,
    pub handle: String,
    pub name: String,
    pub bio: String,
    #[sqlx(try_from = "String")]
    pub discipline: Discipline,
    pub demo: bool,
    pub suspended_until: Option<Time>,
    pub created_at: Time,
}

impl Profile {
    /// While suspended, a member's own words about themselves are not shown.
    #[must_use]
    pub fn suspended(&self, now: Time) -> bool {
        self.suspended_until.is_some_and(|until| until > now)
    }
}

/// The member with this handle; nobody who has left. Who has not confirmed the address is seen by
/// themselves alone: a page that is there after signing up would tell that the address was new.
pub async fn of(conn: &mut Conn, handle: &str, viewer: Option<MemberId>) -> Result<Option<Profile>> {
    crate::sql!(
        "select id, handle, name, bio, discipline, demo, suspended_until, created_at from members
         where handle = $1 and deleted_at is null and (verified_at is not null or id = $2)"
    )
    .bind(handle)
    .bind(viewer)
    .maybe(conn)
    .await
}
