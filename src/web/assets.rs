//! Styles, scripts and wasm: hashed names, immutable, ready-made compressions.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use crate::base::app::App;
use crate::base::error::{Error, Result};

pub async fn show(State(app): State<App>, Path(name): Path<String>, asked: HeaderMap) -> Result<Response> {
    let asset = app.assets.file(&name).ok_or(Error::NotFound)?;
    let accept = asked.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let (bytes, coding) = match (&asset.br, &asset.gzip) {
        (Some(br), _) if accept.contains("br") => (br, Some("br")),
        (_, Some(gzip)) if accept.contains("gzip") => (gzip, Some("gzip")),
        _ => (&asset.plain, None),
    };
    let mut response = Response::new(Body::from(bytes.clone()));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    let cache = if asset.lasts { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    Ok(response)
}
