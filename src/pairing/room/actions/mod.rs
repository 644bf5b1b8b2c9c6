//! Verbs of the hour in the room: being there, changing the clock. What is written unseen is in
//! [`blind`], how it ends in [`end`], writing by form in [`by_form`], what each takes home in [`own_work`].

pub mod blind;
pub mod by_form;
pub mod end;
pub mod own_work;

use crate::base::app::App;
use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Refusal, Result};
use crate::base::limits::Budget;
use crate::base::time::{MINUTE, SECOND, Time};
use crate::members::model::MemberId;
use crate::members::store::is_blocked_between;
use crate::members::visit::Visit;
use crate::pairing::hour::actions::arrive;
use crate::pairing::model::{SessionId, State};
use crate::pairing::room::away;
use crate::pairing::room::clock::{Frame, Hour, Phase, Stale, Wish};
use crate::pairing::room::ending::Outcome;
use crate::pairing::room::hour_store::{self as store, Guest, Row};
use crate::pairing::room::standing::{ANSWER, Access, Booked, access, frame};
use crate::pairing::sessions::store as sessions;
use crate::pairing::sessions::store::{Person, Session};
use crate::pairing::tasks::{self, Task};

/// A phase that ran out is closed so much later, so that what was typed in its last second arrives.
pub const GRACE: i64 = 2 * SECOND;
/// So long after it has ended its log is put away: by then whatever was on its way has arrived.
pub const SETTLES: i64 = MINUTE;

/// A room as it stands now.
#[derive(Debug, Clone)]
pub struct Room {
    pub session: Session,
    pub people: [Person; 2],
    /// `None` before anyone has entered.
    pub row: Option<Row>,
    pub frame: Frame,
    pub hour: Hour,
    pub guests: Vec<Guest>,
    /// One of the two has blocked the other.
    pub apart: bool,
}

impl Room {
    /// # Errors
    /// [`Error::NotFound`] for anyone but the two.
    pub async fn load(conn: &mut Conn, app: &App, id: SessionId, member: MemberId, now: Time) -> Result<Self> {
        let session = sessions::visible(conn, id, member).await?;
        Self::of(conn, app, session, now).await
    }

    async fn of(conn: &mut Conn, app: &App, session: Session, now: Time) -> Result<Self> {
        let people = sessions::people(conn, session.id).await?;
        let row = store::room(conn, session.id).await?;
        let guests = store::guests(conn, session.id).await?;
        let apart = is_blocked_between(conn, people[0].member_id, people[1].member_id).await?;
        let opened_at = row.as_ref().map_or(now, |row| row.opened_at);
        let frame = frame(Booked::from(&session), opened_at, app.config.room_speed);
        let kept = row.as_ref().map_or_else(|| Hour::new(now), Row::hour);
        // What was called off or has ended stands still.
        let until = row.as_ref().and_then(|row| row.ended_at).or(called_off(&session)).unwrap_or(now).min(now);
        Ok(Self { hour: kept.at(&frame, until), session, people, row, frame, guests, apart })
    }

    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.row.as_ref().map_or(Outcome::Open, |row| row.outcome)
    }

    #[must_use]
    pub fn access(&self, now: Time) -> Access {
        match access(Booked::from(&self.session), &self.hour, self.outcome(), self.frame.speed, now) {
            Access::Write if self.apart => Access::Read,
            access => access,
        }
    }

    #[must_use]
    pub fn has_entered(&self, member: MemberId) -> bool {
        self.guests.iter().any(|guest| guest.member_id == member)
    }

    /// Both read what both wrote unseen.
    #[must_use]
    pub fn is_revealed(&self) -> bool {
        self.row.as_ref().is_some_and(|row| row.revealed_at.is_some())
    }

    /// When something is next to be done by itself.
    fn due(&self) -> Option<Time> {
        match self.outcome() {
            Outcome::Open if self.hour.phase == Phase::Over => Some(self.answer_by()),
            Outcome::Open => self.hour.next_at(&self.frame).map(|at| at.plus(GRACE)),
            _ => self.row.as_ref().and_then(|row| row.ended_at).map(|at| at.plus(SETTLES)),
        }
    }

    /// The hour is looked back on: from the debrief on.
    #[must_use]
    pub fn is_looking_back(&self) -> bool {
        matches!(self.hour.phase, Phase::Debrief | Phase::Over) || self.session.state == State::Held
    }

    /// Until when both can say what they make of it.
    #[must_use]
    pub fn answer_by(&self) -> Time {
        self.hour.since.plus(self.frame.real(ANSWER))
    }
}

fn called_off(session: &Session) -> Option<Time> {
    session.ended_at.filter(|_| session.state == State::Cancelled)
}

/// Comes in: the first one opens the room. It counts as checking in.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::NotAllowed`] when suspended; [`Error::Conflict`] before the
/// door opens and once it is over.
pub async fn enter(visit: &Visit, id: SessionId) -> Result<()> {
    let (member, now) = (visit.viewer.can_speak(visit.now)?.id, visit.now);
    let mut tx = visit.app.db.write().await?;
    let room = Room::load(&mut tx, &visit.app, id, member, now).await?;
    if room.access(now) != Access::Write {
        return Err(Error::Conflict);
    }
    let first = store::open(&mut tx, id, now).await?;
    store::enter(&mut tx, id, member, now).await?;
    if room.session.state == State::Booked {
        arrive(&mut tx, id, member, now).await?;
    }
    if first {
        let room = Room::load(&mut tx, &visit.app, id, member, now).await?;
        follow(&mut tx, &room, now).await?;
    }
    changed(&mut tx, id);
    visit.app.commit(tx).await
}

/// Wishes something of the clock; done once both do. `seen`: the version that the wish was made at.
///
/// # Errors
/// As [`enter`]; [`Error::Conflict`] when the clock has moved on.
pub async fn wish(visit: &Visit, id: SessionId, wish: Option<Wish>, seen: i64) -> Result<()> {
    let (member, now) = (visit.viewer.can_speak(visit.now)?.id, visit.now);
    visit.limit_member(Budget::Typing)?;
    let (mut tx, room) = taken(visit, id).await?;
    if room.access(now) != Access::Write || !room.has_entered(member) {
        return Err(Error::Conflict);
    }
    let hour = match wish {
        Some(wish) => room.hour.wished(member, wish, seen, &room.frame, now),
        None => room.hour.unwished(seen),
    };
    let hour = hour.map_err(|Stale| Error::Conflict)?;
    store::set(&mut tx, id, &hour).await?;
    let room = Room { hour, ..room };
    // Both are ready: nothing is on its way any more.
    let reveal = hour.phase > Phase::Blind && !room.is_revealed() && store::reveal(&mut tx, id, now).await?;
    follow(&mut tx, &room, now).await?;
    changed(&mut tx, id);
    visit.app.commit(tx).await?;
    if reveal { blind::merge(&visit.app, id).await } else { Ok(()) }
}

/// The room, taken for this transaction.
async fn taken(visit: &Visit, id: SessionId) -> Result<(Tx, Room)> {
    let member = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    sessions::visible(&mut tx, id, member).await?;
    if !store::take(&mut tx, id).await? {
        return Err(Error::Conflict);
    }
    let room = Room::load(&mut tx, &visit.app, id, member, visit.now).await?;
    Ok((tx, room))
}

/// Asks for a look at the room when something is next due.
async fn follow(conn: &mut Conn, room: &Room, now: Time) -> Result<()> {
    match room.due() {
        Some(at) => tasks::push(conn, &Task::Room { session: room.session.id }, at, now).await,
        None => Ok(()),
    }
}

/// Does what time has made due: opens what was written unseen, keeps what nobody answered for. Looked at
/// by the queue, and whenever a page is asked for; safe to do twice.
///
/// # Errors
/// When the database does not answer.
pub async fn look(app: &App, id: SessionId, now: Time) -> Result<()> {
    let mut conn = app.db.read().await?;
    let Some(session) = sessions::session(&mut conn, id).await? else { return Ok(()) };
    let room = Room::of(&mut conn, app, session, now).await?;
    drop(conn);
    let Some(row) = &room.row else { return Ok(()) };
    if room.session.state == State::Cancelled || row.outcome != Outcome::Open {
        return Ok(());
    }
    if !room.is_revealed() && blind::is_due(&room.hour, now) {
        blind::reveal(app, id, now).await?;
    } else if blind::is_left_open(row, now) {
        blind::merge(app, id).await?;
    }
    if room.hour.phase == Phase::Over && now >= room.answer_by() {
        return end::unanswered(app, &room, now).await;
    }
    Ok(())
}

/// [`look`], and the next one asked for; in the end the log is put away.
///
/// # Errors
/// As [`look`].
pub async fn keep_looking(app: &App, id: SessionId, now: Time) -> Result<()> {
    look(app, id, now).await?;
    let mut tx = app.db.write().await?;
    let Some(session) = sessions::session(&mut tx, id).await? else { return Ok(()) };
    let room = Room::of(&mut tx, app, session, now).await?;
    if room.row.is_some() && room.session.state != State::Cancelled && room.due().is_some_and(|at| at > now) {
        follow(&mut tx, &room, now).await?;
    }
    changed(&mut tx, id);
    app.commit(tx).await?;
    let settled = room.outcome() != Outcome::Open && room.due().is_some_and(|at| at <= now);
    if settled { away::put(app, id, room.outcome()).await } else { Ok(()) }
}

/// Tells those who are in the room, in every process, that something beside the text has changed; who may
/// do what there is looked at again.
pub(super) fn changed(tx: &mut Tx, id: SessionId) {
    tx.tell(format!("pair-session:{id}"));
}

/// Neither is blocked, gone or suspended.
pub(super) async fn both_able(conn: &mut Conn, room: &Room, now: Time) -> Result<()> {
    if room.apart {
        return Err(Error::NotAllowed(Refusal::Blocked));
    }
    let standings = sessions::standings(conn, room.people.each_ref().map(|person| person.member_id), now).await?;
    if standings.len() == 2 && standings.iter().all(|standing| standing.able) {
        Ok(())
    } else {
        Err(Error::NotAllowed(Refusal::PartnerUnable))
    }
}
