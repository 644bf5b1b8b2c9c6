//! Addresses of the room: its page, its forms, its socket.

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Problem, Problems, Result};
use crate::base::text::source_key;
use crate::members::visit::Visit;
use crate::pairing::hour::model::TAKEAWAY_MAX;
use crate::pairing::model::SessionId;
use crate::pairing::room::actions::end::{Answered, Typed};
use crate::pairing::room::actions::{self, blind, by_form, end, own_work as home};
use crate::pairing::room::pages::{self, Showing};
use crate::pairing::room::socket;
use crate::pairing::sessions::model::MESSAGE_MAX;
use crate::pairing::sessions::routes::number;
use crate::traces::model::part::BODY_MAX;
use crate::ui::fields::Fields;
use crate::ui::form::refused;
use crate::ui::page::Answer;

/// Characters of a source's title, and of its address.
const SOURCE_MAX: usize = 300;
const LINK_MAX: usize = 2_000;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/pair/sessions/{id}/room", get(show))
        .route("/pair/sessions/{id}/room/socket", get(socket::open))
        .route("/pair/sessions/{id}/room/enter", post(enter))
        .route("/pair/sessions/{id}/room/clock", post(clock))
        .route("/pair/sessions/{id}/room/blind", post(unseen))
        .route("/pair/sessions/{id}/room/text", post(text))
        .route("/pair/sessions/{id}/room/say", post(say))
        .route("/pair/sessions/{id}/room/sources", post(add_source))
        .route("/pair/sessions/{id}/room/sources/remove", post(remove_source))
        .route("/pair/sessions/{id}/room/end", post(finish))
        .route("/pair/sessions/{id}/room/own-work", post(own_work))
}

async fn show(visit: Visit, Path(id): Path<String>) -> Answer {
    pages::show(&visit, number(&id)?, Showing::default()).await
}

/// Back to the page, at `place`; or the page again, saying what stood in the way.
async fn answer(visit: &Visit, id: SessionId, place: &str, outcome: Result<()>, showing: Showing) -> Result<Response> {
    let (status, notice, problems) = match outcome {
        Ok(()) => return Ok(Redirect::to(&format!("/pair/sessions/{id}/room{place}")).into_response()),
        Err(Error::Conflict) => {
            let said = showing.notice.clone().unwrap_or_else(|| visit.t().pairing_room_moved_on());
            (StatusCode::CONFLICT, Some(said), Problems::default())
        }
        Err(Error::Invalid(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, None, problems),
        Err(Error::NotAllowed(why)) => (StatusCode::FORBIDDEN, Some(refused(why, visit.t())), Problems::default()),
        Err(error) => return Err(error),
    };
    let showing = Showing { status, notice, problems, ..showing };
    Ok(pages::show(visit, id, showing).await?.into_response())
}

async fn enter(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = number(&id)?;
    let outcome = actions::enter(&visit, id).await;
    answer(&visit, id, "", outcome, Showing::default()).await
}

async fn clock(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    // Anything else takes a wish back.
    let wish = fields.get("do").parse().ok();
    let seen = fields.get("version").parse().unwrap_or(-1);
    let outcome = actions::wish(&visit, id, wish, seen).await;
    answer(&visit, id, "#clock", outcome, Showing::default()).await
}

async fn unseen(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let mut problems = Problems::default();
    let body = fields.block("answer", BODY_MAX, &mut problems);
    let outcome = match problems.into_result() {
        Ok(()) => blind::keep(&visit, id, &body).await,
        Err(error) => Err(error),
    };
    let typed = outcome.is_err().then(|| fields.get("answer").to_owned());
    answer(&visit, id, "#now", outcome, Showing { answer: typed, ..Showing::default() }).await
}

async fn own_work(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let mut problems = Problems::default();
    let takeaway = fields.block("takeaway", TAKEAWAY_MAX, &mut problems);
    let outcome = match problems.into_result() {
        Ok(()) => home::keep(&visit, id, &takeaway).await,
        Err(error) => Err(error),
    };
    let typed = outcome.is_err().then(|| fields.get("takeaway").to_owned());
    answer(&visit, id, "#own-work", outcome, Showing { takeaway: typed, ..Showing::default() }).await
}

async fn text(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let root = fields.get("root");
    let outcome = by_form::write(&visit, id, root, fields.get("over"), fields.get("text")).await;
    let typed = outcome.is_err().then(|| (root.to_owned(), fields.get("text").to_owned()));
    answer(&visit, id, "#text", outcome, Showing { typed, ..Showing::default() }).await
}

async fn say(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let mut problems = Problems::default();
    let said = fields.required("said", MESSAGE_MAX, &mut problems);
    let outcome = match problems.into_result() {
        Ok(()) => by_form::say(&visit, id, &said).await,
        Err(error) => Err(error),
    };
    let said = if outcome.is_err() { fields.get("said").to_owned() } else { String::new() };
    answer(&visit, id, "#chat", outcome, Showing { said, ..Showing::default() }).await
}

async fn add_source(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let mut problems = Problems::default();
    let key = problems.check("key", source_key(fields.get("key")).map_err(|_| Problem::NotASourceKey));
    let title = fields.required("source", SOURCE_MAX, &mut problems);
    let url = fields.line("url", LINK_MAX, &mut problems);
    let outcome = match problems.into_result() {
        Ok(()) => by_form::add_source(&visit, id, &key.unwrap_or_default(), &title, &url).await,
        Err(error) => Err(error),
    };
    let typed = ["key", "source", "url"].map(|name| fields.get(name).to_owned());
    answer(&visit, id, "#sources", outcome, Showing { source: typed, ..Showing::default() }).await
}

async fn remove_source(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = by_form::remove_source(&visit, id, fields.get("key")).await;
    answer(&visit, id, "#sources", outcome, Showing::default()).await
}

async fn finish(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let typed = match fields.get("answer").parse() {
        Ok(answer) => Typed { answer, seen: fields.get("seen"), company: fields.get("company") },
        Err(_) => return Err(Error::NotFound),
    };
    let t = visit.t();
    let mut showing = Showing { company: typed.company.to_owned(), ..Showing::default() };
    let outcome = match end::answer(&visit, id, &typed).await {
        Ok(Answered::AsksAgain) => {
            showing.notice = Some(t.pairing_room_end_again());
            Err(Error::Conflict)
        }
        Ok(Answered::Waits | Answered::Done(_)) => Ok(()),
        Err(Error::Conflict) => {
            showing.notice = Some(t.pairing_room_end_changed());
            Err(Error::Conflict)
        }
        Err(error) => Err(error),
    };
    answer(&visit, id, "#ending", outcome, showing).await
}
