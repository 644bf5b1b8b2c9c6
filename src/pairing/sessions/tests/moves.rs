//! An hour that moves, and what must not come along.

use super::*;
use crate::pairing::hour::actions as hour;

async fn moves(app: &TestApp, id: SessionId, [by, other]: [MemberId; 2], slot: Slot) {
    actions::propose_move(&app.app, id, by, slot, app.app.now()).await.unwrap();
    actions::accept_move(&app.app, id, other, slot, app.app.now()).await.unwrap();
}

async fn people(app: &TestApp, id: SessionId) -> [store::Person; 2] {
    store::people(&mut app.app.db.read().await.unwrap(), id).await.unwrap()
}

crate::both_engines!(who_was_at_the_door_is_not_there_at_the_new_time, |app| {
    let (haruka, ken, id) = two(&app).await;
    let now = app.app.now();
    crate::pairing::sessions::actions::confirm(&app.app, id, ken.id, now).await.unwrap();
    app.pass(72 * HOUR - 5 * MINUTE);
    hour::check_in(&app.app, id, haruka.id, app.app.now()).await.unwrap();
    moves(&app, id, [ken.id, haruka.id], Slot(app.in_hours(5).0 + 1)).await;
    for person in people(&app, id).await {
        assert_eq!((person.checked_in_at, person.confirmed_at), (None, None), "said of another hour");
    }
    app.pass(9 * HOUR);
    app.letters().await;
    let outcomes = people(&app, id).await.map(|person| person.outcome);
    assert_eq!(outcomes, [String::new(), String::new()], "nobody was seen, so nobody counts as a no-show");
});

crate::both_engines!(an_hour_that_has_begun_no_longer_moves, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let to = app.in_hours(80);
    actions::propose_move(&app.app, id, haruka.id, to, app.app.now()).await.unwrap();
    app.pass(72 * HOUR);
    let path = format!("/pair/sessions/{id}");
    assert_eq!(ken.browser.post(&format!("{path}/move/accept"), &[("slot", &to.to_string())]).await.status, 409);
    assert_eq!(session(&app, id).await.slot.starts_at(), app.app.now());
    assert!(!haruka.browser.get(&path).await.has("Take it back"), "the proposal has lost its point");
});

crate::both_engines!(a_check_in_meant_for_the_old_time_is_not_one_for_the_new, |app| {
    let (haruka, ken, id) = two(&app).await;
    let to = app.in_hours(80);
    actions::propose_move(&app.app, id, haruka.id, to, app.app.now()).await.unwrap();
    app.pass(72 * HOUR - 5 * MINUTE);
    let now = app.app.now();
    let (came, moved) =
        tokio::join!(hour::check_in(&app.app, id, haruka.id, now), actions::accept_move(&app.app, id, ken.id, to, now));
    moved.unwrap();
    assert!(matches!(came, Ok(()) | Err(Error::Conflict)), "{came:?}");
    assert!(people(&app, id).await.iter().all(|person| person.checked_in_at.is_none()));
});

crate::both_engines!(an_answer_is_to_the_time_that_was_read, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let (first, second) = (app.in_hours(75), app.in_hours(76));
    actions::propose_move(&app.app, id, haruka.id, first, app.app.now()).await.unwrap();
    actions::propose_move(&app.app, id, haruka.id, second, app.app.now()).await.unwrap();
    let path = format!("/pair/sessions/{id}");
    let stale = ken.browser.post(&format!("{path}/move/decline"), &[("slot", &first.to_string())]).await;
    assert!(stale.status == 409 && stale.has("This has changed since you opened it"));
    assert_eq!(ken.browser.post(&format!("{path}/move/decline"), &[]).await.status, 409, "nor to one unseen");
    assert_eq!(session(&app, id).await.move_slot, Some(second));
    assert!(ken.browser.get(&path).await.has(&format!("value=\"{second}\"")));
    assert_eq!(ken.browser.post(&format!("{path}/move/decline"), &[("slot", &second.to_string())]).await.status, 303);
    assert_eq!(session(&app, id).await.move_slot, None);
    assert!(haruka.browser.get("/inbox").await.has("would rather keep the time"));
});

crate::both_engines!(an_hour_is_not_moved_or_booked_into_the_past, |app| {
    let (haruka, ken, id) = two(&app).await;
    app.pass(20 * MINUTE);
    // The quarter-hour that has begun, and three more that its hour is not over for.
    for back in 0..4 {
        let slot = Slot(Slot::at(app.app.now()).0 - back);
        assert_eq!(problem(app.try_book([haruka.id, ken.id], slot).await), Some(Problem::InThePast), "{back}");
        let moved = actions::propose_move(&app.app, id, haruka.id, slot, app.app.now()).await;
        assert!(matches!(moved, Err(Error::Invalid(p)) if p.of("slot") == Some(Problem::InThePast)), "{back}");
    }
    app.booked([haruka.id, ken.id], Slot(Slot::at(app.app.now()).0 + 1)).await;
});
