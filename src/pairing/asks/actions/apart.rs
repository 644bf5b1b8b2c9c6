//! Two who no longer meet, or one who is away: what is asked between them ends.

use crate::base::app::App;
use crate::base::error::Result;
use crate::members::model::MemberId;
use crate::pairing::asks::actions::over;
use crate::pairing::asks::actions::waiting::resettle;
use crate::pairing::asks::store::{self, waiting as places};
use crate::pairing::hour::store::apart::is_apart;

/// `member` blocked `other`, or (without another) was suspended or left. Does nothing when it no longer
/// holds; safe to run twice.
///
/// # Errors
/// When the database does not answer.
pub async fn apart(app: &App, member: MemberId, other: Option<MemberId>) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    if !is_apart(&mut tx, member, other, now).await? {
        return Ok(());
    }
    store::close_for_partner(&mut tx, member, other).await?;
    let mut left = places::leave_all(&mut tx, member, other).await?;
    match other {
        Some(other) => {
            store::close_for_partner(&mut tx, other, Some(member)).await?;
            left.extend(places::leave_all(&mut tx, other, Some(member)).await?);
        }
        // As many as one may ask at once, and those that were taken.
        None => {
            for (id,) in store::close_all(&mut tx, member).await? {
                over(&mut tx, id, member, now).await?;
            }
        }
    }
    for (id,) in left {
        resettle(&mut tx, id, now).await?;
    }
    tx.tell("pair");
    app.commit(tx).await
}
