//! Waiting for an ask that is taken, and what becomes of one that comes free.

use super::*;
use crate::base::time::{HOUR, MINUTE};

/// An ask of haruka's that ken took, the session, and both of them.
async fn taken(app: &TestApp) -> (Actor, Actor, AskId, String) {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let id = asks(&mut haruka, &[app.in_hours(48), app.in_hours(72)], &[]).await;
    let session = took(&mut ken, id, app.in_hours(48)).await;
    (haruka, ken, id, session)
}

crate::both_engines!(whoever_waits_is_asked_in_order_and_has_until_a_limit, |app| {
    let (_, mut ken, id, session) = taken(&app).await;
    let (mut mei, mut tara) = (app.member("mei").await, app.member("tara").await);
    waits(&mut mei, id).await;
    app.pass(MINUTE);
    waits(&mut tara, id).await;
    assert!(mei.browser.get("/pair").await.has("You wait for it: place 1."));
    assert!(tara.browser.get(&format!("/pair/asks/{id}")).await.has("You wait for it: place 2."));
    cancels(&app, &mut ken, &session).await;
    assert_eq!(state(&app, id).await, AskState::Taken, "held for who waits");
    assert_eq!(place(&app, id, &mei).await, Some(WaitState::Offered));
    let inbox = mei.browser.get("/inbox").await;
    assert!(inbox.has("The ask by haruka the tester that you wait for has come free"));
    assert!(!tara.browser.get("/inbox").await.has("has come free"));
    assert!(mei.browser.get("/pair").await.has("is yours until 24 Nov 2026, 06:01 Asia/Tokyo (+9)"));
    app.pass(5 * MINUTE);
    assert!(app.letters().await.iter().any(|letter| letter.to == "mei@example.org" && letter.subject.contains("free")));
    assert_eq!(takes(&mut tara, id, app.in_hours(72)).await.status, 409, "it is not hers yet");
    app.pass(12 * HOUR);
    app.letters().await;
    assert_eq!(place(&app, id, &mei).await, Some(WaitState::Passed), "the limit has passed");
    assert_eq!(takes(&mut mei, id, app.in_hours(60)).await.status, 409);
    assert_eq!(place(&app, id, &tara).await, Some(WaitState::Offered));
    let times = store::ask(&mut app.app.db.read().await.unwrap(), id, app.app.now()).await.unwrap().unwrap().slots();
    let session = took(&mut tara, id, times[1]).await;
    assert!(tara.browser.get(&session).await.has("haruka the tester"));
    assert_eq!(place(&app, id, &tara).await, None);
});

crate::both_engines!(an_ask_that_nobody_waits_for_is_open_again, |app| {
    let (_, mut ken, id, session) = taken(&app).await;
    let mut mei = app.member("mei").await;
    assert!(!app.browser().get("/pair").await.has("Who pays for ten minutes"));
    cancels(&app, &mut ken, &session).await;
    assert_eq!(state(&app, id).await, AskState::Open);
    assert!(app.browser().get("/pair").await.has("Who pays for ten minutes"));
    assert!(app.browser().get("/pair/asks?discipline=study").await.has("Who pays for ten minutes"));
    let late = mei.browser.post(&format!("/pair/asks/{id}/wait"), &[]).await;
    assert_eq!(late.status, 409, "there is nothing to wait for");
    took(&mut mei, id, app.in_hours(48)).await;
});

crate::both_engines!(who_lets_it_go_leaves_it_to_the_next, |app| {
    let (_, mut ken, id, session) = taken(&app).await;
    let (mut mei, mut tara) = (app.member("mei").await, app.member("tara").await);
    waits(&mut mei, id).await;
    app.pass(MINUTE);
    waits(&mut tara, id).await;
    cancels(&app, &mut ken, &session).await;
    assert!(mei.browser.get(&format!("/pair/asks/{id}")).await.has("Let it go"));
    assert_eq!(mei.browser.post(&format!("/pair/asks/{id}/leave"), &[]).await.status, 303);
    assert_eq!((place(&app, id, &mei).await, place(&app, id, &tara).await), (None, Some(WaitState::Offered)));
    assert_eq!(tara.browser.post(&format!("/pair/asks/{id}/leave"), &[]).await.status, 303);
    assert_eq!(state(&app, id).await, AskState::Open, "nobody is left");
});

crate::both_engines!(of_two_ends_of_an_offer_at_once_one_counts, |app| {
    let (_, mut ken, id, session) = taken(&app).await;
    let mut mei = app.member("mei").await;
    waits(&mut mei, id).await;
    cancels(&app, &mut ken, &session).await;
    let visit = app.visit(Some(&mei)).await;
    let (took, left) = tokio::join!(
        crate::pairing::asks::actions::take::take(&visit, id, app.in_hours(72)),
        crate::pairing::asks::actions::waiting::leave(&visit, id)
    );
    left.unwrap();
    let state = state(&app, id).await;
    assert_eq!(state, if took.is_ok() { AskState::Taken } else { AskState::Open }, "{took:?}");
});

crate::both_engines!(an_hour_that_the_asker_calls_off_is_offered_no_longer, |app| {
    let (mut haruka, _, id, session) = taken(&app).await;
    let mut mei = app.member("mei").await;
    waits(&mut mei, id).await;
    cancels(&app, &mut haruka, &session).await;
    let page = mei.browser.get(&format!("/pair/asks/{id}")).await;
    assert!(page.has("is yours until") && page.has("Thu 26 Nov 2026") && !page.has("Wed 25 Nov 2026"));
    let session = took(&mut mei, id, app.in_hours(72)).await;
    app.pass(MINUTE);
    cancels(&app, &mut haruka, &session).await;
    assert_eq!(state(&app, id).await, AskState::Expired, "no time is left");
});

crate::both_engines!(whoever_waits_hears_that_an_ask_is_over, |app| {
    let (mut haruka, _, id, _) = taken(&app).await;
    let (mut mei, mut tara) = (app.member("mei").await, app.member("tara").await);
    waits(&mut mei, id).await;
    assert_eq!(haruka.browser.post(&format!("/pair/asks/{id}/close"), &[]).await.status, 303);
    assert!(mei.browser.get("/inbox").await.has("The ask by haruka the tester that you waited for is over"));
    assert!(mei.browser.get(&format!("/pair/asks/{id}")).await.has("Closed"), "the notice leads somewhere");
    assert_eq!(tara.browser.get(&format!("/pair/asks/{id}")).await.status, 404);
});

crate::both_engines!(who_has_it_or_asked_for_it_does_not_wait_for_it, |app| {
    let (mut haruka, mut ken, id, _) = taken(&app).await;
    for who in [&mut haruka, &mut ken] {
        let answer = who.browser.post(&format!("/pair/asks/{id}/wait"), &[]).await;
        assert_eq!(answer.status, 403, "{}", who.handle);
    }
    let luis = app.member("luis").await;
    works_in(&app, &luis, Discipline::Design).await;
    let mut mei = app.member("mei").await;
    let wanted = asks(&mut haruka, &[app.in_hours(96)], &[("discipline", "design")]).await;
    let mut luis = luis;
    took(&mut luis, wanted, app.in_hours(96)).await;
    assert_eq!(mei.browser.post(&format!("/pair/asks/{wanted}/wait"), &[]).await.status, 403);
});

crate::both_engines!(who_cannot_come_any_more_is_passed_over, |app| {
    let (haruka, mut ken, id, session) = taken(&app).await;
    let (mut mei, mut tara, mut luis) = (app.member("mei").await, app.member("tara").await, app.member("luis").await);
    for who in [&mut mei, &mut tara, &mut luis] {
        waits(who, id).await;
        app.pass(MINUTE);
    }
    crate::members::actions::suspend(&app.app, mei.id, Some(app.app.now().plus(100 * HOUR))).await.unwrap();
    blocks(&app, &haruka, &tara).await;
    cancels(&app, &mut ken, &session).await;
    assert_eq!(place(&app, id, &luis).await, Some(WaitState::Offered));
    assert_eq!((place(&app, id, &mei).await, place(&app, id, &tara).await), (None, None));
});
