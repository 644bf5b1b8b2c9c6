//! A reader offers a source; an author takes it in one step, as a new revision that credits the reader.

use crate::base::db::Conn;
use crate::base::error::{Error, Problem, Refusal, Result};
use crate::base::limits::Budget;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::traces::actions::desk::{read, written};
use crate::traces::actions::past::content_of;
use crate::traces::actions::publish::{Published, Words, rendered, revise};
use crate::traces::model::TraceId;
use crate::traces::model::check::MOST_SOURCES;
use crate::traces::model::draft::Content;
use crate::traces::model::offer::{self, MOST_OPEN, Offer, OfferId};
use crate::traces::store::authors::writing;
use crate::traces::store::drafts;
use crate::traces::store::offers::{self as store, OfferRow};
use crate::traces::store::show::{self, TraceRow};

/// The published content of a trace that the viewer may see.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn ground(conn: &mut Conn, visit: &Visit, trace: TraceId) -> Result<(TraceRow, Content)> {
    let row = show::visible(conn, trace, &visit.viewer).await?;
    let number = row.published.ok_or(Error::NotFound)?;
    let content = content_of(conn, trace, number, row.company_id).await?;
    Ok((row, content))
}

/// Offers a source and tells the authors.
///
/// # Errors
/// The refusals of `Viewer::can_speak`; [`Error::NotFound`]; [`Error::NotAllowed`] where a block stands
/// between; [`Error::Invalid`] when too many of the member's offers wait here.
pub async fn offer(visit: &Visit, trace: TraceId, offer: &Offer) -> Result<()> {
    let member = visit.viewer.can_speak(visit.now)?;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    show::visible(&mut tx, trace, &visit.viewer).await?.published.ok_or(Error::NotFound)?;
    let authors = writing(&mut tx, trace).await?;
    if authors.iter().any(|author| visit.viewer.keeps_apart(*author)) {
        return Err(Error::NotAllowed(Refusal::Blocked));
    }
    if store::waiting(&mut tx, trace, member.id).await? >= MOST_OPEN {
        return Err(("title", Problem::TooManyOf(MOST_OPEN as usize)).into());
    }
    let id = store::insert(&mut tx, trace, offer, member.id, visit.now).await?;
    let about = About::Trace { trace: trace.0, comment: None };
    let news =
        News { kind: NoticeKind::SourceOffered, actor: member.id, about, key: format!("offer:{id}"), letter: true };
    for author in authors {
        tell(&mut tx, author, &news, visit.now).await?;
    }
    visit.app.commit(tx).await
}

/// What waits on a trace; for its authors.
async fn waiting(conn: &mut Conn, visit: &Visit, trace: TraceId, id: OfferId) -> Result<OfferRow> {
    if !show::visible(conn, trace, &visit.viewer).await?.is_author {
        return Err(Error::NotFound);
    }
    store::open(conn, trace).await?.into_iter().find(|offer| offer.id == id).ok_or(Error::NotFound)
}

/// Takes an offer: what is published gains the source and its citation, and so does the draft.
///
/// # Errors
/// The refusals of `Viewer::can_speak`; [`Error::NotFound`] for anyone but the authors, and for an offer
/// that no longer waits; [`Error::Invalid`] when the trace holds as many sources as it may;
/// [`Error::Conflict`] when a revision was published in between.
pub async fn take(visit: &Visit, trace: TraceId, id: OfferId) -> Result<Published> {
    let member = visit.viewer.can_speak(visit.now)?.id;
    let mut conn = visit.app.db.read().await?;
    let offer = waiting(&mut conn, visit, trace, id).await?;
    let (row, content) = ground(&mut conn, visit, trace).await?;
    drop(conn);
    if content.sources.len() >= MOST_SOURCES {
        return Err(("title", Problem::TooManyOf(MOST_SOURCES)).into());
    }
    let place = offer.place();
    let reason = content.language.words().offer_reason();
    let shown = content.clone();
    let content = offer::added(&content, offer.source(), place.as_ref());
    let rendered = rendered(visit, &content).await?;

    let mut tx = visit.app.db.write().await?;
    let desk = drafts::desk(&mut tx, trace, member).await?.ok_or(Error::NotFound)?;
    if desk.published != row.published {
        return Err(Error::Conflict);
    }
    if store::decide(&mut tx, trace, id, "taken", member, visit.now).await? == 0 {
        return Err(Error::NotFound);
    }
    let held = read(&desk.content, desk.company_id)?;
    // A draft with words of its own stays newer than what is published: they can still be published.
    let saved_at = if held.says_the_same(&shown) { visit.now } else { visit.now.plus(1) };
    let draft = written(&offer::added(&held, offer.source(), place.as_ref()))?;
    drafts::replace_draft(&mut tx, trace, desk.version, &draft, member, saved_at).await?.ok_or(Error::Conflict)?;
    let words = Words { content: &content, rendered: &rendered, reason: &reason, of: row.published };
    let published = revise(&mut tx, trace, member, &words, visit.now).await?;
    let about = About::Trace { trace: trace.0, comment: None };
    let news = News { kind: NoticeKind::SourceTaken, actor: member, about, key: format!("taken:{id}"), letter: false };
    tell(&mut tx, offer.member_id, &news, visit.now).await?;
    visit.app.commit(tx).await?;
    Ok(published)
}

/// Lets an offer go.
///
/// # Errors
/// As [`take`].
pub async fn decline(visit: &Visit, trace: TraceId, id: OfferId) -> Result<()> {
    let member = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    waiting(&mut tx, visit, trace, id).await?;
    store::decide(&mut tx, trace, id, "declined", member, visit.now).await?;
    tx.tell(format!("trace:{trace}"));
    visit.app.commit(tx).await
}
