//! Time is Unix milliseconds UTC, and comes in as an argument: [`Clock`] is read at the edges only.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A moment: Unix milliseconds UTC.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, serde::Serialize, serde::Deserialize,
)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct Time(pub i64);

pub const SECOND: i64 = 1_000;
pub const MINUTE: i64 = 60 * SECOND;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

impl Time {
    /// So many milliseconds later (earlier when negative).
    #[must_use]
    pub fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// The moment for calendars; out-of-range values become the epoch.
    #[must_use]
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }

    /// RFC 3339 in UTC with seconds, as feeds and `datetime` attributes want it.
    #[must_use]
    pub fn rfc3339(self) -> String {
        jiff::Timestamp::from_second(self.0.div_euclid(SECOND)).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string()
    }
}

/// Where the present comes from: the system, so many milliseconds ahead of it, or a test's hand.
#[derive(Clone, Debug)]
pub enum Clock {
    System { ahead: i64 },
    Hand(Arc<AtomicI64>),
}

impl Clock {
    #[must_use]
    pub fn now(&self) -> Time {
        match self {
            #[allow(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
            Clock::System { ahead } => Time(jiff::Timestamp::now().as_millisecond() + ahead),
            Clock::Hand(at) => Time(at.load(Ordering::SeqCst)),
        }
    }
}
