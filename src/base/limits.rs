//! Limits on what can be spammed: a budget for each key (an account, an address), refilled evenly.
//!
//! Kept in the memory of each process (governor's GCRA): with several processes behind a balancer a
//! budget is that many times larger, and a restart refills it. Decided 2026-11-23: a write to the
//! database for every attempt would cost more than the precision is worth.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::base::error::{Error, Result};

/// What is limited, and to how much: so many at once, refilled over so long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Budget {
    /// Wrong or right, an attempt to sign in to one account from a browser it does not know.
    SignInAccount,
    /// The same account from a browser that has signed in to it before.
    SignInKnownBrowser,
    SignInAddress,
    SignUpAddress,
    /// Letters to one mailbox, whoever asks.
    LetterMailbox,
    /// Acting through the links of letters, without signing in.
    LetterLinkAddress,
    /// Sketches drawn signed out.
    SketchAddress,
    /// Comments, traces, features: what a member makes public.
    Post,
    /// Members that a member keeps away.
    Block,
    /// The same from one address, whoever is signed in there: room for a few behind one router.
    PostAddress,
    /// Autosave and live preview.
    Typing,
    TypingAddress,
}

impl Budget {
    /// What an address spends when a member there spends this.
    #[must_use]
    pub fn of_address(self) -> Option<Self> {
        match self {
            Budget::Post => Some(Budget::PostAddress),
            Budget::Typing => Some(Budget::TypingAddress),
            _ => None,
        }
    }
}

const BUDGETS: [(Budget, u32, u64); 12] = [
    (Budget::SignInAccount, 10, 900),
    (Budget::SignInKnownBrowser, 20, 900),
    (Budget::SignInAddress, 60, 900),
    (Budget::SignUpAddress, 20, 3_600),
    (Budget::LetterMailbox, 5, 3_600),
    (Budget::LetterLinkAddress, 60, 900),
    (Budget::SketchAddress, 30, 3_600),
    (Budget::Post, 60, 600),
    (Budget::PostAddress, 300, 600),
    (Budget::Block, 60, 600),
    (Budget::Typing, 300, 300),
    (Budget::TypingAddress, 1_500, 300),
];

/// Above this many keys a limiter forgets the ones whose budget is full again.
const MOST_KEYS: usize = 100_000;
/// ... once in so many, because forgetting looks at all of them.
const TIDY: u64 = 10_000;

/// The budgets of this process.
pub struct Limits {
    on: bool,
    spent: AtomicU64,
    limiters: Vec<(Budget, DefaultKeyedRateLimiter<String>)>,
}

impl Limits {
    #[must_use]
    pub fn new(on: bool) -> Self {
        let limiters = BUDGETS
            .iter()
            .filter_map(|(budget, burst, seconds)| {
                let quota = Quota::with_period(Duration::from_secs(*seconds) / *burst)?;
                Some((*budget, RateLimiter::keyed(quota.allow_burst(NonZeroU32::new(*burst)?))))
            })
            .collect();
        Self { on, spent: AtomicU64::new(0), limiters }
    }

    /// Spends one of `key`'s budget.
    ///
    /// # Errors
    /// [`Error::TooMany`] with the seconds until the next one.
    pub fn spend(&self, budget: Budget, key: &str) -> Result<()> {
        let Some((_, limiter)) = self.limiters.iter().find(|(b, _)| *b == budget && self.on) else { return Ok(()) };
        if limiter.len() > MOST_KEYS && self.spent.fetch_add(1, Ordering::Relaxed).is_multiple_of(TIDY) {
            limiter.retain_recent();
        }
        limiter
            .check_key(&key.to_owned())
            .map_err(|until| Error::TooMany(until.wait_time_from(DefaultClock::default().now()).as_secs().max(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_ends_for_one_key_and_not_for_another() {
        let limits = Limits::new(true);
        for _ in 0..5 {
            limits.spend(Budget::LetterMailbox, "a").unwrap();
        }
        assert!(matches!(limits.spend(Budget::LetterMailbox, "a"), Err(Error::TooMany(1..=720))));
        assert!(limits.spend(Budget::LetterMailbox, "b").is_ok());
        assert!(limits.spend(Budget::Typing, "a").is_ok());
    }

    #[test]
    fn every_budget_has_a_limiter() {
        assert_eq!(Limits::new(true).limiters.len(), BUDGETS.len());
    }
}
