use crate::base::app::App;
use crate::base::error::Result;
use crate::pairing::model::ProposalId;

pub async fn round(_app: &App) -> Result<()> {
    Ok(())
}

pub async fn lapse(_app: &App, _proposal: ProposalId) -> Result<()> {
    Ok(())
}
