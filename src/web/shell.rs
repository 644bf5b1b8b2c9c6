//! Sets a slice's page into the document, and turns an error into its page.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::base::error::Error;
use crate::members::model::Viewer;
use crate::members::visit::Visit;
use crate::ui::page::Page;
use crate::web::again::Sent;
use crate::web::front::{Cacheable, VARY};
use crate::web::{document, errors};

pub async fn shell(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let Some(visit) = response.extensions_mut().remove::<Visit>() else { return response };
    if let Some(error) = response.extensions_mut().remove::<Error>() {
        let sent = response.extensions_mut().remove::<Sent>();
        return errors::answer(&visit, error, sent);
    }
    match response.extensions_mut().remove::<Page>() {
        Some(page) => document::dress(&visit, page, response),
        None if response.status() == StatusCode::PAYLOAD_TOO_LARGE => errors::answer(&visit, Error::TooLarge, None),
        None if response.status() == StatusCode::METHOD_NOT_ALLOWED => errors::wrong_method(&visit, response),
        None if response.status() == StatusCode::NOT_FOUND && is_bare(&response) => {
            errors::answer(&visit, Error::NotFound, None)
        }
        // axum's own refusal of a path or a query that cannot be read: there is no such page.
        None if response.status() == StatusCode::BAD_REQUEST => errors::answer(&visit, Error::NotFound, None),
        None => keep(&visit, response),
    }
}

/// Says who may keep what is no page: the same as for the page that it is another form of. A signed-out
/// reader's is marked again by [`crate::web::front`], which does not see a HEAD.
fn keep(visit: &Visit, mut response: Response) -> Response {
    let shared = response.extensions().get::<Cacheable>().is_some();
    let cache = match &visit.viewer {
        Viewer::Member(_) => Some("no-store"),
        Viewer::Guest => shared.then_some("public, no-cache"),
    };
    let headers = response.headers_mut();
    if let Some(cache) = cache {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(cache));
    }
    if shared {
        headers.insert(header::VARY, HeaderValue::from_static(VARY));
    }
    response
}

/// axum's own 404, without a body of ours.
fn is_bare(response: &Response) -> bool {
    !response.headers().contains_key(header::CONTENT_TYPE)
}
