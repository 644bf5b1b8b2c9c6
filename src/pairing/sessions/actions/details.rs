//! What an hour is about, and where to call: both stand in the invitation, which is sent anew.

use super::{follow, letters, notify, other, told};
use crate::base::app::App;
use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Problem, Result};
use crate::base::text;
use crate::base::time::Time;
use crate::companies::model::{Company, CompanyId};
use crate::companies::store as companies;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::notices::actions::tell_merging;
use crate::notices::model::{Merging, NoticeKind};
use crate::pairing::model::SessionId;
use crate::pairing::sessions::model::may_choose_company;
use crate::pairing::sessions::store::{self, Person, Session, details};
use crate::pairing::sessions::talk::open;
use crate::pairing::tasks::News;

/// Keeps where to call, for the two alone; both get the invitation with it.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] once the session is over or cancelled.
pub async fn set_call(visit: &Visit, id: SessionId, link: &str) -> Result<()> {
    let (session, mut tx) = open(visit, id).await?;
    let member = visit.viewer.member()?.id;
    if session.call_link == link {
        return Ok(());
    }
    if !details::set_call(&mut tx, id, member, link, session.sequence, visit.now).await? {
        return Err(Error::Conflict);
    }
    changed(visit, tx, id, member).await
}

/// Chooses the company, or another one while neither has prepared for it.
///
/// # Errors
/// As [`set_call`]; [`Error::Conflict`] too when one has prepared, or the hour has begun;
/// [`Error::Invalid`] on `company`.
pub async fn set_company(visit: &Visit, id: SessionId, typed: &str) -> Result<()> {
    let (session, mut tx) = open(visit, id).await?;
    let member = visit.viewer.member()?.id;
    let people = store::people(&mut tx, id).await?;
    if !may_choose_company(&session, &people, visit.now) {
        return Err(Error::Conflict);
    }
    let company = company(&mut tx, typed).await?.ok_or(("company", Problem::Required))?.id;
    if session.company_id == Some(company) {
        return Ok(());
    }
    if !details::set_company(&mut tx, id, company, session.sequence, visit.now).await? {
        return Err(Error::Conflict);
    }
    changed(visit, tx, id, member).await
}

/// The listed company of a typed name; `None` for an empty one.
///
/// # Errors
/// [`Error::Invalid`] on `company` when nobody lists it.
pub async fn company(conn: &mut Conn, typed: &str) -> Result<Option<Company>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let found = companies::by_name_key(conn, &text::key(typed)).await?;
    found.map(Some).ok_or_else(|| ("company", Problem::NotAChoice).into())
}

/// The company of a session that is still to end was merged into another: nothing changes for the two but
/// its name, which both calendars and both members hear.
///
/// # Errors
/// When the database does not answer.
pub async fn renamed(app: &App, id: SessionId, [from, into]: [CompanyId; 2], now: Time) -> Result<()> {
    let mut tx = app.db.write().await?;
    // Ended, cancelled or given another company since it was listed.
    if !details::follow_company(&mut tx, id, [from, into], now).await? {
        return Ok(());
    }
    let Some(session) = store::session(&mut tx, id).await? else { return Ok(()) };
    let people = anew(&mut tx, &session, now).await?;
    for person in &people {
        let news = Merging { company: from.0, path: format!("/pair/sessions/{id}"), letter: false };
        tell_merging(&mut tx, person.member_id, &news, now).await?;
    }
    told(&mut tx, &people);
    app.commit(tx).await
}

async fn changed(visit: &Visit, mut tx: Tx, id: SessionId, by: MemberId) -> Result<()> {
    let now = visit.now;
    let session = store::visible(&mut tx, id, by).await?;
    let people = anew(&mut tx, &session, now).await?;
    notify(&mut tx, id, NoticeKind::Changed, by, other(&people, by)?, session.sequence, now).await?;
    told(&mut tx, &people);
    visit.app.commit(tx).await
}

/// What was to follow is meant for the session as it stood: it follows anew, with the invitation.
async fn anew(tx: &mut Tx, session: &Session, now: Time) -> Result<[Person; 2]> {
    let (id, sequence) = (session.id, session.sequence);
    let people = store::people(tx, id).await?;
    letters(tx, id, sequence, &people, News::Changed, now).await?;
    let zones = people.iter().map(|p| (p.member_id, p.zone.as_str()));
    follow(tx, id, sequence, zones, session.slot, now).await?;
    Ok(people)
}
