//! Addresses of a draft that others read.

use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use super::{At, trace};
use crate::base::app::App;
use crate::base::error::{Error, Problems, Result};
use crate::base::random::token_hash;
use crate::members::later;
use crate::members::visit::Visit;
use crate::traces::actions::sharing;
use crate::traces::model::TraceId;
use crate::traces::model::authors::{REMARK_MAX, RemarkId};
use crate::traces::pages::draft::{self, Talk};
use crate::traces::pages::edit::refusal;
use crate::traces::store::sharing as store;
use crate::ui::fields::Fields;
use crate::ui::page::{Answer, Page};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/traces/{id}/draft", get(review))
        .route("/traces/{id}/draft/remarks", post(remark))
        .route("/traces/{id}/draft/remarks/{remark}/remove", post(remove))
        .route("/drafts/{token}", get(shared))
}

async fn review(visit: Visit, at: At) -> Answer {
    let id = trace(at)?;
    // Something else than a number is no place in a list: the list begins at its beginning.
    let before = visit.query().get("after").parse().unwrap_or(i64::MAX);
    page(&visit, id, before, Talk::default()).await
}

/// The draft with its remarks; `typed`: what was typed and what is wrong with it.
async fn page(visit: &Visit, id: TraceId, before: i64, typed: Talk) -> Result<Page> {
    let mut conn = visit.app.db.read().await?;
    let found = sharing::draft(&mut conn, visit, id).await?;
    let remarks = store::remarks(&mut conn, id, before).await?;
    let reading = draft::reading(conn, visit, found).await?;
    let remarks = Talk::of(remarks);
    let talk = Talk { remarks: remarks.remarks, older: remarks.older, ..typed };
    Ok(draft::page(visit, &reading, Some(&talk)))
}

async fn remark(visit: Visit, at: At, fields: Fields) -> Result<Response> {
    let id = trace(at)?;
    let mut problems = Problems::default();
    let body = fields.block("body", REMARK_MAX, &mut problems);
    let said = match problems.into_result() {
        Ok(()) => sharing::remark(&visit, id, fields.get("part"), &body).await,
        Err(invalid) => Err(invalid),
    };
    let typed = |problems| Talk {
        problems,
        part: fields.get("part").to_owned(),
        body: fields.get("body").to_owned(),
        ..Talk::default()
    };
    match said {
        Ok(remark) => Ok(Redirect::to(&format!("/traces/{id}/draft#remark-{remark}")).into_response()),
        Err(Error::Invalid(problems)) => {
            Ok(page(&visit, id, i64::MAX, typed(problems)).await?.rejected().into_response())
        }
        Err(Error::NotAllowed(why)) => {
            let typed = Talk { notice: Some(refusal(visit.t(), why)), ..typed(Problems::default()) };
            let page = page(&visit, id, i64::MAX, typed).await?;
            Ok(page.status(StatusCode::FORBIDDEN).into_response())
        }
        Err(Error::TooMany(wait)) => {
            let page = page(&visit, id, i64::MAX, typed(Problems::default())).await?;
            Ok(later::try_later(&visit, page, wait))
        }
        Err(error) => Err(error),
    }
}

async fn remove(visit: Visit, at: Result<Path<(TraceId, RemarkId)>, PathRejection>) -> Result<Response> {
    let Path((id, remark)) = at.map_err(|_| Error::NotFound)?;
    sharing::remove_remark(&visit, id, remark).await?;
    Ok(Redirect::to(&format!("/traces/{id}/draft#remarks")).into_response())
}

/// Behind a secret address: to be read, by nobody kept.
async fn shared(visit: Visit, token: Result<Path<String>, PathRejection>) -> Answer {
    let Path(token) = token.map_err(|_| Error::NotFound)?;
    let mut conn = visit.app.db.read().await?;
    let found = store::by_token(&mut conn, &token_hash(&token)).await?;
    let reading = draft::reading(conn, &visit, found).await?;
    Ok(draft::page(&visit, &reading, None))
}
