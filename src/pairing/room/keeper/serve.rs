//! Coming, being answered, leaving.

use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use yrs::{ClientID, ReadTxn, StateVector, Transact};

use super::{Connection, Room, State, Via};
use crate::members::model::{MemberId, SignInId};
use crate::pairing::room::awareness::{self, Entry};
use crate::pairing::room::door::{Door, Role};
use crate::pairing::room::limits::MOST_CONNECTIONS;
use crate::pairing::room::outbox::{BROKEN, Closing, LATER, NO_LONGER, Outbox, RESTART};
use crate::pairing::room::protocol::{self, Said};

impl Room {
    /// Someone comes in. Says what the room has, and who is there.
    ///
    /// # Errors
    /// Why they cannot.
    pub fn join(
        &self,
        number: u64,
        member: MemberId,
        sign_in: SignInId,
        door: Door,
        outbox: Outbox,
    ) -> Result<(), Closing> {
        let mut state = self.lock();
        let (seat, role) = door.seat(member, sign_in).ok_or(NO_LONGER)?;
        if state.broken {
            return Err(RESTART);
        }
        if state.connections.iter().filter(|one| one.member == member).count() >= MOST_CONNECTIONS {
            return Err(LATER);
        }
        state.door = Some(door);
        outbox.send(&protocol::has(&protocol::state_vector(state.known.iter().map(|(c, k)| (*c, *k)))));
        let present = state.presence.all();
        if !present.is_empty() {
            outbox.send(&protocol::awareness(&awareness::write(present.iter())));
        }
        state.connections.push(Connection {
            number,
            member,
            sign_in,
            seat,
            role,
            outbox,
            taken: 0,
            durable: 0,
            refused: false,
            asked: false,
            behind: true,
        });
        state.tell_people();
        state.tell_durable(|one| one.number == number);
        Ok(())
    }

    /// A connection is gone.
    pub fn leave(&self, number: u64) {
        let mut state = self.lock();
        state.connections.retain(|one| one.number != number);
        let gone = state.presence.leave(number);
        if !gone.is_empty() {
            state.send_all(&protocol::awareness(&awareness::write(gone.iter())));
        }
        state.left = Instant::now();
    }

    /// Looks again who may be here: whoever may not any more is sent away.
    pub fn look_again(&self, door: Door) {
        let mut state = self.lock();
        let mut changed = state.door.as_ref().map(|known| &known.people) != Some(&door.people);
        for one in &mut state.connections {
            match door.seat(one.member, one.sign_in) {
                None => one.outbox.close(NO_LONGER),
                Some((_, role)) if role != one.role => {
                    (one.role, changed) = (role, true);
                    let what = if role == Role::Observer { "read-only" } else { "open" };
                    one.outbox.send(&protocol::line(&serde_json::json!({ "what": what })));
                }
                Some(_) => {}
            }
        }
        // Nothing that they send from now on counts.
        state.connections.retain(|one| door.seat(one.member, one.sign_in).is_some());
        state.door = Some(door);
        if changed {
            state.tell_people();
        }
    }

    /// Takes one message.
    ///
    /// # Errors
    /// Why the connection ends.
    pub fn receive(self: &Arc<Self>, number: u64, message: &Bytes) -> Result<(), Closing> {
        match protocol::read(message).map_err(|_| BROKEN)? {
            Said::Has(state_vector) => self.lock().answer(number, state_vector),
            Said::Lacking(update) => self.take(Via::Handshake(number), &message.slice_ref(update)),
            Said::Update(update) => self.take(Via::Live(number), &message.slice_ref(update)),
            Said::Awareness(entries) => self.lock().pass_on(number, entries),
            Said::Who => {
                let mut state = self.lock();
                let all = protocol::awareness(&awareness::write(state.presence.all().iter()));
                state.connection(number).ok_or(NO_LONGER)?.outbox.send(&all);
                Ok(())
            }
            Said::Other => Ok(()),
        }
    }
}

impl State {
    /// What a client lacks, given what it has.
    fn answer(&mut self, number: u64, state_vector: &[u8]) -> Result<(), Closing> {
        if self.broken {
            return Err(RESTART);
        }
        let has = protocol::read_state_vector(state_vector).map_err(|_| BROKEN)?;
        let lacking = if has.is_empty() { self.whole() } else { self.beyond(&has) };
        let answer = protocol::lacking(&lacking);
        self.connection(number).ok_or(NO_LONGER)?.outbox.send(&answer);
        Ok(())
    }

    /// The whole text as one update.
    pub(super) fn whole(&mut self) -> Bytes {
        if let Some(whole) = &self.whole {
            return whole.clone();
        }
        let whole = Bytes::from(self.doc.transact().encode_diff_v1(&StateVector::default()));
        self.size = whole.len();
        self.whole = Some(whole.clone());
        whole
    }

    /// What lies beyond this. A client is never believed to have more than we do.
    fn beyond(&self, has: &[(u64, u32)]) -> Bytes {
        let has = has.iter().map(|(client, clock)| (ClientID::new(*client), (*clock).min(self.known(*client))));
        let has: StateVector = has.filter(|(_, clock)| *clock > 0).collect();
        self.doc.transact().encode_diff_v1(&has).into()
    }

    /// Whether the connection is the member's.
    fn is_of(&self, number: u64, member: MemberId) -> bool {
        self.connections.iter().any(|one| one.number == number && one.member == member)
    }

    /// Passes on what a connection says of its own clients.
    fn pass_on(&mut self, number: u64, entries: &[u8]) -> Result<(), Closing> {
        let member = self.connection(number).ok_or(NO_LONGER)?.member;
        let mut fresh: Vec<Entry> = Vec::new();
        let mut unnamed = false;
        for entry in awareness::read(entries).map_err(|_| BROKEN)? {
            let owner = self.clients.owner(entry.client);
            if owner.is_none_or(|owner| owner == member) {
                // They have come again, and the line that they came on before is not known to be dead yet.
                if self.presence.holder(entry.client).is_some_and(|held| held < number && self.is_of(held, member)) {
                    self.presence.hand_over(entry.client, number);
                }
                let known = owner.is_some() || self.presence.holder(entry.client).is_some();
                let taken = self.presence.take(number, entry);
                unnamed |= taken.is_some() && !known;
                fresh.extend(taken);
            }
        }
        // Whose it is, before where it is.
        if unnamed {
            self.tell_people();
        }
        if !fresh.is_empty() {
            // To the sender too: its silence would otherwise look like a dead line to it.
            self.send_all(&protocol::awareness(&awareness::write(fresh.iter())));
        }
        Ok(())
    }
}
