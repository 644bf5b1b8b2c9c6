//! Statements about the index.

use crate::base::db::Conn;
use crate::base::error::Result;

pub async fn forget(conn: &mut Conn, trace: i64) -> Result<()> {
    crate::sql!("delete from search_terms where trace_id = $1").bind(trace).run(conn).await?;
    Ok(())
}

/// Terms that one statement takes.
pub const BATCH: usize = 8;

/// Eight terms at once; a term named twice counts once.
pub async fn insert(conn: &mut Conn, trace: i64, terms: [&(String, i64); BATCH]) -> Result<()> {
    let mut statement = crate::sql!(
        "insert into search_terms (trace_id, term, weight) values
         ($1, $2, $3), ($1, $4, $5), ($1, $6, $7), ($1, $8, $9), ($1, $10, $11), ($1, $12, $13), ($1, $14, $15), ($1, $16, $17)
         on conflict do nothing"
    )
    .bind(trace);
    for (term, weight) in terms {
        statement = statement.bind(term).bind(*weight);
    }
    statement.run(conn).await?;
    Ok(())
}
