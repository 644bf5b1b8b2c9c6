//! One request: who looks, in which language and theme, and when. `web::enter` makes it; every
//! handler takes it as its first argument.

use std::net::IpAddr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::limits::Budget;
use crate::base::time::Time;
use crate::base::words::{Lang, Words};
use crate::members::model::{Theme, Viewer};
use crate::ui::fields::Fields;

/// The request as slices see it.
#[derive(Clone)]
pub struct Visit {
    pub app: App,
    pub viewer: Viewer,
    pub lang: Lang,
    pub theme: Theme,
    pub now: Time,
    /// The sender's address; a proxy's word is taken only from `TRUSTED_PROXIES`.
    pub address: IpAddr,
    /// Path and query as asked for, to come back to after signing in.
    pub here: String,
    /// A short name of the browser, for the list of sign-ins.
    pub browser: String,
    /// The token of a browser that has signed in before, if it brought one.
    pub known_browser: Option<String>,
    /// The sign-in token that came with the request, valid or not.
    pub sign_in_token: Option<String>,
}

impl Visit {
    /// The site's words in the visitor's language.
    #[must_use]
    pub fn t(&self) -> &'static Words {
        self.lang.words()
    }

    /// The query of the address asked for, read so that nothing in it refuses the page: of a name that
    /// comes twice the first value counts.
    #[must_use]
    pub fn query(&self) -> Fields {
        Fields::parse(self.here.split_once('?').map_or("", |(_, query)| query).as_bytes())
    }

    /// The zone in which times are shown: the member's own, else Tokyo for Japanese and UTC for English.
    #[must_use]
    pub fn zone(&self) -> &str {
        match (&self.viewer, self.lang) {
            (Viewer::Member(member), _) => &member.zone,
            (Viewer::Guest, Lang::Ja) => "Asia/Tokyo",
            (Viewer::Guest, Lang::En) => "UTC",
        }
    }

    /// Spends from the sender address's budget.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn limit_address(&self, budget: Budget) -> Result<()> {
        self.app.limits.spend(budget, &network_key(self.address))
    }

    /// Spends from the member's budget, and from their address's where it has one: many accounts in one
    /// hand are one sender.
    ///
    /// # Errors
    /// [`Error::TooMany`], [`Error::SignIn`].
    pub fn limit_member(&self, budget: Budget) -> Result<()> {
        self.app.limits.spend(budget, &self.viewer.member()?.id.to_string())?;
        budget.of_address().map_or(Ok(()), |budget| self.limit_address(budget))
    }
}

/// One household or host has a whole /64 of IPv6, so that is what is counted.
fn network_key(address: IpAddr) -> String {
    match address {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => v6.segments()[..4].iter().map(|s| format!("{s:x}:")).collect(),
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        parts
            .extensions
            .get::<Visit>()
            .cloned()
            .ok_or_else(|| Error::Internal("no visit: web::enter is missing".into()))
    }
}
