//! What the queue does by itself. Safe to run twice: a proposal is made once of a place that is free.

use crate::base::app::App;
use crate::base::error::Result;
use crate::pairing::model::ProposalId;
use crate::pairing::queue::actions;

/// Looks for matches.
///
/// # Errors
/// When the database does not answer.
pub async fn round(app: &App) -> Result<()> {
    let found = actions::round(app).await?;
    tracing::info!(found, "looked for partners");
    Ok(())
}

/// A proposal's time to answer is over.
///
/// # Errors
/// When the database does not answer.
pub async fn lapse(app: &App, proposal: ProposalId) -> Result<()> {
    actions::lapse(app, proposal).await
}
