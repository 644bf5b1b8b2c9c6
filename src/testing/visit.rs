//! A request without a browser, for calling actions and views themselves.

use crate::base::random::token_hash;
use crate::base::words::Lang;
use crate::members::model::{Theme, Viewer};
use crate::members::sign_in::SIGN_IN;
use crate::members::store;
use crate::members::visit::Visit;
use crate::testing::TestApp;
use crate::testing::cast::Actor;

impl TestApp {
    /// A visit of the home page in English, by this member as their browser is signed in now, or by a guest.
    pub async fn visit(&self, who: Option<&Actor>) -> Visit {
        let token = who.map(|actor| actor.browser.cookie(SIGN_IN).expect("signed in").to_owned());
        let viewer = match &token {
            Some(token) => {
                let mut conn = self.app.db.read().await.expect("the database answers");
                let found = store::signed_in(&mut conn, &token_hash(token), self.app.now()).await.expect("readable");
                Viewer::Member(Box::new(found.expect("signed in").0))
            }
            None => Viewer::Guest,
        };
        Visit {
            app: self.app.clone(),
            viewer,
            lang: Lang::En,
            theme: Theme::Auto,
            now: self.app.now(),
            address: self.address.ip(),
            here: "/".into(),
            browser: "test".into(),
            known_browser: None,
            sign_in_token: token,
        }
    }
}
