//! Keeping an account: reset, settings, blocks, leaving.

use super::*;
use crate::base::time::HOUR;
use crate::both_engines;
use crate::members::sign_in::SIGN_IN;
use crate::members::{actions, store};

const NEW: &str = "another walk, uphill";

both_engines!(a_reset_by_letter_ends_every_sign_in, |app| {
    let mut old = join(&app, "haruka@example.org", "haruka").await;
    sign_in(&mut old, "haruka@example.org", PASSWORD).await;
    let mut browser = app.browser();
    assert!(browser.get("/reset").await.has("name=\"email\""));
    assert_eq!(browser.post("/reset", &[("email", "haruka")]).await.status, 422);
    browser.post("/reset", &[("email", "Haruka@example.org")]).await;
    assert!(browser.get("/reset/sent").await.has("a letter is on its way"));
    let link = link(&app, &app.letters().await[0], "/reset/new?token=");
    for _ in 0..2 {
        assert!(browser.get(&link).await.has("@haruka"), "opening the link spends nothing");
    }
    let page = browser.post("/reset/new", &[("token", token(&link)), ("password", "short")]).await;
    assert!(page.status == 422 && page.has("use 15 characters or more") && page.has(token(&link)));
    let fields = [("token", token(&link)), ("password", NEW)];
    assert_eq!(browser.post("/reset/new", &fields).await.location(), "/sign-in?reset=1");
    assert_eq!(browser.post("/reset/new", &fields).await.status, 410, "once");
    assert_eq!(old.get("/settings").await.status, 303, "every sign-in has ended");
    assert_eq!(sign_in(&mut browser, "haruka@example.org", PASSWORD).await.status, 422);
    assert_eq!(sign_in(&mut browser, "haruka@example.org", NEW).await.status, 303);
});

both_engines!(a_reset_letter_holds_for_an_hour_and_opens_nothing_else, |app| {
    let mut browser = app.browser();
    browser.post("/sign-up", &sheet("haruka@example.org", "haruka", &[])).await;
    let verify = link(&app, &app.letters().await[0], "/verify?");
    let fields = [("token", token(&verify)), ("password", NEW)];
    assert_eq!(browser.post("/reset/new", &fields).await.status, 410, "another kind of letter");
    browser.post("/reset", &[("email", "haruka@example.org")]).await;
    let link = link(&app, &app.letters().await[0], "/reset/new?");
    app.pass(HOUR);
    assert_eq!(browser.get(&link).await.status, 410);
    assert_eq!(browser.post("/reset/new", &[("token", token(&link)), ("password", NEW)]).await.status, 410);
});

both_engines!(a_member_changes_the_profile, |app| {
    let mut browser = app.member("haruka").await.browser;
    let fields = [
        ("name", "小野 遥"),
        ("bio", "Looks\nfrom the shop floor"),
        ("discipline", "sales"),
        ("language", "ja"),
        ("zone", "Europe/Paris"),
    ];
    let position = app.app.hub.position();
    let answer = browser.post("/settings/profile", &fields).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/settings?done=profile"));
    let mut conn = app.app.db.read().await.unwrap();
    let account = store::account_by_handle(&mut conn, "haruka").await.unwrap().unwrap();
    assert!(
        !app.app.hub.unchanged(&[format!("member:{}", account.id)], position),
        "pages that show the name are stale"
    );
    assert!(!app.app.hub.unchanged(&["traces".to_owned()], position), "and cards");
    assert_eq!((account.name.as_str(), account.zone.as_str()), ("小野 遥", "Europe/Paris"));
    assert!(browser.get("/settings?done=profile").await.has("プロフィールを保存しました"));
    let long = "あ".repeat(301);
    let wrong = [("name", ""), ("bio", &*long), ("discipline", "sales"), ("language", "ja"), ("zone", "Mars/Base")];
    let page = browser.post("/settings/profile", &wrong).await;
    assert!(page.status == 422 && page.has(&long) && page.has("aria-invalid"));
});

both_engines!(a_change_of_password_needs_the_present_one_and_ends_the_others, |app| {
    let mut browser = join(&app, "haruka@example.org", "haruka").await;
    sign_in(&mut browser, "haruka@example.org", PASSWORD).await;
    let mut other = app.browser();
    sign_in(&mut other, "haruka@example.org", PASSWORD).await;
    let page =
        browser.post("/settings/password", &[("current", "not this one"), ("password", "password1234567")]).await;
    assert!(page.status == 422 && page.has("not your password") && page.has("thieves"));
    let answer = browser.post("/settings/password", &[("current", PASSWORD), ("password", NEW)]).await;
    assert_eq!(answer.location(), "/settings?done=password");
    assert_eq!(browser.get("/settings").await.status, 200);
    assert_eq!(other.get("/settings").await.status, 303);
    assert_eq!(sign_in(&mut other, "haruka@example.org", NEW).await.status, 303);
});

both_engines!(a_member_sees_and_ends_sign_ins_of_their_own_alone, |app| {
    let mut browser = join(&app, "haruka@example.org", "haruka").await;
    sign_in(&mut browser, "haruka@example.org", PASSWORD).await;
    let mut others = [app.browser(), app.browser(), app.browser()];
    for other in &mut others {
        sign_in(other, "haruka@example.org", PASSWORD).await;
    }
    let page = browser.get("/settings").await;
    let end =
        page.text.split("action=\"").find(|p| p.starts_with("/settings/sign-ins/") && !p.contains("end-others\""));
    let end = end.unwrap().split('"').next().unwrap().to_owned();
    let mut stranger = app.member("ken").await.browser;
    assert_eq!(stranger.post(&end, &[]).await.status, 404);
    assert_eq!(browser.post(&end, &[]).await.location(), "/settings?done=sign-in");
    let mut alive = 0;
    for other in &mut others {
        alive += u32::from(other.get("/settings").await.status == 200);
    }
    assert_eq!(alive, 2);
    browser.post("/settings/sign-ins/end-others", &[]).await;
    for other in &mut others {
        assert_eq!(other.get("/settings").await.status, 303);
    }
    assert_eq!(browser.get("/settings").await.status, 200);
    assert_eq!(app.browser().post("/settings/sign-ins/end-others", &[]).await.status, 401);
});

both_engines!(a_deleted_member_leaves_a_tombstone, |app| {
    let mut browser = join(&app, "haruka@example.org", "haruka").await;
    sign_in(&mut browser, "haruka@example.org", PASSWORD).await;
    let mut conn = app.app.db.read().await.unwrap();
    let id = store::account_by_handle(&mut conn, "haruka").await.unwrap().unwrap().id;
    actions::remove(&app.app, id).await.unwrap();
    assert!(browser.cookie(SIGN_IN).is_some() && browser.get("/settings").await.status == 303);
    assert!(store::account(&mut conn, id).await.unwrap().is_none());
    let row: (String, String, Option<String>) =
        crate::sql!("select handle, name, password_hash from members where id = $1")
            .bind(id)
            .one(&mut conn)
            .await
            .unwrap();
    assert_eq!(row, (format!("deleted--{id}"), String::new(), None));
    assert_eq!(sign_in(&mut browser, "haruka@example.org", PASSWORD).await.status, 422);
    join(&app, "haruka@example.org", "haruka").await;
});

both_engines!(a_block_counts_both_ways, |app| {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    let mut visit = app.visit(Some(&haruka)).await;
    actions::block(&visit, ken.id).await.unwrap();
    actions::block(&visit, ken.id).await.unwrap();
    assert!(actions::block(&visit, haruka.id).await.is_err(), "not oneself");
    let mut conn = app.app.db.read().await.unwrap();
    assert!(store::is_blocked_between(&mut conn, haruka.id, ken.id).await.unwrap());
    assert!(store::is_blocked_between(&mut conn, ken.id, haruka.id).await.unwrap());
    actions::unblock(&visit, ken.id).await.unwrap();
    assert!(!store::is_blocked_between(&mut conn, ken.id, haruka.id).await.unwrap());
    visit.viewer = crate::members::model::Viewer::Guest;
    assert!(actions::block(&visit, ken.id).await.is_err());
});

both_engines!(the_finished_page_of_a_suspended_member_is_made_anew_when_it_lapses, |app| {
    let mut haruka = app.member("haruka").await;
    let bio =
        [("name", "Haruka"), ("bio", "I cut hair."), ("discipline", "design"), ("language", "en"), ("zone", "UTC")];
    assert_eq!(haruka.browser.post("/settings/profile", &bio).await.status, 303);
    let mut guest = app.browser();
    assert!(guest.get("/members/haruka").await.has("I cut hair."));
    crate::members::actions::suspend(&app.app, haruka.id, Some(app.app.now().plus(HOUR))).await.unwrap();
    assert!(!guest.get("/members/haruka").await.has("I cut hair."));
    app.pass(HOUR);
    app.letters().await;
    assert!(guest.get("/members/haruka").await.has("I cut hair."), "nobody had to touch anything");
});
