//! The one error of the house, closed: every variant has one status and one page.
//!
//! What a viewer may not see is [`Error::NotFound`]. Internals are logged once, at the edge
//! (`web::errors`); the person sees a reference code and what to do.

use thiserror::Error;

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, Clone, Error)]
pub enum Error {
    /// 404. Absent, or not for this viewer.
    #[error("not found")]
    NotFound,
    /// 401. Sign in and come back.
    #[error("sign in first")]
    SignIn,
    /// 403. Known, and may not do this.
    #[error("not allowed: {0:?}")]
    NotAllowed(Refusal),
    /// 422. What was typed does not fit; one problem a field.
    #[error("invalid input: {0:?}")]
    Invalid(Problems),
    /// 409. Someone else was quicker.
    #[error("conflict")]
    Conflict,
    /// 413.
    #[error("too large")]
    TooLarge,
    /// 429, with the seconds to wait.
    #[error("too many, wait {0} s")]
    TooMany(u64),
    /// 503. The database does not answer.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// 500, with the text for the log.
    #[error("internal: {0}")]
    Internal(String),
}

/// Why a known member may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The address has not been confirmed yet.
    Unverified,
    /// Suspended by an organizer.
    Suspended,
    /// Only organizers do this.
    Organizers,
    /// Only the authors do this.
    Authors,
    /// One of the two has blocked the other.
    Blocked,
    /// The request came from another site.
    ForeignSite,
    /// The site takes no new members now.
    SignUpClosed,
    /// As many hours stand booked as may.
    BookingsFull,
    /// The other member cannot meet now: gone, suspended, or with as many hours booked as may.
    PartnerUnable,
    /// Only someone asked for may: another discipline was wanted, or it is one's own.
    NotForYou,
    /// A demo member is there for everybody.
    DemoMember,
}

/// One problem for each field that has one, in the order of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<(String, Problem)>);

/// What is wrong with a field. The words for it are in `ui::form`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    Required,
    /// Longer than so many characters (grapheme clusters).
    TooLong(usize),
    TooShort(usize),
    Taken,
    /// Not one of the choices.
    NotAChoice,
    NotAnAddress,
    NotAHandle,
    Reserved,
    NotAZone,
    CommonPassword,
    WrongPassword,
    MustAgree,
    NotASourceKey,
    KeyTwice,
    NotALink,
    NotADay,
    TooComplex,
    /// Nothing visible, or one character under a heap of marks.
    Unreadable,
    /// Nothing to point at: the part or the comment is gone.
    Gone,
    /// Not a day and a time.
    NotATime,
    /// It has passed, or is about to.
    InThePast,
    /// Too near for the other to hear of it.
    TooSoon,
    /// Further ahead than anyone books.
    TooFarAhead,
    /// Clocks go forward: that time does not exist on that day.
    InAGap,
    /// Clocks go back: that time comes twice on that day.
    InAFold,
    /// Hours begin on a quarter.
    NotAQuarter,
    /// One's own booking lies over it.
    Busy,
    /// A booking of the other lies over it.
    PartnerBusy,
    /// More than so many.
    TooManyOf(usize),
    /// No day of the calendar.
    NotADate,
    /// No time of day.
    NotAClockTime,
    /// It does not come after where it begins.
    NotAfter,
    /// More than so many days ahead.
    DaysAhead(usize),
    /// The same is there already.
    ThereAlready,
    /// Not https.
    NotHttps,
    /// No member to whom one may write.
    NotReachable,
    /// A day that has not come yet.
    InTheFuture,
    NotANumber,
    /// Not a number from 0 to this.
    NotUpTo(usize),
    /// Fewer than so many say nothing.
    TooFewOf(usize),
    /// No source of the trace has this key.
    NoSuchSource,
    /// An end of an axis has no name.
    AxisUnnamed,
    /// A stage is claimed, and nothing shows it.
    NoEvidence,
}

impl Problems {
    /// Notes a problem; the first one of a field stays.
    pub fn add(&mut self, field: impl Into<String>, problem: Problem) {
        let field = field.into();
        if self.of(&field).is_none() {
            self.0.push((field, problem));
        }
    }

    /// The value, or notes what is wrong with it.
    pub fn check<T>(&mut self, field: &str, value: Result<T, Problem>) -> Option<T> {
        value.map_err(|problem| self.add(field, problem)).ok()
    }

    #[must_use]
    pub fn of(&self, field: &str) -> Option<Problem> {
        self.0.iter().find(|(f, _)| f == field).map(|(_, p)| *p)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, Problem)> {
        self.0.iter().map(|(f, p)| (f.as_str(), *p))
    }

    /// # Errors
    /// [`Error::Invalid`] when there is any problem.
    pub fn into_result(self) -> Result<()> {
        if self.is_empty() { Ok(()) } else { Err(Error::Invalid(self)) }
    }
}

impl From<(&str, Problem)> for Error {
    fn from((field, problem): (&str, Problem)) -> Self {
        Error::Invalid(Problems(vec![(field.to_owned(), problem)]))
    }
}
