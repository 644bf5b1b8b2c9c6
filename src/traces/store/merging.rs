//! Statements for traces whose company was merged into another.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::companies::model::CompanyId;
use crate::traces::model::TraceId;

/// The title and the outline that a trace's page shows.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Kept {
    pub title: String,
    pub outline: String,
}

/// Traces that the company has or is to have, above `after`, in the order of their numbers.
pub async fn of_either(conn: &mut Conn, company: CompanyId, after: TraceId, limit: i64) -> Result<Vec<TraceId>> {
    let rows: Vec<(TraceId,)> = crate::sql!(
        "select t.id from traces t where t.id > $2 and t.deleted_at is null
           and t.company_id in (select c.id from companies c where c.id = $1 or c.merged_into = $1)
         order by t.id limit $3"
    )
    .bind(company)
    .bind(after)
    .bind(limit)
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// What the page of a trace shows; nothing where it is not published.
pub async fn shown(conn: &mut Conn, trace: TraceId) -> Result<Option<Kept>> {
    crate::sql!(
        "select r.title, r.outline from traces t join revisions r on r.trace_id = t.id and r.number = t.published
         where t.id = $1 and t.deleted_at is null"
    )
    .bind(trace)
    .maybe(conn)
    .await
}

/// The trace is the company's.
pub async fn give(conn: &mut Conn, trace: TraceId, company: CompanyId) -> Result<()> {
    crate::sql!("update traces set company_id = $2, industry = (select c.industry from companies c where c.id = $2) where id = $1").bind(trace).bind(company).run(conn).await?;
    Ok(())
}
