//! Facts that slices above set.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::traces::model::TraceId;

/// Since when a trace is featured; `None`: it is not.
pub async fn featured(conn: &mut Conn, trace: TraceId, at: Option<Time>) -> Result<u64> {
    crate::sql!("update traces set featured_at = $2 where id = $1").bind(trace).bind(at).run(conn).await
}
