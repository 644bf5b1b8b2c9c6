//! What the hour leaves: a joint trace, a shared draft, or nothing. The trace is begun and published by
//! the verbs of `traces`.

use super::{Room, SETTLES, both_able, changed, taken};
use crate::base::app::App;
use crate::base::db::Tx;
use crate::base::error::{Error, Problem, Problems, Result};
use crate::base::limits::Budget;
use crate::base::text::key;
use crate::base::time::Time;
use crate::companies::model::Company;
use crate::companies::store as companies;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::pairing::model::SessionId;
use crate::pairing::room::actions::by_form::whole;
use crate::pairing::room::ending::{Answer, Outcome, content, is_empty, settled};
use crate::pairing::room::hour_store as store;
use crate::pairing::room::live;
use crate::pairing::room::reading::Written;
use crate::pairing::room::standing::can_end;
use crate::pairing::tasks::{self, Task};
use crate::traces::actions as traces;
use crate::traces::actions::writers::Writing;
use crate::traces::model::draft::Content;
use crate::traces::model::{TraceId, check};

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// The other has not said anything yet.
    Waits,
    /// The text has changed since the other agreed: they are asked again.
    AsksAgain,
    Done(Outcome),
}

/// One's answer, with the fingerprint of the text that was read, and the company of a session that has
/// none.
pub struct Typed<'a> {
    pub answer: Answer,
    pub seen: &'a str,
    pub company: &'a str,
}

/// Says what one would make of the text. Once both have, it is done.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] too early, once it has ended, and when the text has
/// changed since it was read; [`Error::Invalid`] when it cannot be published as it is, or a company is
/// wanted; [`Error::NotAllowed`] when the other is suspended or gone.
pub async fn answer(visit: &Visit, id: SessionId, typed: &Typed<'_>) -> Result<Answered> {
    let (member, now) = (visit.viewer.can_speak(visit.now)?.id, visit.now);
    visit.limit_member(Budget::Typing)?;
    let written = live::text(&visit.app, id).await?;
    let credits = live::credits(&visit.app, id).await?;
    let stands = whole(&written);
    let (mut tx, room) = taken(visit, id).await?;
    if !room.has_entered(member) || !can_end(&room.session, &room.hour, room.outcome()) {
        return Err(Error::Conflict);
    }
    let company = company(&mut tx, &room, typed.company).await?;
    if typed.answer == Answer::Publish {
        publishable(&written, company.as_ref(), typed.company, now)?;
        both_able(&mut tx, &room, now).await?;
        if typed.seen != stands {
            return Err(Error::Conflict);
        }
    }
    store::answer(&mut tx, id, member, typed.answer, &stands).await?;
    let other = room.people.iter().find(|p| p.member_id != member).ok_or(Error::NotFound)?.member_id;
    let theirs = room.guests.iter().find(|guest| guest.member_id == other);
    let agreed = theirs.is_some_and(|guest| guest.answer() == Some(Answer::Publish));
    if typed.answer == Answer::Publish && agreed && theirs.is_some_and(|guest| guest.seen != stands) {
        store::ask_again(&mut tx, id, other).await?;
        changed(&mut tx, id);
        visit.app.commit(tx).await?;
        return Ok(Answered::AsksAgain);
    }
    let Some(outcome) = settled([Some(typed.answer), theirs.and_then(store::Guest::answer)]) else {
        changed(&mut tx, id);
        visit.app.commit(tx).await?;
        return Ok(Answered::Waits);
    };
    let made = Made { written: &written, credits: &credits, company: company.as_ref(), now };
    Ok(Answered::Done(finish(tx, visit, &room, outcome, &made).await?))
}

/// What a trace is made of.
struct Made<'a> {
    written: &'a Written,
    credits: &'a [Writing],
    company: Option<&'a Company>,
    now: Time,
}

/// Ends the room as both wish. What is to be published is a shared draft first: should publishing fail,
/// that is what is left, and the editor publishes it.
async fn finish(mut tx: Tx, visit: &Visit, room: &Room, outcome: Outcome, made: &Made<'_>) -> Result<Outcome> {
    let id = room.session.id;
    let (member, now) = (visit.viewer.member()?.id, made.now);
    if outcome == Outcome::Dropped || is_empty(made.written) {
        let outcome = if outcome == Outcome::Dropped { outcome } else { Outcome::Nothing };
        ended(&mut tx, id, outcome, now).await?;
        visit.app.commit(tx).await?;
        return Ok(outcome);
    }
    let (trace, content) = begin(&mut tx, room, made).await?;
    ended(&mut tx, id, Outcome::Draft, now).await?;
    if outcome == Outcome::Draft {
        told(&mut tx, room, NoticeKind::JointDraft, Some(member), now).await?;
    }
    visit.app.commit(tx).await?;
    if outcome == Outcome::Draft {
        return Ok(outcome);
    }
    traces::publish(visit, trace, 1, &content, "").await?;
    let mut tx = visit.app.db.write().await?;
    store::published(&mut tx, id).await?;
    told(&mut tx, room, NoticeKind::JointTrace, Some(member), now).await?;
    visit.app.commit(tx).await?;
    Ok(Outcome::Published)
}

async fn ended(tx: &mut Tx, id: SessionId, outcome: Outcome, now: Time) -> Result<()> {
    changed(tx, id);
    if !store::end(tx, id, outcome, now).await? {
        return Err(Error::Conflict);
    }
    tasks::push(tx, &Task::Room { session: id }, now.plus(SETTLES), now).await
}

/// The joint draft: by those who were in the room, credited as the room's record says.
async fn begin(tx: &mut Tx, room: &Room, made: &Made<'_>) -> Result<(TraceId, Content)> {
    let company = made.company.ok_or(("company", Problem::Required))?;
    let content = content(made.written, company.id, company.name(crate::base::words::Lang::En));
    let authors: Vec<MemberId> = room.guests.iter().map(|guest| guest.member_id).collect();
    let trace = traces::begin_joint(tx, &authors, &content, made.credits, made.now).await?;
    if !store::set_trace(tx, room.session.id, trace).await? {
        return Err(Error::Conflict);
    }
    Ok((trace, content))
}

/// The session's company, else the one named here, which is kept.
async fn company(tx: &mut Tx, room: &Room, typed: &str) -> Result<Option<Company>> {
    let known = room.session.company_id.or(room.row.as_ref().and_then(|row| row.company_id));
    if let Some(id) = known {
        return companies::by_id(tx, id).await;
    }
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let named = companies::by_name_key(tx, &key(typed)).await?.ok_or(("company", Problem::NotAChoice))?;
    store::set_company(tx, room.session.id, named.id).await?;
    Ok(Some(named))
}

fn publishable(written: &Written, company: Option<&Company>, typed: &str, now: Time) -> Result<()> {
    let mut problems = Problems::default();
    if company.is_none() && typed.trim().is_empty() {
        problems.add("company", Problem::Required);
    }
    // Named by the fields of the room, which are those of the editor.
    let name = company.map_or("", |company| company.name_en.as_str());
    check::publishable(&content(written, crate::companies::model::CompanyId(0), name), now, &mut problems);
    problems.into_result()
}

/// Nobody answered in time, or only one did: what was written is kept as a shared draft, and both are
/// asked by letter what becomes of it.
pub(super) async fn unanswered(app: &App, room: &Room, now: Time) -> Result<()> {
    let id = room.session.id;
    let written = live::text(app, id).await?;
    let credits = live::credits(app, id).await?;
    let mut tx = app.db.write().await?;
    if !store::take(&mut tx, id).await? {
        return Ok(());
    }
    let known = room.session.company_id.or(room.row.as_ref().and_then(|row| row.company_id));
    let company = match known {
        Some(company) => companies::by_id(&mut tx, company).await?,
        None => None,
    };
    let made = Made { written: &written, credits: &credits, company: company.as_ref(), now };
    let outcome = if is_empty(&written) {
        Outcome::Nothing
    } else if room.apart {
        Outcome::Apart
    } else if company.is_none() {
        // Without a company there is no trace: the question stays open, and the text with it.
        told(&mut tx, room, NoticeKind::JointDraft, None, now).await?;
        return app.commit(tx).await;
    } else {
        Outcome::Draft
    };
    if !store::end(&mut tx, id, outcome, now).await? {
        return Ok(());
    }
    changed(&mut tx, id);
    if outcome == Outcome::Draft {
        begin(&mut tx, room, &made).await?;
        told(&mut tx, room, NoticeKind::JointDraft, None, now).await?;
    }
    app.commit(tx).await
}

/// Tells those who were in the room, but for the one whose doing it is; by letter unless they read it.
async fn told(tx: &mut Tx, room: &Room, kind: NoticeKind, by: Option<MemberId>, now: Time) -> Result<()> {
    let id = room.session.id;
    let about = About::Pair(format!("/pair/sessions/{id}/room"));
    let [first, second] = room.people.each_ref().map(|person| person.member_id);
    for (to, actor) in [(first, second), (second, first)] {
        if by != Some(to) && room.has_entered(to) {
            let news = News { kind, actor, about: about.clone(), key: format!("{kind}:{id}"), letter: true };
            tell(tx, to, &news, now).await?;
        }
    }
    crate::pairing::sessions::actions::told(tx, &room.people);
    Ok(())
}
