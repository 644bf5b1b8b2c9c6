//! Statements about what lists are narrowed by.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::traces::model::TraceId;

/// The words of an older revision go.
pub async fn forget(conn: &mut Conn, trace: TraceId) -> Result<()> {
    crate::sql!("delete from trace_facets where trace_id = $1").bind(trace).run(conn).await?;
    Ok(())
}

/// A word of the revision that is shown from now on.
pub async fn add(conn: &mut Conn, trace: TraceId, facet: &str) -> Result<()> {
    crate::sql!("insert into trace_facets (trace_id, facet) values ($1, $2)").bind(trace).bind(facet).run(conn).await?;
    Ok(())
}
