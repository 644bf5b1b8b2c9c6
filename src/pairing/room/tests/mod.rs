//! The room, as those who are in it see it: over its socket, on both engines.

mod convergence;
mod hostile;
mod log;
mod standing;
mod together;

use crate::members::sign_in::SIGN_IN;
use crate::pairing::model::SessionId;
use crate::testing::TestApp;
use crate::testing::cast::Actor;
use crate::testing::tab::{Tab, Way, document};

/// An hour that begins now, for two who are signed in.
struct Hour {
    session: SessionId,
    mei: Actor,
    ken: Actor,
}

impl Hour {
    async fn of(app: &TestApp) -> Self {
        let (mei, ken) = (app.member("mei").await, app.member("ken").await);
        let session = app.booked([mei.id, ken.id], app.in_hours(0)).await;
        Self { session, mei, ken }
    }

    /// How a member's browser comes in.
    fn way(&self, app: &TestApp, who: &Actor) -> Way {
        Way {
            address: app.address,
            path: format!("/pair/sessions/{}/room/socket", self.session),
            origin: app.app.config.origin(),
            cookie: format!("{SIGN_IN}={}", who.browser.cookie(SIGN_IN).expect("signed in")),
        }
    }

    async fn mei(&self, app: &TestApp) -> Tab {
        Tab::enter(&self.way(app, &self.mei), document(101)).await
    }

    async fn ken(&self, app: &TestApp) -> Tab {
        Tab::enter(&self.way(app, &self.ken), document(202)).await
    }
}
