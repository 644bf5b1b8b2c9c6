//! How much one connection may send, and how large things may grow. Pure.

use std::time::Duration;

use crate::pairing::room::text::LARGEST_MESSAGE;

/// What may wait for a connection that does not read: the whole text, and all that another owed.
pub const MOST_WAITING: usize = 3 * LARGEST_MESSAGE;
/// Connections of one member to one room: tabs, a phone.
pub const MOST_CONNECTIONS: usize = 12;

/// Messages: two for each keystroke of a fast typist make thirty a second.
const MESSAGES: Bucket = Bucket { most: 1_500.0, each_second: 150.0, left: 1_500.0 };
/// Bytes: all that one owes at once, twice, and then what fingers can do.
const BYTES: Bucket = Bucket { most: 3_000_000.0, each_second: 100_000.0, left: 3_000_000.0 };
/// Seconds of our work: some updates are far harder to merge than to send.
const WORK: Bucket = Bucket { most: 2.0, each_second: 0.1, left: 2.0 };

/// Filled evenly, spent at once.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    most: f64,
    each_second: f64,
    left: f64,
}

impl Bucket {
    fn spend(&mut self, seconds: f64, cost: f64) -> bool {
        self.left = (self.left + seconds * self.each_second).min(self.most) - cost;
        self.left >= 0.0
    }
}

/// What one connection has left.
#[derive(Debug)]
pub struct Allowance {
    messages: Bucket,
    bytes: Bucket,
    work: Bucket,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { messages: MESSAGES, bytes: BYTES, work: WORK }
    }
}

impl Allowance {
    /// Spends for a message of so many bytes that came so long after the last one; false when that is a flood.
    pub fn message(&mut self, since: Duration, size: usize) -> bool {
        let seconds = since.as_secs_f64();
        let (few, small) = (self.messages.spend(seconds, 1.0), self.bytes.spend(seconds, size as f64));
        self.work.spend(seconds, 0.0);
        few && small
    }

    /// Spends what a message has cost us; false when it is too much.
    pub fn work(&mut self, took: Duration) -> bool {
        self.work.spend(0.0, took.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_ends_and_a_typist_does_not() {
        let mut flood = Allowance::default();
        let taken = (0..1_000_000).take_while(|_| flood.message(Duration::from_micros(10), 1)).count();
        assert!((1_500..1_600).contains(&taken), "{taken}");
        let mut typist = Allowance::default();
        assert!((0..100_000).all(|_| typist.message(Duration::from_millis(33), 60)));
    }

    #[test]
    fn large_messages_are_counted_in_bytes_and_hard_ones_in_time() {
        let mut large = Allowance::default();
        assert_eq!((0..100).take_while(|_| large.message(Duration::ZERO, LARGEST_MESSAGE)).count(), 2);
        let mut hard = Allowance::default();
        assert_eq!((0..100).take_while(|_| hard.work(Duration::from_millis(300))).count(), 6);
        hard.message(Duration::from_secs(60), 1);
        assert!(hard.work(Duration::from_millis(300)), "it fills again");
    }
}
