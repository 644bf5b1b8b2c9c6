//! A revision as its writer could go on from it.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::companies::model::CompanyId;
use crate::traces::model::TraceId;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::store::show;

/// The content of a published revision, whole: for its authors' eyes.
///
/// # Errors
/// [`crate::base::error::Error::NotFound`] when there is no such revision.
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
