//! What each takes into their own work: noted at the debrief, read by nobody else.

use super::{act, at, end, look, together, work};
use crate::base::time::DAY;
use crate::members::actions::suspend;

const MINE: &str = "Ask who would miss us.";

crate::both_engines!(what_one_takes_home_is_noted_at_the_debrief_for_oneself_alone, |app| {
    let (mut haruka, mut ken, id) = together(&app, 20).await;
    assert!(!look(&mut haruka, id).await.has("name=\"takeaway\""));
    let early = act(&mut haruka, id, "own-work", &[("takeaway", MINE)]).await;
    assert!(early.status == 409 && early.has(MINE), "before its time, and not lost");

    at(&app, id, 56).await;
    assert!(look(&mut haruka, id).await.has("name=\"takeaway\""), "a field of its own");
    assert_eq!(act(&mut haruka, id, "own-work", &[("takeaway", MINE)]).await.status, 303);
    let page = look(&mut haruka, id).await;
    assert!(page.has(MINE) && page.has("Saved, for you alone"));
    assert!(haruka.browser.get("/pair/takeaways").await.has(MINE));
    let session = format!("/pair/sessions/{id}");
    for path in [&session, &format!("{session}/room"), "/pair/takeaways", "/pair/sessions", "/inbox"] {
        assert!(!ken.browser.get(path).await.has(MINE), "{path}");
    }

    let long = "x".repeat(1_001);
    let refused = act(&mut haruka, id, "own-work", &[("takeaway", &long)]).await;
    assert!(refused.status == 422 && refused.has(&long) && refused.has("id=\"takeaway-error\""));
    assert!(haruka.browser.get("/pair/takeaways").await.has(MINE), "what was kept stays");
    let mut stranger = app.member("stranger").await;
    assert_eq!(act(&mut stranger, id, "own-work", &[("takeaway", MINE)]).await.status, 404);
});

crate::both_engines!(what_was_noted_stands_in_the_feedback_and_after_any_end, |app| {
    let (mut haruka, mut ken, id) = together(&app, 56).await;
    assert_eq!(act(&mut haruka, id, "own-work", &[("takeaway", MINE)]).await.status, 303);
    for who in [&mut haruka, &mut ken] {
        assert_eq!(end(who, id, "drop", "").await.status, 303);
    }
    let session = format!("/pair/sessions/{id}");
    at(&app, id, 61).await;
    work(&app).await;
    assert!(haruka.browser.get(&session).await.has(&format!("{MINE}</textarea>")), "the feedback begins with it");
    let said = [("helped", "much"), ("again", "no"), ("takeaway", "")];
    assert_eq!(haruka.browser.post(&format!("{session}/feedback"), &said).await.status, 303);
    assert!(haruka.browser.get("/pair/takeaways").await.has(MINE), "an empty field takes nothing away");
    assert_eq!(act(&mut haruka, id, "own-work", &[("takeaway", "Another thought.")]).await.status, 303);
    let page = haruka.browser.get("/pair/takeaways").await;
    assert!(page.has("Another thought.") && !page.has(MINE));
    suspend(&app.app, haruka.id, Some(app.app.now().plus(DAY))).await.unwrap();
    assert_eq!(act(&mut haruka, id, "own-work", &[("takeaway", "Still mine.")]).await.status, 303);
});
