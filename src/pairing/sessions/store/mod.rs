//! Statements about booked sessions.

pub mod details;
mod list;
pub mod moves;
pub mod talk;

use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::members::model::{Discipline, MemberId};
use crate::pairing::model::{AskId, HOUR_SLOTS, Kind, ProposalId, SessionId, Slot, State};
use crate::pairing::sessions::model::{Booking, Figure, LOOK_BACK};

pub use list::{Listed, PAGE, ahead, of_member};

/// A session as its two members see it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Session {
    pub id: SessionId,
    pub uid: String,
    pub sequence: i64,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    pub company_id: Option<CompanyId>,
    /// The company's address and names, of the one that it was merged into; empty without a company.
    pub slug: String,
    pub name_ja: String,
    pub name_en: String,
    pub topic: String,
    pub ask_id: Option<AskId>,
    pub proposal_id: Option<ProposalId>,
    pub slot: Slot,
    #[sqlx(try_from = "String")]
    pub state: State,
    pub move_slot: Option<Slot>,
    pub move_by: Option<MemberId>,
    pub call_link: String,
    pub call_by: Option<MemberId>,
    pub created_at: Time,
    pub ended_at: Option<Time>,
    pub cancelled_by: Option<MemberId>,
    pub cancel_reason: String,
}

/// One of the two.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Person {
    pub member_id: MemberId,
    pub handle: String,
    pub name: String,
    #[sqlx(try_from = "String")]
    pub discipline: Discipline,
    pub zone: String,
    pub demo: bool,
    /// The account is gone.
    pub departed: bool,
    pub goals: String,
    pub readings: String,
    pub confirmed_at: Option<Time>,
    pub checked_in_at: Option<Time>,
    pub hidden: bool,
    pub outcome: String,
}

macro_rules! session {
    ($rest:literal) => {
        concat!(
            "select s.id, s.uid, s.sequence, s.kind, coalesce(c.merged_into, c.id) as company_id,
                    coalesce(i.slug, c.slug, '') as slug, coalesce(i.name_ja, c.name_ja, '') as name_ja,
                    coalesce(i.name_en, c.name_en, '') as name_en, s.topic, s.ask_id, s.proposal_id, s.slot, s.state,
                    s.move_slot, s.move_by, s.call_link, s.call_by, s.created_at, s.ended_at, s.cancelled_by,
                    s.cancel_reason
             from pair_sessions s left join companies c on c.id = s.company_id
                  left join companies i on i.id = c.merged_into ",
            $rest
        )
    };
}

/// The session with this number, whoever asks: for jobs and for letters' links.
pub async fn session(conn: &mut Conn, id: SessionId) -> Result<Option<Session>> {
    crate::sql!(session!("where s.id = $1")).bind(id).maybe(conn).await
}

/// A session of the member's own.
///
/// # Errors
/// [`Error::NotFound`] for anybody else's.
pub async fn visible(conn: &mut Conn, id: SessionId, member: MemberId) -> Result<Session> {
    crate::sql!(session!("join pair_people p on p.session_id = s.id where s.id = $1 and p.member_id = $2"))
        .bind(id)
        .bind(member)
        .one(conn)
        .await
}

/// The two, in the order of their numbers.
///
/// # Errors
/// [`Error::Internal`] when there are not two.
pub async fn people(conn: &mut Conn, id: SessionId) -> Result<[Person; 2]> {
    let people: Vec<Person> = crate::sql!(
        "select p.member_id, m.handle, m.name, m.discipline, m.zone, m.demo, (m.deleted_at is not null) as departed,
                p.goals, p.readings, p.confirmed_at, p.checked_in_at, p.hidden, p.outcome
         from pair_people p join members m on m.id = p.member_id where p.session_id = $1 order by p.member_id"
    )
    .bind(id)
    .all(conn)
    .await?;
    people.try_into().map_err(|_| Error::Internal(format!("session {id} has not two people")))
}

/// What must be known of someone before booking.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Standing {
    pub member_id: MemberId,
    pub zone: String,
    /// Verified, neither suspended nor deleted.
    pub able: bool,
    /// One of the two has blocked the other.
    pub blocked: bool,
    /// Hours that stand booked.
    pub open: i64,
    came: i64,
    of: i64,
}

impl Standing {
    #[must_use]
    pub fn figure(&self) -> Figure {
        Figure { came: self.came, of: self.of }
    }
}

/// How both stand, in the order of their numbers.
pub async fn standings(conn: &mut Conn, people: [MemberId; 2], now: Time) -> Result<Vec<Standing>> {
    crate::sql!(
        "select m.id as member_id, m.zone,
                (m.verified_at is not null and m.deleted_at is null
                 and (m.suspended_until is null or m.suspended_until <= $3)) as able,
                exists (select 1 from blocks b where (b.member_id = $1 and b.blocked_id = $2)
                        or (b.member_id = $2 and b.blocked_id = $1)) as blocked,
                (select count(distinct q.session_id) from pair_slots q where q.member_id = m.id and q.slot >= $4) as open,
                (select count(*) from (select f.outcome from pair_people f where f.member_id = m.id and f.outcome <> ''
                                       order by f.figured_at desc limit $5) l where l.outcome = 'came') as came,
                (select count(*) from (select f.outcome from pair_people f where f.member_id = m.id and f.outcome <> ''
                                       order by f.figured_at desc limit $5) l) as of
         from members m where m.id in ($1, $2) order by m.id"
    )
    .bind(people[0])
    .bind(people[1])
    .bind(now)
    .bind(Slot::at(now))
    .bind(LOOK_BACK)
    .all(conn)
    .await
}

pub async fn add(conn: &mut Conn, booking: &Booking, uid: &str, now: Time) -> Result<SessionId> {
    let (id,) = crate::sql!(
        "insert into pair_sessions (uid, kind, company_id, topic, ask_id, proposal_id, slot, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id"
    )
    .bind(uid)
    .bind(booking.kind)
    .bind(booking.company)
    .bind(&booking.topic)
    .bind(booking.ask)
    .bind(booking.proposal)
    .bind(booking.slot)
    .bind(now)
    .one(conn)
    .await?;
    Ok(id)
}

pub async fn add_people(conn: &mut Conn, id: SessionId, people: [MemberId; 2]) -> Result<()> {
    crate::sql!("insert into pair_people (session_id, member_id) values ($1, $2), ($1, $3)")
        .bind(id)
        .bind(people[0])
        .bind(people[1])
        .run(conn)
        .await?;
    Ok(())
}

/// Takes the hour from both; false when one of the two has any of it booked. Always in the order of
/// members and quarters, so that two who book at once cannot wait for each other.
pub async fn hold(conn: &mut Conn, id: SessionId, people: [MemberId; 2], slot: Slot) -> Result<bool> {
    let [first, second] = if people[0] < people[1] { people } else { [people[1], people[0]] };
    let held = crate::sql!(
        "insert into pair_slots (member_id, slot, session_id) values
           ($1, $4, $3), ($1, $5, $3), ($1, $6, $3), ($1, $7, $3), ($2, $4, $3), ($2, $5, $3), ($2, $6, $3), ($2, $7, $3)
         on conflict do nothing"
    )
    .bind(first)
    .bind(second)
    .bind(id)
    .bind(slot)
    .bind(Slot(slot.0 + 1))
    .bind(Slot(slot.0 + 2))
    .bind(Slot(slot.0 + 3))
    .run(conn)
    .await?;
    Ok(held == 2 * HOUR_SLOTS.unsigned_abs())
}

/// Whether the member has another session in the hour that begins at `slot`.
pub async fn is_busy(conn: &mut Conn, member: MemberId, slot: Slot, but: SessionId) -> Result<bool> {
    let found: Option<(SessionId,)> = crate::sql!(
        "select session_id from pair_slots where member_id = $1 and slot >= $2 and slot < $3 and session_id <> $4 limit 1"
    )
    .bind(member)
    .bind(slot)
    .bind(Slot(slot.0 + HOUR_SLOTS))
    .bind(but)
    .maybe(conn)
    .await?;
    Ok(found.is_some())
}

/// Gives the session's hour back.
pub async fn release(conn: &mut Conn, id: SessionId) -> Result<()> {
    crate::sql!("delete from pair_slots where session_id = $1").bind(id).run(conn).await?;
    Ok(())
}

/// Cancels a booked session; false when it no longer is booked, or has moved on since `sequence`.
pub async fn cancel(
    conn: &mut Conn,
    id: SessionId,
    sequence: i64,
    by: Option<MemberId>,
    reason: &str,
    now: Time,
) -> Result<bool> {
    let done = crate::sql!(
        "update pair_sessions set state = 'cancelled', sequence = sequence + 1, move_slot = null, move_by = null,
                ended_at = $4, changed_at = $4, cancelled_by = $2, cancel_reason = $3
         where id = $1 and state = 'booked' and sequence = $5"
    )
    .bind(id)
    .bind(by)
    .bind(reason)
    .bind(now)
    .bind(sequence)
    .run(conn)
    .await?;
    Ok(done == 1)
}

/// Notes that a member is coming.
pub async fn confirm(conn: &mut Conn, id: SessionId, member: MemberId, now: Time) -> Result<()> {
    crate::sql!("update pair_people set confirmed_at = $3 where session_id = $1 and member_id = $2")
        .bind(id)
        .bind(member)
        .bind(now)
        .run(conn)
        .await?;
    Ok(())
}

/// Takes a session in this state for this transaction, so that of two who act at once the second
/// sees what the first did; false when it is in another.
pub async fn take(conn: &mut Conn, id: SessionId, state: State) -> Result<bool> {
    let done = crate::sql!("update pair_sessions set sequence = sequence where id = $1 and state = $2")
        .bind(id)
        .bind(state)
        .run(conn)
        .await?;
    Ok(done == 1)
}

/// Notes what counts for a member's figure.
pub async fn figure(conn: &mut Conn, id: SessionId, member: MemberId, outcome: &str, now: Time) -> Result<()> {
    crate::sql!("update pair_people set outcome = $3, figured_at = $4 where session_id = $1 and member_id = $2")
        .bind(id)
        .bind(member)
        .bind(outcome)
        .bind(now)
        .run(conn)
        .await?;
    Ok(())
}
