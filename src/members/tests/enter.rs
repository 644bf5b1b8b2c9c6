//! Signing in and out, and who is kept from it.

use std::sync::atomic::Ordering;

use super::*;
use crate::base::time::{DAY, HOUR};
use crate::both_engines;
use crate::members::sign_in::{KNOWN, SIGN_IN};
use crate::testing::Engine;

both_engines!(the_cookies_are_for_this_host_and_no_script, |app| {
    let mut browser = join(&app, "haruka@example.org", "haruka").await;
    let answer = sign_in(&mut browser, "haruka@example.org", PASSWORD).await;
    let cookies: Vec<&str> = answer.headers.get_all("set-cookie").iter().map(|v| v.to_str().unwrap()).collect();
    assert_eq!(cookies.len(), 2);
    for (cookie, name, age) in [(cookies[0], SIGN_IN, 5_184_000), (cookies[1], KNOWN, 34_560_000)] {
        assert!(cookie.starts_with(&format!("{name}=")), "{cookie}");
        assert!(cookie.ends_with(&format!("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={age}")), "{cookie}");
    }
});

both_engines!(the_same_words_whether_or_not_an_account_exists, |app| {
    join(&app, "haruka@example.org", "haruka").await;
    let mut browser = app.browser();
    let wrong = sign_in(&mut browser, "haruka@example.org", "not the password").await;
    let nobody = sign_in(&mut browser, "nobody@example.org", "not the password").await;
    assert_eq!((wrong.status.as_u16(), nobody.status.as_u16()), (422, 422));
    assert_eq!(wrong.text.replace("haruka@", "nobody@"), nobody.text);
    assert!(
        wrong.has("do not fit together") && wrong.has("value=\"haruka@example.org\"") && !wrong.has("not the password")
    );
    let known = browser.post("/reset", &[("email", "haruka@example.org")]).await;
    let unknown = browser.post("/reset", &[("email", "nobody@example.org")]).await;
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    assert_eq!(app.letters().await.iter().filter(|l| l.to == "nobody@example.org").count(), 0);
});

both_engines!(odd_input_gets_a_message_and_never_a_broken_page, |app| {
    let mut browser = app.browser();
    let long = "x".repeat(4_000);
    for odd in ["\0", "a\0b@example.org", "\u{202e}@example.org", "' or 1=1 --", &*long] {
        assert_eq!(sign_in(&mut browser, odd, odd).await.status, 422);
        assert_eq!(browser.post("/reset", &[("email", odd)]).await.status, 422);
        let page =
            browser.post("/sign-up", &sheet(odd, odd, &[("zone", odd), ("discipline", odd), ("language", odd)])).await;
        assert_eq!(page.status, 422);
        assert_eq!(browser.post("/verify", &[("token", odd)]).await.status, 410);
        assert_eq!(browser.post("/dev/sign-in", &[("handle", odd)]).await.status, 404);
    }
    assert_eq!(browser.post("/settings/sign-ins/x/end", &[]).await.status, 404);
});

both_engines!(each_sign_in_has_a_new_token_and_the_old_one_is_dead, |app| {
    let mut browser = join(&app, "haruka@example.org", "haruka").await;
    sign_in(&mut browser, "haruka@example.org", PASSWORD).await;
    let (first, known) = (browser.cookie(SIGN_IN).unwrap().to_owned(), browser.cookie(KNOWN).unwrap().to_owned());
    sign_in(&mut browser, "haruka@example.org", PASSWORD).await;
    assert_ne!(browser.cookie(SIGN_IN), Some(first.as_str()));
    assert_eq!(browser.cookie(KNOWN), Some(known.as_str()), "the same browser");
    let mut thief = app.browser();
    thief.set_cookie(SIGN_IN, &first);
    assert_eq!(thief.get("/settings").await.status, 303, "a dead cookie counts as signed out");
    assert_eq!(thief.get("/sign-in").await.status, 200);
    let last = browser.cookie(SIGN_IN).unwrap().to_owned();
    browser.post("/sign-out", &[]).await;
    thief.set_cookie(SIGN_IN, &last);
    assert_eq!(thief.get("/settings").await.status, 303, "dead after sign-out");
});

both_engines!(a_browser_that_keeps_no_cookie_is_told_why, |app| {
    let mut browser = app.browser();
    let page = browser.get("/sign-in/check?next=%2Ftraces").await;
    assert!(page.status == 200 && page.has("did not send back the cookie"));
    let haruka = app.member("haruka").await;
    let mut browser = haruka.browser;
    assert_eq!(browser.get("/sign-in/check?next=%2Ftraces").await.location(), "/traces");
    assert_eq!(browser.get("/sign-in/check?next=%2F%2Fevil.example").await.location(), "/");
    assert_eq!(browser.get("/sign-in?next=%2Ftraces").await.location(), "/traces");
    assert!(browser.get("/sign-in/done").await.has("Close this tab"));
    assert_eq!(app.browser().get("/sign-in/done").await.location(), "/sign-in?next=%2Fsign-in%2Fdone");
});

both_engines!(a_sign_in_ends_by_itself_and_is_seen_once_an_hour, |app| {
    let haruka = app.member("haruka").await;
    let mut browser = haruka.browser;
    let seen = async || {
        let mut conn = app.app.db.read().await.unwrap();
        let (at,): (i64,) = crate::sql!("select seen_at from sign_ins").one(&mut conn).await.unwrap();
        at
    };
    let start = seen().await;
    app.pass(HOUR / 2);
    browser.get("/settings").await;
    assert_eq!(seen().await, start);
    app.pass(HOUR);
    browser.get("/settings").await;
    assert_eq!(seen().await, start + HOUR + HOUR / 2);
    app.pass(59 * DAY);
    assert_eq!(browser.get("/settings").await.status, 200);
    app.pass(DAY);
    assert_eq!(browser.get("/settings").await.status, 303);
    crate::members::actions::prune(&app.app).await.unwrap();
});

both_engines!(throttling_an_account_never_locks_out_a_browser_it_knows, |app| {
    let mut hers = join(&app, "haruka@example.org", "haruka").await;
    assert_eq!(sign_in(&mut hers, "haruka@example.org", PASSWORD).await.status, 303);
    hers.post("/sign-out", &[]).await;
    let mut stranger = app.browser();
    let mut last = 0;
    for _ in 0..12 {
        last = sign_in(&mut stranger, "haruka@example.org", "not the password").await.status.as_u16();
    }
    assert_eq!(last, 429);
    let refused = sign_in(&mut stranger, "haruka@example.org", PASSWORD).await;
    assert!(refused.status == 429 && !refused.header("retry-after").is_empty(), "even with the password");
    assert!(refused.has("nothing of what you typed is lost") && refused.has("value=\"haruka@example.org\""));
    assert!(!refused.has(PASSWORD));
    stranger.set_cookie(KNOWN, "x");
    assert_eq!(sign_in(&mut stranger, "haruka@example.org", PASSWORD).await.status, 429);
    assert_eq!(sign_in(&mut hers, "haruka@example.org", PASSWORD).await.status, 303);
});

both_engines!(an_unverified_member_signs_in_and_does_not_speak, |app| {
    let mut browser = app.browser();
    browser.post("/sign-up", &sheet("haruka@example.org", "haruka", &[])).await;
    app.letters().await;
    assert_eq!(sign_in(&mut browser, "haruka@example.org", PASSWORD).await.status, 303);
    assert!(browser.get("/settings").await.has("not confirmed yet"));
    assert_eq!(browser.post("/settings/letter", &[]).await.location(), "/settings?done=letter");
    let letters = app.letters().await;
    assert_eq!(letters.len(), 2);
    browser.post("/verify", &[("token", token(&link(&app, &letters[0], "/verify?")))]).await;
    assert!(!browser.get("/settings").await.has("not confirmed yet"));
});

both_engines!(demo_members_sign_in_by_a_button_under_development, |app| {
    let ken = app.member("ken").await;
    let mut browser = app.browser();
    assert_eq!(browser.post("/dev/sign-in", &[("handle", "ken")]).await.status, 404, "not a demo member");
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("update members set demo = true where id = $1").bind(ken.id).run(&mut tx).await.unwrap();
    app.app.commit(tx).await.unwrap();
    assert!(browser.get("/sign-in").await.has("Sign in as ken the tester"));
    let answer = browser.post("/dev/sign-in", &[("handle", "ken")]).await;
    assert_eq!(answer.location(), "/sign-in/check?next=%2F");
    assert!(browser.get("/settings").await.has("ken the tester"));
    browser.post("/reset", &[("email", "ken@example.org")]).await;
    app.letters().await;
    assert!(browser.get("/dev/mail").await.has("/reset/new?token="));
});

#[tokio::test]
async fn without_development_there_is_no_outbox_and_no_demo_sign_in() {
    let settings = [("DEV", "off"), ("SMTP_URL", "smtp://127.0.0.1:1"), ("MAIL_FROM", "trace@example.org")];
    let app = TestApp::start_with(Engine::Sqlite, &settings).await;
    let mut browser = app.browser();
    assert_eq!(browser.get("/dev/mail").await.status, 404);
    assert_eq!(browser.post("/dev/sign-in", &[("handle", "ken")]).await.status, 404);
}

both_engines!(a_sign_in_and_a_sign_up_do_the_same_work_whether_or_not_there_is_an_account, |app| {
    join(&app, "haruka@example.org", "haruka").await;
    let mut browser = app.browser();
    let hashed = || app.app.hashed.swap(0, Ordering::Relaxed);
    hashed();
    for email in ["haruka@example.org", "nobody@example.org", "no address"] {
        assert_eq!(sign_in(&mut browser, email, "not her password").await.status, 422);
        assert_eq!(hashed(), 1, "in: {email}");
    }
    for (email, handle) in [("haruka@example.org", "once-more"), ("new@example.org", "newcomer")] {
        assert_eq!(browser.post("/sign-up", &sheet(email, handle, &[])).await.status, 303);
        assert_eq!(hashed(), 1, "up: {email}");
    }
    for email in ["haruka@example.org", "nobody@example.org"] {
        browser.post("/reset", &[("email", email)]).await;
        assert_eq!(hashed(), 0, "{email}: a letter is asked for, and no more is done");
    }
});

#[tokio::test]
async fn a_flood_of_passwords_waits_in_a_line_of_its_own() {
    use std::sync::Arc;
    use std::sync::atomic::AtomicUsize;
    let app = TestApp::start(crate::testing::Engine::Sqlite).await.app;
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let flood: Vec<_> = (0..32)
        .map(|_| {
            let (app, now, most) = (app.clone(), Arc::clone(&now), Arc::clone(&most));
            let hash = move || {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                std::thread::sleep(std::time::Duration::from_millis(50));
                now.fetch_sub(1, Ordering::SeqCst);
            };
            tokio::spawn(async move { app.offload_hash(hash).await })
        })
        .collect();
    app.offload(|| ()).await.unwrap();
    assert!(flood.iter().any(|one| !one.is_finished()), "a comment does not wait behind it");
    for one in flood {
        one.await.unwrap().unwrap();
    }
    assert_eq!(most.load(Ordering::SeqCst), 4, "as many at once as there are places, however many ask");
}
