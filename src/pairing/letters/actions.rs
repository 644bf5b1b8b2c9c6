//! What a link does, for the reader of its letter; and a member's calendar address.
//!
//! A link is used up before its deed and given back when the deed is refused, so that of two who use it
//! at once one does, and a mistake can be mended. Should the program end between the two, the link is
//! gone and nothing is done: its page says so, and the site itself still can.

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::limits::Budget;
use crate::base::random::token_hash;
use crate::base::time::Time;
use crate::members::visit::Visit;
use crate::pairing::letters::model::{Done, Purpose};
use crate::pairing::letters::opened::{About, Matter, Offer, Opened};
use crate::pairing::letters::store::{self, calendars};
use crate::pairing::model::Slot;
use crate::pairing::queue;
use crate::pairing::sessions::{actions as sessions, entry};
use crate::ui::fields::Fields;

/// What is to be done.
enum Deed {
    Confirm,
    Agree(Slot),
    Move(Slot),
    Cancel(String),
}

/// Does what a link is for.
///
/// # Errors
/// [`Error::Conflict`] when the link has been used or what it is about has changed; what the verb says.
pub async fn act(app: &App, opened: &Opened, fields: &Fields, now: Time) -> Result<Done> {
    match &opened.about {
        About::Session(matter) => {
            let deed = read(opened.purpose, matter, fields)?;
            spend(app, opened, now).await?;
            settle(app, opened, change(app, matter, deed, now).await).await
        }
        About::Proposal(offer) => {
            spend(app, opened, now).await?;
            settle(app, opened, answer(app, offer, opened.purpose, now).await).await
        }
    }
}

fn read(purpose: Purpose, matter: &Matter, fields: &Fields) -> Result<Deed> {
    match purpose {
        // The button of a proposed time says which one was read.
        Purpose::Confirm if fields.has("slot") => {
            fields.get("slot").parse().map(Deed::Agree).map_err(|_| Error::Conflict)
        }
        Purpose::Confirm if proposed(matter).is_some() => Err(Error::Conflict),
        Purpose::Confirm => Ok(Deed::Confirm),
        Purpose::Move => match entry::slot(fields.get("slot"), &matter.account.zone) {
            Ok(slot) => Ok(Deed::Move(slot)),
            Err(problem) => Err(("slot", problem).into()),
        },
        Purpose::Cancel => entry::reason(fields).map(Deed::Cancel),
        Purpose::Accept | Purpose::Decline => Err(Error::Conflict),
    }
}

/// The time that the other proposes.
pub fn proposed(matter: &Matter) -> Option<Slot> {
    matter.session.move_slot.filter(|_| matter.session.move_by != Some(matter.me.member_id))
}

async fn spend(app: &App, opened: &Opened, now: Time) -> Result<()> {
    let mut tx = app.db.write().await?;
    if !store::spend(&mut tx, &opened.hash, now).await? {
        return Err(Error::Conflict);
    }
    app.commit(tx).await
}

async fn settle(app: &App, opened: &Opened, outcome: Result<Done>) -> Result<Done> {
    if outcome.is_err() {
        let mut tx = app.db.write().await?;
        store::give_back(&mut tx, &opened.hash).await?;
        app.commit(tx).await?;
    }
    outcome
}

async fn change(app: &App, matter: &Matter, deed: Deed, now: Time) -> Result<Done> {
    let (session, member) = (matter.session.id, matter.me.member_id);
    match deed {
        Deed::Confirm => sessions::confirm(app, session, member, now).await.map(|()| Done::Confirm),
        Deed::Agree(slot) => sessions::accept_move(app, session, member, slot, now).await.map(|()| Done::Agree),
        Deed::Move(slot) => sessions::propose_move(app, session, member, slot, now).await.map(|()| Done::Move),
        Deed::Cancel(reason) => sessions::cancel(app, session, member, &reason, now).await.map(|()| Done::Cancel),
    }
}

async fn answer(app: &App, offer: &Offer, purpose: Purpose, now: Time) -> Result<Done> {
    let yes = purpose == Purpose::Accept;
    queue::actions::answer(app, offer.proposal.id, offer.account.id, yes, now).await?;
    Ok(if yes { Done::Accept } else { Done::Decline })
}

/// A new address for the member's calendar, in place of the old one: its token.
///
/// # Errors
/// [`Error::NotAllowed`] when not verified or suspended; [`Error::TooMany`].
pub async fn renew_calendar(visit: &Visit) -> Result<String> {
    let member = visit.viewer.can_speak(visit.now)?.id;
    visit.limit_member(Budget::Post)?;
    let token = visit.app.random.token();
    let mut tx = visit.app.db.write().await?;
    calendars::keep(&mut tx, member, &token_hash(&token), visit.now).await?;
    visit.app.commit(tx).await?;
    Ok(token)
}

/// Ends the member's calendar address.
///
/// # Errors
/// [`Error::SignIn`].
pub async fn end_calendar(visit: &Visit) -> Result<()> {
    let member = visit.viewer.member()?.id;
    let mut tx = visit.app.db.write().await?;
    calendars::end(&mut tx, member).await?;
    visit.app.commit(tx).await
}
