//! Addresses of asks.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::members::visit::Visit;
use crate::pairing::asks::actions::{self, again, take as taking, waiting};
use crate::pairing::asks::entry::Wanted;
use crate::pairing::asks::pages;
use crate::pairing::model::{AskId, SessionId, Slot};
use crate::pairing::sessions::pages as sessions;
use crate::ui::fields::Fields;
use crate::ui::page::Answer;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/pair/asks", get(pages::list))
        .route("/pair/asks/new", get(new).post(add))
        .route("/pair/asks/{id}", get(show))
        .route("/pair/asks/{id}/edit", get(edit).post(change))
        // Whoever had to sign in again comes back by these.
        .route("/pair/asks/{id}/close", get(back).post(close))
        .route("/pair/asks/{id}/take", get(back).post(take))
        .route("/pair/asks/{id}/wait", get(back).post(wait))
        .route("/pair/asks/{id}/leave", get(back).post(leave))
        .route("/pair/sessions/{id}/again", post(meet_again))
}

fn number(id: &str) -> Result<AskId> {
    id.parse().map_err(|_| Error::NotFound)
}

async fn back(Path(id): Path<String>) -> Result<Redirect> {
    Ok(Redirect::to(&format!("/pair/asks/{}", number(&id)?)))
}

async fn new(visit: Visit) -> Result<Response> {
    pages::new(&visit, None).await
}

async fn show(visit: Visit, Path(id): Path<String>) -> Answer {
    pages::show(&visit, number(&id)?, None).await
}

async fn edit(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    pages::edit(&visit, number(&id)?, None).await
}

/// Posts an ask; or the form again, with what was typed and what stood in the way.
async fn add(visit: Visit, fields: Fields) -> Result<Response> {
    let zone = &visit.viewer.member()?.zone;
    let again = match fields.get("again") {
        "" => None,
        // An ask for one partner never becomes one for everybody.
        typed => Some(typed.parse::<SessionId>().map_err(|_| Error::NotFound)?),
    };
    let outcome = match Wanted::read(&fields, zone, visit.now) {
        Ok(wanted) => actions::post(&visit, &wanted, again).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(id) => {
            let done = if again.is_some() { "again" } else { "post" };
            Ok(Redirect::to(&format!("/pair/asks/{id}?done={done}")).into_response())
        }
        Err(error) => pages::new(&visit, Some((fields, error))).await,
    }
}

async fn change(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (id, zone) = (number(&id)?, &visit.viewer.member()?.zone);
    let outcome = match Wanted::read(&fields, zone, visit.now) {
        Ok(wanted) => actions::edit(&visit, id, &wanted).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(()) => Ok(Redirect::to(&format!("/pair/asks/{id}?done=edit")).into_response()),
        Err(Error::Conflict) => Ok(pages::show(&visit, id, Some(Error::Conflict)).await?.into_response()),
        Err(error) => pages::edit(&visit, id, Some((fields, error))).await,
    }
}

/// To `target`; or the ask as it stands, with why not.
async fn answer(visit: &Visit, id: AskId, outcome: Result<String>) -> Result<Response> {
    match outcome {
        Ok(target) => Ok(Redirect::to(&target).into_response()),
        Err(error @ (Error::Conflict | Error::Invalid(_) | Error::NotAllowed(_) | Error::TooMany(_))) => {
            Ok(pages::show(visit, id, Some(error)).await?.into_response())
        }
        Err(error) => Err(error),
    }
}

async fn take(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = match fields.get("slot").parse::<Slot>() {
        Ok(slot) => taking::take(&visit, id, slot).await,
        Err(_) => Err(Error::Conflict),
    };
    answer(&visit, id, outcome.map(|session| format!("/pair/sessions/{session}"))).await
}

async fn close(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = number(&id)?;
    let outcome = actions::close(&visit, id).await;
    answer(&visit, id, outcome.map(|()| format!("/pair/asks/{id}"))).await
}

async fn wait(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = number(&id)?;
    let outcome = waiting::wait(&visit, id).await;
    answer(&visit, id, outcome.map(|()| format!("/pair/asks/{id}?done=wait"))).await
}

async fn leave(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = number(&id)?;
    let outcome = waiting::leave(&visit, id).await;
    answer(&visit, id, outcome.map(|()| format!("/pair/asks/{id}?done=leave"))).await
}

/// Asks at once where the member's week says when; else the form asks for times.
async fn meet_again(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let session: SessionId = id.parse().map_err(|_| Error::NotFound)?;
    match again::ask(&visit, session).await {
        Ok(Some(ask)) => Ok(Redirect::to(&format!("/pair/asks/{ask}?done=again")).into_response()),
        Ok(None) | Err(Error::Invalid(_)) => {
            Ok(Redirect::to(&format!("/pair/asks/new?again={session}")).into_response())
        }
        Err(error @ Error::NotAllowed(_)) => {
            let returned = Some((sessions::Form::Hour, fields, error));
            Ok(sessions::show(&visit, session, returned).await?.into_response())
        }
        Err(error) => Err(error),
    }
}
