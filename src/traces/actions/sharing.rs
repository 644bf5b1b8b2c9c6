//! Verbs of letting others read a draft: a secret address, chosen reviewers, their remarks.

use crate::base::db::Conn;
use crate::base::error::{Error, Problem, Problems, Result};
use crate::base::limits::Budget;
use crate::base::random::token_hash;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::notices::actions::tell as notify;
use crate::notices::model::NoticeKind;
use crate::traces::actions::authors::{news, reachable};
use crate::traces::actions::desk::read;
use crate::traces::model::TraceId;
use crate::traces::model::authors::{LinkId, MOST_LINKS, MOST_REVIEWERS, RemarkId};
use crate::traces::model::check::keep_within;
use crate::traces::model::draft::Content;
use crate::traces::model::part::PartKey;
use crate::traces::store::authors;
use crate::traces::store::sharing::{self as store, SharedDraft};

/// What is being written, as others than its authors may read it: the parts for the authors alone are
/// not in it, whoever reads.
///
/// # Errors
/// [`Error::Internal`] when the stored draft cannot be read.
pub fn content(draft: &SharedDraft) -> Result<Content> {
    let mut content = read(&draft.content, draft.company_id)?;
    keep_within(&mut content);
    Ok(content.for_readers())
}

/// Makes a secret address under which the draft can be read; the token, which is shown once.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the authors; [`Error::Invalid`] on `link` when there are enough.
pub async fn make_link(visit: &Visit, trace: TraceId) -> Result<String> {
    let me = visit.viewer.can_speak(visit.now)?.id;
    let token = visit.app.random.token();
    let mut tx = visit.app.db.write().await?;
    authors::written_by(&mut tx, trace, me).await?;
    if store::links(&mut tx, trace, MOST_LINKS as i64).await?.len() >= MOST_LINKS {
        return Err(("link", Problem::TooManyOf(MOST_LINKS)).into());
    }
    store::add_link(&mut tx, trace, &token_hash(&token), me, visit.now).await?;
    visit.app.commit(tx).await?;
    Ok(token)
}

/// Ends a secret address at once.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the authors.
pub async fn revoke_link(visit: &Visit, trace: TraceId, link: LinkId) -> Result<()> {
    let me = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    authors::written_by(&mut tx, trace, me).await?;
    if store::revoke_link(&mut tx, trace, link, visit.now).await? == 0 {
        return Err(Error::NotFound);
    }
    visit.app.commit(tx).await
}

/// Opens the draft to a member who may remark on it.
///
/// # Errors
/// As `authors::invite`; on the field `reviewer`.
pub async fn choose_reviewer(visit: &Visit, trace: TraceId, handle: &str) -> Result<()> {
    let me = visit.viewer.can_speak(visit.now)?.id;
    let mut conn = visit.app.db.read().await?;
    authors::written_by(&mut conn, trace, me).await?;
    let reviewer = reachable(&mut conn, visit, "reviewer", handle).await?;
    if authors::named(&mut conn, trace).await?.iter().any(|one| one.member_id == reviewer && one.writes()) {
        return Err(("reviewer", Problem::ThereAlready).into());
    }
    if store::reviewers(&mut conn, trace).await?.len() >= MOST_REVIEWERS {
        return Err(("reviewer", Problem::TooManyOf(MOST_REVIEWERS)).into());
    }
    drop(conn);
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    if !store::add_reviewer(&mut tx, trace, reviewer, me, visit.now).await? {
        return Err(("reviewer", Problem::ThereAlready).into());
    }
    // Chosen again after having been let go is news again only to those who had not heard.
    let news = news(NoticeKind::Reviewer, me, format!("/traces/{trace}/draft"), format!("reviewer:{trace}"));
    notify(&mut tx, reviewer, &news, visit.now).await?;
    visit.app.commit(tx).await
}

/// Closes the draft to a reviewer.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the authors.
pub async fn let_go(visit: &Visit, trace: TraceId, reviewer: MemberId) -> Result<()> {
    let me = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    authors::written_by(&mut tx, trace, me).await?;
    store::remove_reviewer(&mut tx, trace, reviewer).await?;
    visit.app.commit(tx).await
}

/// Says something about the draft. It stays with the draft: the published page never shows it.
///
/// # Errors
/// The refusals of `Viewer::can_speak`; [`Error::NotFound`] for whom the draft is not open to;
/// [`Error::Invalid`].
pub async fn remark(visit: &Visit, trace: TraceId, part: &str, body: &str) -> Result<RemarkId> {
    let me = visit.viewer.can_speak(visit.now)?.id;
    let mut problems = Problems::default();
    let part = match part {
        "" => Some(""),
        key => problems.check("part", key.parse::<PartKey>().map_err(|_| Problem::Gone)).map(PartKey::as_str),
    };
    if body.is_empty() {
        problems.add("body", Problem::Required);
    }
    let mut conn = visit.app.db.read().await?;
    store::for_member(&mut conn, trace, me).await?;
    drop(conn);
    problems.into_result()?;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    let id = store::add_remark(&mut tx, trace, part.unwrap_or_default(), me, body, visit.now).await?;
    let news = news(NoticeKind::DraftRemark, me, format!("/traces/{trace}/draft#remarks"), format!("remark:{id}"));
    for author in authors::writing(&mut tx, trace).await? {
        notify(&mut tx, author, &news, visit.now).await?;
    }
    visit.app.commit(tx).await?;
    Ok(id)
}

/// Takes a remark away.
///
/// # Errors
/// [`Error::NotFound`] for anyone but its writer and the authors.
pub async fn remove_remark(visit: &Visit, trace: TraceId, remark: RemarkId) -> Result<()> {
    let me = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    if store::remove_remark(&mut tx, trace, remark, me).await? == 0 {
        return Err(Error::NotFound);
    }
    visit.app.commit(tx).await
}

/// The draft for a reviewer or an author.
///
/// # Errors
/// [`Error::SignIn`], [`Error::NotFound`].
pub async fn draft(conn: &mut Conn, visit: &Visit, trace: TraceId) -> Result<SharedDraft> {
    store::for_member(conn, trace, visit.viewer.member()?.id).await
}
