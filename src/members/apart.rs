//! Two members are kept apart from now on, or no longer, or one is away: slices above react to this.
//!
//! The news is a job, pushed in the transaction that blocks, takes a block back, suspends or deletes;
//! `worker` hands it to each slice that has something to end (an hour booked together, a waiting ask).
//! It may arrive twice, and late: whoever listens looks at what holds then.

use serde::{Deserialize, Serialize};

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::queue;
use crate::base::time::Time;
use crate::members::model::MemberId;

/// The kind of the job.
pub const APART: &str = "apart.member";

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    /// Who blocked or took it back, or who was suspended or has left.
    pub member: MemberId,
    /// Who was blocked; `None`: the member was suspended or has left, and is away from everybody.
    pub other: Option<MemberId>,
}

/// Tells the slices above, once this transaction is committed.
pub(crate) async fn push(conn: &mut Conn, apart: &Apart, now: Time) -> Result<()> {
    // Suspended again, or blocked again after a peace, is news again.
    let key = format!("{}:{}:{}", apart.member, apart.other.map_or(0, |other| other.0), now.0);
    queue::push(conn, APART, &key, apart, now, now).await
}
