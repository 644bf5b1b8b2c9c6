//! A finished page body with what its head says. Slices answer with a [`Page`]; `web::shell` sets it
//! into the document with the site's header and footer, in the reader's language and theme.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::IntoView;

use crate::base::error::Error;

/// What a handler answers with.
pub type Answer = Result<Page, Error>;

/// The body of `<main>` and what belongs to it.
#[derive(Debug, Clone, Default)]
pub struct Page {
    pub status: StatusCode,
    pub title: String,
    pub body: String,
    pub head: Head,
    /// What the page read, for dropping it from the cache. `None`: not to be cached.
    pub tags: Option<Vec<String>>,
    /// Holds a form with much to type: the browser may keep it for going back (`private, no-cache`). A
    /// `<textarea>` says so by itself.
    pub long_form: bool,
    /// Its address holds a secret: nothing of it is kept (`no-store`).
    pub secret: bool,
    /// On an answer to a form: what it sent, without secrets, for the switches of language and theme to
    /// bring along (`web::again`).
    pub sent: Option<Vec<(String, String)>>,
    /// A style sheet of its own beside the site's: the name of a file in `style/own/`.
    pub sheet: Option<&'static str>,
}

/// What search engines and other sites are told.
#[derive(Debug, Clone, Default)]
pub struct Head {
    pub description: String,
    /// Path of the page's one address, without language; `None` for pages not to be indexed.
    pub canonical: Option<String>,
    /// Path of the Atom feed of this list.
    pub feed: Option<String>,
    /// Other forms of the same thing: media type and path.
    pub alternates: Vec<(&'static str, String)>,
    /// JSON-LD, one object.
    pub json_ld: Option<serde_json::Value>,
    /// OpenGraph type: `website` unless said.
    pub og_type: Option<&'static str>,
    /// The other language's path for `hreflang`; both languages share the path when `None`.
    pub article_language: Option<&'static str>,
}

impl Page {
    /// Renders the body now.
    pub fn new<V: IntoView>(title: impl Into<String>, view: impl FnOnce() -> V) -> Self {
        Self { title: title.into(), body: crate::ui::render::html(view), ..Self::default() }
    }

    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The form came back: 422.
    #[must_use]
    pub fn rejected(self) -> Self {
        self.status(StatusCode::UNPROCESSABLE_ENTITY)
    }

    #[must_use]
    pub fn describe(mut self, description: impl Into<String>) -> Self {
        self.head.description = description.into();
        self
    }

    /// A public page: its one address, and the tags it read.
    #[must_use]
    pub fn public(mut self, canonical: impl Into<String>, tags: impl IntoIterator<Item = String>) -> Self {
        self.head.canonical = Some(canonical.into());
        self.tags = Some(tags.into_iter().collect());
        self
    }

    #[must_use]
    pub fn feed(mut self, path: impl Into<String>) -> Self {
        self.head.feed = Some(path.into());
        self
    }

    #[must_use]
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Loads `style/own/{name}.css` too: what only few pages need, others do not carry.
    #[must_use]
    pub fn sheet(mut self, name: &'static str) -> Self {
        self.sheet = Some(name);
        self
    }

    #[must_use]
    pub fn long_form(mut self) -> Self {
        self.long_form = true;
        self
    }
}

/// The page travels to `web::shell` as an extension of an empty response.
impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Likewise: `web::shell` makes the error's page and logs internals once.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
