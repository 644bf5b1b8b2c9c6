//! Verbs of the hour.

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::model::{ProposalId, SessionId};

/// Takes the place of someone who did not come.
///
/// # Errors
/// [`Error::Conflict`] when another was quicker.
pub async fn accept_swap(_app: &App, _proposal: ProposalId, _member: MemberId, _now: Time) -> Result<SessionId> {
    Err(Error::Conflict)
}
