//! Who is where, as the clients say: passed on for a connection's own clients, and for no others. Pure.
//!
//! y-websocket says again what it hears of others; that is passed over, not held against it.

use std::collections::BTreeMap;

use crate::pairing::room::bytes::{Broken, Reader, bytes, number};

/// What one client may say of itself.
pub const LARGEST: usize = 2 * 1024;
/// Clients that one connection may speak for: a tab is one, and a page that was reloaded another.
pub const MOST_CLIENTS: usize = 8;
/// Entries of one message; a room has few.
const MOST_ENTRIES: usize = 64;
/// How one says that it is gone.
const GONE: &[u8] = b"null";

/// What a client says of itself, as JSON that we never read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub client: u64,
    pub clock: u32,
    pub state: Vec<u8>,
}

/// Reads a message's entries.
///
/// # Errors
/// [`Broken`]: cut off, too many, too large, no JSON at all.
pub fn read(data: &[u8]) -> Result<Vec<Entry>, Broken> {
    let mut reader = Reader(data);
    let count = reader.count()?;
    if count > MOST_ENTRIES {
        return Err(Broken);
    }
    let mut entries = Vec::with_capacity(count);
    for _ in 0..count {
        let (client, clock) = (reader.number()?, reader.clock()?);
        let state = reader.bytes()?;
        if state.len() > LARGEST || serde_json::from_slice::<serde::de::IgnoredAny>(state).is_err() {
            return Err(Broken);
        }
        entries.push(Entry { client, clock, state: state.to_vec() });
    }
    if reader.is_done() { Ok(entries) } else { Err(Broken) }
}

/// Writes entries as one message's body.
#[must_use]
pub fn write<'a>(entries: impl ExactSizeIterator<Item = &'a Entry>) -> Vec<u8> {
    let mut out = Vec::new();
    number(&mut out, entries.len() as u64);
    for entry in entries {
        number(&mut out, entry.client);
        number(&mut out, u64::from(entry.clock));
        bytes(&mut out, &entry.state);
    }
    out
}

/// What everyone in the room has said of themselves. A connection is named by a number.
#[derive(Debug, Default)]
pub struct Presence(BTreeMap<u64, (u64, Entry)>);

impl Presence {
    /// Takes what is new of a connection's own client; `None` when nothing is.
    pub fn take(&mut self, connection: u64, entry: Entry) -> Option<Entry> {
        let gone = entry.state == GONE;
        match self.0.get(&entry.client) {
            Some((holder, _)) if *holder != connection => return None,
            Some((_, known)) if entry.clock < known.clock || (entry.clock == known.clock && !gone) => return None,
            None if gone || self.0.values().filter(|(holder, _)| *holder == connection).count() >= MOST_CLIENTS => {
                return None;
            }
            _ => {}
        }
        if gone {
            self.0.remove(&entry.client);
        } else {
            self.0.insert(entry.client, (connection, entry.clone()));
        }
        Some(entry)
    }

    /// Another connection speaks for this client from now on.
    pub fn hand_over(&mut self, client: u64, connection: u64) {
        if let Some((holder, _)) = self.0.get_mut(&client) {
            *holder = connection;
        }
    }

    /// The connection that speaks for this client.
    #[must_use]
    pub fn holder(&self, client: u64) -> Option<u64> {
        self.0.get(&client).map(|(holder, _)| *holder)
    }

    /// Each client with the connection that speaks for it.
    pub fn holders(&self) -> impl Iterator<Item = (u64, u64)> {
        self.0.iter().map(|(client, (holder, _))| (*client, *holder))
    }

    /// A connection is gone, and its clients with it: what to tell the others.
    pub fn leave(&mut self, connection: u64) -> Vec<Entry> {
        let of: Vec<u64> = self.0.iter().filter(|(_, (holder, _))| *holder == connection).map(|(c, _)| *c).collect();
        let gone = of.into_iter().filter_map(|client| self.0.remove(&client));
        gone.map(|(_, entry)| Entry { clock: entry.clock + 1, state: GONE.to_vec(), ..entry }).collect()
    }

    /// All of it, for one who has just come.
    #[must_use]
    pub fn all(&self) -> Vec<Entry> {
        self.0.values().map(|(_, entry)| entry.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(client: u64, clock: u32, state: &str) -> Entry {
        Entry { client, clock, state: state.as_bytes().to_vec() }
    }

    #[test]
    fn one_speaks_for_oneself_only() {
        let mut presence = Presence::default();
        assert!(presence.take(1, entry(7, 0, "{}")).is_some());
        assert_eq!(presence.take(2, entry(7, 5, r#"{"name":"not me"}"#)), None, "another's");
        assert_eq!(presence.take(1, entry(7, 0, "{}")), None, "said again");
        assert!(presence.take(1, entry(7, 1, r#"{"at":3}"#)).is_some());
        assert_eq!(presence.all(), [entry(7, 1, r#"{"at":3}"#)]);
        assert_eq!(presence.leave(2), []);
        assert_eq!(presence.leave(1), [entry(7, 2, "null")]);
        assert_eq!((presence.all(), presence.holder(7)), (vec![], None));
    }

    #[test]
    fn a_connection_speaks_for_few() {
        let mut presence = Presence::default();
        let taken = (0..100).filter(|client| presence.take(1, entry(*client, 0, "{}")).is_some()).count();
        assert_eq!(taken, MOST_CLIENTS);
        assert!(presence.take(1, entry(0, 0, "null")).is_some(), "gone by its own word");
        assert!(presence.take(1, entry(100, 0, "{}")).is_some());
    }

    #[test]
    fn what_is_too_large_or_no_json_is_broken() {
        let written = |state: &str| write([entry(7, 1, state)].iter());
        assert_eq!(read(&written(r#"{"a":1}"#)), Ok(vec![entry(7, 1, r#"{"a":1}"#)]));
        assert_eq!(read(&written(&format!("{:?}", "x".repeat(LARGEST)))), Err(Broken));
        assert_eq!(read(&written("{")), Err(Broken));
        assert_eq!(read(&[0xff, 0x7f]), Err(Broken));
    }
}
