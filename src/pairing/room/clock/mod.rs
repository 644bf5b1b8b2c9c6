//! The hour's clock: phases that follow one another by themselves, and what the two change by consent.
//! Pure. What the row in the database says is how it stood when someone last changed it; [`Hour::at`]
//! says how it stands now, so that no job has to move it on and two processes never differ.

#[cfg(test)]
mod tests;

use crate::base::time::{MINUTE, Time};
use crate::members::model::MemberId;

crate::text_enum! {
    /// What the two are at. In order.
    Phase {
        /// The room is open, the hour has not begun.
        Door = "door",
        CheckIn = "check-in",
        /// Both write the customer task, unseen by the other.
        Blind = "blind",
        First = "first",
        Second = "second",
        Debrief = "debrief",
        Over = "over",
    }
}

impl Phase {
    /// The five that take time.
    pub const TIMED: [Phase; 5] = [Phase::CheckIn, Phase::Blind, Phase::First, Phase::Second, Phase::Debrief];

    /// Minutes that it is planned to take.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        match self {
            Phase::CheckIn | Phase::Debrief => 5,
            Phase::Blind => 10,
            Phase::First | Phase::Second => 20,
            Phase::Door | Phase::Over => 0,
        }
    }

    /// The planned minute at which it begins.
    #[must_use]
    pub const fn begins(self) -> i64 {
        match self {
            Phase::Door | Phase::CheckIn => 0,
            Phase::Blind => 5,
            Phase::First => 15,
            Phase::Second => 35,
            Phase::Debrief => 55,
            Phase::Over => 60,
        }
    }

    /// What follows; nothing follows the end.
    #[must_use]
    pub const fn next(self) -> Phase {
        match self {
            Phase::Door => Phase::CheckIn,
            Phase::CheckIn => Phase::Blind,
            Phase::Blind => Phase::First,
            Phase::First => Phase::Second,
            Phase::Second => Phase::Debrief,
            Phase::Debrief | Phase::Over => Phase::Over,
        }
    }

    /// Which of the two writes while the other asks: by seat, 0 or 1.
    #[must_use]
    pub const fn driver(self) -> Option<usize> {
        match self {
            Phase::First => Some(0),
            Phase::Second => Some(1),
            _ => None,
        }
    }

    #[must_use]
    pub fn is_timed(self) -> bool {
        Self::TIMED.contains(&self)
    }
}

crate::text_enum! {
    /// What one of the two would like; it is done once the other would, too.
    Wish { Skip = "skip", Extend = "extend", Pause = "pause", Resume = "resume" }
}

/// How long an extension is.
pub const EXTENSION: i64 = 5 * MINUTE;
/// However often it is paused and extended, the hour is over so long after its beginning.
pub const LONGEST: i64 = 90 * MINUTE;

/// What bounds the hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// When check-in begins by itself.
    pub starts_at: Time,
    /// How many times as fast as the sun it runs: once, but in browser tests.
    pub speed: i64,
}

impl Frame {
    /// The length of `millis` on this clock.
    #[must_use]
    pub const fn real(&self, millis: i64) -> i64 {
        millis / self.speed
    }

    /// When it is over whatever the two wish.
    #[must_use]
    pub fn last(&self) -> Time {
        self.starts_at.plus(self.real(LONGEST))
    }
}

/// Someone else was quicker, or what is wished does not fit the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stale;

/// The clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hour {
    /// Rises whenever the clock is changed or a phase begins; a wish names the one that it was made at.
    pub version: i64,
    pub phase: Phase,
    /// When the phase began, later by as long as it was paused.
    pub since: Time,
    /// How long the phase takes, in real time.
    pub length: i64,
    pub paused_at: Option<Time>,
    /// What one of the two has wished, at this version.
    pub wish: Option<(Wish, MemberId)>,
}

impl Hour {
    /// Before anything has happened.
    #[must_use]
    pub const fn new(opened_at: Time) -> Self {
        Self { version: 0, phase: Phase::Door, since: opened_at, length: 0, paused_at: None, wish: None }
    }

    /// How it stands at `now`.
    #[must_use]
    pub fn at(mut self, frame: &Frame, now: Time) -> Self {
        // Moved to another time while the door was open, it waits for that.
        if self.phase == Phase::Door && now >= frame.starts_at {
            self.enter(Phase::CheckIn, frame.starts_at, frame);
        }
        while self.phase.is_timed() && self.paused_at.is_none() && now >= self.ends_at() {
            self.enter(self.phase.next(), self.ends_at(), frame);
        }
        if self.phase.is_timed() && now >= frame.last() {
            self.enter(Phase::Over, frame.last(), frame);
        }
        self
    }

    fn enter(&mut self, phase: Phase, at: Time, frame: &Frame) {
        let length = frame.real(phase.minutes() * MINUTE);
        *self = Self { version: self.version + 1, phase, since: at, length, paused_at: None, wish: None };
    }

    /// When the phase is over if nothing is changed; the door has no end of its own.
    #[must_use]
    pub fn ends_at(&self) -> Time {
        self.since.plus(self.length)
    }

    /// When the clock next moves by itself; `None` when nothing will move it.
    #[must_use]
    pub fn next_at(&self, frame: &Frame) -> Option<Time> {
        match (self.phase, self.paused_at) {
            (Phase::Over, _) => None,
            (Phase::Door, _) => Some(frame.starts_at),
            (_, Some(_)) => Some(frame.last()),
            _ => Some(self.ends_at().min(frame.last())),
        }
    }

    /// How much of the phase has passed.
    #[must_use]
    pub fn passed(&self, now: Time) -> i64 {
        (self.paused_at.unwrap_or(now).0 - self.since.0).clamp(0, self.length)
    }

    /// The planned minute that the ruler's needle points at, in thousandths: a phase drawn out is not
    /// drawn longer.
    #[must_use]
    pub fn needle(&self, now: Time) -> i64 {
        let within = if self.length == 0 { 0 } else { self.phase.minutes() * 1_000 * self.passed(now) / self.length };
        self.phase.begins() * 1_000 + within
    }

    /// Whether a wish makes sense now.
    #[must_use]
    pub fn allows(&self, wish: Wish) -> bool {
        match wish {
            Wish::Skip => self.phase != Phase::Over,
            Wish::Extend => self.phase.is_timed(),
            Wish::Pause => self.phase.is_timed() && self.paused_at.is_none(),
            Wish::Resume => self.phase.is_timed() && self.paused_at.is_some(),
        }
    }

    /// One of the two wishes something of the clock as they see it. What the other has wished at the same
    /// version is done at once; anything else stands in its place and waits for the other. `self` is
    /// how it stands now.
    ///
    /// # Errors
    /// [`Stale`] when the clock has moved on since, so that a second click never does a second thing.
    pub fn wished(mut self, by: MemberId, wish: Wish, seen: i64, frame: &Frame, now: Time) -> Result<Self, Stale> {
        if seen != self.version || !self.allows(wish) {
            return Err(Stale);
        }
        match self.wish {
            Some((theirs, other)) if theirs == wish && other != by => self.grant(wish, frame, now),
            _ => self.wish = Some((wish, by)),
        }
        Ok(self)
    }

    /// Takes one's own wish back, or declines the other's.
    ///
    /// # Errors
    /// As [`Hour::wished`].
    pub fn unwished(mut self, seen: i64) -> Result<Self, Stale> {
        if seen != self.version {
            return Err(Stale);
        }
        self.wish = None;
        Ok(self)
    }

    fn grant(&mut self, wish: Wish, frame: &Frame, now: Time) {
        self.wish = None;
        self.version += 1;
        match wish {
            Wish::Skip => {
                self.version -= 1;
                self.enter(self.phase.next(), now, frame);
            }
            Wish::Extend => self.length += frame.real(EXTENSION),
            Wish::Pause => self.paused_at = Some(now),
            Wish::Resume => {
                let since = self.paused_at.take().unwrap_or(now);
                self.since = self.since.plus(now.0 - since.0);
            }
        }
    }
}
