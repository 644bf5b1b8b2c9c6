//! Writing together. Pure.
//!
//! Any author publishes. An author is never removed by another, and who leaves keeps the credit
//! (decided 2026-11-27): what stands in the history was written by them.

crate::row_id! {
    /// An invitation's row.
    InvitationId;
    /// A secret address's row.
    LinkId;
    /// A remark's row.
    RemarkId;
}

crate::text_enum! {
    Answer { Open = "open", Accepted = "accepted", Declined = "declined", TakenBack = "taken-back" }
}

/// Authors of one trace and those asked to be, together.
pub const MOST_AUTHORS: usize = 6;
/// Secret addresses of one draft that are open at once.
pub const MOST_LINKS: usize = 10;
/// Reviewers of one draft.
pub const MOST_REVIEWERS: usize = 20;
/// Characters of a remark.
pub const REMARK_MAX: usize = 2_000;
