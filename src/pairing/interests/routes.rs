//! Addresses of whom one would like to meet.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::members::visit::Visit;
use crate::pairing::interests::{actions, pages};

pub fn routes() -> Router<App> {
    Router::new()
        // Whoever had to sign in again comes back by these.
        .route("/members/{handle}/meet", get(back).post(say))
        .route("/members/{handle}/meet/end", get(back).post(take_back))
        .route("/pair/interests", get(pages::list))
        .route("/pair/interests/{id}/end", post(take_back_listed))
}

async fn back(Path(handle): Path<String>) -> Redirect {
    Redirect::to(&page_of(&handle))
}

fn page_of(handle: &str) -> String {
    let handle: String = url::form_urlencoded::byte_serialize(handle.as_bytes()).collect();
    format!("/members/{handle}#meet")
}

async fn say(visit: Visit, Path(handle): Path<String>) -> Result<Response> {
    match actions::say(&visit, &handle).await {
        Ok(()) => Ok(Redirect::to(&page_of(&handle)).into_response()),
        Err(Error::Invalid(problems)) => Ok(pages::full(&visit, problems).await?.into_response()),
        Err(error) => Err(error),
    }
}

async fn take_back(visit: Visit, Path(handle): Path<String>) -> Result<Redirect> {
    actions::take_back_by_handle(&visit, &handle).await?;
    Ok(Redirect::to(&page_of(&handle)))
}

async fn take_back_listed(visit: Visit, Path(id): Path<String>) -> Result<Redirect> {
    visit.viewer.member()?;
    actions::take_back(&visit, id.parse().map_err(|_| Error::NotFound)?).await?;
    Ok(Redirect::to("/pair/interests?done=end"))
}
