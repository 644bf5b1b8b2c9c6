//! Sets a slice's page into the document, and turns an error into its page.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::base::error::Error;
use crate::members::model::Viewer;
use crate::members::visit::Visit;
use crate::ui::page::Page;
use crate::web::{document, errors};

pub async fn shell(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let Some(visit) = response.extensions_mut().remove::<Visit>() else { return response };
    if let Some(error) = response.extensions_mut().remove::<Error>() {
        return errors::answer(&visit, error);
    }
    match response.extensions_mut().remove::<Page>() {
        Some(page) => document::dress(&visit, page, response),
        None if response.status() == StatusCode::PAYLOAD_TOO_LARGE => errors::answer(&visit, Error::TooLarge),
        None if response.status() == StatusCode::NOT_FOUND && is_bare(&response) => {
            errors::answer(&visit, Error::NotFound)
        }
        // axum's own refusal of a path or a query that cannot be read: there is no such page.
        None if response.status() == StatusCode::BAD_REQUEST => errors::answer(&visit, Error::NotFound),
        None => {
            if matches!(visit.viewer, Viewer::Member(_)) && !response.headers().contains_key(header::CACHE_CONTROL) {
                response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            }
            response
        }
    }
}

/// axum's own 404, without a body of ours.
fn is_bare(response: &Response) -> bool {
    !response.headers().contains_key(header::CONTENT_TYPE)
}
