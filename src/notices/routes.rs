//! Addresses of the inbox.

use axum::Router;
use axum::extract::Path;
use axum::response::Redirect;
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::members::visit::Visit;
use crate::notices::{actions, pages};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/inbox", get(pages::inbox))
        .route("/inbox/read", post(read_all))
        .route("/inbox/{id}/read", post(read_one))
}

async fn read_all(visit: Visit) -> Result<Redirect> {
    actions::read_all(&visit.app, &visit.viewer, visit.now).await?;
    Ok(Redirect::to("/inbox"))
}

async fn read_one(visit: Visit, Path(id): Path<String>) -> Result<Redirect> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    actions::read_one(&visit.app, &visit.viewer, id, visit.now).await?;
    Ok(Redirect::to("/inbox"))
}
