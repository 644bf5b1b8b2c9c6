//! A company was merged into another: slices above react to this.
//!
//! The news is a job, pushed in the transaction that merges; `worker` hands it to each slice that holds
//! something about companies. It may arrive twice, and late: whoever listens looks at what holds then.

use serde::{Deserialize, Serialize};

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::queue;
use crate::base::time::Time;
use crate::companies::model::CompanyId;

/// The kind of the job.
pub const MERGED: &str = "merged.company";

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The double.
    pub from: CompanyId,
    /// The one that stands.
    pub into: CompanyId,
}

/// Tells the slices above, once this transaction is committed.
pub(super) async fn push(conn: &mut Conn, merged: &Merged, now: Time) -> Result<()> {
    queue::push(conn, MERGED, &merged.from.to_string(), merged, now, now).await
}
