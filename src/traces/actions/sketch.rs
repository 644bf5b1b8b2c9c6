//! Sketches: drawn by a member, or signed out and claimed after signing up.

use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Problem, Result};
use crate::base::limits::Budget;
use crate::base::random::token_hash;
use crate::base::text;
use crate::base::time::{DAY, Time};
use crate::companies::model::{Company, NewCompany};
use crate::companies::{actions as directory, industry, store as companies};
use crate::members::model::MemberId;
use crate::members::store as members;
use crate::members::visit::Visit;
use crate::traces::actions::joint::draft_of;
use crate::traces::actions::writers;
use crate::traces::model::TraceId;
use crate::traces::model::sketch::Sketch;
use crate::traces::store::pending;

/// How long a sketch waits for its writer to sign up.
const WAIT: i64 = 7 * DAY;

/// Draws a member's sketch: a trace with its first draft.
///
/// # Errors
/// [`Error::Invalid`] when the company is not known and no industry says what it is.
pub async fn create(visit: &Visit, sketch: &Sketch) -> Result<TraceId> {
    let member = visit.viewer.member()?.id;
    known(&mut visit.app.db.read().await?, sketch).await?;
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    let trace = begin(&mut tx, member, sketch, visit.now).await?;
    visit.app.commit(tx).await?;
    Ok(trace)
}

/// Keeps a guest's sketch; the token that claims it.
///
/// # Errors
/// As [`create`]; [`Error::TooMany`].
pub async fn keep(visit: &Visit, sketch: &Sketch) -> Result<String> {
    known(&mut visit.app.db.read().await?, sketch).await?;
    visit.limit_address(Budget::SketchAddress)?;
    let token = visit.app.random.token();
    let content = serde_json::to_string(sketch).map_err(|e| Error::Internal(e.to_string()))?;
    let mut tx = visit.app.db.write().await?;
    pending::forget_expired(&mut tx, visit.now).await?;
    pending::insert(&mut tx, &token_hash(&token), &content, visit.now, visit.now.plus(WAIT)).await?;
    visit.app.commit(tx).await?;
    Ok(token)
}

/// Makes a waiting sketch the member's draft: the one of the token that they bring, else the latest that
/// waits for them. The others go on waiting; only one claim gets each.
///
/// # Errors
/// [`Error::NotFound`] when it is gone.
pub async fn claim(visit: &Visit, token: &str) -> Result<TraceId> {
    let member = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    let waiting = match token {
        "" => members::waiting_sketches(&mut tx, member).await?,
        token => vec![token_hash(token)],
    };
    for hash in waiting {
        members::forget_sketch(&mut tx, member, &hash).await?;
        // What has expired, or was claimed under another account, waits in vain.
        let Some(content) = pending::take(&mut tx, &hash, visit.now).await? else { continue };
        let trace = begin(&mut tx, member, &read(&content)?, visit.now).await?;
        visit.app.commit(tx).await?;
        return Ok(trace);
    }
    visit.app.commit(tx).await?;
    Err(Error::NotFound)
}

fn read(content: &str) -> Result<Sketch> {
    serde_json::from_str(content).map_err(|e| Error::Internal(format!("a sketch cannot be read: {e}")))
}

/// The company is in the directory, or an industry says what it is.
async fn known(conn: &mut Conn, sketch: &Sketch) -> Result<()> {
    if companies::by_name_key(conn, &text::key(&sketch.company)).await?.is_some() {
        return Ok(());
    }
    if sketch.industry.is_empty() {
        return Err(("industry", Problem::Required).into());
    }
    industry::parse(&sketch.industry).map(|_| ()).map_err(|problem| ("industry", problem).into())
}

async fn begin(tx: &mut Tx, member: MemberId, sketch: &Sketch, now: Time) -> Result<TraceId> {
    let company = company(tx, member, sketch, now).await?;
    let content = sketch.content(company.id, company.name(sketch.language));
    let trace = draft_of(tx, &[member], &content, now).await?;
    writers::edited(tx, trace, member, None, &content).await?;
    Ok(trace)
}

async fn company(tx: &mut Tx, member: MemberId, sketch: &Sketch, now: Time) -> Result<Company> {
    if let Some(company) = companies::by_name_key(tx, &text::key(&sketch.company)).await? {
        return Ok(company);
    }
    let industry = industry::parse(&sketch.industry).unwrap_or("other");
    let id = directory::add_waiting(tx, &NewCompany::named(&sketch.company, industry, member), now).await?;
    companies::by_id(tx, id).await?.ok_or(Error::NotFound)
}
