//! Statements about who waits for an ask that is taken.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::{Discipline, MemberId};
use crate::pairing::asks::model::WaitState;
use crate::pairing::model::AskId;

/// How one who waits stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Place {
    pub ask_id: AskId,
    #[sqlx(try_from = "String")]
    pub state: WaitState,
    /// Until when it is theirs, where it is offered.
    pub answer_by: Option<Time>,
    /// How many stand before them, whom it is not offered to yet.
    pub before: i64,
}

impl Place {
    /// Whether it is theirs now.
    #[must_use]
    pub fn is_offered(&self, now: Time) -> bool {
        self.state == WaitState::Offered && self.answer_by.is_some_and(|until| until > now)
    }
}

macro_rules! place {
    ($rest:literal) => {
        concat!(
            "select w.ask_id, w.state, w.answer_by,
                    (select count(*) from ask_waiting o where o.ask_id = w.ask_id and o.state = 'waiting'
                     and (o.joined_at, o.member_id) < (w.joined_at, w.member_id)) as before
             from ask_waiting w where ",
            $rest
        )
    };
}

pub async fn place(conn: &mut Conn, id: AskId, member: MemberId) -> Result<Option<Place>> {
    crate::sql!(place!("w.ask_id = $1 and w.member_id = $2")).bind(id).bind(member).maybe(conn).await
}

/// Where a member waits, in the order of the latest asks.
pub async fn places(conn: &mut Conn, member: MemberId) -> Result<Vec<Place>> {
    crate::sql!(place!("w.member_id = $1 and w.state <> 'passed' order by w.ask_id desc limit 100"))
        .bind(member)
        .all(conn)
        .await
}

/// Waits; whoever let it go before waits at the end.
pub async fn join(conn: &mut Conn, id: AskId, member: MemberId, now: Time) -> Result<()> {
    crate::sql!(
        "insert into ask_waiting (ask_id, member_id, joined_at) values ($1, $2, $3)
         on conflict (ask_id, member_id) do update set joined_at = excluded.joined_at, state = 'waiting', answer_by = null
           where ask_waiting.state = 'passed'"
    )
    .bind(id)
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// Waits no longer; false when they did not.
pub async fn leave(conn: &mut Conn, id: AskId, member: MemberId) -> Result<bool> {
    Ok(crate::sql!("delete from ask_waiting where ask_id = $1 and member_id = $2")
        .bind(id)
        .bind(member)
        .run(conn)
        .await?
        == 1)
}

/// Takes up the offer; false when it is not theirs, or no longer.
pub async fn accept(conn: &mut Conn, id: AskId, member: MemberId, now: Time) -> Result<bool> {
    let done = crate::sql!(
        "delete from ask_waiting where ask_id = $1 and member_id = $2 and state = 'offered' and answer_by > $3"
    )
    .bind(id)
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// One who waits.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Waiting {
    pub member_id: MemberId,
    #[sqlx(try_from = "String")]
    pub discipline: Discipline,
    /// Their account is there and not suspended, and no block stands between them and who asks.
    pub able: bool,
}

/// Who waits, in order.
pub async fn all(conn: &mut Conn, id: AskId, now: Time) -> Result<Vec<Waiting>> {
    crate::sql!(
        "select w.member_id, m.discipline,
                (m.verified_at is not null and m.deleted_at is null
                 and (m.suspended_until is null or m.suspended_until <= $2)
                 and not exists (select 1 from blocks b where (b.member_id = m.id and b.blocked_id = a.member_id)
                                 or (b.member_id = a.member_id and b.blocked_id = m.id))) as able
         from ask_waiting w join asks a on a.id = w.ask_id join members m on m.id = w.member_id
         where w.ask_id = $1 and w.state = 'waiting' order by w.joined_at, w.member_id limit 100"
    )
    .bind(id)
    .bind(now)
    .all(conn)
    .await
}

/// Whether it is offered to someone now.
pub async fn is_offered(conn: &mut Conn, id: AskId) -> Result<bool> {
    let found: Option<(MemberId,)> =
        crate::sql!("select member_id from ask_waiting where ask_id = $1 and state = 'offered' limit 1")
            .bind(id)
            .maybe(conn)
            .await?;
    Ok(found.is_some())
}

/// It is theirs until `answer_by`.
pub async fn offer(conn: &mut Conn, id: AskId, member: MemberId, answer_by: Time) -> Result<()> {
    crate::sql!("update ask_waiting set state = 'offered', answer_by = $3 where ask_id = $1 and member_id = $2")
        .bind(id)
        .bind(member)
        .bind(answer_by)
        .run(conn)
        .await?;
    Ok(())
}

/// The limit has passed without an answer; false when it has not, or they answered.
pub async fn lapse(conn: &mut Conn, id: AskId, member: MemberId, now: Time) -> Result<bool> {
    let done = crate::sql!(
        "update ask_waiting set state = 'passed', answer_by = null
         where ask_id = $1 and member_id = $2 and state = 'offered' and answer_by <= $3"
    )
    .bind(id)
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// Ends all waiting for an ask; who still waited, or had the offer.
pub async fn end(conn: &mut Conn, id: AskId) -> Result<Vec<(MemberId,)>> {
    crate::sql!(
        "update ask_waiting set state = 'passed', answer_by = null
         where ask_id = $1 and state <> 'passed' returning member_id"
    )
    .bind(id)
    .all(conn)
    .await
}

/// A member waits for nothing any more (of `asker` alone, where one is named); for what they did.
pub async fn leave_all(conn: &mut Conn, member: MemberId, asker: Option<MemberId>) -> Result<Vec<(AskId,)>> {
    crate::sql!(
        "delete from ask_waiting where member_id = $1
           and ask_id in (select a.id from ask_waiting w join asks a on a.id = w.ask_id
                          where w.member_id = $1 and a.member_id = coalesce(cast($2 as bigint), a.member_id))
         returning ask_id"
    )
    .bind(member)
    .bind(asker)
    .all(conn)
    .await
}

/// How many wait for an ask.
pub async fn count(conn: &mut Conn, id: AskId) -> Result<i64> {
    let (count,) = crate::sql!("select count(*) from ask_waiting where ask_id = $1 and state = 'waiting'")
        .bind(id)
        .one(conn)
        .await?;
    Ok(count)
}
