//! Statements about two who no longer meet.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::model::{SessionId, Slot};
use crate::pairing::queue::store::Over;

/// Whether the member cannot meet `other` (blocked either way), or anybody (suspended or gone).
pub async fn is_apart(conn: &mut Conn, member: MemberId, other: Option<MemberId>, now: Time) -> Result<bool> {
    let found: Option<(MemberId,)> = crate::sql!(
        "select m.id from members m
         where m.id = $1 and (m.deleted_at is not null or m.suspended_until > $3
           or exists (select 1 from blocks b where (b.member_id = m.id and b.blocked_id = cast($2 as bigint))
                      or (b.member_id = cast($2 as bigint) and b.blocked_id = m.id)))"
    )
    .bind(member)
    .bind(other)
    .bind(now)
    .maybe(conn)
    .await?;
    Ok(found.is_some())
}

/// The member's booked sessions, ahead or under way; with `other` only, where one is named.
pub async fn booked(
    conn: &mut Conn,
    member: MemberId,
    other: Option<MemberId>,
    now: Time,
) -> Result<Vec<(SessionId,)>> {
    crate::sql!(
        "select distinct h.session_id from pair_slots h
              join pair_people o on o.session_id = h.session_id and o.member_id <> h.member_id
         where h.member_id = $1 and h.slot >= $3 and o.member_id = coalesce(cast($2 as bigint), o.member_id)
         order by h.session_id"
    )
    .bind(member)
    .bind(other)
    .bind(Slot::at(now))
    .all(conn)
    .await
}

/// Notes whose block called the hour off when giving it up would have counted.
pub async fn parted(conn: &mut Conn, id: SessionId, member: MemberId) -> Result<()> {
    crate::sql!("update pair_sessions set parted_by = $2 where id = $1").bind(id).bind(member).run(conn).await?;
    Ok(())
}

/// The member's block of `other` is over: the hours since `since` that it called off late count as
/// what they were. Once each: an outcome stays.
pub async fn count_parted(conn: &mut Conn, member: MemberId, other: MemberId, since: Time, now: Time) -> Result<()> {
    crate::sql!(
        "update pair_people set outcome = 'late-cancel', figured_at = $4
         where member_id = $1 and outcome = ''
           and session_id in (select s.id from pair_sessions s join pair_people o on o.session_id = s.id
                              where s.parted_by = $1 and o.member_id = $2 and s.ended_at > $3)"
    )
    .bind(member)
    .bind(other)
    .bind(since)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// Declines the member's open proposals, those with `other` only, where one is named; which they were.
pub async fn decline(conn: &mut Conn, member: MemberId, other: Option<MemberId>) -> Result<Vec<Over>> {
    crate::sql!(
        "update proposals set state = 'declined'
         where state = 'open' and (first_id = $1 or second_id = $1)
           and (cast($2 as bigint) is null or first_id = cast($2 as bigint) or second_id = cast($2 as bigint))
         returning id, kind, first_id, second_id"
    )
    .bind(member)
    .bind(other)
    .all(conn)
    .await
}

/// Whoever was asked and has nothing to answer any more waits again, at the same place.
pub async fn free_places(conn: &mut Conn) -> Result<()> {
    crate::sql!(
        "update pair_queue set proposal_id = null
         where proposal_id in (select p.id from pair_queue q join proposals p on p.id = q.proposal_id
                               where p.state <> 'open')"
    )
    .run(conn)
    .await?;
    Ok(())
}

/// Forgets whom the member would like to meet: `other` alone, where one is named.
pub async fn forget_interests(conn: &mut Conn, member: MemberId, other: Option<MemberId>) -> Result<()> {
    crate::sql!("delete from interests where member_id = $1 and other_id = coalesce(cast($2 as bigint), other_id)")
        .bind(member)
        .bind(other)
        .run(conn)
        .await?;
    Ok(())
}
