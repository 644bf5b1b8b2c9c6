//! Addresses of pairing.

use axum::Router;
use axum::routing::get;

use crate::base::app::App;
use crate::pairing::{hour, interests, letters, pages, queue, room, sessions, times};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/pair", get(pages::show))
        .merge(queue::routes::routes())
        .merge(sessions::routes::routes())
        .merge(letters::routes::routes())
        .merge(hour::routes::routes())
        .merge(room::routes::routes())
        .merge(times::routes::routes())
        .merge(interests::routes::routes())
}
