//! The cookies of a signed-in browser.
//!
//! `__Host-` binds them to this host, to https (or loopback) and to the whole site; scripts never
//! see them. Each sign-in has a new token, and only its hash is kept.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::base::error::{Error, Result};
use crate::base::random::token_hash;
use crate::base::time::{DAY, SECOND};
use crate::members::model::MemberId;

/// The sign-in cookie.
pub const SIGN_IN: &str = "__Host-sign-in";
/// Says that this browser has signed in to an account before.
pub const KNOWN: &str = "__Host-known";

/// How long a sign-in holds, from the day it was made.
pub const SIGN_IN_LASTS: i64 = 60 * DAY;
/// The most that browsers allow.
const KNOWN_LASTS: i64 = 400 * DAY;

/// The secrets of a browser that has just signed in.
pub struct Opened {
    pub token: String,
    pub known: String,
}

impl Opened {
    /// Sets both cookies.
    ///
    /// # Errors
    /// [`Error::Internal`] when a token is no cookie value.
    pub fn set(&self, headers: &mut HeaderMap) -> Result<()> {
        put(headers, SIGN_IN, &self.token, SIGN_IN_LASTS)?;
        put(headers, KNOWN, &self.known, KNOWN_LASTS)
    }
}

/// Takes the sign-in cookie back and clears what the browser kept of signed-in pages.
///
/// # Errors
/// Never, with these constants.
pub fn expire(headers: &mut HeaderMap) -> Result<()> {
    headers.insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    put(headers, SIGN_IN, "", 0)
}

/// Takes back both cookies of one who has left, and what the browser kept for them: pages, and copies
/// of what was being written.
///
/// # Errors
/// Never, with these constants.
pub fn forget(headers: &mut HeaderMap) -> Result<()> {
    headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    put(headers, SIGN_IN, "", 0)?;
    put(headers, KNOWN, "", 0)
}

fn put(headers: &mut HeaderMap, name: &str, value: &str, lasts: i64) -> Result<()> {
    let seconds = lasts / SECOND;
    let cookie = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    let cookie =
        HeaderValue::from_str(&cookie).map_err(|_| Error::Internal("a token that is no cookie value".into()))?;
    headers.append(header::SET_COOKIE, cookie);
    Ok(())
}

/// What is kept of a known browser. One cookie serves every account that signs in with it: the
/// account's number goes into the hash.
#[must_use]
pub fn known_hash(known: &str, member: MemberId) -> String {
    token_hash(&format!("{known}:{member}"))
}
