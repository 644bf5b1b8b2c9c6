//! Taking an update: looked through, credited, merged, passed on, and queued for the log.

use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::oneshot;
use yrs::branch::BranchID;
use yrs::updates::decoder::Decode as _;
use yrs::{ClientID, Doc, ID, ReadTxn, Transact, TransactionMut, Update};

use super::{Piece, Room, State};
use crate::members::model::MemberId;
use crate::pairing::room::door::Role;
use crate::pairing::room::limits::LARGEST_TEXT;
use crate::pairing::room::outbox::{BROKEN, Closing, FOREIGN, GAP, IN_USE, LATER, NO_LONGER, RESTART};
use crate::pairing::room::protocol;
use crate::pairing::room::scan::{self, Refused, Run};
use crate::pairing::room::text;

/// Where an update comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// What a connection has just written.
    Live(u64),
    /// What it had and we lacked, when it came or was asked.
    Handshake(u64),
}

/// A piece of the log, as this process reads it.
#[derive(Debug)]
pub struct Brought<'a> {
    pub member: Option<MemberId>,
    pub data: &'a [u8],
}

/// Whether the library has taken an update in whole.
enum Merged {
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
        let one = state.connection(from.number()).ok_or(NO_LONGER)?;
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
        let place = self.queue.try_reserve().map_err(|_| LATER)?;
        update.settle(&mut state.depths)?;
        if !state.holds(&update) && !state.would_merge(data) {
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
        one.taken += 1;
        let counted = Some((one.number, one.taken));
        if changed && fresh.is_empty() {
            state.make_room();
        }
        let data = if changed { data.clone() } else { Bytes::new() };
        place.send(Piece {
            room: Arc::clone(self),
            member: Some(member),
            data,
            runs: fresh,
            notes,
            counted,
            done: None,
        });
        Ok(())
    }

    /// Changes the text in a member's name. What is told over the channel is durable.
    ///
    /// # Errors
    /// Why it cannot be taken now.
    pub fn write(
        self: &Arc<Self>,
        client: u64,
        member: MemberId,
        change: impl FnOnce(&mut TransactionMut<'_>),
    ) -> Result<oneshot::Receiver<()>, Closing> {
        let mut state = self.lock();
        let state = &mut *state;
        if state.broken {
            return Err(RESTART);
        }
        let place = self.queue.try_reserve().map_err(|_| LATER)?;
        // A text of its own, so that what is written here is a client of this member.
        let doc = text::new(client);
        let whole = state.whole();
        let mut txn = doc.transact_mut();
        Update::decode_v1(&whole).ok().and_then(|all| txn.apply_update(all).ok()).ok_or(RESTART)?;
        drop(txn);
        let mut txn = doc.transact_mut();
        change(&mut txn);
        let data = Bytes::from(txn.encode_update_v1());
        drop(txn);
        let update = scan::read(&data)?;
        let fresh = update.fresh(|client| state.known(client))?;
        let changed = matches!(state.merge(&data), Merged::Changed);
        let notes: Vec<(u64, u32)> = fresh.iter().map(|run| (run.client, run.from)).collect();
        if changed {
            state.note(&fresh, data.len());
            state.tail += 1;
            state.send_all(&protocol::update(&data));
        }
        if state.credit_notes(member, &notes) {
            state.tell_people();
        }
        let (done, durable) = oneshot::channel();
        let data = if changed { data } else { Bytes::new() };
        let member = Some(member);
        place.send(Piece { room: Arc::clone(self), member, data, runs: fresh, notes, counted: None, done: Some(done) });
        Ok(durable)
    }

    /// Merges pieces of the log, and passes on what is new.
    ///
    /// # Errors
    /// The piece's place in the list, when it cannot be merged.
    pub fn merge<'a>(&self, pieces: impl Iterator<Item = Brought<'a>>) -> Result<(), usize> {
        let mut state = self.lock();
        let state = &mut *state;
        let mut told = false;
        for (at, piece) in pieces.enumerate() {
            let update = scan::read(piece.data).map_err(|_| at)?;
            // What the log holds was looked through when it came.
            let _ = update.settle(&mut state.depths);
            let known = |run: &Run| Run { from: run.from.max(state.known(run.client)), ..*run };
            let fresh: Vec<Run> = update.runs.iter().map(known).filter(|run| run.from < run.until).collect();
            match state.merge(piece.data) {
                Merged::Nothing => continue,
                Merged::Broken => return Err(at),
                Merged::Changed => {}
            }
            state.note(&fresh, piece.data.len());
            state.tail += 1;
            for run in &fresh {
                let durable = state.durable.entry(run.client).or_default();
                *durable = run.until.max(*durable);
            }
            if let Some(member) = piece.member {
                let others = fresh.iter().filter(|run| state.clients.owner(run.client) != Some(member));
                let notes: Vec<(u64, u32)> = others.map(|run| (run.client, run.from)).collect();
                state.credit_notes(member, &notes);
            }
            if !state.connections.is_empty() {
                state.send_all(&protocol::update(piece.data));
                told = true;
            }
        }
        if told {
            state.tell_people();
            state.tell_durable();
        }
        Ok(())
    }

    /// What is durable now: pieces of this room, in their order.
    pub fn stored<'a>(&self, pieces: impl Iterator<Item = &'a Piece>) {
        let mut state = self.lock();
        for piece in pieces {
            for run in &piece.runs {
                let durable = state.durable.entry(run.client).or_default();
                *durable = run.until.max(*durable);
            }
            if let Some((number, count)) = piece.counted
                && let Some(one) = state.connection(number)
            {
                one.durable = count;
            }
        }
        state.tell_durable();
    }
}

impl State {
    /// Whether these blocks may come from the member, and which clients are theirs from now on.
    fn credit(&self, from: Via, member: MemberId, fresh: &[Run]) -> Result<Vec<(u64, u32)>, Closing> {
        let mut notes = Vec::new();
        for run in fresh {
            let held = self
                .presence
                .holder(run.client)
                .and_then(|number| self.connections.iter().find(|one| one.number == number));
            let held = held.is_some_and(|one| one.member != member);
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

    fn credit_notes(&mut self, member: MemberId, notes: &[(u64, u32)]) -> bool {
        notes.iter().for_each(|(client, from)| self.clients.note(*client, *from, member));
        !notes.is_empty()
    }

    /// The connection goes on without this update, and is told so once.
    fn refuse(&mut self, from: Via, what: &str) -> Result<(), Closing> {
        let one = self.connection(from.number()).ok_or(NO_LONGER)?;
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
        let waits = |one: &super::Connection| one.refused && one.role == Role::Writer;
        if !self.connections.iter().any(waits) || self.whole().len() > LARGEST_TEXT / 10 * 9 {
            return;
        }
        let has = protocol::has(&protocol::state_vector(self.known.iter().map(|(client, clock)| (*client, *clock))));
        for one in self.connections.iter_mut().filter(|one| waits(one)) {
            one.refused = false;
            one.outbox.send(&has);
        }
    }

    /// Whether everything that the update hangs something into can hold it.
    fn holds(&self, update: &scan::Update) -> bool {
        let txn = self.doc.transact();
        update
            .outer()
            .all(|(client, clock)| BranchID::get_nested(&txn, &ID::new(ClientID::new(client), clock)).is_some())
    }

    /// Tries on a copy: it hangs something into what is no type, or was deleted meanwhile.
    fn would_merge(&mut self, data: &[u8]) -> bool {
        let (whole, copy) = (self.whole(), text::new(0));
        [&whole[..], data].iter().all(|piece| !matches!(merge(&copy, piece), Merged::Broken))
    }

    fn merge(&mut self, data: &[u8]) -> Merged {
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
    fn note(&mut self, fresh: &[Run], size: usize) {
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
