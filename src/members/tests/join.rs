//! Sign-up, letters, confirmation.

use super::*;
use crate::base::random::token_hash;
use crate::base::time::HOUR;
use crate::both_engines;
use crate::members::store;
use crate::testing::Engine;

both_engines!(a_newcomer_signs_up_confirms_signs_in_and_out, |app| {
    let mut browser = app.browser();
    let page = browser.get("/sign-up").await;
    assert!(page.status == 200 && page.has("name=\"agree\"") && page.has("Asia/Tokyo (+9)"));
    let answer = browser.post("/sign-up", &sheet("Haruka@Example.org", "haruka", &[])).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/sign-up/check-mail"));
    assert_eq!(browser.cookie(crate::members::sign_in::SIGN_IN), None, "signing up never signs in");
    assert!(browser.get("/sign-up/check-mail").await.has("Check your mail"));

    let letters = app.letters().await;
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, "Haruka@Example.org"));
    let link = link(&app, &letters[0], "/verify?token=");
    assert!(letters[0].html.contains(&app.app.config.link(&link)), "{}", letters[0].html);
    for _ in 0..2 {
        let page = browser.get(&link).await;
        assert!(page.status == 200 && page.has("Haruka@Example.org"), "opening the link spends nothing");
    }
    let answer = browser.post("/verify", &[("token", token(&link))]).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/sign-in?verified=1"));
    assert!(browser.get(answer.location()).await.has("Your address is confirmed"));
    assert_eq!(browser.post("/verify", &[("token", token(&link))]).await.status, 410, "a link works once");
    assert_eq!(browser.get(&link).await.status, 410);

    let answer = sign_in(&mut browser, "haruka@example.org", PASSWORD).await;
    assert_eq!(answer.location(), "/sign-in/check?next=%2Fsettings");
    assert_eq!(browser.get(answer.location()).await.location(), "/settings");
    let page = browser.get("/settings").await;
    assert!(page.has("Haruka Ono") && !page.has("not confirmed yet"));
    assert_eq!(page.header("cache-control"), "no-store");

    let answer = browser.post("/sign-out", &[]).await;
    assert_eq!((answer.status.as_u16(), answer.header("clear-site-data")), (303, "\"cache\""));
    assert_eq!(browser.get("/settings").await.location(), "/sign-in?next=%2Fsettings");
});

both_engines!(a_known_address_gets_the_same_answer_and_another_letter, |app| {
    join(&app, "haruka@example.org", "haruka").await;
    let mut stranger = app.browser();
    let known = stranger.post("/sign-up", &sheet("HARUKA@example.org", "somebody", &[])).await;
    let fresh = stranger.post("/sign-up", &sheet("new@example.org", "newcomer", &[])).await;
    assert_eq!((known.status, known.location(), &known.text), (fresh.status, fresh.location(), &fresh.text));
    let letters = app.letters().await;
    let letter = letters.iter().find(|l| l.to == "haruka@example.org").unwrap();
    assert_eq!(letter.subject, "You already have an account");
    assert!(letter.text.contains("@haruka") && letter.text.contains(&app.app.config.link("/sign-in")));
    let mut conn = app.app.db.read().await.unwrap();
    assert!(store::account_by_handle(&mut conn, "somebody").await.unwrap().is_none(), "nothing was made for it");
});

both_engines!(what_can_be_seen_after_a_sign_up_does_not_tell_whether_the_address_was_known, |app| {
    let mut ken = app.member("ken").await;
    join(&app, "haruka@example.org", "haruka").await;
    let mut stranger = app.browser();
    for (email, handle) in [("haruka@example.org", "after-known"), ("new@example.org", "after-new")] {
        stranger.post("/sign-up", &sheet(email, handle, &[])).await;
        for path in ["", ".atom"] {
            let path = format!("/members/{handle}{path}");
            assert_eq!(stranger.get(&path).await.status, 404, "{path}");
            assert_eq!(ken.browser.get(&path).await.status, 404, "{path}");
        }
        for act in ["block", "unblock", "meet"] {
            assert_eq!(ken.browser.post(&format!("/members/{handle}/{act}"), &[]).await.status, 404, "{act} {handle}");
        }
        let again = stranger.post("/sign-up", &sheet("third@example.org", handle, &[])).await;
        assert!(again.status == 422 && again.has("This is taken"), "{handle}");
    }
});

both_engines!(a_member_not_confirmed_yet_sees_their_own_page_alone, |app| {
    let mut sora = app.organizer("sora").await;
    let mut browser = app.browser();
    browser.post("/sign-up", &sheet("haruka@example.org", "haruka", &[])).await;
    sign_in(&mut browser, "haruka@example.org", PASSWORD).await;
    assert_eq!(browser.get("/members/haruka").await.status, 200);
    assert_eq!(sora.browser.get("/members/haruka").await.status, 404);
    let link = link(&app, &app.letters().await[0], "/verify?");
    browser.post("/verify", &[("token", token(&link))]).await;
    assert_eq!(app.browser().get("/members/haruka").await.status, 200, "confirmed, and there for all");
});

both_engines!(a_handle_kept_for_a_sign_up_is_free_again_when_the_member_leaves, |app| {
    let mut browser = join(&app, "haruka@example.org", "haruka").await;
    browser.post("/sign-up", &sheet("haruka@example.org", "haruka-two", &[])).await;
    let mut conn = app.app.db.read().await.unwrap();
    let member = store::account_by_handle(&mut conn, "haruka").await.unwrap().unwrap().id;
    drop(conn);
    crate::members::actions::remove(&app.app, member).await.unwrap();
    let answer = browser.post("/sign-up", &sheet("ken@example.org", "haruka-two", &[])).await;
    assert_eq!(answer.status, 303);
});

both_engines!(an_address_never_confirmed_can_be_confirmed_later_and_nobody_swaps_its_password, |app| {
    let mut browser = app.browser();
    browser.post("/sign-up", &sheet("haruka@example.org", "haruka", &[])).await;
    let old = link(&app, &app.letters().await[0], "/verify?");
    app.pass(24 * HOUR);
    browser.post("/sign-up", &sheet("haruka@example.org", "haruka-two", &[("password", "another quiet walk")])).await;
    let letters = app.letters().await;
    assert!(letters[0].text.contains("@haruka ") && letters[0].text.starts_with("Hello,\n"));
    assert!(letters.iter().all(|l| !l.text.contains("Haruka Ono")), "a stranger's words never reach a mailbox");
    assert_eq!(browser.post("/verify", &[("token", token(&old))]).await.status, 410, "the first letter is dead");
    let link = link(&app, &letters[0], "/reset/new?");
    assert_eq!(browser.get(&link).await.header("cache-control"), "no-store");
    let fields = [("token", token(&link)), ("password", "one of her own, at last")];
    assert_eq!(browser.post("/reset/new", &fields).await.status, 303);
    assert_eq!(sign_in(&mut browser, "haruka@example.org", "another quiet walk").await.status, 422);
    assert_eq!(sign_in(&mut browser, "haruka@example.org", PASSWORD).await.status, 422, "whoever was first is out");
    assert_eq!(sign_in(&mut browser, "haruka@example.org", "one of her own, at last").await.status, 303);
    assert!(!browser.get("/settings").await.has("not confirmed yet"));
});

both_engines!(each_sketch_of_an_address_never_confirmed_waits, |app| {
    let mut browser = app.browser();
    for (handle, sketch) in [("haruka", "first"), ("haruka-two", "second"), ("haruka-three", "third")] {
        browser.post("/sign-up", &sheet("haruka@example.org", handle, &[("pending", sketch)])).await;
        app.pass(1);
    }
    let letters = app.letters().await;
    assert_eq!(letters.len(), 3, "a letter for the account, and one for each later sketch");
    let link = link(&app, &letters[1], "/reset/new?");
    let fields = [("token", token(&link)), ("password", "one of her own, at last")];
    // This makes the other letter worthless, and not its sketch.
    assert_eq!(browser.post("/reset/new", &fields).await.status, 303);
    let mut conn = app.app.db.read().await.unwrap();
    let member = store::account_by_handle(&mut conn, "haruka").await.unwrap().unwrap();
    let mut waiting = store::waiting_sketches(&mut conn, member.id).await.unwrap();
    waiting.sort();
    let mut all = ["first", "second", "third"].map(token_hash);
    all.sort();
    assert_eq!(waiting, all);
});

both_engines!(who_took_an_address_first_cannot_have_its_owner_confirm_it_unawares, |app| {
    let mut stranger = app.browser();
    stranger.post("/sign-up", &sheet("haruka@example.org", "haruka", &[])).await;
    let first = link(&app, &app.letters().await[0], "/verify?");
    sign_in(&mut stranger, "haruka@example.org", PASSWORD).await;
    let mut owner = app.browser();
    owner.post("/sign-up", &sheet("haruka@example.org", "haruka-ono", &[("password", "another quiet walk")])).await;
    assert_eq!(owner.get(&first).await.status, 410, "at once, not when the letter has been written");
    assert_eq!(owner.post("/verify", &[("token", token(&first))]).await.status, 410);
    app.letters().await;

    assert_eq!(stranger.post("/settings/letter", &[]).await.location(), "/settings?done=letter");
    let letters = app.letters().await;
    assert_eq!(letters.len(), 3);
    assert!(!letters[0].text.contains("/verify?") && letters[0].text.contains("/reset/new?"), "{}", letters[0].text);
    assert!(stranger.get("/settings").await.has("not confirmed yet"));

    let link = link(&app, &letters[0], "/reset/new?");
    let fields = [("token", token(&link)), ("password", "one of her own, at last")];
    assert_eq!(owner.post("/reset/new", &fields).await.status, 303);
    assert_eq!(stranger.get("/settings").await.status, 303, "the stranger is out");
    sign_in(&mut owner, "haruka@example.org", "one of her own, at last").await;
    assert!(!owner.get("/settings").await.has("not confirmed yet"));
});

both_engines!(a_taken_handle_is_told_and_everything_typed_is_kept, |app| {
    join(&app, "haruka@example.org", "haruka").await;
    let mut browser = app.browser();
    let typed = [("name", "Ken \"K\" <Sato>"), ("zone", "Europe/London"), ("pending", "sketch-token")];
    let page = browser.post("/sign-up", &sheet("ken@example.org", "HARUKA", &typed)).await;
    assert_eq!(page.status, 422);
    assert!(page.has("This is taken") && page.has("aria-invalid=\"true\"") && page.has("href=\"#handle\""));
    for kept in ["ken@example.org", "HARUKA", "&lt;Sato&gt;", "value=\"sketch-token\""] {
        assert!(page.has(kept) || page.has(&kept.replace("&gt;", ">")), "{kept}: {}", page.text);
    }
    assert!(page.has("<option value=\"Europe/London\" selected"), "the zone is kept");
    assert!(!page.has(PASSWORD), "a password is never sent back");
    let page = browser.post("/sign-up", &sheet("ken@example.org", "ken", &[("agree", "1999-01-01")])).await;
    assert!(page.status == 422 && page.has("agree-error"), "other terms than these");
    let page = browser.post("/sign-up", &[]).await;
    assert!(page.status == 422 && page.has("8 things need another look"));
    browser.lang = "ja";
    assert!(browser.post("/sign-up", &[]).await.has("利用規約"));
});

both_engines!(a_letter_holds_for_two_days, |app| {
    let mut browser = app.browser();
    browser.post("/sign-up", &sheet("haruka@example.org", "haruka", &[])).await;
    let link = link(&app, &app.letters().await[0], "/verify?");
    app.pass(48 * HOUR);
    assert_eq!(browser.get(&link).await.status, 410);
    assert_eq!(browser.post("/verify", &[("token", token(&link))]).await.status, 410);
    assert_eq!(browser.post("/verify", &[("token", "made-up")]).await.status, 410);
});

both_engines!(no_secret_lies_in_the_tables, |app| {
    let mut browser = app.browser();
    browser.post("/sign-up", &sheet("haruka@example.org", "haruka", &[("pending", "sketch-token")])).await;
    browser.post("/reset", &[("email", "haruka@example.org")]).await;
    let mut conn = app.app.db.read().await.unwrap();
    let jobs: Vec<(String,)> = crate::sql!("select payload from jobs order by id").all(&mut conn).await.unwrap();
    assert_eq!(jobs.len(), 2);
    let tokens: (i64,) = crate::sql!("select count(*) from letter_tokens").one(&mut conn).await.unwrap();
    assert_eq!(tokens, (0,), "a token is made when its letter is written");
    drop(conn);
    let letters = app.letters().await;
    let links = [link(&app, &letters[1], "/verify?"), link(&app, &letters[0], "/reset/new?")];
    let mut conn = app.app.db.read().await.unwrap();
    let kept: Vec<(String,)> = crate::sql!("select token_hash from letter_tokens").all(&mut conn).await.unwrap();
    for link in &links {
        let secret = token(link);
        assert!(secret.len() == 32 && jobs.iter().all(|(payload,)| !payload.contains(secret)));
        assert!(kept.contains(&(token_hash(secret),)) && !kept.contains(&(secret.to_owned(),)));
    }
    assert!(jobs.iter().all(|(payload,)| !payload.contains("sketch-token") && !payload.contains(PASSWORD)));
});

both_engines!(a_flood_of_requests_leaves_one_letter_and_the_mailbox_is_spared, |app| {
    join(&app, "haruka@example.org", "haruka").await;
    let mut browser = app.browser();
    let before = app.letters().await.len();
    for _ in 0..3 {
        assert_eq!(browser.post("/reset", &[("email", "haruka@example.org")]).await.location(), "/reset/sent");
    }
    assert_eq!(app.letters().await.len(), before + 1);
    for _ in 0..8 {
        assert_eq!(browser.post("/reset", &[("email", "haruka@example.org")]).await.location(), "/reset/sent");
        app.letters().await;
    }
    assert!(app.letters().await.len() <= before + 4, "five letters an hour to one mailbox, whoever asks");
});

both_engines!(a_sketch_travels_through_sign_up_and_the_letter, |app| {
    let mut browser = app.browser();
    assert!(browser.get("/sign-up?pending=sketch-token").await.has("Your sketch is kept"));
    let sent = browser.post("/sign-up", &sheet("haruka@example.org", "haruka", &[("pending", "sketch-token")])).await;
    assert!(browser.get(sent.location()).await.has("Your sketch waits"));
    let link = link(&app, &app.letters().await[0], "/verify?");
    let answer = browser.post("/verify", &[("token", token(&link))]).await;
    assert_eq!(answer.location(), "/sign-in?next=/traces/new/claim&verified=1");
    let mut tx = app.app.db.write().await.unwrap();
    let member = store::account_by_handle(&mut tx, "haruka").await.unwrap().unwrap().id;
    assert_eq!(store::waiting_sketches(&mut tx, member).await.unwrap(), [token_hash("sketch-token")]);
});

both_engines!(a_member_who_forgot_having_an_account_keeps_the_sketch_too, |app| {
    let mut browser = join(&app, "haruka@example.org", "haruka").await;
    browser.post("/sign-up", &sheet("haruka@example.org", "haruka-two", &[("pending", "first")])).await;
    let letters = app.letters().await;
    let answer = browser.post("/verify", &[("token", token(&link(&app, &letters[0], "/verify?")))]).await;
    assert_eq!(answer.location(), "/sign-in?next=/traces/new/claim&verified=1");
    app.pass(1);
    let fields = [("email", "haruka@example.org"), ("password", PASSWORD), ("next", ""), ("pending", "second")];
    let answer = browser.post("/sign-in", &fields).await;
    assert_eq!(answer.location(), "/sign-in/check?next=%2Ftraces%2Fnew%2Fclaim");
    let mut tx = app.app.db.write().await.unwrap();
    let member = store::account_by_handle(&mut tx, "haruka").await.unwrap().unwrap().id;
    let waiting = store::waiting_sketches(&mut tx, member).await.unwrap();
    assert_eq!(waiting, [token_hash("second"), token_hash("first")], "the latest first, and none is lost");
});

#[tokio::test]
async fn a_closed_site_takes_nobody() {
    for policy in ["closed", "invite"] {
        let app = TestApp::start_with(Engine::Sqlite, &[("SIGN_UP", policy)]).await;
        let mut browser = app.browser();
        let page = browser.get("/sign-up").await;
        assert!(page.status == 403 && page.has("takes no new members"), "{policy}");
        assert_eq!(browser.post("/sign-up", &sheet("a@example.org", "somebody", &[])).await.status, 403);
        assert!(app.letters().await.is_empty());
    }
}
