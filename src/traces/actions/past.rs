//! A revision as it was written: to be compared, restored, or gone on from.

use std::collections::BTreeMap;

use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::companies::model::CompanyId;
use crate::traces::model::TraceId;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::part::PartKey;
use crate::traces::store::show::{self, TraceRow};

/// The content of a published revision, whole: for its authors' eyes. It is about the trace's company of
/// today, whatever the company was called then or has been merged into.
///
/// # Errors
/// [`Error::NotFound`] when there is no such revision.
pub async fn content_of(conn: &mut Conn, trace: TraceId, number: i64, company: CompanyId) -> Result<Content> {
    Ok(read(conn, trace, number, company).await?.0)
}

/// The same for whoever [`show::visible`] has allowed to see the trace.
///
/// # Errors
/// As [`content_of`].
pub async fn revision(conn: &mut Conn, trace: &TraceRow, number: i64) -> Result<Content> {
    if trace.published.is_none_or(|published| number > published) {
        return Err(Error::NotFound);
    }
    let (content, hidden) = read(conn, trace.id, number, trace.company_id).await?;
    Ok(if trace.is_author { content } else { content.without(&hidden) })
}

/// The whole, and which parts are for the authors alone.
async fn read(conn: &mut Conn, trace: TraceId, number: i64, company: CompanyId) -> Result<(Content, Vec<PartKey>)> {
    let revision = show::revision(conn, trace, number).await?;
    let (mut parts, mut hidden) = (BTreeMap::new(), Vec::new());
    for part in show::parts(conn, trace, number).await? {
        let fields = part.typed()?;
        if !part.is_public {
            hidden.push(part.part_key);
        }
        parts.insert(part.part_key, PartText { gist: part.gist, body: part.body, fields });
    }
    let sources = show::sources(conn, trace, number).await?;
    Ok((Content { title: revision.title, language: revision.language, company, parts, sources }, hidden))
}
