//! Addresses of booked sessions.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::limits::Budget;
use crate::members::later::try_later;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::pairing::model::{SessionId, Slot};
use crate::pairing::sessions::pages::{self, Form};
use crate::pairing::sessions::{actions, entry, talk};
use crate::ui::fields::Fields;
use crate::ui::page::Answer;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/pair/sessions", get(pages::list))
        .route("/pair/sessions/{id}", get(show))
        .route("/pair/sessions/{id}/prepare", post(prepare))
        .route("/pair/sessions/{id}/call", post(call))
        .route("/pair/sessions/{id}/company", post(company))
        .route("/pair/sessions/{id}/messages", post(write))
        .route("/pair/sessions/{id}/move", post(propose))
        .route("/pair/sessions/{id}/move/accept", post(accept))
        .route("/pair/sessions/{id}/move/decline", post(decline))
        .route("/pair/sessions/{id}/confirm", post(confirm))
        .route("/pair/sessions/{id}/cancel", post(cancel))
}

/// The session's number in an address.
///
/// # Errors
/// [`Error::NotFound`] when it is none.
pub(in crate::pairing) fn number(id: &str) -> Result<SessionId> {
    id.parse().map_err(|_| Error::NotFound)
}

async fn show(visit: Visit, Path(id): Path<String>) -> Answer {
    pages::show(&visit, number(&id)?, None).await
}

/// Back to the page; or the page again, with what was typed and what stood in the way.
pub(in crate::pairing) async fn answer(
    visit: &Visit,
    id: SessionId,
    form: Form,
    fields: Fields,
    outcome: Result<()>,
) -> Result<Response> {
    match outcome {
        Ok(()) => {
            Ok(Redirect::to(&format!("/pair/sessions/{id}?done={}#{}", form.as_str(), form.place())).into_response())
        }
        Err(error @ (Error::Invalid(_) | Error::Conflict | Error::NotAllowed(_))) => {
            Ok(pages::show(visit, id, Some((form, fields, error))).await?.into_response())
        }
        Err(Error::TooMany(wait)) => {
            let page = pages::show(visit, id, Some((form, fields, Error::TooMany(wait)))).await?;
            Ok(try_later(visit, page, wait))
        }
        Err(error) => Err(error),
    }
}

/// The visitor's number, where the verb is one that letters' links do too, and has no budget of its own.
pub(in crate::pairing) fn limited(visit: &Visit) -> Result<MemberId> {
    let member = visit.viewer.member()?.id;
    visit.limit_member(Budget::Post)?;
    Ok(member)
}

async fn prepare(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = match entry::preparation(&fields) {
        Ok((goals, readings)) => talk::prepare(&visit, id, &goals, &readings).await,
        Err(error) => Err(error),
    };
    answer(&visit, id, Form::Prepare, fields, outcome).await
}

async fn call(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = match entry::call(&fields) {
        Ok(link) => actions::set_call(&visit, id, &link).await,
        Err(error) => Err(error),
    };
    answer(&visit, id, Form::Call, fields, outcome).await
}

async fn company(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = match entry::company(&fields) {
        Ok(typed) => actions::set_company(&visit, id, &typed).await,
        Err(error) => Err(error),
    };
    answer(&visit, id, Form::Company, fields, outcome).await
}

async fn write(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = match entry::message(&fields) {
        Ok(body) => talk::write(&visit, id, &body).await,
        Err(error) => Err(error),
    };
    answer(&visit, id, Form::Message, fields, outcome).await
}

async fn propose(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (id, zone) = (number(&id)?, visit.viewer.can_speak(visit.now)?.zone.clone());
    let outcome = async {
        let member = limited(&visit)?;
        let slot = entry::slot(fields.get("slot"), &zone).map_err(|problem| Error::from(("slot", problem)))?;
        actions::propose_move(&visit.app, id, member, slot, visit.now).await
    }
    .await;
    answer(&visit, id, Form::Move, fields, outcome).await
}

/// Which proposed time a button was pressed for.
fn proposed(visit: &Visit, fields: &Fields) -> Result<(MemberId, Slot)> {
    let member = limited(visit)?;
    Ok((member, fields.get("slot").parse().map_err(|_| Error::Conflict)?))
}

async fn accept(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    visit.viewer.can_speak(visit.now)?;
    let outcome = async {
        let (member, slot) = proposed(&visit, &fields)?;
        actions::accept_move(&visit.app, id, member, slot, visit.now).await
    }
    .await;
    answer(&visit, id, Form::Answer, fields, outcome).await
}

async fn decline(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = async {
        let (member, slot) = proposed(&visit, &fields)?;
        actions::decline_move(&visit.app, id, member, slot, visit.now).await
    }
    .await;
    answer(&visit, id, Form::Answer, fields, outcome).await
}

async fn confirm(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    visit.viewer.can_speak(visit.now)?;
    let outcome = async { actions::confirm(&visit.app, id, limited(&visit)?, visit.now).await }.await;
    answer(&visit, id, Form::Confirm, fields, outcome).await
}

/// A suspended member may still cancel: the other should not wait in vain.
async fn cancel(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = async {
        let member = limited(&visit)?;
        actions::cancel(&visit.app, id, member, &entry::reason(&fields)?, visit.now).await
    }
    .await;
    answer(&visit, id, Form::Cancel, fields, outcome).await
}
