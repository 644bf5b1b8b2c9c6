//! The query of an address, read so that nothing in it refuses the page: unknown parameters,
//! broken encodings and values that mean nothing are passed over.

use std::convert::Infallible;
use std::str::FromStr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::base::text;
use crate::ui::fields::Fields;

/// Search words longer than this are cut.
const MOST: usize = 200;

/// The parameters, decoded.
#[derive(Debug, Clone)]
pub struct Query(Fields);

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Fields::parse(parts.uri.query().unwrap_or_default().as_bytes())))
    }
}

impl Query {
    /// The first value that can be read.
    pub fn one<T: FromStr>(&self, name: &str) -> Option<T> {
        self.values(name).find_map(|v| v.parse().ok())
    }

    /// Every value that can be read, each once.
    pub fn every<T: FromStr + PartialEq>(&self, name: &str) -> Vec<T> {
        let mut found = Vec::new();
        for value in self.values(name).filter_map(|v| v.parse().ok()) {
            if !found.contains(&value) {
                found.push(value);
            }
        }
        found
    }

    /// What someone typed, cleaned and cut to a sensible length; empty when absent or unreadable.
    #[must_use]
    pub fn words(&self, name: &str) -> String {
        text::clean(&text::truncate(self.0.get(name), MOST)).unwrap_or_default()
    }

    /// Every value as it is, in the order asked for.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(n, _)| *n == name).map(|(_, v)| v)
    }
}
