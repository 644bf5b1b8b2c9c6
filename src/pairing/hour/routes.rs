//! Addresses of the hour.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::members::visit::Visit;
use crate::pairing::hour::actions::{self, after, swap};
use crate::pairing::hour::entry::{self, Feedback};
use crate::pairing::hour::pages;
use crate::pairing::sessions::pages::Form;
use crate::pairing::sessions::routes::{answer, limited, number};
use crate::ui::fields::Fields;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/pair/figure", get(pages::figure::show))
        .route("/pair/takeaways", get(pages::takeaways::show))
        .route("/pair/reports", get(pages::reports::show))
        .route("/pair/reports/{id}/close", post(close_report))
        .route("/pair/sessions/{id}/check-in", post(check_in))
        .route("/pair/sessions/{id}/swap", post(ask))
        .route("/pair/sessions/{id}/close", post(close))
        .route("/pair/sessions/{id}/met", post(met))
        .route("/pair/sessions/{id}/feedback", post(feedback))
        .route("/pair/sessions/{id}/report", post(report))
        .route("/pair/sessions/{id}/hide", post(hide))
}

async fn check_in(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = async { actions::check_in(&visit.app, id, limited(&visit)?, visit.now).await }.await;
    answer(&visit, id, Form::Hour, fields, outcome).await
}

/// Says so when nobody is free.
async fn ask(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    visit.viewer.can_speak(visit.now)?;
    let asked = async { swap::ask(&visit.app, id, limited(&visit)?, visit.now).await }.await;
    match asked {
        Ok(0) => Ok(Redirect::to(&format!("/pair/sessions/{id}?swap=none#hour")).into_response()),
        outcome => answer(&visit, id, Form::Hour, fields, outcome.map(|_| ())).await,
    }
}

async fn close(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = async { actions::close(&visit.app, id, limited(&visit)?, visit.now).await }.await;
    answer(&visit, id, Form::Hour, fields, outcome).await
}

async fn met(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = async { actions::met(&visit.app, id, limited(&visit)?, visit.now).await }.await;
    answer(&visit, id, Form::Hour, fields, outcome).await
}

async fn feedback(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = match Feedback::read(&fields) {
        Ok(given) => after::give_feedback(&visit, id, &given).await,
        Err(error) => Err(error),
    };
    answer(&visit, id, Form::Feedback, fields, outcome).await
}

/// Whoever is there may report, suspended or not.
async fn report(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = match entry::report(&fields) {
        Ok(reason) => after::report(&visit, id, &reason, fields.has("block")).await,
        Err(error) => Err(error),
    };
    answer(&visit, id, Form::Report, fields, outcome).await
}

async fn hide(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let id = number(&id)?;
    let outcome = after::hide(&visit, id, fields.get("hidden") == "yes").await;
    answer(&visit, id, Form::Hour, fields, outcome).await
}

async fn close_report(visit: Visit, Path(id): Path<String>) -> Result<Redirect> {
    after::close_report(&visit, id.parse().map_err(|_| Error::NotFound)?).await?;
    Ok(Redirect::to("/pair/reports"))
}
