//! The writer's desk: the draft with what stands around it. Authors only.

use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::time::Time;
use crate::companies::model::{Company, CompanyId};
use crate::members::model::Viewer;
use crate::traces::model::TraceId;
use crate::traces::model::draft::Content;
use crate::traces::store::drafts::{self, DeskRow};
use crate::traces::store::growth::{self, Credit};

/// A draft as its author has it before them.
#[derive(Debug, Clone)]
pub struct Desk {
    pub trace: TraceId,
    pub version: i64,
    pub saved_at: Time,
    pub content: Content,
    pub company: Company,
    pub slug: String,
    /// The number of the published revision.
    pub published: Option<i64>,
    /// The trace that this one was begun from.
    pub origin: Option<Credit>,
}

/// The draft, for its authors; for anyone else signed in it does not exist.
///
/// # Errors
/// [`Error::SignIn`], [`Error::NotFound`].
pub async fn open(conn: &mut Conn, trace: TraceId, viewer: &Viewer) -> Result<Desk> {
    let member = viewer.member()?.id;
    let row = drafts::desk(conn, trace, member).await?.ok_or(Error::NotFound)?;
    let company = crate::companies::store::by_id(conn, row.company_id).await?.ok_or(Error::NotFound)?;
    let origin = growth::origin(conn, trace, Some(member)).await?;
    let content = read(&row.content, row.company_id)?;
    let DeskRow { version, saved_at, slug, published, .. } = row;
    Ok(Desk { trace, version, saved_at, content, company, slug, published, origin })
}

/// Its version and content alone, as [`open`] reads them.
///
/// # Errors
/// As [`open`].
pub async fn held(conn: &mut Conn, trace: TraceId, viewer: &Viewer) -> Result<(i64, Content)> {
    let row = drafts::desk(conn, trace, viewer.member()?.id).await?.ok_or(Error::NotFound)?;
    Ok((row.version, read(&row.content, row.company_id)?))
}

/// What a draft's JSON says; what company it is about is the trace's to say.
pub(super) fn read(json: &str, company: CompanyId) -> Result<Content> {
    let mut content: Content =
        serde_json::from_str(json).map_err(|e| Error::Internal(format!("a draft cannot be read: {e}")))?;
    content.company = company;
    Ok(content)
}

pub(super) fn written(content: &Content) -> Result<String> {
    serde_json::to_string(content).map_err(|e| Error::Internal(e.to_string()))
}
