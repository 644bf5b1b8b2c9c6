use crate::base::app::App;
use crate::base::error::Result;
use crate::members::model::MemberId;
use crate::pairing::model::{ProposalId, SessionId};
use crate::pairing::tasks::News;

pub async fn letter(_app: &App, _session: SessionId, _sequence: i64, _to: MemberId, _news: News) -> Result<()> {
    Ok(())
}

pub async fn proposed(_app: &App, _proposal: ProposalId, _to: MemberId) -> Result<()> {
    Ok(())
}
