//! Addresses of curation.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::curation::model::Reason;
use crate::curation::{actions, pages};
use crate::members::visit::Visit;
use crate::traces::model::TraceId;
use crate::ui::fields::Fields;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/featured", get(pages::featured))
        .route("/featured/past", get(pages::past))
        .route("/traces/{id}/feature", post(feature))
        .route("/traces/{id}/feature/end", post(take_down))
}

async fn feature(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let trace = allowed(&visit, &id)?;
    let outcome = match Reason::read(&fields) {
        Ok(reason) => actions::feature(&visit, trace, &reason).await,
        Err(error) => Err(error),
    };
    answer(&visit, trace, false, &fields, outcome).await
}

async fn take_down(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let trace = allowed(&visit, &id)?;
    let outcome = match Reason::read(&fields) {
        Ok(reason) => actions::take_down(&visit, trace, &reason).await,
        Err(error) => Err(error),
    };
    answer(&visit, trace, true, &fields, outcome).await
}

/// The form is only for organizers, so others hear that before anything about their reason.
fn allowed(visit: &Visit, id: &str) -> Result<TraceId> {
    visit.viewer.can_organize(visit.now)?;
    id.parse().map_err(|_| Error::NotFound)
}

async fn answer(
    visit: &Visit,
    trace: TraceId,
    end: bool,
    fields: &Fields,
    outcome: Result<String>,
) -> Result<Response> {
    match outcome {
        Ok(path) => Ok(Redirect::to(&path).into_response()),
        Err(error) => pages::kept(visit, trace, end, fields.get("reason"), error).await,
    }
}
