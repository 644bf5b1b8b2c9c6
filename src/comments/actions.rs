//! Saying something, and what its writer and organizers may do with it afterwards.

use crate::base::db::Tx;
use crate::base::error::{Error, Problem, Refusal, Result};
use crate::base::limits::Budget;
use crate::base::markdown;
use crate::comments::model::{CommentId, Edited, Said, html};
use crate::comments::store::{self, Ground, New, Placed};
use crate::members::model::SignedIn;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::traces::model::TraceId;
use crate::traces::model::address;

/// Says something about a trace; returns the path of its place on the page.
///
/// # Errors
/// [`Error::SignIn`], [`Error::NotAllowed`], [`Error::TooMany`]; [`Error::NotFound`] for a trace that
/// is not public; [`Error::Invalid`] when the part or the parent is gone or the Markdown too complex.
pub async fn say(visit: &Visit, trace: TraceId, said: Said) -> Result<String> {
    let (app, now) = (&visit.app, visit.now);
    let author = visit.viewer.can_speak(now)?;
    visit.limit_member(Budget::Post)?;
    let (said, html) = rendered(visit, said).await?;
    let mut tx = app.db.write().await?;
    let part = said.part.map_or("", |p| p.as_str());
    let ground = store::ground(&mut tx, trace, author.id, part, said.parent).await?;
    let part = place(&said, &ground)?;
    let new = New {
        trace,
        revision: ground.revision,
        part,
        root: ground.parent_root,
        parent: said.parent,
        author: author.id,
        kind: said.kind,
        body: &said.body,
        html: &html,
        html_version: markdown::VERSION,
    };
    let id = store::add(&mut tx, &new, now).await?;
    if said.parent.is_none() {
        store::make_root(&mut tx, id).await?;
    }
    announce(&mut tx, visit, trace, id, author, &ground).await?;
    told(&mut tx, trace, author);
    app.commit(tx).await?;
    Ok(format!("{}#comment-{id}", address::path(trace, &ground.slug)))
}

/// The Markdown, off the async threads and before any transaction.
async fn rendered(visit: &Visit, said: Said) -> Result<(Said, String)> {
    let (lang, salt) = (visit.lang, visit.app.random.reference());
    let (said, html) = visit
        .app
        .offload(move || {
            let html = html(&said.body, &salt, lang);
            (said, html)
        })
        .await?;
    Ok((said, html?))
}

/// The part that it will be about, if there is anything to point at and nobody stands between.
fn place<'a>(said: &Said, ground: &'a Ground) -> Result<&'a str> {
    match (said.parent, &ground.parent_part) {
        (Some(_), None) => return Err(("parent", Problem::Gone).into()),
        _ if ground.blocked => return Err(Error::NotAllowed(Refusal::Blocked)),
        (Some(_), Some(part)) => return Ok(part),
        (None, _) => {}
    }
    match said.part {
        Some(_) if !ground.part_there => Err(("part", Problem::Gone).into()),
        Some(part) => Ok(part.as_str()),
        None => Ok(""),
    }
}

/// Tells the writer of the parent, and the trace's authors.
async fn announce(
    tx: &mut Tx,
    visit: &Visit,
    trace: TraceId,
    id: CommentId,
    author: &SignedIn,
    ground: &Ground,
) -> Result<()> {
    let mut news = News {
        kind: NoticeKind::Reply,
        actor: author.id,
        about: About::Trace { trace: trace.0, comment: Some(id.0) },
        key: format!("comment:{id}"),
        letter: true,
    };
    if let Some(parent) = ground.parent_author {
        tell(tx, parent, &news, visit.now).await?;
    }
    news.kind = NoticeKind::Comment;
    // An author who was told of the reply is not told again: the key is the same.
    for to in ground.authors().filter(|to| Some(*to) != ground.parent_author) {
        tell(tx, to, &news, visit.now).await?;
    }
    Ok(())
}

/// Replaces one's own comment; it is marked as edited.
///
/// # Errors
/// [`Error::NotAllowed`] for another's; [`Error::NotFound`] when it cannot be seen.
pub async fn edit(visit: &Visit, id: CommentId, edited: Edited) -> Result<String> {
    let author = visit.viewer.can_speak(visit.now)?;
    visit.limit_member(Budget::Post)?;
    let placed = own(visit, id).await?;
    let (lang, salt, body) = (visit.lang, visit.app.random.reference(), edited.body.clone());
    let html = visit.app.offload(move || html(&body, &salt, lang)).await??;
    let mut tx = visit.app.db.write().await?;
    if store::change::edit(&mut tx, id, &edited, &html, markdown::VERSION, visit.now).await? == 0 {
        return Err(Error::NotFound);
    }
    told(&mut tx, placed.trace_id, author);
    visit.app.commit(tx).await?;
    Ok(format!("/comments/{id}"))
}

/// Deletes one's own comment; returns the trace's path.
///
/// # Errors
/// As [`edit`]; a suspended member may still delete.
pub async fn delete(visit: &Visit, id: CommentId) -> Result<String> {
    let author = visit.viewer.member()?;
    let placed = own(visit, id).await?;
    let mut tx = visit.app.db.write().await?;
    store::change::delete(&mut tx, id, visit.now).await?;
    told(&mut tx, placed.trace_id, author);
    visit.app.commit(tx).await?;
    Ok(talk_path(&placed))
}

/// An organizer takes a comment out of sight; returns the trace's path.
///
/// # Errors
/// [`Error::NotAllowed`] for others.
pub async fn hide(visit: &Visit, id: CommentId) -> Result<String> {
    visit.viewer.can_organize(visit.now)?;
    let placed = seen(visit, id).await?;
    let mut tx = visit.app.db.write().await?;
    store::change::hide(&mut tx, id, visit.now).await?;
    tx.tell(format!("trace:{}", placed.trace_id));
    tx.tell(format!("member:{}", placed.author_id));
    visit.app.commit(tx).await?;
    Ok(talk_path(&placed))
}

/// A comment that the viewer can see. Nobody hides from an organizer by blocking one.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn seen(visit: &Visit, id: CommentId) -> Result<Placed> {
    let eyes = if visit.viewer.can_organize(visit.now).is_ok() { None } else { visit.viewer.id() };
    store::visible(&mut visit.app.db.read().await?, id, eyes).await
}

/// A comment of the viewer's own.
///
/// # Errors
/// [`Error::SignIn`], [`Error::NotFound`], [`Error::NotAllowed`].
pub async fn own(visit: &Visit, id: CommentId) -> Result<Placed> {
    let member = visit.viewer.member()?.id;
    let placed = seen(visit, id).await?;
    if placed.author_id == member { Ok(placed) } else { Err(Error::NotAllowed(Refusal::Authors)) }
}

fn talk_path(placed: &Placed) -> String {
    format!("{}#talk", address::path(placed.trace_id, &placed.slug))
}

fn told(tx: &mut Tx, trace: TraceId, author: &SignedIn) {
    tx.tell(format!("trace:{trace}"));
    tx.tell(format!("member:{}", author.id));
}
