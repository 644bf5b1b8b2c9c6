//! Addresses of the queue and its proposals.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Problem, Problems, Result};
use crate::members::later::try_later;
use crate::members::visit::Visit;
use crate::pairing::model::ProposalId;
use crate::pairing::queue::model::Wish;
use crate::pairing::queue::{actions, pages};
use crate::pairing::sessions::routes::limited;
use crate::ui::fields::Fields;
use crate::ui::page::Answer;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/pair/queue", get(queue).post(join))
        .route("/pair/queue/leave", post(leave))
        .route("/pair/proposals/{id}", get(proposal).post(answer))
}

async fn queue(visit: Visit) -> Answer {
    pages::queue::show(&visit, None).await
}

async fn join(visit: Visit, fields: Fields) -> Result<Response> {
    visit.viewer.can_speak(visit.now)?;
    let outcome = match Wish::read(&fields) {
        Ok(wish) => actions::join(&visit, &wish).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(()) => Ok(Redirect::to("/pair/queue").into_response()),
        Err(Error::Invalid(problems)) => {
            Ok(pages::queue::show(&visit, Some((fields, problems))).await?.rejected().into_response())
        }
        Err(Error::TooMany(wait)) => {
            let page = pages::queue::show(&visit, Some((fields, Problems::default()))).await?;
            Ok(try_later(&visit, page, wait))
        }
        Err(error) => Err(error),
    }
}

async fn leave(visit: Visit) -> Result<Redirect> {
    actions::leave(&visit).await?;
    Ok(Redirect::to("/pair"))
}

fn number(id: &str) -> Result<ProposalId> {
    id.parse().map_err(|_| Error::NotFound)
}

async fn proposal(visit: Visit, Path(id): Path<String>) -> Answer {
    pages::proposal::show(&visit, number(&id)?, None).await
}

async fn answer(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (id, member) = (number(&id)?, limited(&visit)?);
    let yes = match fields.get("answer") {
        "yes" => true,
        "no" => false,
        // Neither: nothing is declined by mistake.
        _ => {
            return Ok(pages::proposal::show(&visit, id, Some(("answer", Problem::NotAChoice).into()))
                .await?
                .into_response());
        }
    };
    if yes {
        visit.viewer.can_speak(visit.now)?;
    }
    match actions::answer(&visit.app, id, member, yes, visit.now).await {
        Ok(Some(session)) => Ok(Redirect::to(&format!("/pair/sessions/{session}")).into_response()),
        Ok(None) => Ok(Redirect::to(&format!("/pair/proposals/{id}")).into_response()),
        Err(error @ (Error::Conflict | Error::Invalid(_) | Error::NotAllowed(_))) => {
            Ok(pages::proposal::show(&visit, id, Some(error)).await?.into_response())
        }
        Err(error) => Err(error),
    }
}

/// What was typed and what is wrong with it.
pub type Returned = (Fields, Problems);
