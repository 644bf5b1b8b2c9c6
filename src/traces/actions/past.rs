//! A revision as it was written: to be compared, restored, or gone on from.

use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::companies::model::CompanyId;
use crate::traces::model::TraceId;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::store::show::{self, TraceRow};

/// The content of a published revision, whole: for its authors' eyes. It is about the trace's company of
/// today, whatever the company was called then or has been merged into.
///
/// # Errors
/// [`Error::NotFound`] when there is no such revision.
pub async fn content_of(conn: &mut Conn, trace: TraceId, number: i64, company: CompanyId) -> Result<Content> {
    let revision = show::revision(conn, trace, number).await?;
    let mut parts = std::collections::BTreeMap::new();
    for part in show::parts(conn, trace, number, true).await? {
        let fields = part.typed()?;
        parts.insert(part.part_key, PartText { gist: part.gist, body: part.body, fields });
    }
    let sources = show::sources(conn, trace, number).await?;
    Ok(Content { title: revision.title, language: revision.language, company, parts, sources })
}

/// The same for whoever [`show::visible`] has allowed to see the trace.
///
/// # Errors
/// As [`content_of`].
pub async fn revision(conn: &mut Conn, trace: &TraceRow, number: i64) -> Result<Content> {
    if trace.published.is_none_or(|published| number > published) {
        return Err(Error::NotFound);
    }
    let content = content_of(conn, trace.id, number, trace.company_id).await?;
    Ok(if trace.is_author { content } else { content.for_readers() })
}
