//! One waits in vain, and another steps in.

use super::*;
use crate::base::error::Error;
use crate::members::model::MemberId;
use crate::pairing::hour::actions::accept_swap;
use crate::pairing::model::{ProposalId, Tongues};
use crate::pairing::times::Rule;

/// A member in the queue who is free all day, every day.
async fn free(app: &TestApp, handle: &str, tongues: Tongues) -> Actor {
    let actor = app.member(handle).await;
    let now = app.app.now();
    let mut tx = app.app.db.write().await.unwrap();
    crate::pairing::queue::store::join(&mut tx, actor.id, None, "", tongues, now).await.unwrap();
    let rules: Vec<Rule> = (1..=7).map(|weekday| Rule { weekday, from: 0, until: 1440 }).collect();
    crate::pairing::times::store::save(&mut tx, actor.id, "Asia/Tokyo", &rules, now).await.unwrap();
    app.app.commit(tx).await.unwrap();
    actor
}

/// Haruka waits six minutes past the hour; Ken has not come.
async fn waiting(app: &TestApp) -> (Actor, Actor, SessionId) {
    let (mut haruka, ken, id) = two(app).await;
    at(app, id, 0).await;
    assert_eq!(post(&mut haruka, id, "check-in", &[]).await, 303);
    at(app, id, 6).await;
    (haruka, ken, id)
}

/// Whom Haruka has asked, and by which invitation.
async fn asked(app: &TestApp, waiter: MemberId) -> Vec<(ProposalId, MemberId)> {
    crate::sql!("select id, second_id from proposals where first_id = $1 and kind = 'swap' order by id")
        .bind(waiter)
        .all(&mut app.app.db.read().await.unwrap())
        .await
        .unwrap()
}

crate::both_engines!(of_two_who_accept_at_once_one_steps_in, |app| {
    let (mut haruka, mut ken, id) = waiting(&app).await;
    let (mut mei, sora) = (free(&app, "mei", Tongues::Either).await, free(&app, "sora", Tongues::En).await);
    assert_eq!(post(&mut haruka, id, "swap", &[]).await, 303);
    assert!(haruka.browser.get(&format!("/pair/sessions/{id}")).await.has("2 members have been asked"));
    assert!(mei.browser.get("/inbox").await.has("haruka the tester is waiting for a partner right now"));
    let invitations = asked(&app, haruka.id).await;
    assert_eq!(invitations.iter().map(|(_, who)| *who).collect::<Vec<_>>(), [mei.id, sora.id]);
    let now = app.app.now();
    let (one, other) = tokio::join!(
        accept_swap(&app.app, invitations[0].0, mei.id, now),
        accept_swap(&app.app, invitations[1].0, sora.id, now)
    );
    let (new, refused) = if one.is_ok() { (one, other) } else { (other, one) };
    let new = new.expect("one steps in");
    assert!(matches!(refused, Err(Error::Conflict)), "{refused:?}");
    assert_eq!(ended(&app, id).await, (State::Missed, outcomes("came", "no-show")));
    let stepped_in = session(&app, new).await;
    assert_eq!((stepped_in.state, stepped_in.topic.as_str()), (State::Booked, "Who pays for ten minutes"));
    assert!(people(&app, new).await.iter().all(|person| person.checked_in_at.is_some()));
    let page = haruka.browser.get(&format!("/pair/sessions/{id}")).await;
    assert!(page.has(&format!("href=\"/pair/sessions/{new}\"")), "the one who waited is led there");
    assert_eq!(ken.browser.get(&format!("/pair/sessions/{new}")).await.status, 404);
    at(&app, new, 60).await;
    app.letters().await;
    assert_eq!(ended(&app, new).await, (State::Held, outcomes("came", "came")));
});

crate::both_engines!(only_who_could_meet_now_is_asked, |app| {
    let (mut haruka, ken, id) = waiting(&app).await;
    let japanese = free(&app, "hana", Tongues::Ja).await;
    let blocked = free(&app, "bo", Tongues::Either).await;
    let busy = free(&app, "busy", Tongues::Either).await;
    let away = app.member("away").await;
    let now = app.app.now();
    let other = app.member("other").await;
    app.booked([busy.id, other.id], crate::pairing::model::Slot(crate::pairing::model::Slot::at(now).0 + 1)).await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::members::store::add_block(&mut tx, blocked.id, haruka.id, now).await.unwrap();
    crate::pairing::queue::store::join(&mut tx, away.id, None, "", Tongues::Either, now).await.unwrap();
    let picky = "design";
    crate::pairing::queue::store::join(&mut tx, other.id, None, picky, Tongues::Either, now).await.unwrap();
    crate::pairing::queue::store::join(&mut tx, ken.id, None, "", Tongues::Either, now).await.unwrap();
    app.app.commit(tx).await.unwrap();
    let said = haruka.browser.post(&format!("/pair/sessions/{id}/swap"), &[]).await;
    assert_eq!(said.location(), format!("/pair/sessions/{id}?swap=none#hour"));
    assert!(haruka.browser.get(said.location()).await.has("Nobody is free right now"));
    assert!(asked(&app, haruka.id).await.is_empty(), "{:?}", japanese.id);
    let six = ["a1", "a2", "a3", "a4", "a5", "a6"];
    for handle in six {
        free(&app, handle, Tongues::Either).await;
    }
    post(&mut haruka, id, "swap", &[]).await;
    post(&mut haruka, id, "swap", &[]).await;
    assert_eq!(asked(&app, haruka.id).await.len(), 5, "five at once, however often one asks");
});

crate::both_engines!(an_invitation_ends_when_the_absent_one_comes_and_when_its_time_is_over, |app| {
    let (mut haruka, mut ken, id) = waiting(&app).await;
    let (mei, mut sora) = (free(&app, "mei", Tongues::Either).await, free(&app, "sora", Tongues::Either).await);
    post(&mut haruka, id, "swap", &[]).await;
    let invitations = asked(&app, haruka.id).await;
    let now = app.app.now();
    let foreign = accept_swap(&app.app, invitations[0].0, sora.id, now).await;
    assert!(matches!(foreign, Err(Error::NotFound)), "{foreign:?}");
    let late = accept_swap(&app.app, invitations[0].0, mei.id, now.plus(10 * MINUTE)).await;
    assert!(matches!(late, Err(Error::Conflict)), "{late:?}");
    assert_eq!(post(&mut ken, id, "check-in", &[]).await, 303);
    let told = sora.browser.post(&format!("/pair/proposals/{}", invitations[1].0), &[("answer", "yes")]).await;
    assert_eq!(told.status, 409);
    assert_eq!(ended(&app, id).await, (State::Booked, outcomes("", "")));
    assert!(haruka.browser.get(&format!("/pair/sessions/{id}")).await.has("You are both here"));
});

crate::both_engines!(asking_and_closing_are_for_the_one_who_waits, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    free(&app, "mei", Tongues::Either).await;
    at(&app, id, 6).await;
    assert_eq!(post(&mut haruka, id, "swap", &[]).await, 409, "not before checking in");
    post(&mut haruka, id, "check-in", &[]).await;
    assert_eq!(post(&mut ken, id, "swap", &[]).await, 409);
    post(&mut ken, id, "check-in", &[]).await;
    assert_eq!(post(&mut haruka, id, "swap", &[]).await, 409, "both are here");
});
