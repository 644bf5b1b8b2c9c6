//! Addresses of writing together.

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use super::{At, trace};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::members::later;
use crate::members::visit::Visit;
use crate::traces::actions::{authors, sharing};
use crate::traces::model::TraceId;
use crate::traces::pages::authors::{self as page, Tried};
use crate::traces::pages::edit::refusal;
use crate::traces::pages::invitation;
use crate::ui::fields::Fields;
use crate::ui::page::Answer;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/traces/{id}/authors", get(show))
        .route("/traces/{id}/authors/invite", post(invite))
        .route("/traces/{id}/authors/take-back", post(take_back))
        .route("/traces/{id}/authors/move", post(move_up))
        .route("/traces/{id}/authors/leave", post(leave))
        .route("/traces/{id}/authors/links", post(make_link))
        .route("/traces/{id}/authors/links/end", post(end_link))
        .route("/traces/{id}/authors/reviewers", post(choose))
        .route("/traces/{id}/authors/reviewers/end", post(let_go))
        .route("/traces/{id}/invitation", get(asked))
        .route("/traces/{id}/invitation/accept", post(accept))
        .route("/traces/{id}/invitation/decline", post(decline))
}

async fn show(visit: Visit, at: At) -> Answer {
    page::page(&visit, trace(at)?, Tried::default()).await
}

/// Back to the page when it is done; else the page again, with what was typed and why not.
async fn after(visit: &Visit, id: TraceId, done: Result<()>, mut tried: Tried) -> Result<Response> {
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    match done {
        Ok(()) => return Ok(Redirect::to(&format!("/traces/{id}/authors")).into_response()),
        Err(Error::Invalid(problems)) => tried.problems = problems,
        Err(Error::NotAllowed(why)) => {
            status = StatusCode::FORBIDDEN;
            tried.notice = Some(refusal(visit.t(), why));
        }
        Err(Error::TooMany(wait)) => {
            return Ok(later::try_later(visit, page::page(visit, id, tried).await?, wait));
        }
        Err(error) => return Err(error),
    }
    Ok(page::page(visit, id, tried).await?.status(status).into_response())
}

async fn invite(visit: Visit, at: At, fields: Fields) -> Result<Response> {
    let id = trace(at)?;
    let tried = Tried { handle: fields.get("handle").to_owned(), ..Tried::default() };
    after(&visit, id, authors::invite(&visit, id, fields.get("handle")).await, tried).await
}

async fn take_back(visit: Visit, at: At, fields: Fields) -> Result<Response> {
    let id = trace(at)?;
    let invitation = fields.get("invitation").parse().map_err(|_| Error::NotFound)?;
    match authors::take_back(&visit, id, invitation).await {
        // Answered meanwhile: the page shows how.
        Err(Error::Conflict) => after(&visit, id, Ok(()), Tried::default()).await,
        done => after(&visit, id, done, Tried::default()).await,
    }
}

async fn move_up(visit: Visit, at: At, fields: Fields) -> Result<Response> {
    let id = trace(at)?;
    let author = fields.get("author").parse().map_err(|_| Error::NotFound)?;
    after(&visit, id, authors::move_up(&visit, id, author).await, Tried::default()).await
}

async fn leave(visit: Visit, at: At) -> Result<Response> {
    let id = trace(at)?;
    match authors::leave(&visit, id).await {
        Ok(()) => Ok(Redirect::to(&format!("/traces/{id}")).into_response()),
        Err(Error::Conflict) => {
            let page = page::page(&visit, id, Tried { alone: true, ..Tried::default() }).await?;
            Ok(page.status(StatusCode::CONFLICT).into_response())
        }
        Err(error) => Err(error),
    }
}

async fn make_link(visit: Visit, at: At) -> Result<Response> {
    let id = trace(at)?;
    match sharing::make_link(&visit, id).await {
        Ok(token) => {
            Ok(page::page(&visit, id, Tried { token: Some(token), ..Tried::default() }).await?.into_response())
        }
        Err(error) => after(&visit, id, Err(error), Tried::default()).await,
    }
}

async fn end_link(visit: Visit, at: At, fields: Fields) -> Result<Response> {
    let id = trace(at)?;
    let link = fields.get("link").parse().map_err(|_| Error::NotFound)?;
    after(&visit, id, sharing::revoke_link(&visit, id, link).await, Tried::default()).await
}

async fn choose(visit: Visit, at: At, fields: Fields) -> Result<Response> {
    let id = trace(at)?;
    let tried = Tried { reviewer: fields.get("reviewer").to_owned(), ..Tried::default() };
    after(&visit, id, sharing::choose_reviewer(&visit, id, fields.get("reviewer")).await, tried).await
}

async fn let_go(visit: Visit, at: At, fields: Fields) -> Result<Response> {
    let id = trace(at)?;
    let member = fields.get("member").parse().map_err(|_| Error::NotFound)?;
    after(&visit, id, sharing::let_go(&visit, id, member).await, Tried::default()).await
}

async fn asked(visit: Visit, at: At) -> Answer {
    invitation::page(&visit, trace(at)?, None).await
}

async fn accept(visit: Visit, at: At) -> Result<Response> {
    let id = trace(at)?;
    match authors::accept(&visit, id).await {
        Ok(()) => Ok(Redirect::to(&format!("/traces/{id}/edit")).into_response()),
        Err(Error::NotFound) => Ok(invitation::gone(&visit).into_response()),
        Err(Error::NotAllowed(why)) => {
            let page = invitation::page(&visit, id, Some(refusal(visit.t(), why))).await?;
            Ok(page.status(StatusCode::FORBIDDEN).into_response())
        }
        Err(error) => Err(error),
    }
}

async fn decline(visit: Visit, at: At) -> Result<Response> {
    match authors::decline(&visit, trace(at)?).await {
        Ok(()) => Ok(invitation::declined(&visit).into_response()),
        Err(Error::NotFound) => Ok(invitation::gone(&visit).into_response()),
        Err(error) => Err(error),
    }
}
