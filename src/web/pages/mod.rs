//! Pages that mix slices: home, the lists, companies, members, search; feeds, the sitemap, policies.
//!
//! They live here because an address such as `/companies/{slug}` shows companies and their traces,
//! and because what signed-out readers share is marked in [`crate::web::front`].

mod asks;
mod companies;
mod company;
mod compare;
mod example;
mod facets;
mod feeds;
mod home;
mod list;
mod member;
mod merge;
mod policies;
mod search;
mod sitemap;
#[cfg(test)]
mod tests;
mod trace;

use axum::Router;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::members::visit::Visit;

/// Reading's addresses. The policies are read now: a change of theirs needs a restart.
pub fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/", get(home::show))
        .route("/traces", get(list::show))
        .route("/traces/{id}", get(trace::show))
        .route("/traces/{id}/history", get(trace::history))
        .route("/traces/{id}/history/{number}", get(trace::revision))
        .route("/compare", get(compare::show))
        .route("/companies", get(companies::show))
        .route("/companies/{slug}", get(company::show))
        .route("/companies/{slug}/merge", post(merge::post))
        .route("/members/{handle}", get(member::show))
        .route("/search", get(search::show))
        .route("/feeds/traces.atom", get(feeds::latest))
        .route("/featured.atom", get(feeds::featured))
        .route("/pair/asks.atom", get(asks::feed))
        .route("/sitemap.xml", get(sitemap::index))
        .route("/sitemap/{name}", get(sitemap::chunk))
        .route("/robots.txt", get(sitemap::robots))
        .merge(policies::routes(app))
}

/// Traces on one page of a list.
const PAGE: usize = 20;

/// 301 to where a page stands now, keeping the query. Asked for again each time: a title can change back.
fn moved(visit: &Visit, path: String) -> Response {
    let target = match visit.here.split_once('?') {
        Some((_, query)) => format!("{path}?{query}"),
        None => path,
    };
    let mut response = StatusCode::MOVED_PERMANENTLY.into_response();
    if let Ok(target) = HeaderValue::from_str(&target) {
        response.headers_mut().insert(header::LOCATION, target);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
