//! Pages that mix slices: a trace with the talk about it.

pub mod trace;

use axum::Router;
use axum::routing::get;

use crate::base::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/traces/{id}", get(trace::show))
        .route("/traces/{id}/history", get(trace::history))
        .route("/traces/{id}/history/{number}", get(trace::revision))
}
