//! The messages of the socket: y-websocket's own, and three of ours. Pure.
//!
//! | type | holds |
//! |---|---|
//! | 0 | sync: 0 "what I have" (a state vector), 1 "what you lack", 2 an update |
//! | 1 | awareness: who is where |
//! | 3 | "who is there?" |
//! | 100 | what is durable: a state vector, then how many of *this connection's* updates (1 and 2) |
//! | 101 | who is who: JSON, see [`crate::pairing::room::people`] |
//! | 102 | a line for the person: JSON, what happened |
//!
//! A stock client passes over types that it does not know. Names come from 101, never from awareness.

use ::bytes::Bytes;

use crate::pairing::room::bytes::{Broken, Reader, bytes, number};

const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const WHO: u64 = 3;
const STORED: u64 = 100;
const PEOPLE: u64 = 101;
const LINE: u64 = 102;

/// What a client says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said<'a> {
    /// What it has: a state vector.
    Has(&'a [u8]),
    /// What we lack, as an answer.
    Lacking(&'a [u8]),
    /// What it has just written.
    Update(&'a [u8]),
    Awareness(&'a [u8]),
    Who,
    /// A type that is not for us.
    Other,
}

/// Reads one message.
///
/// # Errors
/// [`Broken`]: cut off, or more than one message.
pub fn read(message: &[u8]) -> Result<Said<'_>, Broken> {
    let mut reader = Reader(message);
    let said = match reader.number()? {
        SYNC => match reader.number()? {
            0 => Said::Has(reader.bytes()?),
            1 => Said::Lacking(reader.bytes()?),
            2 => Said::Update(reader.bytes()?),
            _ => return Err(Broken),
        },
        AWARENESS => Said::Awareness(reader.bytes()?),
        WHO => Said::Who,
        _ => return Ok(Said::Other),
    };
    if reader.is_done() { Ok(said) } else { Err(Broken) }
}

fn sync(kind: u64, data: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(data.len() + 8);
    number(&mut out, SYNC);
    number(&mut out, kind);
    bytes(&mut out, data);
    out.into()
}

/// What we have: the client answers with what we lack.
#[must_use]
pub fn has(state_vector: &[u8]) -> Bytes {
    sync(0, state_vector)
}

/// What the client lacks.
#[must_use]
pub fn lacking(update: &[u8]) -> Bytes {
    sync(1, update)
}

#[must_use]
pub fn update(update: &[u8]) -> Bytes {
    sync(2, update)
}

#[must_use]
pub fn awareness(entries: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(entries.len() + 4);
    number(&mut out, AWARENESS);
    bytes(&mut out, entries);
    out.into()
}

/// What is durable, and how many of the connection's updates.
#[must_use]
pub fn stored(state_vector: &[u8], updates: u64) -> Bytes {
    let mut out = Vec::with_capacity(state_vector.len() + 8);
    number(&mut out, STORED);
    bytes(&mut out, state_vector);
    number(&mut out, updates);
    out.into()
}

/// Who is who.
#[must_use]
pub fn people(json: &serde_json::Value) -> Bytes {
    told(PEOPLE, json)
}

/// A line for the person.
#[must_use]
pub fn line(json: &serde_json::Value) -> Bytes {
    told(LINE, json)
}

fn told(kind: u64, json: &serde_json::Value) -> Bytes {
    let mut out = Vec::new();
    number(&mut out, kind);
    bytes(&mut out, json.to_string().as_bytes());
    out.into()
}

/// A state vector: how far each client's blocks go.
#[must_use]
pub fn state_vector(clocks: impl ExactSizeIterator<Item = (u64, u32)>) -> Vec<u8> {
    let mut out = Vec::with_capacity(2 + clocks.len() * 9);
    number(&mut out, clocks.len() as u64);
    for (client, clock) in clocks {
        number(&mut out, client);
        number(&mut out, u64::from(clock));
    }
    out
}

/// Reads a state vector.
///
/// # Errors
/// [`Broken`].
pub fn read_state_vector(data: &[u8]) -> Result<Vec<(u64, u32)>, Broken> {
    let mut reader = Reader(data);
    let count = reader.count()?;
    let clocks = (0..count).map(|_| Ok((reader.number()?, reader.clock()?))).collect::<Result<_, Broken>>()?;
    if reader.is_done() { Ok(clocks) } else { Err(Broken) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_we_write_a_client_reads() {
        assert_eq!(read(&has(&[0])), Ok(Said::Has(&[0])));
        assert_eq!(read(&lacking(&[0, 0])), Ok(Said::Lacking(&[0, 0])));
        assert_eq!(read(&update(&[1, 2, 3])), Ok(Said::Update(&[1, 2, 3])));
        assert_eq!(read(&awareness(&[0])), Ok(Said::Awareness(&[0])));
        assert_eq!(read(&[3]), Ok(Said::Who));
        assert_eq!(read(&stored(&[0], 7)), Ok(Said::Other), "not for us");
    }

    #[test]
    fn what_is_no_message_is_broken() {
        for message in [&[][..], &[0], &[0, 3, 0], &[0, 2, 5, 1], &[0, 2, 1, 1, 1], &[0xff; 10], &[3, 0]] {
            assert_eq!(read(message), Err(Broken), "{message:?}");
        }
    }

    #[test]
    fn our_own_types_are_as_described() {
        assert_eq!(&stored(&[1, 7, 3], 300)[..], [100, 3, 1, 7, 3, 0xac, 2]);
        assert_eq!(&line(&serde_json::json!({"what": "full"}))[..], b"\x66\x0f{\"what\":\"full\"}");
    }

    #[test]
    fn a_state_vector_comes_back_and_a_bomb_does_not() {
        let clocks = [(7, 3), ((1 << 53) - 1, 0), (9, (1 << 31) - 1)];
        assert_eq!(read_state_vector(&state_vector(clocks.into_iter())), Ok(clocks.to_vec()));
        assert_eq!(read_state_vector(&[0xff, 0xff, 0xff, 0x7f]), Err(Broken));
        assert_eq!(read_state_vector(&[1, 7]), Err(Broken));
    }
}
