//! 続きを書く: a member's own trace of the same company, begun from another's. Its sources come along,
//! because facts are there to be checked again; its words do not: a trace is in one's own words
//! (decided 2026-11-27). Each page credits the other once the new one is published.

use crate::base::db::Tx;
use crate::base::error::{Error, Refusal, Result};
use crate::base::limits::Budget;
use crate::base::text;
use crate::base::time::Time;
use crate::companies::store as companies;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::traces::actions::desk::written;
use crate::traces::actions::past;
use crate::traces::model::TraceId;
use crate::traces::model::draft::Content;
use crate::traces::store::authors::writing;
use crate::traces::store::{drafts, growth, publishing, show};

/// Begins it, or goes on with the one that was begun and not published yet. An author goes on with the
/// trace itself.
///
/// # Errors
/// [`Error::SignIn`], [`Error::TooMany`]; [`Error::NotFound`] for a trace that the member cannot read;
/// [`Error::NotAllowed`] where a block stands between the two.
pub async fn build_on(visit: &Visit, origin: TraceId) -> Result<TraceId> {
    let member = visit.viewer.member()?.id;
    let mut conn = visit.app.db.read().await?;
    let trace = show::visible(&mut conn, origin, &visit.viewer).await?;
    let number = trace.published.ok_or(Error::NotFound)?;
    if trace.is_author {
        return Ok(origin);
    }
    if publishing::authors(&mut conn, origin).await?.iter().any(|author| visit.viewer.keeps_apart(*author)) {
        return Err(Error::NotAllowed(Refusal::Blocked));
    }
    let company = companies::by_id(&mut conn, trace.company_id).await?.ok_or(Error::NotFound)?;
    // What readers see of it: what only a part for the authors cites would tell of that part.
    let Content { language, sources, .. } = past::revision(&mut conn, &trace, number).await?;
    drop(conn);
    let title = language.words().write_first_title(company.name(language));
    let content = Content { title, language, company: company.id, parts: std::collections::BTreeMap::new(), sources };

    let json = written(&content)?;
    let mut tx = visit.app.db.write().await?;
    if let Some(begun) = growth::begun(&mut tx, origin, member).await? {
        return Ok(begun);
    }
    visit.limit_member(Budget::Post)?;
    let slug = text::slug(&content.title);
    // It may have been merged into another meanwhile.
    let company = companies::stand(&mut tx, company.id).await?;
    let id = drafts::insert_trace(&mut tx, company.id, language, &content.title, &slug, visit.now).await?;
    growth::set_origin(&mut tx, id, origin).await?;
    drafts::insert_author(&mut tx, id, 1, member).await?;
    drafts::insert_draft(&mut tx, id, &json, member, visit.now).await?;
    visit.app.commit(tx).await?;
    Ok(id)
}

/// The other page shows it, or shows it anew; its authors hear of the first time.
pub(super) async fn credit(tx: &mut Tx, trace: TraceId, member: MemberId, number: i64, now: Time) -> Result<()> {
    let Some(origin) = growth::origin_of(tx, trace).await? else { return Ok(()) };
    tx.tell(format!("trace:{origin}"));
    if number > 1 {
        return Ok(());
    }
    let news = News {
        kind: NoticeKind::BuiltOn,
        actor: member,
        about: About::Trace { trace: trace.0, comment: None },
        key: format!("built-on:{trace}"),
        letter: true,
    };
    for author in writing(tx, origin).await? {
        tell(tx, author, &news, now).await?;
    }
    Ok(())
}
