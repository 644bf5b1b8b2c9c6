//! The log's side of a room: what the server writes itself, what other processes wrote, what is durable.

use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::oneshot;
use yrs::updates::decoder::Decode as _;
use yrs::{Transact as _, TransactionMut, Update};

use super::Room;
use super::bring::Merged;
use crate::members::model::MemberId;
use crate::pairing::room::outbox::{Closing, LATER, RESTART};
use crate::pairing::room::protocol;
use crate::pairing::room::queue::Piece;
use crate::pairing::room::scan;
use crate::pairing::room::text;

/// A piece of the log, as this process reads it.
#[derive(Debug)]
pub struct Brought<'a> {
    pub member: Option<MemberId>,
    pub data: &'a [u8],
}

impl Room {
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
        let place = self.queue.place().ok_or(LATER)?;
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
        place.put(Piece::new(self, member, data, fresh, notes).tells(done));
        Ok(durable)
    }

    /// Merges pieces of the log, in its order, and passes on what is new.
    ///
    /// # Errors
    /// The piece's place in the list, when it does not fit: some before it are missing.
    pub fn merge<'a>(&self, pieces: impl Iterator<Item = Brought<'a>>) -> Result<(), usize> {
        let mut state = self.lock();
        let state = &mut *state;
        let mut told = false;
        for (at, piece) in pieces.enumerate() {
            let update = scan::read(piece.data).map_err(|_| at)?;
            let fresh = update.fresh(|client| state.known(client)).map_err(|_| at)?;
            // What the log holds was looked through when it came.
            let _ = update.settle(&mut state.depths);
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
            state.connections.iter_mut().for_each(|one| one.behind = true);
            state.tell_people();
        }
        Ok(())
    }

    /// What is durable now: pieces of this room, in their order.
    pub fn stored<'a>(&self, pieces: impl Iterator<Item = &'a Piece>) {
        let mut state = self.lock();
        let mut wrote = Vec::new();
        for piece in pieces {
            for run in &piece.runs {
                let durable = state.durable.entry(run.client).or_default();
                *durable = run.until.max(*durable);
            }
            if let Some((number, count)) = piece.counted
                && let Some(one) = state.connection(number)
            {
                one.durable = count;
                wrote.push(number);
            }
        }
        state.connections.iter_mut().for_each(|one| one.behind = true);
        state.tell_durable(|one| wrote.contains(&one.number));
    }
}
