//! Addresses of restoring an older revision.

use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

use crate::base::app::App;
use crate::base::error::{Error, Problems, Result};
use crate::members::later;
use crate::members::visit::Visit;
use crate::traces::actions;
use crate::traces::model::{TraceId, address};
use crate::traces::pages::edit::refusal;
use crate::traces::pages::restore::{self, Tried};
use crate::ui::fields::Fields;
use crate::ui::page::Answer;

/// The trace's number and the revision's.
type At = Result<Path<(TraceId, i64)>, PathRejection>;

pub fn routes() -> Router<App> {
    Router::new().route("/traces/{id}/history/{number}/restore", get(ask).post(restore))
}

async fn ask(visit: Visit, at: At) -> Answer {
    let Path((trace, number)) = at.map_err(|_| Error::NotFound)?;
    restore::page(&visit, trace, number, Tried::default()).await
}

async fn restore(visit: Visit, at: At, fields: Fields) -> Result<Response> {
    let Path((trace, number)) = at.map_err(|_| Error::NotFound)?;
    let mut problems = Problems::default();
    let reason = fields.line("reason", 200, &mut problems);
    let restored = match problems.into_result() {
        Ok(()) => actions::restore(&visit, trace, number, &reason).await,
        Err(invalid) => Err(invalid),
    };
    let mut tried = Tried { reason: Some(fields.get("reason").to_owned()), ..Tried::default() };
    match restored {
        Ok(published) => return Ok(Redirect::to(&address::path(trace, &published.slug)).into_response()),
        Err(Error::Invalid(problems)) => tried.problems = problems,
        Err(Error::Conflict) => tried.draft = true,
        Err(Error::NotAllowed(why)) => {
            tried.notice = Some(refusal(visit.t(), why));
            let page = restore::page(&visit, trace, number, tried).await?;
            return Ok(page.status(axum::http::StatusCode::FORBIDDEN).into_response());
        }
        Err(Error::TooMany(wait)) => {
            let page = restore::page(&visit, trace, number, tried).await?;
            return Ok(later::try_later(&visit, page, wait));
        }
        Err(error) => return Err(error),
    }
    Ok(restore::page(&visit, trace, number, tried).await?.into_response())
}
