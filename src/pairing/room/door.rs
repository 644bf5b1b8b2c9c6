//! Who may be in the room, and as what.

use crate::base::app::App;
use crate::base::error::Result;
use crate::base::time::{DAY, MINUTE, Time};
use crate::members::model::{MemberId, SignInId};
use crate::pairing::model::{SessionId, State};
use crate::pairing::room::ending::Outcome;
use crate::pairing::room::hour_store::{self, Row};
use crate::pairing::room::standing::{Access, Booked, access, frame, opens};
use crate::pairing::room::store;

/// So long after the hour the text can still be read where it was written.
pub const LINGERS: i64 = 7 * DAY;
/// Standing is looked at again at the latest after this, whatever was told.
const AGAIN: i64 = MINUTE;

/// What one may do in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Writer,
    /// Reads only.
    Observer,
}

/// One of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub member: MemberId,
    pub name: String,
    /// May be here at all.
    able: bool,
    sign_ins: Vec<SignInId>,
}

/// Who may be in the room now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// In the order of their numbers: the first has seat 0.
    pub people: Vec<Person>,
    role: Option<Role>,
    /// Until then, unless something is told.
    pub until: Time,
}

impl Door {
    /// What a browser's sign-in is here: the seat and what it may do.
    #[must_use]
    pub fn seat(&self, member: MemberId, sign_in: SignInId) -> Option<(usize, Role)> {
        let seat = self.people.iter().position(|person| person.member == member)?;
        let person = &self.people[seat];
        if !person.able || !person.sign_ins.contains(&sign_in) {
            return None;
        }
        Some((seat, self.role?))
    }

    /// Whether the member is one of the two, whatever they may do now.
    #[must_use]
    pub fn is_theirs(&self, member: MemberId) -> bool {
        self.people.iter().any(|person| person.member == member && person.able)
    }
}

/// Looks who may be in the room now.
///
/// # Errors
/// When the database does not answer.
pub async fn look(app: &App, session: SessionId) -> Result<Door> {
    let now = app.now();
    let mut conn = app.db.read().await?;
    let rows = store::standing(&mut conn, session, now).await?;
    let room = hour_store::room(&mut conn, session).await?;
    drop(conn);
    let mut door = Door { people: Vec::new(), role: None, until: now.plus(AGAIN) };
    for row in rows {
        if door.people.last().is_none_or(|person| person.member != row.member_id) {
            let able = row.able && !row.blocked;
            door.people.push(Person { member: row.member_id, name: row.name, able, sign_ins: Vec::new() });
        }
        if let Some(person) = door.people.last_mut() {
            person.sign_ins.extend(row.sign_in_id);
        }
        let booked = Booked { state: row.state, slot: row.slot, created_at: row.created_at };
        let (role, until) = role(booked, room.as_ref(), app.config.room_speed, now);
        (door.role, door.until) = (role, door.until.min(until));
    }
    Ok(door)
}

/// What the two may do, and until when: while the hour's clock runs they write. Before anyone has come to
/// its page there is no clock, and the hour itself bounds it.
fn role(session: Booked, room: Option<&Row>, speed: i64, now: Time) -> (Option<Role>, Time) {
    let (opens, ends) = (opens(session, speed), session.slot.ends_at());
    let gone = ends.plus(LINGERS);
    let reads = if now < gone { (Some(Role::Observer), gone) } else { (None, Time(i64::MAX)) };
    if !matches!(session.state, State::Booked | State::Held) {
        return (None, Time(i64::MAX));
    }
    let Some(room) = room else {
        return match session.state {
            _ if now < opens => (None, opens),
            State::Booked if now < ends => (Some(Role::Writer), ends),
            _ => reads,
        };
    };
    let frame = frame(session, room.opened_at, speed);
    let hour = room.hour().at(&frame, now);
    match access(session, &hour, room.outcome, speed, now) {
        Access::Ahead(at) => (None, at),
        Access::Write => (Some(Role::Writer), hour.next_at(&frame).unwrap_or(gone)),
        Access::Read if room.outcome == Outcome::Dropped => (None, Time(i64::MAX)),
        Access::Read => reads,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairing::model::Slot;

    #[test]
    fn the_room_opens_ten_minutes_before_and_can_be_read_for_a_week() {
        let slot = Slot(2_000_000);
        let at = |minutes: i64| slot.starts_at().plus(minutes * MINUTE);
        let booked = |state| Booked { state, slot, created_at: at(-600) };
        let is = |state, minutes| role(booked(state), None, 1, at(minutes)).0;
        assert_eq!([is(State::Booked, -11), is(State::Booked, -10)], [None, Some(Role::Writer)]);
        assert_eq!([is(State::Booked, 59), is(State::Booked, 60)], [Some(Role::Writer), Some(Role::Observer)]);
        assert_eq!(is(State::Held, 61), Some(Role::Observer));
        assert_eq!(is(State::Held, 60 + 7 * 24 * 60), None);
        for state in [State::Cancelled, State::Closed, State::Missed] {
            assert_eq!(is(state, 5), None, "{state}");
        }
        assert_eq!(role(booked(State::Booked), None, 1, at(5)).1, at(60));
    }
}
