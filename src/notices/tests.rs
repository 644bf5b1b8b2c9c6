//! What members are told.

use crate::base::time::MINUTE;
use crate::base::words::Lang;
use crate::testing::TestApp;
use crate::testing::cast::Actor;
use crate::traces::model::TraceId;

async fn trace(app: &TestApp, author: &Actor) -> TraceId {
    app.published(author.id, "Ten minutes", Lang::En).await
}

async fn ask(who: &mut Actor, trace: TraceId) -> String {
    let fields = [("part", "shift"), ("kind", "question"), ("body", "Did wages *really* fall?"), ("parent", "")];
    let answer = who.browser.post(&format!("/traces/{trace}/comments"), &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location().to_owned()
}

crate::both_engines!(a_comment_reaches_the_author_once_and_by_letter_after_five_minutes, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = trace(&app, &haruka).await;
    ask(&mut ken, trace).await;
    let inbox = haruka.browser.get("/inbox").await;
    assert_eq!(inbox.text.matches("ken the tester asked about your trace").count(), 1);
    assert!(inbox.has("Ten minutes") && inbox.has("class=\"count\">1<") && inbox.has("Did wages really fall?"));
    assert!(!ken.browser.get("/inbox").await.has("asked about"), "nobody is told of their own doing");
    assert!(app.letters().await.is_empty(), "there is time to read first");
    app.pass(5 * MINUTE);
    let letters = app.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, "haruka@example.org");
    assert!(letters[0].text.contains("/comments/1") && !letters[0].text.contains("wages"));
    app.pass(60 * MINUTE);
    assert_eq!(app.letters().await.len(), 1);
});

crate::both_engines!(whoever_has_read_the_notice_gets_no_letter, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = trace(&app, &haruka).await;
    ask(&mut ken, trace).await;
    ask(&mut ken, trace).await;
    assert_eq!(haruka.browser.post("/inbox/1/read", &[]).await.status, 303);
    assert!(haruka.browser.get("/inbox").await.has("class=\"count\">1<"));
    assert_eq!(haruka.browser.post("/inbox/read", &[]).await.status, 303);
    assert!(!haruka.browser.get("/inbox").await.has("class=\"count\""));
    app.pass(5 * MINUTE);
    assert!(app.letters().await.is_empty());
});

crate::both_engines!(a_notice_of_another_member_cannot_be_read, |app| {
    let haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = trace(&app, &haruka).await;
    ask(&mut ken, trace).await;
    assert_eq!(ken.browser.post("/inbox/1/read", &[]).await.status, 404);
    assert_eq!(app.browser().get("/inbox").await.status, 303, "a guest is sent to sign in");
});

crate::both_engines!(a_deleted_comment_sends_no_letter_and_its_words_leave_the_inbox, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = trace(&app, &haruka).await;
    ask(&mut ken, trace).await;
    assert_eq!(ken.browser.post("/comments/1/delete", &[]).await.status, 303);
    let inbox = haruka.browser.get("/inbox").await;
    assert!(!inbox.has("wages") && !inbox.has("/comments/1\"") && inbox.has("no longer there"));
    app.pass(5 * MINUTE);
    assert!(app.letters().await.is_empty());
});

crate::both_engines!(the_inbox_pages_to_older_notices, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = trace(&app, &haruka).await;
    for _ in 0..31 {
        ask(&mut ken, trace).await;
    }
    let first = haruka.browser.get("/inbox").await;
    assert_eq!(first.text.matches("ken the tester asked").count(), 30);
    assert!(first.has("/inbox?after=2"));
    let second = haruka.browser.get("/inbox?after=2").await;
    assert_eq!(second.text.matches("ken the tester asked").count(), 1);
});

crate::both_engines!(the_inbox_is_read_through_its_index, |app| {
    let plan = app.plan("notices/store.rs", "coalesce(c.kind, '') as comment_kind,\n                case", 3).await;
    assert!(plan.contains("notices_inbox") && !plan.contains("Seq Scan") && !plan.contains("FOR ORDER BY"), "{plan}");
});

crate::both_engines!(one_who_has_left_has_no_inbox_and_no_name_in_another_s, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let (hers, his) = (trace(&app, &haruka).await, trace(&app, &ken).await);
    ask(&mut ken, hers).await;
    ask(&mut haruka, his).await;
    crate::members::actions::suspend(&app.app, ken.id, Some(app.app.now().plus(MINUTE))).await.unwrap();
    app.letters().await;
    assert!(ken.browser.get("/inbox").await.has("haruka the tester asked"), "a suspension takes nothing away");
    crate::members::actions::remove(&app.app, ken.id).await.unwrap();
    app.letters().await;
    let mut conn = app.app.db.read().await.unwrap();
    let left: Vec<(i64,)> = crate::sql!("select member_id from notices").all(&mut conn).await.unwrap();
    assert_eq!(left, [(haruka.id.0,)]);
    assert!(haruka.browser.get("/inbox").await.has("A former member asked about your trace"));
});
