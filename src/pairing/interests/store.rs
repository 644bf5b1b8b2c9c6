//! Statements about who would like to meet whom.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;

/// What a member may know of themselves and another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Between {
    /// The member has said it.
    pub mine: bool,
    /// Both have.
    pub mutual: bool,
    /// One of the two has blocked the other.
    pub blocked: bool,
}

pub async fn between(conn: &mut Conn, member: MemberId, other: MemberId) -> Result<Between> {
    crate::sql!(
        "select i.member_id is not null as mine, (i.member_id is not null and j.member_id is not null) as mutual,
                exists (select 1 from blocks b where (b.member_id = $1 and b.blocked_id = $2)
                        or (b.member_id = $2 and b.blocked_id = $1)) as blocked
         from members m left join interests i on i.member_id = m.id and i.other_id = $2
              left join interests j on j.member_id = $2 and j.other_id = m.id
         where m.id = $1"
    )
    .bind(member)
    .bind(other)
    .one(conn)
    .await
}

pub async fn add(conn: &mut Conn, member: MemberId, other: MemberId, now: Time) -> Result<()> {
    crate::sql!("insert into interests (member_id, other_id, created_at) values ($1, $2, $3) on conflict do nothing")
        .bind(member)
        .bind(other)
        .bind(now)
        .run(conn)
        .await?;
    Ok(())
}

pub async fn remove(conn: &mut Conn, member: MemberId, other: MemberId) -> Result<()> {
    crate::sql!("delete from interests where member_id = $1 and other_id = $2")
        .bind(member)
        .bind(other)
        .run(conn)
        .await?;
    Ok(())
}

/// How many the member has named.
pub async fn count(conn: &mut Conn, member: MemberId) -> Result<i64> {
    let (count,) = crate::sql!("select count(*) from interests where member_id = $1").bind(member).one(conn).await?;
    Ok(count)
}

/// Someone whom the member would like to meet.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Named {
    pub id: MemberId,
    pub handle: String,
    pub name: String,
    pub demo: bool,
    pub departed: bool,
    pub created_at: Time,
    /// Both have said so, and nothing stands between them.
    pub mutual: bool,
}

/// Members named on one page.
pub const PAGE: i64 = 30;

/// Whom the member named, below `after`; one more than a page.
pub async fn named(conn: &mut Conn, member: MemberId, after: Option<MemberId>) -> Result<Vec<Named>> {
    crate::sql!(
        "select m.id, m.handle, m.name, m.demo, (m.deleted_at is not null) as departed, i.created_at,
                (j.member_id is not null
                 and not exists (select 1 from blocks b where (b.member_id = i.member_id and b.blocked_id = i.other_id)
                                 or (b.member_id = i.other_id and b.blocked_id = i.member_id))) as mutual
         from interests i join members m on m.id = i.other_id
              left join interests j on j.member_id = i.other_id and j.other_id = i.member_id
         where i.member_id = $1 and i.other_id < coalesce(cast($2 as bigint), 9007199254740991)
         order by i.other_id desc limit $3"
    )
    .bind(member)
    .bind(after)
    .bind(PAGE + 1)
    .all(conn)
    .await
}
