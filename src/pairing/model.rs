//! Numbers, words and the quarter-hour that all of pairing shares. Pure.

use crate::base::time::{MINUTE, Time};
use crate::base::words::Lang;

crate::row_id! {
    /// An ask's row.
    AskId;
    /// A booked session's row.
    SessionId;
    /// A proposal's row.
    ProposalId;
    /// A quarter-hour: how many have passed since 1970-01-01 00:00 UTC. Sessions begin on one.
    Slot;
}

const QUARTER: i64 = 15 * MINUTE;
/// Quarter-hours that a session takes.
pub const HOUR_SLOTS: i64 = 4;

impl Slot {
    /// The quarter-hour in which `time` lies.
    #[must_use]
    pub const fn at(time: Time) -> Self {
        Self(time.0.div_euclid(QUARTER))
    }

    /// When it begins.
    #[must_use]
    pub const fn starts_at(self) -> Time {
        Time(self.0 * QUARTER)
    }

    /// When a session that begins here ends.
    #[must_use]
    pub const fn ends_at(self) -> Time {
        Time((self.0 + HOUR_SLOTS) * QUARTER)
    }
}

crate::text_enum! {
    /// What the hour is for.
    Kind {
        /// One company.
        Company = "company",
        /// Similar companies, side by side.
        Comparison = "comparison",
        /// A trace that is there, made better.
        Improvement = "improvement",
    }
}

impl Kind {
    /// The kind's name, as members see it.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        let t = lang.words();
        match self {
            Kind::Company => t.pairing_kind_company(),
            Kind::Comparison => t.pairing_kind_comparison(),
            Kind::Improvement => t.pairing_kind_improvement(),
        }
    }
}

crate::text_enum! {
    /// The languages in which someone can spend the hour.
    Tongues { Ja = "ja", En = "en", Either = "either" }
}

impl Tongues {
    /// The languages' name, as members see it.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        match self {
            Tongues::Ja => Lang::Ja.name().into(),
            Tongues::En => Lang::En.name().into(),
            Tongues::Either => lang.words().pairing_either_language(),
        }
    }

    /// Japanese is bit 1, English bit 2.
    #[must_use]
    pub const fn bits(self) -> u8 {
        match self {
            Tongues::Ja => 1,
            Tongues::En => 2,
            Tongues::Either => 3,
        }
    }
}

crate::text_enum! {
    /// How a booked session stands.
    State {
        Booked = "booked",
        /// Both came.
        Held = "held",
        /// One or both did not.
        Missed = "missed",
        /// Ended by the one who waited.
        Closed = "closed",
        Cancelled = "cancelled",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_takes_four_quarters_from_a_full_one() {
        let ten = Time(1_795_428_000_000); // 2026-11-23 10:00 UTC
        assert_eq!(Slot::at(ten).starts_at(), ten);
        assert_eq!(Slot::at(ten.plus(14 * MINUTE)), Slot::at(ten));
        assert_eq!(Slot::at(ten).ends_at(), ten.plus(60 * MINUTE));
        assert_eq!(Slot::at(Time(-1)), Slot(-1));
    }
}
