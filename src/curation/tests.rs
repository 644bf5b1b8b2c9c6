//! Featuring, through HTTP.

use crate::base::limits::Budget;
use crate::base::words::Lang;
use crate::curation::{store, views};
use crate::testing::TestApp;
use crate::traces::model::TraceId;

const WHY: &str = "It finds the task before the price.";
const WHY_NOT: &str = "Two sources could not be found again.";

async fn trail(app: &TestApp, trace: TraceId) -> String {
    let visit = app.visit(None).await;
    assert!(views::desk(&visit, trace, false).is_empty(), "the desk is for organizers");
    let features = store::trail(&mut app.app.db.read().await.unwrap(), trace).await.unwrap();
    views::trail(&visit, &features)
}

crate::both_engines!(an_organizer_features_a_trace_with_a_public_reason, |app| {
    let mut haruka = app.member("haruka").await;
    let mut sora = app.organizer("sora").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let path = format!("/traces/{trace}/feature");
    assert!(app.browser().get("/featured").await.has("No trace is featured yet"));
    assert_eq!(haruka.browser.post(&path, &[("reason", WHY)]).await.status, 403);
    let short = sora.browser.post(&path, &[("reason", "Nice <b>")]).await;
    assert!(short.status == 422 && short.has("Nice &lt;b&gt;</textarea>"));
    let done = sora.browser.post(&path, &[("reason", WHY)]).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, "/traces/1-ten-minutes"));
    let page = app.browser().get("/featured").await;
    assert!(page.has(WHY) && page.has("Ten minutes") && page.has("sora the tester"));
    assert!(trail(&app, trace).await.contains(WHY));
    assert!(haruka.browser.get("/inbox").await.has("sora the tester featured your trace"));
    let twice = sora.browser.post(&path, &[("reason", "Another reason of mine")]).await;
    assert!(twice.status == 409 && twice.has("Another reason of mine</textarea>"));
});

crate::both_engines!(what_was_taken_down_stays_on_the_trail, |app| {
    let mut haruka = app.member("haruka").await;
    let mut sora = app.organizer("sora").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let (feature, end) = (format!("/traces/{trace}/feature"), format!("/traces/{trace}/feature/end"));
    assert_eq!(sora.browser.post(&end, &[("reason", WHY_NOT)]).await.status, 409, "not featured yet");
    sora.browser.post(&feature, &[("reason", WHY)]).await;
    let mut guest = app.browser();
    assert!(guest.get("/featured").await.has(WHY));
    assert_eq!(sora.browser.post(&end, &[("reason", "")]).await.status, 422);
    assert_eq!(sora.browser.post(&end, &[("reason", WHY_NOT)]).await.status, 303);
    let page = guest.get("/featured").await;
    assert!(page.has("No trace is featured yet") && page.has(WHY_NOT) && !page.has(WHY));
    let trail = trail(&app, trace).await;
    assert!(trail.contains(WHY) && trail.contains(WHY_NOT) && !trail.contains("class=\"stamp\""));
    assert!(haruka.browser.get("/inbox").await.has("took your trace down"));
    assert_eq!(sora.browser.post(&feature, &[("reason", WHY)]).await.status, 303, "it can be featured again");
});

crate::both_engines!(only_what_is_published_can_be_featured, |app| {
    let haruka = app.member("haruka").await;
    let mut sora = app.organizer("sora").await;
    let draft = app.drafted(haruka.id, "Not yet", Lang::En).await;
    assert_eq!(sora.browser.post(&format!("/traces/{draft}/feature"), &[("reason", WHY)]).await.status, 404);
    assert_eq!(sora.browser.post("/traces/x/feature", &[("reason", WHY)]).await.status, 404);
    assert_eq!(
        app.browser().post("/traces/1/feature", &[("reason", WHY)]).await.status,
        401,
        "a guest is asked to sign in"
    );
});

crate::both_engines!(a_throttled_organizer_keeps_the_reason, |app| {
    let haruka = app.member("haruka").await;
    let mut sora = app.organizer("sora").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    while app.app.limits.spend(Budget::Post, &sora.id.to_string()).is_ok() {}
    let late = sora.browser.post(&format!("/traces/{trace}/feature"), &[("reason", WHY)]).await;
    assert!(late.status == 429 && !late.header("retry-after").is_empty(), "{}", late.status);
    assert!(late.has(&format!("{WHY}</textarea>")) && late.has("role=\"alert\""), "{}", late.text);
});

crate::both_engines!(who_and_when_and_why_stay_in_sight_however_many_there_are, |app| {
    let haruka = app.member("haruka").await;
    let mut sora = app.organizer("sora").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!(
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < 45)
         insert into features (trace_id, reason, member_id, created_at, taken_down_at, taken_down_by, taken_down_reason)
         select $1, 'chosen', $2, i, i + 1, $2, 'end ' || cast(i as text) || '.' from n"
    )
    .bind(trace)
    .bind(sora.id)
    .run(&mut tx)
    .await
    .unwrap();
    app.app.commit(tx).await.unwrap();
    assert_eq!(sora.browser.post(&format!("/traces/{trace}/feature"), &[("reason", WHY)]).await.status, 303);
    let mut guest = app.browser();
    for path in ["/", "/featured"] {
        let page = guest.get(path).await;
        let by = page.text.split("chosen by").nth(1).and_then(|rest| rest.split("</span>").next()).expect("who");
        assert!(page.has(WHY) && by.contains("sora the tester") && by.contains("23 Nov 2026"), "{path}: {by}");
    }
    let (mut path, mut seen) = ("/featured".to_owned(), 0);
    for _ in 0..3 {
        let page = guest.get(&path).await;
        seen += (1..=45).filter(|i| page.has(&format!(">end {i}.<"))).count();
        path = page
            .text
            .split("href=\"/featured/past?")
            .nth(1)
            .map_or_else(String::new, |rest| format!("/featured/past?{}", rest.split('"').next().unwrap()));
    }
    assert_eq!((seen, path.as_str()), (45, ""), "each once, and then no more");
    assert!(guest.get("/featured/past?after=1").await.has("Nothing has been taken down"));
});
