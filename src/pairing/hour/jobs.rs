use crate::base::app::App;
use crate::base::error::Result;
use crate::members::model::MemberId;
use crate::pairing::model::SessionId;

pub async fn late(_app: &App, _session: SessionId, _sequence: i64) -> Result<()> {
    Ok(())
}

pub async fn end(_app: &App, _session: SessionId, _sequence: i64) -> Result<()> {
    Ok(())
}

/// A member blocked `other`, was suspended or left: what stands between them is called off.
pub async fn apart(_app: &App, _member: MemberId, _other: Option<MemberId>) -> Result<()> {
    Ok(())
}
