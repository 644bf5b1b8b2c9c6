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
mod policies;
mod search;
mod sitemap;
#[cfg(test)]
mod tests;
mod trace;

use axum::Router;
use axum::routing::get;

use crate::base::app::App;

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
