//! Reads an update as Yjs writes it (its first encoding).

use super::{Item, Place, Refused, Run, Update};
use crate::pairing::room::bytes::Reader;

/// Lists and objects inside one value.
const DEEPEST_VALUE: u8 = 8;
/// A name under which something stands.
const LONGEST_NAME: usize = 256;

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
