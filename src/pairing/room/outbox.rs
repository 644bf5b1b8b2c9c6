//! What waits to be sent to one connection: never more than it may.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use tokio::sync::mpsc;

use crate::pairing::room::limits::MOST_WAITING;

/// Why a connection ends: a code of the WebSocket protocol, and words for whoever reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    pub code: u16,
    pub reason: &'static str,
}

impl Closing {
    const fn new(code: u16, reason: &'static str) -> Self {
        Self { code, reason }
    }
}

pub const NOT_BINARY: Closing = Closing::new(1003, "messages are binary");
pub const TOO_LARGE: Closing = Closing::new(1009, "message too large");
pub const RESTART: Closing = Closing::new(1012, "the room starts again");
pub const LATER: Closing = Closing::new(1013, "try again");
pub const BROKEN: Closing = Closing::new(4400, "malformed message");
pub const NO_LONGER: Closing = Closing::new(4403, "no longer allowed here");
pub const OVER: Closing = Closing::new(4404, "the room is closed");
pub const SLOW: Closing = Closing::new(4408, "too slow");
pub const IN_USE: Closing = Closing::new(4409, "client id in use");
pub const GAP: Closing = Closing::new(4410, "out of order: sync again");
pub const FOREIGN: Closing = Closing::new(4415, "not something that a room holds");
pub const FLOOD: Closing = Closing::new(4429, "too many messages");

/// What goes out.
#[derive(Debug)]
pub enum Out {
    Message(Bytes),
    Close(Closing),
}

/// The room's end.
#[derive(Debug)]
pub struct Outbox {
    sender: mpsc::UnboundedSender<Out>,
    waiting: Arc<AtomicUsize>,
}

/// The connection's end.
#[derive(Debug)]
pub struct Inbox {
    receiver: mpsc::UnboundedReceiver<Out>,
    waiting: Arc<AtomicUsize>,
}

/// What a waiting message costs besides its bytes.
const ENVELOPE: usize = 64;

#[must_use]
pub fn pair() -> (Outbox, Inbox) {
    let (sender, receiver) = mpsc::unbounded_channel();
    let waiting = Arc::new(AtomicUsize::new(0));
    (Outbox { sender, waiting: Arc::clone(&waiting) }, Inbox { receiver, waiting })
}

impl Outbox {
    /// Sends; one that does not read what waits for it already is told to go instead.
    pub fn send(&self, message: &Bytes) {
        let size = message.len() + ENVELOPE;
        let out = if self.waiting.fetch_add(size, Ordering::Relaxed) + size > MOST_WAITING {
            Out::Close(SLOW)
        } else {
            Out::Message(message.clone())
        };
        // The connection may be gone; then its leaving is on its way.
        let _ = self.sender.send(out);
    }

    pub fn close(&self, closing: Closing) {
        // As above.
        let _ = self.sender.send(Out::Close(closing));
    }
}

impl Inbox {
    /// The next to be sent; `None` once the room is done with the connection.
    pub async fn next(&mut self) -> Option<Out> {
        let out = self.receiver.recv().await?;
        if let Out::Message(message) = &out {
            self.waiting.fetch_sub(message.len() + ENVELOPE, Ordering::Relaxed);
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_that_does_not_read_is_told_to_go() {
        let (outbox, mut inbox) = pair();
        let message = Bytes::from(vec![0; MOST_WAITING / 2 - ENVELOPE]);
        for _ in 0..3 {
            outbox.send(&message);
        }
        assert!(matches!(inbox.next().await, Some(Out::Message(_))));
        assert!(matches!(inbox.next().await, Some(Out::Message(_))));
        assert!(matches!(inbox.next().await, Some(Out::Close(SLOW))));
    }
}
