//! Addresses of the room.

use axum::Router;
use axum::routing::get;

use crate::base::app::App;
use crate::pairing::room::socket;

pub fn routes() -> Router<App> {
    Router::new().route("/pair/sessions/{id}/room/socket", get(socket::open))
}
