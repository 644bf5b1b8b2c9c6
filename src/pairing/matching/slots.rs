//! Free slots as bits, because comparing the times of two members is done for every pair.
//!
//! Only stretches in which a slot is free are kept. So the size follows from the number of slots,
//! however far apart they lie; comparing is fast as long as they lie within some weeks.

use super::Slot;

/// Ascending numbers of stretches, each with its slots.
pub struct Slots(Vec<(i64, Stretch)>);

/// 512 quarter-hours, a bit for each: somewhat more than five days.
type Stretch = [u64; 8];

impl Slots {
    /// `free` is ascending.
    pub fn new(free: &[Slot]) -> Self {
        debug_assert!(free.is_sorted(), "free slots are ascending");
        let mut stretches: Vec<(i64, Stretch)> = Vec::new();
        for slot in free {
            // Unlike division, shifting rounds down below zero too.
            let (number, word, bit) = (slot >> 9, slot >> 6 & 7, slot & 63);
            if stretches.last().is_none_or(|(last, _)| *last != number) {
                stretches.push((number, Stretch::default()));
            }
            if let Some((_, bits)) = stretches.last_mut() {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 7")]
                let word = word as usize;
                bits[word] |= 1 << bit;
            }
        }
        Self(stretches)
    }

    /// The earliest slot that is in both.
    pub fn first_common(&self, other: &Self) -> Option<Slot> {
        let (mut mine, mut theirs) = (self.0.as_slice(), other.0.as_slice());
        while let ([(my, my_bits), my_rest @ ..], [(their, their_bits), their_rest @ ..]) = (mine, theirs) {
            if my == their
                && let Some(within) = first_in_both(my_bits, their_bits)
            {
                return Some(my << 9 | within);
            }
            if my < their {
                mine = my_rest;
            } else {
                theirs = their_rest;
            }
        }
        None
    }
}

fn first_in_both(a: &Stretch, b: &Stretch) -> Option<i64> {
    let mut start = 0;
    for (a, b) in a.iter().zip(b) {
        let common = a & b;
        if common != 0 {
            return Some(start + i64::from(common.trailing_zeros()));
        }
        start += 64;
    }
    None
}
