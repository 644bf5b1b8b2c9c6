//! Addresses of booked sessions.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Result};
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
        .route("/pair/sessions/{id}/messages", post(write))
        .route("/pair/sessions/{id}/move", post(propose))
        .route("/pair/sessions/{id}/move/accept", post(accept))
        .route("/pair/sessions/{id}/move/decline", post(decline))
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
        Err(error) => Err(error),
    }
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
        Ok(link) => talk::set_call(&visit, id, &link).await,
        Err(error) => Err(error),
    };
    answer(&visit, id, Form::Call, fields, outcome).await
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
    let (id, member) = (number(&id)?, visit.viewer.can_speak(visit.now)?);
    let outcome = match entry::slot(fields.get("slot"), &member.zone) {
        Ok(slot) => actions::propose_move(&visit.app, id, member.id, slot, visit.now).await,
        Err(problem) => Err(("slot", problem).into()),
    };
    answer(&visit, id, Form::Move, fields, outcome).await
}

async fn accept(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (id, member) = (number(&id)?, visit.viewer.can_speak(visit.now)?);
    let slot: Slot = fields.get("slot").parse().map_err(|_| Error::Conflict)?;
    let outcome = actions::accept_move(&visit.app, id, member.id, slot, visit.now).await;
    answer(&visit, id, Form::Answer, fields, outcome).await
}

async fn decline(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (id, member) = (number(&id)?, visit.viewer.member()?);
    let outcome = actions::decline_move(&visit.app, id, member.id, visit.now).await;
    answer(&visit, id, Form::Answer, fields, outcome).await
}

/// A suspended member may still cancel: the other should not wait in vain.
async fn cancel(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (id, member) = (number(&id)?, visit.viewer.member()?);
    let outcome = match entry::reason(&fields) {
        Ok(reason) => actions::cancel(&visit.app, id, member.id, &reason, visit.now).await,
        Err(error) => Err(error),
    };
    answer(&visit, id, Form::Cancel, fields, outcome).await
}
