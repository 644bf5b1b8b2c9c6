//! The cast: members with a signed-in browser, made in one line.

use crate::base::random::token_hash;
use crate::members::model::{MemberId, Role};
use crate::testing::TestApp;
use crate::testing::client::Client;

/// A member and the browser they are signed in with.
pub struct Actor {
    pub id: MemberId,
    pub handle: String,
    pub browser: Client,
}

impl TestApp {
    /// A verified member who works in marketing and reads English.
    pub async fn member(&self, handle: &str) -> Actor {
        self.actor(handle, Role::Member, true).await
    }

    /// A member who has not confirmed the address yet.
    pub async fn unverified(&self, handle: &str) -> Actor {
        self.actor(handle, Role::Member, false).await
    }

    pub async fn organizer(&self, handle: &str) -> Actor {
        self.actor(handle, Role::Organizer, true).await
    }

    async fn actor(&self, handle: &str, role: Role, verified: bool) -> Actor {
        let now = self.app.now();
        let mut tx = self.app.db.write().await.expect("the database answers");
        let email = format!("{handle}@example.org");
        let (id,): (MemberId,) = crate::sql!(
            "insert into members (handle, name, discipline, language, zone, email, email_key, role, verified_at,
                                  terms_version, terms_agreed_at, created_at)
             values ($1, $2, 'marketing', 'en', 'Asia/Tokyo', $3, $3, $4, $5, 'test', $6, $6) returning id"
        )
        .bind(handle)
        .bind(format!("{handle} the tester"))
        .bind(&email)
        .bind(role)
        .bind(verified.then_some(now))
        .bind(now)
        .one(&mut tx)
        .await
        .expect("a member");
        let token = self.app.random.token();
        crate::sql!(
            "insert into sign_ins (member_id, token_hash, browser, created_at, seen_at) values ($1, $2, 'test', $3, $3)"
        )
        .bind(id)
        .bind(token_hash(&token))
        .bind(now)
        .run(&mut tx)
        .await
        .expect("a sign-in");
        self.app.commit(tx).await.expect("committed");
        let mut browser = self.browser();
        browser.set_cookie(crate::members::sign_in::SIGN_IN, &token);
        Actor { id, handle: handle.to_owned(), browser }
    }
}
