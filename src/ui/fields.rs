//! A posted form, read so that nothing typed is lost: unknown fields, broken UTF-8 and doubled names
//! never refuse the whole.

use std::str::FromStr;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

use crate::base::error::{Error, Problem, Problems, Result};
use crate::base::text;

/// Forms without long text, in bytes; routes that take more say so with [`at_most`].
pub const SHORT_FORM: usize = 64 * 1024;

/// What a route takes, for refusing a larger body before it is read.
#[derive(Clone, Copy)]
pub struct Most(usize);

/// The layer of a route that takes so many bytes.
pub fn at_most(bytes: usize) -> (DefaultBodyLimit, Extension<Most>) {
    (DefaultBodyLimit::max(bytes), Extension(Most(bytes)))
}

/// The fields as sent, in their order.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Error;
    async fn from_request(request: Request, state: &S) -> Result<Self> {
        let most = request.extensions().get::<Most>().map_or(SHORT_FORM, |most| most.0);
        let length = request.headers().get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
        if length.is_some_and(|length| length > most) {
            return Err(Error::TooLarge);
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            match rejection.into_response().status() {
                StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
                // The sender went away, or its framing is broken: no one is there to read more.
                _ => Error::Invalid(Problems::default()),
            }
        })?;
        Ok(Self::parse(&bytes))
    }
}

impl Fields {
    /// The fields of a form that no browser sent: demo content, an import.
    #[must_use]
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// Reads `application/x-www-form-urlencoded`; broken UTF-8 becomes U+FFFD.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(bytes).into_owned().collect())
    }

    /// The first value of a field as sent, empty when absent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    /// Every field, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(n, v)| (n.as_str(), v.as_str()))
    }

    /// One line, cleaned, of at most `max` grapheme clusters; may be empty.
    pub fn line(&self, name: &str, max: usize, problems: &mut Problems) -> String {
        self.cleaned(name, max, problems, text::clean)
    }

    /// One line that may not be empty.
    pub fn required(&self, name: &str, max: usize, problems: &mut Problems) -> String {
        let line = self.line(name, max, problems);
        if line.is_empty() {
            problems.add(name, Problem::Required);
        }
        line
    }

    /// Several lines, cleaned.
    pub fn block(&self, name: &str, max: usize, problems: &mut Problems) -> String {
        self.cleaned(name, max, problems, text::clean_block)
    }

    /// One of a closed set.
    pub fn choice<T: FromStr<Err = Problem>>(&self, name: &str, problems: &mut Problems) -> Option<T> {
        problems.check(name, self.get(name).parse())
    }

    fn cleaned(
        &self,
        name: &str,
        max: usize,
        problems: &mut Problems,
        clean: impl Fn(&str) -> std::result::Result<String, text::Unclean>,
    ) -> String {
        let typed = self.get(name);
        match clean(typed) {
            Ok(value) => {
                if !text::within(&value, max) {
                    problems.add(name, Problem::TooLong(max));
                }
                value
            }
            Err(_) => {
                problems.add(name, Problem::Unreadable);
                typed.to_owned()
            }
        }
    }
}
