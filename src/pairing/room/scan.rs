//! Looks through an update before the text sees it: what it brings, of whom, and whether the room
//! takes such things at all. Pure.
//!
//! The library that keeps the text trusts its updates: one that names what nobody has waits in memory
//! for ever, a deep tree overflows the stack, a length may reserve gigabytes. What passes here is
//! well-formed, complete given what the text holds, shallow, and of the kinds that a room is made of.

mod wire;

use std::collections::{BTreeMap, BTreeSet};

use crate::pairing::room::bytes::Broken;

pub use wire::read;

/// Types inside types: a row of sources or of the chat is one deep.
const DEEPEST: u8 = 3;
/// Blocks of one message. A keystroke is one.
const MOST_BLOCKS: usize = 20_000;
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
pub type Id = (u64, u32);

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
    /// Whether it is as small as what one connection brings.
    ///
    /// # Errors
    /// [`Refused::Foreign`].
    pub fn is_modest(&self) -> Result<(), Refused> {
        let modest = self.runs.len() <= MOST_CLIENTS && self.items.len() <= MOST_BLOCKS;
        if modest { Ok(()) } else { Err(Refused::Foreign) }
    }

    /// The blocks that the text does not have, given how far it has each client's.
    ///
    /// # Errors
    /// [`Refused::Gap`] when it builds on what has not arrived.
    pub fn fresh(&self, known: impl Fn(u64) -> u32) -> Result<Vec<Run>, Refused> {
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
        let mut queues: Vec<std::slice::Iter<'_, Item>> =
            self.items.chunk_by(|a, b| a.run.client == b.run.client).map(<[Item]>::iter).collect();
        loop {
            let mut moved = false;
            for queue in &mut queues {
                while let Some(item) = queue.as_slice().first() {
                    let client = item.run.client;
                    let has =
                        |(client, clock): Id| clock < reached_of(reached, client).unwrap_or_else(|| known(client));
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
    #[must_use]
    pub fn outer(&self) -> BTreeSet<Id> {
        let inside = self.items.iter().filter_map(|item| match item.place {
            Place::Inside(id) => Some(id),
            Place::Root | Place::Beside(_) => None,
        });
        let mut outer: BTreeSet<Id> = inside.collect();
        for item in self.items.iter().filter(|item| item.holds) {
            outer.remove(&(item.run.client, item.run.from));
        }
        outer
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
