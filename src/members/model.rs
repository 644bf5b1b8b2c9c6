//! Members, their roles, and what a viewer may do. Pure.

use crate::base::error::{Error, Refusal, Result};
use crate::base::time::{HOUR, Time};
use crate::base::words::Lang;

crate::row_id! {
    /// A member's row.
    MemberId;
    /// A signed-in browser's row.
    SignInId;
}

/// The terms that a new member agrees to: the day of their version, kept with the agreement.
pub const TERMS_VERSION: &str = "2026-11-01";
/// The same day, 00:00 UTC.
pub const TERMS_DAY: Time = Time(1_793_491_200_000);

crate::text_enum! {
    /// What a letter's link is for.
    Purpose { Verify = "verify", Reset = "reset" }
}

impl Purpose {
    /// How long the link holds.
    #[must_use]
    pub const fn lasts(self) -> i64 {
        match self {
            Purpose::Verify => 48 * HOUR,
            Purpose::Reset => HOUR,
        }
    }
}

crate::text_enum! {
    Role { Member = "member", Organizer = "organizer", Admin = "admin" }
}

crate::text_enum! {
    /// 職種: what a member works at.
    Discipline {
        Marketing = "marketing", Design = "design", Writing = "writing", Engineering = "engineering",
        Sales = "sales", CustomerSuccess = "customer-success", Research = "research",
        Management = "management", Study = "study", Other = "other",
    }
}

crate::text_enum! {
    /// Paper, blueprint, or as the device is set.
    Theme { Auto = "auto", Light = "light", Dark = "dark" }
}

impl Discipline {
    /// 職種 in the reader's language.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        let t = lang.words();
        match self {
            Discipline::Marketing => t.discipline_marketing(),
            Discipline::Design => t.discipline_design(),
            Discipline::Writing => t.discipline_writing(),
            Discipline::Engineering => t.discipline_engineering(),
            Discipline::Sales => t.discipline_sales(),
            Discipline::CustomerSuccess => t.discipline_customer_success(),
            Discipline::Research => t.discipline_research(),
            Discipline::Management => t.discipline_management(),
            Discipline::Study => t.discipline_study(),
            Discipline::Other => t.discipline_other(),
        }
    }
}

/// The member who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub id: MemberId,
    pub sign_in: SignInId,
    pub handle: String,
    pub name: String,
    pub role: Role,
    /// Grows by reading and helping; see PRODUCT.
    pub standing: i64,
    pub language: Lang,
    pub zone: String,
    pub verified: bool,
    pub suspended_until: Option<Time>,
    /// Notices not read yet.
    pub unread: i64,
    /// Everyone who has blocked this member, or whom they have blocked: see [`Viewer::keeps_apart`].
    pub blocks: Vec<MemberId>,
}

/// Who looks. Every read takes one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Viewer {
    #[default]
    Guest,
    Member(Box<SignedIn>),
}

impl Viewer {
    /// The member, or a request to sign in.
    ///
    /// # Errors
    /// [`Error::SignIn`] for a guest.
    pub fn member(&self) -> Result<&SignedIn> {
        match self {
            Viewer::Guest => Err(Error::SignIn),
            Viewer::Member(member) => Ok(member),
        }
    }

    #[must_use]
    pub fn signed_in(&self) -> Option<&SignedIn> {
        self.member().ok()
    }

    /// For binding in statements: null for a guest.
    #[must_use]
    pub fn id(&self) -> Option<MemberId> {
        self.signed_in().map(|m| m.id)
    }

    #[must_use]
    pub fn is_organizer(&self) -> bool {
        self.signed_in().is_some_and(|m| m.role >= Role::Organizer)
    }

    /// Whether a block stands between the viewer and this member, whoever set it.
    #[must_use]
    pub fn keeps_apart(&self, other: MemberId) -> bool {
        self.signed_in().is_some_and(|m| m.blocks.contains(&other))
    }

    /// May publish, comment, and do what others see.
    ///
    /// # Errors
    /// [`Error::SignIn`], or the refusal: unverified, suspended.
    pub fn can_speak(&self, now: Time) -> Result<&SignedIn> {
        let member = self.member()?;
        if !member.verified {
            return Err(Error::NotAllowed(Refusal::Unverified));
        }
        if member.suspended_until.is_some_and(|until| until > now) {
            return Err(Error::NotAllowed(Refusal::Suspended));
        }
        Ok(member)
    }

    /// May feature, hide and take down.
    ///
    /// # Errors
    /// As [`Viewer::can_speak`], or the refusal: not an organizer.
    pub fn can_organize(&self, now: Time) -> Result<&SignedIn> {
        let member = self.can_speak(now)?;
        if member.role < Role::Organizer {
            return Err(Error::NotAllowed(Refusal::Organizers));
        }
        Ok(member)
    }
}
