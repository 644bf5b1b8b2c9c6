//! Addresses of comments.

use std::str::FromStr;

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::comments::model::{CommentId, Edited, Said};
use crate::comments::store::ROOTS;
use crate::comments::views::Typed;
use crate::comments::{actions, pages};
use crate::members::visit::Visit;
use crate::traces::model::{TraceId, address};
use crate::ui::fields::{Fields, at_most};
use crate::ui::page::Answer;

/// 4,000 characters of the longest kind (joined emoji), percent-encoded.
const BODY: usize = 384 * 1024;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/traces/{id}/comments", post(say).layer(at_most(BODY)))
        .route("/traces/{id}/comments/new", get(new))
        .route("/comments/{id}", get(place))
        .route("/comments/{id}/edit", get(edit_form).post(edit).layer(at_most(BODY)))
        .route("/comments/{id}/delete", post(delete))
        .route("/comments/{id}/hide", post(hide))
}

fn number<T: FromStr>(text: &str) -> Result<T> {
    text.parse().map_err(|_| Error::NotFound)
}

fn typed(fields: &Fields) -> Typed {
    let get = |name| fields.get(name).to_owned();
    Typed { part: get("part"), parent: get("parent"), kind: get("kind"), body: get("body") }
}

async fn say(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let trace: TraceId = number(&id)?;
    let outcome = match visit.viewer.member().and_then(|_| Said::read(&fields)) {
        Ok(said) => actions::say(&visit, trace, said).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(path) => Ok(Redirect::to(&path).into_response()),
        Err(error) => pages::kept(&visit, trace, typed(&fields), error).await,
    }
}

async fn new(visit: Visit, Path(id): Path<String>) -> Answer {
    let asked = visit.query();
    let typed =
        Typed { part: asked.get("part").to_owned(), parent: asked.get("parent").to_owned(), ..Typed::default() };
    pages::new(&visit, number(&id)?, typed).await
}

/// To the comment's place, on whichever page of the talk it stands.
async fn place(visit: Visit, Path(id): Path<String>) -> Result<Redirect> {
    let placed = actions::seen(&visit, number(&id)?).await?;
    let path = address::path(placed.trace_id, &placed.slug);
    let page = if placed.newer < ROOTS { String::new() } else { format!("?after={}", placed.root_id.0 + 1) };
    Ok(Redirect::to(&format!("{path}{page}#comment-{}", placed.id)))
}

async fn edit_form(visit: Visit, Path(id): Path<String>) -> Answer {
    pages::edit(&visit, number(&id)?, None, None).await
}

async fn edit(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id: CommentId = number(&id)?;
    let outcome = match Edited::read(&fields) {
        Ok(edited) => actions::edit(&visit, id, edited).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(path) => Ok(Redirect::to(&path).into_response()),
        Err(error) => {
            let wait = pages::wait(&error);
            let page = pages::edit(&visit, id, Some(typed(&fields)), Some(error)).await?;
            Ok(pages::refusal(page, wait))
        }
    }
}

async fn delete(visit: Visit, Path(id): Path<String>) -> Result<Redirect> {
    Ok(Redirect::to(&actions::delete(&visit, number(&id)?).await?))
}

async fn hide(visit: Visit, Path(id): Path<String>) -> Result<Redirect> {
    Ok(Redirect::to(&actions::hide(&visit, number(&id)?).await?))
}
