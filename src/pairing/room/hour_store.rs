//! Statements about the hour in the room: its clock, what is written unseen, how it ends.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::members::model::MemberId;
use crate::pairing::model::SessionId;
use crate::pairing::room::clock::{Hour, Phase, Wish};
use crate::pairing::room::ending::{Answer, Outcome};
use crate::traces::model::TraceId;

/// A room as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Row {
    pub opened_at: Time,
    version: i64,
    #[sqlx(try_from = "String")]
    phase: Phase,
    since: Time,
    length: i64,
    paused_at: Option<Time>,
    wish: String,
    wish_by: Option<MemberId>,
    /// Since when both read what both wrote unseen.
    pub revealed_at: Option<Time>,
    /// What both wrote unseen stands in the shared text.
    pub merged: bool,
    /// Of a session that was booked without a company.
    pub company_id: Option<CompanyId>,
    #[sqlx(try_from = "String")]
    pub outcome: Outcome,
    pub ended_at: Option<Time>,
    /// The joint trace.
    pub trace_id: Option<TraceId>,
}

impl Row {
    /// The clock when it was last changed.
    #[must_use]
    pub fn hour(&self) -> Hour {
        let wish = self.wish.parse::<Wish>().ok().zip(self.wish_by);
        Hour {
            version: self.version,
            phase: self.phase,
            since: self.since,
            length: self.length,
            paused_at: self.paused_at,
            wish,
        }
    }
}

pub async fn room(conn: &mut Conn, id: SessionId) -> Result<Option<Row>> {
    crate::sql!(
        "select r.opened_at, r.version, r.phase, r.since, r.length, r.paused_at, coalesce(r.wish, '') as wish, r.wish_by,
                r.revealed_at, r.merged, r.company_id, r.outcome, r.ended_at, s.trace_id
         from rooms r join pair_sessions s on s.id = r.session_id where r.session_id = $1"
    )
    .bind(id)
    .maybe(conn)
    .await
}

/// Makes the room; whether it was not there before.
pub async fn open(conn: &mut Conn, id: SessionId, now: Time) -> Result<bool> {
    let made =
        crate::sql!("insert into rooms (session_id, opened_at, since) values ($1, $2, $2) on conflict do nothing")
            .bind(id)
            .bind(now)
            .run(conn)
            .await?;
    Ok(made == 1)
}

/// Takes the room for this transaction: of two who act at once, the second sees what the first did.
pub async fn take(conn: &mut Conn, id: SessionId) -> Result<bool> {
    let there = crate::sql!("update rooms set version = version where session_id = $1").bind(id).run(conn).await?;
    Ok(there == 1)
}

pub async fn set(conn: &mut Conn, id: SessionId, hour: &Hour) -> Result<()> {
    crate::sql!(
        "update rooms set version = $2, phase = $3, since = $4, length = $5, paused_at = $6, wish = $7, wish_by = $8
         where session_id = $1"
    )
    .bind(id)
    .bind(hour.version)
    .bind(hour.phase)
    .bind(hour.since)
    .bind(hour.length)
    .bind(hour.paused_at)
    .bind(hour.wish.map(|(wish, _)| wish))
    .bind(hour.wish.map(|(_, by)| by))
    .run(conn)
    .await?;
    Ok(())
}

/// One who has been in the room, and what they would make of it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Guest {
    pub member_id: MemberId,
    answer: String,
    /// The text that they agreed to publish, by its fingerprint.
    pub seen: String,
}

impl Guest {
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        self.answer.parse().ok()
    }
}

/// Who has been in the room, in the order of their numbers: two at most.
pub async fn guests(conn: &mut Conn, id: SessionId) -> Result<Vec<Guest>> {
    crate::sql!(
        "select member_id, coalesce(answer, '') as answer, seen from room_people where session_id = $1 order by member_id"
    )
    .bind(id)
    .all(conn)
    .await
}

/// Notes that the member is here.
pub async fn enter(conn: &mut Conn, id: SessionId, member: MemberId, now: Time) -> Result<()> {
    crate::sql!(
        "insert into room_people (session_id, member_id, entered_at) values ($1, $2, $3) on conflict do nothing"
    )
    .bind(id)
    .bind(member)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// What one has written unseen.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Blind {
    pub member_id: MemberId,
    pub body: String,
    pub saved_at: Time,
}

/// What both have written unseen: for the reveal alone, see `actions::blind`.
pub async fn blind(conn: &mut Conn, id: SessionId) -> Result<Vec<Blind>> {
    crate::sql!("select member_id, body, saved_at from room_blind where session_id = $1 order by member_id")
        .bind(id)
        .all(conn)
        .await
}

pub async fn keep_blind(conn: &mut Conn, id: SessionId, member: MemberId, body: &str, now: Time) -> Result<()> {
    crate::sql!(
        "insert into room_blind (session_id, member_id, body, saved_at) values ($1, $2, $3, $4)
         on conflict (session_id, member_id) do update set body = $3, saved_at = $4"
    )
    .bind(id)
    .bind(member)
    .bind(body)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// Takes away what both wrote unseen.
pub async fn forget_blind(conn: &mut Conn, id: SessionId) -> Result<()> {
    crate::sql!("delete from room_blind where session_id = $1").bind(id).run(conn).await?;
    Ok(())
}

/// Opens both answers to both; false when they were open.
pub async fn reveal(conn: &mut Conn, id: SessionId, now: Time) -> Result<bool> {
    let done = crate::sql!("update rooms set revealed_at = $2 where session_id = $1 and revealed_at is null")
        .bind(id)
        .bind(now)
        .run(conn)
        .await?;
    Ok(done == 1)
}

/// Both answers stand in the shared text.
pub async fn merged(conn: &mut Conn, id: SessionId) -> Result<()> {
    crate::sql!("update rooms set merged = true where session_id = $1").bind(id).run(conn).await?;
    Ok(())
}

/// Keeps what one would make of it.
pub async fn answer(conn: &mut Conn, id: SessionId, member: MemberId, answer: Answer, seen: &str) -> Result<()> {
    crate::sql!("update room_people set answer = $3, seen = $4 where session_id = $1 and member_id = $2")
        .bind(id)
        .bind(member)
        .bind(answer)
        .bind(seen)
        .run(conn)
        .await?;
    Ok(())
}

/// The text has changed since the other agreed: they are asked again.
pub async fn ask_again(conn: &mut Conn, id: SessionId, member: MemberId) -> Result<()> {
    crate::sql!("update room_people set answer = null, seen = '' where session_id = $1 and member_id = $2")
        .bind(id)
        .bind(member)
        .run(conn)
        .await?;
    Ok(())
}

/// Ends the room; false when it has ended already.
pub async fn end(conn: &mut Conn, id: SessionId, outcome: Outcome, now: Time) -> Result<bool> {
    let done = crate::sql!("update rooms set outcome = $2, ended_at = $3 where session_id = $1 and outcome = ''")
        .bind(id)
        .bind(outcome)
        .bind(now)
        .run(conn)
        .await?;
    Ok(done == 1)
}

/// What was a shared draft is published.
pub async fn published(conn: &mut Conn, id: SessionId) -> Result<()> {
    crate::sql!("update rooms set outcome = 'published' where session_id = $1 and outcome = 'draft'")
        .bind(id)
        .run(conn)
        .await?;
    Ok(())
}

/// The session's joint trace; false when it has one.
pub async fn set_trace(conn: &mut Conn, id: SessionId, trace: TraceId) -> Result<bool> {
    let done = crate::sql!("update pair_sessions set trace_id = $2 where id = $1 and trace_id is null")
        .bind(id)
        .bind(trace)
        .run(conn)
        .await?;
    Ok(done == 1)
}

pub async fn set_company(conn: &mut Conn, id: SessionId, company: CompanyId) -> Result<()> {
    crate::sql!("update rooms set company_id = $2 where session_id = $1").bind(id).bind(company).run(conn).await?;
    Ok(())
}
