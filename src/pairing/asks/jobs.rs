use crate::base::app::App;
use crate::base::error::Result;
use crate::members::model::MemberId;
use crate::pairing::model::AskId;

pub async fn expire(_app: &App, _ask: AskId) -> Result<()> {
    Ok(())
}

pub async fn refill(_app: &App, _ask: AskId) -> Result<()> {
    Ok(())
}

pub async fn offer_ends(_app: &App, _ask: AskId, _member: MemberId) -> Result<()> {
    Ok(())
}
