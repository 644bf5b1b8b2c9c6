//! Facts about a trace that lower slices filter by and slices above decide: set here, inside the
//! transaction of whoever decides.

use crate::base::db::Tx;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::traces::model::TraceId;
use crate::traces::store::facts;

/// Marks a trace as featured since `at`, or as no longer featured, and tells every list.
///
/// # Errors
/// When the database does not answer.
pub async fn set_featured(tx: &mut Tx, trace: TraceId, at: Option<Time>) -> Result<()> {
    facts::featured(tx, trace, at).await?;
    tx.tell(format!("trace:{trace}"));
    tx.tell("traces");
    Ok(())
}
