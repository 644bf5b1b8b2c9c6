//! Taking an update: looked through, credited, merged, passed on, and queued for the log.

use std::collections::BTreeSet;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use bytes::Bytes;
use yrs::branch::BranchID;
use yrs::updates::decoder::Decode as _;
use yrs::{ClientID, Doc, ID, ReadTxn, Transact, Update};

use super::{Room, State};
use crate::members::model::MemberId;
use crate::pairing::room::door::Role;
use crate::pairing::room::outbox::{BROKEN, Closing, FOREIGN, GAP, IN_USE, LATER, NO_LONGER, RESTART};
use crate::pairing::room::protocol;
use crate::pairing::room::queue::Piece;
use crate::pairing::room::scan::{self, Refused, Run};
use crate::pairing::room::text::{self, LARGEST_TEXT};

/// Where an update comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// What a connection has just written.
    Live(u64),
    /// What it had and we lacked, when it came or was asked.
    Handshake(u64),
}

/// Whether the library has taken an update in whole.
pub(super) enum Merged {
    Changed,
    Nothing,
    Broken,
}

impl Via {
    fn number(self) -> u64 {
        match self {
            Self::Live(number) | Self::Handshake(number) => number,
        }
    }
}

impl From<Refused> for Closing {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Broken => BROKEN,
            Refused::Foreign => FOREIGN,
            Refused::Gap => GAP,
        }
    }
}

impl Room {
    /// Takes an update from a connection.
    ///
    /// # Errors
    /// Why the connection ends.
    pub(super) fn take(self: &Arc<Self>, from: Via, data: &Bytes) -> Result<(), Closing> {
        let mut state = self.lock();
        let state = &mut *state;
        if state.broken {
            return Err(RESTART);
        }
        let update = scan::read(data)?;
        update.is_modest()?;
        let one = state.connection(from.number()).ok_or(NO_LONGER)?;
        one.taken += 1;
        let (member, refused) = (one.member, one.refused);
        if one.role == Role::Observer {
            let nothing = update.fresh(|client| state.known(client)).is_ok_and(|fresh| fresh.is_empty());
            return if nothing && from == Via::Handshake(from.number()) {
                Ok(())
            } else {
                state.refuse(from, "read-only")
            };
        }
        let fresh = match update.fresh(|client| state.known(client)) {
            // It builds on what was refused: they have been told.
            Err(Refused::Gap) if refused => return Ok(()),
            fresh => fresh?,
        };
        let notes = state.credit(from, member, &fresh)?;
        if !fresh.is_empty() && state.is_full(data.len()) {
            return state.refuse(from, "full");
        }
        let place = self.queue.place().ok_or(LATER)?;
        update.settle(&mut state.depths)?;
        if !state.holds(&update.outer()) && !state.would_merge(data) {
            return Err(FOREIGN);
        }
        let changed = match state.merge(data) {
            Merged::Changed => true,
            Merged::Nothing => false,
            Merged::Broken => {
                state.fail();
                return Err(RESTART);
            }
        };
        if changed {
            state.note(&fresh, data.len());
            state.tail += 1;
            let message = protocol::update(data);
            state
                .connections
                .iter()
                .filter(|one| one.number != from.number())
                .for_each(|one| one.outbox.send(&message));
        }
        if state.credit_notes(member, &notes) {
            state.tell_people();
        }
        let one = state.connection(from.number()).ok_or(NO_LONGER)?;
        if matches!(from, Via::Handshake(_)) {
            // Whatever was refused before is in this.
            (one.refused, one.asked) = (false, false);
        }
        let counted = (!one.refused).then_some((one.number, one.taken));
        if changed && fresh.is_empty() {
            state.make_room();
        }
        let data = if changed { data.clone() } else { Bytes::new() };
        place.put(Piece::new(self, member, data, fresh, notes).counted(counted));
        Ok(())
    }
}

impl State {
    /// Whether these blocks may come from the member, and which clients are theirs from now on.
    fn credit(&self, from: Via, member: MemberId, fresh: &[Run]) -> Result<Vec<(u64, u32)>, Closing> {
        let mut notes = Vec::new();
        for run in fresh {
            let holder = self
                .presence
                .holder(run.client)
                .and_then(|number| self.connections.iter().find(|one| one.number == number));
            let held = holder.is_some_and(|one| one.member != member);
            // Two that write under one number would not see each other's words: the one that came last goes on.
            if holder.is_some_and(|one| one.number > from.number()) && matches!(from, Via::Live(_)) {
                return Err(IN_USE);
            }
            match self.clients.owner(run.client) {
                Some(owner) if owner == member => {}
                None if !held => notes.push((run.client, run.from)),
                // What the other wrote last and we have lost, brought back by one who had it.
                Some(_) if !held && matches!(from, Via::Handshake(_)) => notes.push((run.client, run.from)),
                Some(_) if matches!(from, Via::Handshake(_)) => return Err(LATER),
                _ => return Err(IN_USE),
            }
        }
        Ok(notes)
    }

    pub(super) fn credit_notes(&mut self, member: MemberId, notes: &[(u64, u32)]) -> bool {
        notes.iter().for_each(|(client, from)| self.clients.note(*client, *from, member));
        !notes.is_empty()
    }

    /// The connection goes on without this update, and is told so once.
    fn refuse(&mut self, from: Via, what: &str) -> Result<(), Closing> {
        let one = self.connection(from.number()).ok_or(NO_LONGER)?;
        one.asked = false;
        if !std::mem::replace(&mut one.refused, true) {
            one.outbox.send(&protocol::line(&serde_json::json!({ "what": what })));
        }
        Ok(())
    }

    /// Whether so much more is too much. Measured only where the sum of what came says so.
    fn is_full(&mut self, more: usize) -> bool {
        if self.size + more > LARGEST_TEXT {
            self.size = self.whole().len();
        }
        self.size + more > LARGEST_TEXT
    }

    /// Something was deleted: those whose updates were refused are asked again, if there is room now.
    fn make_room(&mut self) {
        let waits = |one: &super::Connection| one.refused && !one.asked && one.role == Role::Writer;
        if !self.connections.iter().any(waits) || self.whole().len() > LARGEST_TEXT / 10 * 9 {
            return;
        }
        let has = protocol::has(&protocol::state_vector(self.known.iter().map(|(client, clock)| (*client, *clock))));
        for one in self.connections.iter_mut().filter(|one| waits(one)) {
            one.asked = true;
            one.outbox.send(&has);
        }
    }

    /// Whether everything that an update hangs something into can hold it.
    fn holds(&self, outer: &BTreeSet<scan::Id>) -> bool {
        if outer.is_empty() {
            return true;
        }
        let txn = self.doc.transact();
        let id = |(client, clock): &scan::Id| ID::new(ClientID::new(*client), *clock);
        outer.iter().all(|of| BranchID::get_nested(&txn, &id(of)).is_some())
    }

    /// Tries on a copy: it hangs something into what is no type, or was deleted meanwhile.
    fn would_merge(&mut self, data: &[u8]) -> bool {
        let (whole, copy) = (self.whole(), text::new(0));
        [&whole[..], data].iter().all(|piece| !matches!(merge(&copy, piece), Merged::Broken))
    }

    pub(super) fn merge(&mut self, data: &[u8]) -> Merged {
        if self.broken {
            return Merged::Broken;
        }
        let merged = merge(&self.doc, data);
        if matches!(merged, Merged::Changed) {
            self.whole = None;
        }
        merged
    }

    /// Notes what came.
    pub(super) fn note(&mut self, fresh: &[Run], size: usize) {
        self.size += size;
        for run in fresh {
            let known = self.known.entry(run.client).or_default();
            *known = run.until.max(*known);
        }
    }

    /// Everyone has to come again, to a room read anew from the log.
    fn fail(&mut self) {
        self.broken = true;
        self.doc = text::new(0);
        self.connections.iter().for_each(|one| one.outbox.close(RESTART));
    }
}

/// The library trusts what it is given; should something get past us that it stumbles over, the text is
/// read again from the log rather than kept as it then is.
fn merge(doc: &Doc, data: &[u8]) -> Merged {
    let work = || {
        let update = Update::decode_v1(data).ok()?;
        // Dropped while it unwinds, a transaction would commit, and a second panic ends the process.
        let mut txn = ManuallyDrop::new(doc.transact_mut());
        let merged = txn.apply_update(update).is_ok() && !txn.has_missing_updates();
        let changed = !(txn.insert_set().is_empty() && txn.delete_set().is_empty());
        drop(ManuallyDrop::into_inner(txn));
        merged.then_some(changed)
    };
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Some(true)) => Merged::Changed,
        Ok(Some(false)) => Merged::Nothing,
        Ok(None) | Err(_) => Merged::Broken,
    }
}
