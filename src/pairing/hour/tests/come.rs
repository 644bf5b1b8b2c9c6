//! Checking in, waiting, closing, and the end.

use super::*;
use crate::base::time::{DAY, HOUR};
use crate::pairing::hour::jobs;

crate::both_engines!(one_checks_in_from_ten_minutes_before_until_the_end, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let page = format!("/pair/sessions/{id}");
    at(&app, id, -11).await;
    assert_eq!(post(&mut haruka, id, "check-in", &[]).await, 409);
    assert!(haruka.browser.get(&page).await.has("Check-in opens on 26 Nov 2026, 17:50, Asia/Tokyo (+9)"));
    at(&app, id, -10).await;
    assert!(haruka.browser.get(&page).await.has("I am here"));
    assert_eq!(post(&mut haruka, id, "check-in", &[]).await, 303);
    let first = people(&app, id).await[0].checked_in_at;
    assert_eq!(first, Some(app.app.now()));
    app.pass(MINUTE);
    assert_eq!(post(&mut haruka, id, "check-in", &[]).await, 303, "again is no mistake");
    assert_eq!(people(&app, id).await[0].checked_in_at, first, "and changes nothing");
    assert!(ken.browser.get(&page).await.has("haruka the tester is here"));
    let mut stranger = app.member("stranger").await;
    for what in ["check-in", "close", "swap", "met", "hide"] {
        assert_eq!(post(&mut stranger, id, what, &[]).await, 404, "{what}");
    }
    at(&app, id, 60).await;
    assert_eq!(post(&mut ken, id, "check-in", &[]).await, 409);
});

crate::both_engines!(an_hour_to_which_both_came_is_held, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    hold(&app, &mut haruka, &mut ken, id).await;
    assert_eq!(ended(&app, id).await, (State::Held, outcomes("came", "came")));
    let sequence = session(&app, id).await.sequence;
    jobs::end(&app.app, id, 0).await.unwrap();
    jobs::end(&app.app, id, sequence).await.unwrap();
    assert_eq!(session(&app, id).await.sequence, sequence, "ended once");
    assert!(haruka.browser.get(&format!("/pair/sessions/{id}")).await.has("How was it?"));
});

crate::both_engines!(one_who_waits_can_close_after_five_minutes, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let page = format!("/pair/sessions/{id}");
    at(&app, id, 0).await;
    post(&mut haruka, id, "check-in", &[]).await;
    at(&app, id, 4).await;
    assert_eq!(post(&mut haruka, id, "close", &[]).await, 409);
    at(&app, id, 5).await;
    app.letters().await;
    assert!(ken.browser.get("/inbox").await.has("haruka the tester is here: your hour has begun"));
    assert!(haruka.browser.get("/inbox").await.has("ken the tester is late: ask who is free now to step in"));
    assert!(haruka.browser.get(&page).await.has("more than five minutes late"));
    assert_eq!(post(&mut ken, id, "close", &[]).await, 409, "not by the absent");
    assert_eq!(post(&mut haruka, id, "close", &[]).await, 303);
    assert_eq!(ended(&app, id).await, (State::Closed, outcomes("came", "no-show")));
    assert_eq!(post(&mut ken, id, "check-in", &[]).await, 409, "too late");
    assert!(ken.browser.get("/inbox").await.has("came to your hour and did not see you there"));
    let mei = app.member("mei").await;
    let next = crate::pairing::model::Slot(crate::pairing::model::Slot::at(app.app.now()).0 + 1);
    app.booked([haruka.id, mei.id], next).await;
});

crate::both_engines!(a_check_in_and_a_closing_at_once_exclude_each_other, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    at(&app, id, 0).await;
    post(&mut haruka, id, "check-in", &[]).await;
    at(&app, id, 6).await;
    let (closed, came) = tokio::join!(post(&mut haruka, id, "close", &[]), post(&mut ken, id, "check-in", &[]));
    let (state, counted) = ended(&app, id).await;
    match (closed, came) {
        (303, 409) => assert_eq!((state, counted), (State::Closed, outcomes("came", "no-show"))),
        (409, 303) => assert_eq!((state, counted), (State::Booked, outcomes("", ""))),
        other => panic!("{other:?}"),
    }
});

crate::both_engines!(one_who_did_not_come_is_counted_at_the_end_even_a_day_late, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    at(&app, id, 20).await;
    post(&mut ken, id, "check-in", &[]).await;
    at(&app, id, 24 * 60).await;
    app.letters().await;
    assert_eq!(ended(&app, id).await, (State::Missed, outcomes("no-show", "came")));
    assert_eq!(post(&mut haruka, id, "met", &[]).await, 409, "the absent cannot speak themselves free");
    assert_eq!(post(&mut ken, id, "met", &[]).await, 303);
    assert_eq!(ended(&app, id).await, (State::Held, outcomes("came", "came")));
});

crate::both_engines!(nobody_checked_in_and_nothing_counts_unless_both_say_that_they_met, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    at(&app, id, 60).await;
    app.letters().await;
    assert_eq!(ended(&app, id).await, (State::Missed, outcomes("", "")));
    assert!(ken.browser.get("/inbox").await.has("Did you and haruka the tester meet?"));
    assert_eq!(post(&mut haruka, id, "met", &[]).await, 303);
    assert_eq!(ended(&app, id).await, (State::Missed, outcomes("", "")), "one word is not enough");
    assert!(haruka.browser.get(&format!("/pair/sessions/{id}")).await.has("You have said that you met"));
    assert_eq!(post(&mut haruka, id, "met", &[]).await, 409);
    assert_eq!(post(&mut ken, id, "met", &[]).await, 303);
    assert_eq!(ended(&app, id).await, (State::Held, outcomes("came", "came")));
});

crate::both_engines!(two_who_say_at_once_that_they_met_are_both_heard, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    at(&app, id, 60).await;
    app.letters().await;
    let said = tokio::join!(post(&mut haruka, id, "met", &[]), post(&mut ken, id, "met", &[]));
    assert_eq!(said, (303, 303));
    assert_eq!(ended(&app, id).await, (State::Held, outcomes("came", "came")));
});

crate::both_engines!(after_three_days_nothing_is_set_right_any_more, |app| {
    let (mut haruka, _, id) = two(&app).await;
    at(&app, id, 60).await;
    app.letters().await;
    app.pass(3 * DAY);
    assert_eq!(post(&mut haruka, id, "met", &[]).await, 409);
});

crate::both_engines!(an_end_meant_for_an_earlier_time_does_nothing, |app| {
    let (haruka, ken, id) = two(&app).await;
    let moved = crate::pairing::model::Slot(app.in_hours(72).0 + 40);
    let now = app.app.now();
    crate::pairing::sessions::actions::propose_move(&app.app, id, haruka.id, moved, now).await.unwrap();
    crate::pairing::sessions::actions::accept_move(&app.app, id, ken.id, moved, now).await.unwrap();
    app.pass(73 * HOUR);
    app.letters().await;
    assert_eq!(session(&app, id).await.state, State::Booked);
});
