//! A revision as it was written, to be compared or restored.

use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::traces::model::draft::{Content, PartText};
use crate::traces::store::show::{self, RevisionRow, TraceRow};

/// The revision with this number of a trace that [`show::visible`] has allowed: with the parts for
/// its authors alone where an author asks. It is about the trace's company of today, whatever the
/// company was called then or has been merged into.
///
/// # Errors
/// [`Error::NotFound`] when there is no such revision.
pub async fn revision(conn: &mut Conn, trace: &TraceRow, number: i64) -> Result<(RevisionRow, Content)> {
    if trace.published.is_none_or(|published| number > published) {
        return Err(Error::NotFound);
    }
    let revision = show::revision(conn, trace.id, number).await?;
    let parts = show::parts(conn, trace.id, number, trace.is_author).await?;
    let sources = show::sources(conn, trace.id, number).await?;
    let part = |part: show::PartRow| (part.part_key, PartText { gist: part.gist, body: part.body });
    let content = Content {
        title: revision.title.clone(),
        language: revision.language,
        company: trace.company_id,
        parts: parts.into_iter().map(part).collect(),
        sources,
    };
    Ok((revision, content))
}
