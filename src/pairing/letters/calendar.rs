//! A member's sessions as a calendar to subscribe to.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::ics;
use crate::base::random::{token_hash, token_hash_of};
use crate::base::time::{DAY, Time};
use crate::members::store::account;
use crate::pairing::letters::event;
use crate::pairing::letters::store::calendars;

/// How far back it goes.
const BACK: i64 = 30 * DAY;
/// Programs ask again no sooner than after a quarter of an hour.
const CACHE: HeaderValue = HeaderValue::from_static("private, max-age=900");

/// The calendar behind a token, or that it has not changed.
///
/// # Errors
/// [`Error::NotFound`] for an address that has ended, or whose member is gone.
pub async fn feed(app: &App, token: &str, asked: &HeaderMap, now: Time) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let member = calendars::of_token(&mut conn, &token_hash(token)).await?.ok_or(Error::NotFound)?;
    let account = account(&mut conn, member).await?.ok_or(Error::NotFound)?;
    let entries = calendars::entries(&mut conn, member, now.plus(-BACK), now).await?;
    drop(conn);
    let t = account.language.words();
    let events: Vec<_> = entries.iter().map(|e| event::of_feed(&app.config, account.language, e)).collect();
    let text = ics::feed(&t.pairing_letters_calendar_name(t.site_name()), &events);
    Ok(answer(text, asked))
}

fn answer(text: String, asked: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", &token_hash_of(text.as_bytes())[..32]);
    let known = asked
        .get(header::IF_NONE_MATCH)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|list| list.split(',').any(|one| one.trim().trim_start_matches("W/") == tag || one.trim() == "*"));
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { text.into_response() };
    let headers = response.headers_mut();
    if !known {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    }
    headers.insert(header::CACHE_CONTROL, CACHE);
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}
