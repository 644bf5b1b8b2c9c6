//! What waits to be written to the log: bounded, and counted until it is durable.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot};

use crate::members::model::MemberId;
use crate::pairing::room::keeper::Room;
use crate::pairing::room::scan::Run;

/// Pieces that may wait for the database; beyond it nobody can write until some are durable.
const MOST: usize = 16_384;

/// A piece of a room's log to be.
pub struct Piece {
    pub room: Arc<Room>,
    pub member: MemberId,
    /// Empty: nothing new, only to be counted in its turn.
    pub data: Bytes,
    /// The blocks that it brings.
    pub runs: Vec<Run>,
    /// Clients that are credited to the member from these clocks on.
    pub notes: Vec<(u64, u32)>,
    /// The connection that sent it, and its how manieth update this is.
    pub counted: Option<(u64, u64)>,
    /// Told when it is durable.
    pub done: Option<oneshot::Sender<()>>,
    #[allow(dead_code, reason = "it counts until it is dropped")]
    waits: Option<Waits>,
}

impl Piece {
    #[must_use]
    pub fn new(room: &Arc<Room>, member: MemberId, data: Bytes, runs: Vec<Run>, notes: Vec<(u64, u32)>) -> Self {
        let room = Arc::clone(room);
        Self { room, member, data, runs, notes, counted: None, done: None, waits: None }
    }

    /// Of a connection, with how manieth update of it this is.
    #[must_use]
    pub fn counted(self, counted: Option<(u64, u64)>) -> Self {
        Self { counted, ..self }
    }

    /// Tells when it is durable.
    #[must_use]
    pub fn tells(self, done: oneshot::Sender<()>) -> Self {
        Self { done: Some(done), ..self }
    }
}

/// One piece that is not durable yet.
struct Waits(Arc<AtomicUsize>);

impl Drop for Waits {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// The rooms' end.
#[derive(Clone)]
pub struct Queue {
    sender: mpsc::Sender<Piece>,
    waiting: Arc<AtomicUsize>,
}

/// A place for one piece.
pub struct Place<'q> {
    permit: mpsc::Permit<'q, Piece>,
    waits: Waits,
}

#[must_use]
pub fn pair() -> (Queue, mpsc::Receiver<Piece>) {
    let (sender, receiver) = mpsc::channel(MOST);
    (Queue { sender, waiting: Arc::new(AtomicUsize::new(0)) }, receiver)
}

impl Queue {
    /// A place, if there is one.
    #[must_use]
    pub fn place(&self) -> Option<Place<'_>> {
        let permit = self.sender.try_reserve().ok()?;
        self.waiting.fetch_add(1, Ordering::AcqRel);
        Some(Place { permit, waits: Waits(Arc::clone(&self.waiting)) })
    }

    /// Whether everything that was taken is durable.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiting.load(Ordering::Acquire) == 0
    }
}

impl Place<'_> {
    pub fn put(self, piece: Piece) {
        self.permit.send(Piece { waits: Some(self.waits), ..piece });
    }
}
