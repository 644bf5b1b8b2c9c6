//! Looks through an update before the text sees it: what it brings, of whom, and whether the room
//! takes such things at all. Pure.
//!
//! The library that keeps the text trusts its updates: one that names what nobody has waits in memory
//! for ever, a deep tree overflows the stack, a length may reserve gigabytes. What passes here is
//! well-formed, complete given what the text holds, shallow, and of the kinds that a room is made of.

use std::collections::BTreeMap;

use crate::pairing::room::bytes::{Broken, Reader};

/// Types inside types: a row of sources or of the chat is one deep.
const DEEPEST: u8 = 3;
/// Lists and objects inside one value.
const DEEPEST_VALUE: u8 = 8;
/// Blocks of one message. A keystroke is one.
const MOST_BLOCKS: usize = 20_000;
/// A name under which something stands.
const LONGEST_NAME: usize = 256;
/// Clients of one message: one, or a few that came back together.
const MOST_CLIENTS: usize = 200;
/// Rounds in which the depths of one update must be settled.
const ROUNDS: usize = 8;

/// Why an update is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Not an update.
    Broken,
    /// A kind of content that a room does not hold, or too deep, or too many pieces.
    Foreign,
    /// It builds on what has not arrived.
    Gap,
}

impl From<Broken> for Refused {
    fn from(_: Broken) -> Self {
        Self::Broken
    }
}

/// Blocks of one client, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub client: u64,
    pub from: u32,
    pub until: u32,
}

/// A block's name.
type Id = (u64, u32);

/// Where a block hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Root,
    Inside(Id),
    /// Beside another.
    Beside(Id),
}

#[derive(Debug)]
struct Item {
    run: Run,
    place: Place,
    /// What it was written between.
    origins: [Option<Id>; 2],
    /// What can have something inside.
    holds: bool,
}

/// What an update brings.
#[derive(Debug, Default)]
pub struct Update {
    /// One for each client, in the order of the message.
    pub runs: Vec<Run>,
    items: Vec<Item>,
    /// The last of each stretch that is deleted.
    deleted: Vec<Id>,
}

/// Which blocks lie inside another, and how deep. Those in a root are not noted.
#[derive(Debug, Default)]
pub struct Depths(BTreeMap<Id, (u32, u8)>);

impl Depths {
    fn of(&self, (client, clock): Id) -> u8 {
        match self.0.range((client, 0)..=(client, clock)).next_back() {
            Some((_, (until, depth))) if clock < *until => *depth,
            _ => 0,
        }
    }
}

/// Reads an update.
///
/// # Errors
/// [`Refused::Broken`], [`Refused::Foreign`].
pub fn read(data: &[u8]) -> Result<Update, Refused> {
    let (mut reader, mut update) = (Reader(data), Update::default());
    for _ in 0..reader.count()? {
        let blocks = reader.count()?;
        let (client, from) = (reader.number()?, reader.clock()?);
        if update.runs.iter().any(|run| run.client == client) {
            return Err(Refused::Foreign);
        }
        let mut clock = from;
        for _ in 0..blocks {
            clock = block(&mut reader, &mut update, client, clock)?;
        }
        update.runs.push(Run { client, from, until: clock });
    }
    for _ in 0..reader.count()? {
        let client = reader.number()?;
        for _ in 0..reader.count()? {
            let (clock, length) = (reader.clock()?, reader.clock()?);
            let last = clock.checked_add(length).and_then(|end| end.checked_sub(1)).ok_or(Refused::Broken)?;
            update.deleted.push((client, last));
        }
    }
    if reader.is_done() { Ok(update) } else { Err(Refused::Broken) }
}

/// One block; the clock after it.
fn block(reader: &mut Reader<'_>, update: &mut Update, client: u64, from: u32) -> Result<u32, Refused> {
    let info = reader.byte()?;
    let mut origins = [None; 2];
    let (length, holds, place) = match info {
        // What was collected: nobody knows any more what was there.
        0 => (reader.clock()?, false, Place::Root),
        10 => return Err(Refused::Gap),
        _ => {
            for (origin, flag) in origins.iter_mut().zip([0x80, 0x40]) {
                if info & flag != 0 {
                    *origin = Some((reader.number()?, reader.clock()?));
                }
            }
            let place = match origins[0].or(origins[1]) {
                Some(id) => Place::Beside(id),
                None => place(reader, info)?,
            };
            let (length, holds) = content(reader, info & 0x1f)?;
            (length, holds, place)
        }
    };
    let until = from.checked_add(length).filter(|until| *until > from && *until < 1 << 31).ok_or(Refused::Broken)?;
    update.items.push(Item { run: Run { client, from, until }, place, origins, holds });
    Ok(until)
}

fn place(reader: &mut Reader<'_>, info: u8) -> Result<Place, Refused> {
    let place = match reader.number()? {
        1 => name(reader).map(|()| Place::Root)?,
        0 => Place::Inside((reader.number()?, reader.clock()?)),
        _ => return Err(Refused::Broken),
    };
    if info & 0x20 != 0 {
        name(reader)?;
    }
    Ok(place)
}

fn name(reader: &mut Reader<'_>) -> Result<(), Refused> {
    if reader.text()?.len() <= LONGEST_NAME { Ok(()) } else { Err(Refused::Foreign) }
}

/// How many clocks the content takes, and whether something can be inside of it.
fn content(reader: &mut Reader<'_>, kind: u8) -> Result<(u32, bool), Refused> {
    match kind {
        // Deleted: so many units were there.
        1 => Ok((reader.clock()?, false)),
        4 => {
            let units = reader.text()?.chars().map(char::len_utf16).sum::<usize>();
            Ok((u32::try_from(units).map_err(|_| Refused::Broken)?, false))
        }
        // A text's format; our own pages write none, others may.
        6 => {
            name(reader)?;
            reader.text()?;
            Ok((1, false))
        }
        // An array, a map or a text.
        7 if reader.number()? <= 2 => Ok((1, true)),
        8 => {
            let values = reader.count()?;
            for _ in 0..values {
                value(reader, DEEPEST_VALUE)?;
            }
            Ok((u32::try_from(values).map_err(|_| Refused::Broken)?, false))
        }
        _ => Err(Refused::Foreign),
    }
}

/// One value as JSON knows it.
fn value(reader: &mut Reader<'_>, deeper: u8) -> Result<(), Refused> {
    match reader.byte()? {
        120 | 121 | 126 | 127 => {}
        119 => {
            reader.text()?;
        }
        125 => {
            // Ten bytes hold every number of 64 bits.
            let mut bytes = 0;
            while reader.byte()? >= 0x80 {
                bytes += 1;
                if bytes == 9 {
                    return Err(Refused::Broken);
                }
            }
        }
        124 => {
            reader.take(4)?;
        }
        122 | 123 => {
            reader.take(8)?;
        }
        kind @ (117 | 118) => {
            let deeper = deeper.checked_sub(1).ok_or(Refused::Foreign)?;
            for _ in 0..reader.count()? {
                if kind == 118 {
                    name(reader)?;
                }
                value(reader, deeper)?;
            }
        }
        116 => {
            reader.bytes()?;
        }
        _ => return Err(Refused::Broken),
    }
    Ok(())
}

impl Item {
    /// What must be there before it.
    fn needs(&self) -> impl Iterator<Item = Id> {
        let inside = match self.place {
            Place::Inside(id) => Some(id),
            Place::Root | Place::Beside(_) => None,
        };
        self.origins.into_iter().flatten().chain(inside)
    }
}

impl Update {
    /// The blocks that the text does not have, given how far it has each client's.
    ///
    /// # Errors
    /// [`Refused::Gap`] when it builds on what has not arrived.
    pub fn fresh(&self, known: impl Fn(u64) -> u32) -> Result<Vec<Run>, Refused> {
        if self.runs.len() > MOST_CLIENTS || self.items.len() > MOST_BLOCKS {
            return Err(Refused::Foreign);
        }
        let mut reached = Vec::with_capacity(self.runs.len());
        for run in &self.runs {
            let has = known(run.client);
            if run.from > has {
                return Err(Refused::Gap);
            }
            reached.push((run.client, has));
        }
        self.follow(&mut reached, &known)?;
        let at = |reached: &[(u64, u32)], client| reached_of(reached, client).unwrap_or_else(|| known(client));
        if self.deleted.iter().any(|(client, last)| *last >= at(&reached, *client)) {
            return Err(Refused::Gap);
        }
        let fresh = |run: &Run| Run { from: run.from.max(known(run.client)), ..*run };
        Ok(self.runs.iter().map(fresh).filter(|run| run.from < run.until).collect())
    }

    /// Takes the blocks in an order in which each stands on what is there. Whatever waits for itself,
    /// or for what has not come, is a gap.
    fn follow(&self, reached: &mut [(u64, u32)], known: &impl Fn(u64) -> u32) -> Result<(), Refused> {
        let mut queues: Vec<std::slice::Iter<'_, Item>> = self.items.chunk_by(|a, b| a.run.client == b.run.client).map(<[Item]>::iter).collect();
        loop {
            let mut moved = false;
            for queue in &mut queues {
                while let Some(item) = queue.as_slice().first() {
                    let client = item.run.client;
                    let has = |(client, clock): Id| {
                        clock < reached_of(reached, client).unwrap_or_else(|| known(client))
                    };
                    if item.run.until > known(client) && !item.needs().all(has) {
                        break;
                    }
                    if let Some(mark) = reached.iter_mut().find(|(of, _)| *of == client) {
                        mark.1 = mark.1.max(item.run.until);
                    }
                    queue.next();
                    moved = true;
                }
            }
            if queues.iter().all(|queue| queue.as_slice().is_empty()) {
                return Ok(());
            }
            if !moved {
                return Err(Refused::Gap);
            }
        }
    }

    /// Blocks that others are said to lie in and that this update does not bring itself.
    pub fn outer(&self) -> impl Iterator<Item = Id> {
        let brought = |id: &Id| {
            let holds = |item: &Item| item.holds && (item.run.client, item.run.from) == *id;
            self.items.iter().any(holds)
        };
        self.items.iter().filter_map(|item| match item.place {
            Place::Inside(id) => Some(id),
            Place::Root | Place::Beside(_) => None,
        })
        .filter(move |id| !brought(id))
    }

    /// Notes how deep everything lies.
    ///
    /// # Errors
    /// [`Refused::Foreign`] when it is too deep.
    pub fn settle(&self, depths: &mut Depths) -> Result<(), Refused> {
        for _ in 0..ROUNDS {
            let mut settled = true;
            for item in &self.items {
                let depth = match item.place {
                    Place::Root => continue,
                    Place::Inside(id) => depths.of(id) + 1,
                    Place::Beside(id) => depths.of(id),
                };
                if depth > DEEPEST || (depth == DEEPEST && item.holds) {
                    return Err(Refused::Foreign);
                }
                let start = (item.run.client, item.run.from);
                if depth > depths.of(start) {
                    depths.0.insert(start, (item.run.until, depth));
                    settled = false;
                }
            }
            if settled {
                return Ok(());
            }
        }
        Err(Refused::Foreign)
    }
}

fn reached_of(reached: &[(u64, u32)], client: u64) -> Option<u32> {
    reached.iter().find(|(of, _)| *of == client).map(|(_, clock)| *clock)
}

#[cfg(test)]
#[path = "tests/scan.rs"]
mod tests;
