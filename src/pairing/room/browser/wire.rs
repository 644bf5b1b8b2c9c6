//! The messages of the socket, as a browser says and hears them: see `room/protocol`, the server's side.

use crate::pairing::room::bytes::{Reader, bytes, number};

/// What the server says.
#[derive(Debug)]
pub enum Heard<'a> {
    /// What it has: we answer with what it lacks.
    Has(&'a [u8]),
    /// An update; `true`: it was what we lacked.
    Update(&'a [u8], bool),
    Awareness(&'a [u8]),
    Who,
    /// What is durable, and how many of this connection's updates.
    Stored(&'a [u8], u64),
    /// Who is who, as JSON.
    People(&'a str),
    /// What happened, as JSON.
    Line(&'a str),
}

/// Reads one message; what is not for us is passed over.
pub fn read(message: &[u8]) -> Option<Heard<'_>> {
    let mut reader = Reader(message);
    let mut next = || reader.number().ok();
    Some(match next()? {
        0 => match next()? {
            0 => Heard::Has(reader.bytes().ok()?),
            1 => Heard::Update(reader.bytes().ok()?, true),
            2 => Heard::Update(reader.bytes().ok()?, false),
            _ => return None,
        },
        1 => Heard::Awareness(reader.bytes().ok()?),
        3 => Heard::Who,
        100 => Heard::Stored(reader.bytes().ok()?, reader.number().ok()?),
        101 => Heard::People(reader.text().ok()?),
        102 => Heard::Line(reader.text().ok()?),
        _ => return None,
    })
}

/// What we have (0), what the server lacks (1), what was just written (2).
pub fn sync(kind: u64, data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len() + 8);
    number(&mut out, 0);
    number(&mut out, kind);
    bytes(&mut out, data);
    out
}

/// Where we are: JSON, or `null` when we leave.
pub fn awareness(client: u64, clock: u32, state: &str) -> Vec<u8> {
    let mut entry = Vec::new();
    number(&mut entry, 1);
    number(&mut entry, client);
    number(&mut entry, u64::from(clock));
    bytes(&mut entry, state.as_bytes());
    let mut out = vec![1];
    bytes(&mut out, &entry);
    out
}

/// Who is where: client, clock, JSON.
pub fn places(data: &[u8]) -> Vec<(u64, u32, &str)> {
    let mut reader = Reader(data);
    let Ok(count) = reader.count() else { return Vec::new() };
    let mut one = || Some((reader.number().ok()?, reader.clock().ok()?, reader.text().ok()?));
    (0..count).map_while(|_| one()).collect()
}
