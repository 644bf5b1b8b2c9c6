//! Deleting one's account.

use super::*;
use crate::both_engines;
use crate::members::sign_in::{KNOWN, SIGN_IN};

both_engines!(a_member_deletes_the_account_with_the_password, |app| {
    let mut browser = join(&app, "haruka@example.org", "haruka").await;
    sign_in(&mut browser, "haruka@example.org", PASSWORD).await;
    let mut other = app.browser();
    sign_in(&mut other, "haruka@example.org", PASSWORD).await;
    assert!(browser.get("/settings").await.has("href=\"/settings/delete\""));
    let page = browser.get("/settings/delete").await;
    assert!(page.has("cannot be undone") && page.has("name=\"current\"") && page.has("What stays, without your name"));

    let wrong = browser.post("/settings/delete", &[("current", "not this one")]).await;
    assert!(wrong.status == 422 && wrong.has("id=\"current-error\"") && wrong.has("not your password"));
    assert!(browser.post("/settings/delete", &[]).await.status == 422 && browser.get("/settings").await.status == 200);

    let gone = browser.post("/settings/delete", &[("current", PASSWORD)]).await;
    assert_eq!((gone.status.as_u16(), gone.location()), (303, "/goodbye"));
    assert_eq!(gone.header("clear-site-data"), "\"cache\", \"storage\"");
    assert_eq!((browser.cookie(SIGN_IN), browser.cookie(KNOWN)), (None, None));
    assert!(browser.get("/goodbye").await.has("Your account is deleted"));
    assert_eq!(other.get("/settings").await.status, 303, "every browser is signed out");
    assert_eq!(browser.get("/members/haruka").await.status, 404);
    assert_eq!(sign_in(&mut browser, "haruka@example.org", PASSWORD).await.status, 422);
    let mut again = join(&app, "haruka@example.org", "haruka").await;
    assert_eq!(sign_in(&mut again, "haruka@example.org", PASSWORD).await.status, 303, "a new beginning");
    assert_eq!(again.get("/goodbye").await.location(), "/");
});

both_engines!(a_demo_member_cannot_be_deleted, |app| {
    let mut ken = app.member("ken").await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("update members set demo = true where id = $1").bind(ken.id).run(&mut tx).await.unwrap();
    app.app.commit(tx).await.unwrap();
    let page = ken.browser.get("/settings/delete").await;
    assert!(page.has("Demo members are here for everybody") && !page.has("name=\"current\""));
    assert_eq!(ken.browser.post("/settings/delete", &[("current", PASSWORD)]).await.status, 403);
    assert_eq!(ken.browser.get("/settings").await.status, 200);
});

both_engines!(guessing_the_password_ends_in_waiting, |app| {
    let mut browser = join(&app, "haruka@example.org", "haruka").await;
    sign_in(&mut browser, "haruka@example.org", PASSWORD).await;
    let mut last = 0;
    for _ in 0..21 {
        last = browser.post("/settings/delete", &[("current", "a guess")]).await.status.as_u16();
    }
    assert_eq!(last, 429);
    let refused = browser.post("/settings/delete", &[("current", PASSWORD)]).await;
    assert!(refused.status == 429 && !refused.header("retry-after").is_empty() && refused.has("name=\"current\""));
    let other_form = [("current", PASSWORD), ("password", "another walk, uphill")];
    assert_eq!(browser.post("/settings/password", &other_form).await.status, 429, "one budget for both forms");
});

#[tokio::test]
async fn a_guest_has_nothing_to_delete() {
    let app = TestApp::start(crate::testing::Engine::Sqlite).await;
    assert_eq!(app.browser().get("/settings/delete").await.location(), "/sign-in?next=%2Fsettings%2Fdelete");
}
