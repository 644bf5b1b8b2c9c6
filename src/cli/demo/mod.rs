//! `demo`: members, traces, comments, a feature and asks to look at, clearly marked as demo.
//!
//! Everything goes through the same actions as a member's own work, so what is shown has been
//! checked, rendered, indexed and told like any other. Running it again adds only what is missing.

mod asks;
mod content;
mod store;

use std::net::IpAddr;

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::time::{DAY, HOUR, MINUTE, Time};
use crate::comments::actions as talk;
use crate::companies::actions::seed_directory;
use crate::companies::store as companies;
use crate::curation::actions::feature;
use crate::curation::model::Reason;
use crate::members::model::{SignInId, SignedIn, Theme, Viewer};
use crate::members::store::account_by_handle;
use crate::members::visit::Visit;
use crate::traces::actions::{create, hypotheses, open, publish};
use crate::traces::model::TraceId;
use crate::traces::model::hypothesis::Answer;
use crate::traces::model::sketch::Sketch;
use crate::traces::store::drafts;
use crate::ui::fields::Fields;
use content::{Comment, Demo, Trace};

/// What was added.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    pub members: usize,
    pub companies: usize,
    pub traces: usize,
    pub asks: usize,
}

/// Adds what is missing. `if_empty`: nothing where anybody has an account already.
///
/// # Errors
/// When the database does not answer, or the embedded content does not fit the site's own rules.
pub async fn fill(app: &App, if_empty: bool) -> Result<Added> {
    let mut added = Added::default();
    if if_empty && store::anybody(&mut app.db.read().await?).await? {
        return Ok(added);
    }
    let demo = Demo::read().map_err(Error::Internal)?;
    added.companies = seed_directory(app).await?;
    let mut tx = app.db.write().await?;
    for member in &demo.members {
        added.members += usize::from(store::add_member(&mut tx, member, app.now()).await?);
    }
    app.commit(tx).await?;
    // One a day up to yesterday, so that lists and feeds have an order to show.
    let mut at = app.now().plus(-(demo.traces.len() as i64 + 1) * DAY);
    for trace in &demo.traces {
        at = at.plus(DAY);
        added.traces += usize::from(add(app, trace, at).await?);
    }
    added.asks = asks::add(app).await?;
    Ok(added)
}

/// Adds what is missing of one trace: the trace, its comments, its feature. Whatever an interruption
/// left half done is taken up where it stopped. True when it was not published before.
async fn add(app: &App, trace: &Trace, at: Time) -> Result<bool> {
    let author = visit(app, &trace.author, at).await?;
    let mut conn = app.db.read().await?;
    let there = store::published(&mut conn, &trace.author, &trace.title).await?;
    drop(conn);
    let id = match there {
        Some(id) => id,
        None => publish_new(app, &author, trace).await?,
    };
    let mut at = at.plus(HOUR);
    for one in &trace.answers {
        let answer = Answer { outcome: one.outcome, evidence: one.evidence.trim().to_owned() };
        hypotheses::answer(&visit(app, &trace.author, at).await?, id, one.part, &answer).await?;
    }
    for comment in &trace.comments {
        at = say(app, id, comment, None, at).await?;
    }
    let featured = store::was_featured(&mut app.db.read().await?, id).await?;
    if !trace.featured_by.is_empty() && !featured {
        let organizer = visit(app, &trace.featured_by, at).await?;
        let reason = Reason::read(&Fields::from_pairs([("reason", trace.featured_reason.as_str())]))?;
        feature(&organizer, id, &reason).await?;
    }
    Ok(there.is_none())
}

async fn publish_new(app: &App, author: &Visit, trace: &Trace) -> Result<TraceId> {
    let mut conn = app.db.read().await?;
    // It may have been merged into another meanwhile.
    let slug = companies::moved_to(&mut conn, &trace.company).await?.unwrap_or_else(|| trace.company.clone());
    let company = companies::by_slug(&mut conn, &slug).await?;
    let company = company.ok_or_else(|| Error::Internal(format!("demo: {} is not in the directory", trace.company)))?;
    let begun = store::begun(&mut conn, &trace.author, company.id, trace.language).await?;
    drop(conn);
    let language = trace.language;
    let sketch =
        Sketch { company: company.name(language).to_owned(), industry: String::new(), language, gists: trace.gists() };
    let id = match begun {
        Some(id) => id,
        None => create(author, &sketch).await?,
    };
    join(app, id, &trace.co_authors).await?;
    let desk = open(&mut app.db.read().await?, id, &author.viewer).await?;
    publish(author, id, desk.version, &trace.content(desk.company.id), "").await?;
    Ok(id)
}

/// The demo's co-authors have written from the beginning: nobody is invited, nobody is told.
async fn join(app: &App, trace: TraceId, handles: &[String]) -> Result<()> {
    let mut tx = app.db.write().await?;
    for (position, handle) in (2..).zip(handles) {
        let member = account_by_handle(&mut tx, handle).await?.ok_or(Error::NotFound)?;
        if !store::writes(&mut tx, trace, member.id).await? {
            drafts::insert_author(&mut tx, trace, position, member.id).await?;
        }
    }
    app.commit(tx).await
}

/// Says a comment and what is said in reply, each unless it has been said; the time of the last one.
async fn say(app: &App, trace: TraceId, comment: &Comment, parent: Option<&str>, at: Time) -> Result<Time> {
    let at = at.plus(37 * MINUTE);
    let author = visit(app, &comment.author, at).await?;
    let fields = [
        ("part", comment.part.as_str()),
        ("kind", &comment.kind),
        ("body", &comment.body),
        ("parent", parent.unwrap_or_default()),
    ];
    let said = crate::comments::model::Said::read(&Fields::from_pairs(fields))?;
    let there = store::said(&mut app.db.read().await?, trace, &comment.author, &said.body).await?;
    let id = match there {
        Some(id) => id.to_string(),
        None => {
            let place = talk::say(&author, trace, said).await?;
            let id = place.rsplit_once("#comment-").map(|(_, id)| id.to_owned());
            id.ok_or_else(|| Error::Internal(format!("no comment in {place}")))?
        }
    };
    let mut last = at;
    for reply in &comment.replies {
        last = Box::pin(say(app, trace, reply, Some(&id), last)).await?;
    }
    Ok(last)
}

/// A demo member at work at a given time.
async fn visit(app: &App, handle: &str, now: Time) -> Result<Visit> {
    let account = account_by_handle(&mut app.db.read().await?, handle).await?;
    let account = account.ok_or_else(|| Error::Internal(format!("demo: no member {handle}")))?;
    let lang = account.language;
    let member = SignedIn {
        id: account.id,
        sign_in: SignInId(0),
        handle: account.handle,
        name: account.name,
        role: account.role,
        standing: account.standing,
        language: lang,
        zone: account.zone,
        verified: account.verified_at.is_some(),
        suspended_until: account.suspended_until,
        unread: 0,
        blocks: Vec::new(),
    };
    Ok(Visit {
        app: app.clone(),
        viewer: Viewer::Member(Box::new(member)),
        lang,
        theme: Theme::Auto,
        now,
        address: IpAddr::from([127, 0, 0, 1]),
        here: "/".into(),
        browser: "demo".into(),
        known_browser: None,
        sign_in_token: None,
    })
}

#[cfg(test)]
mod tests;
