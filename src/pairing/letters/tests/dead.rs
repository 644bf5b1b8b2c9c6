//! Links that do nothing: used, late, out of date, or in other hands. Each says why.

use super::*;
use crate::base::time::{DAY, MINUTE};
use crate::pairing::model::State;
use crate::testing::Engine;
use crate::testing::client::Answer;

const REASON: [(&str, &str); 1] = [("reason", "A fever")];

/// Looks and tries; both must answer alike.
async fn tried(app: &TestApp, link: &str) -> Answer {
    let mut phone = app.browser();
    let (page, sent) = (phone.get(link).await, phone.post(link, &REASON).await);
    assert_eq!(page.status, sent.status);
    sent
}

crate::both_engines!(a_link_works_once, |app| {
    let (_, ken, id) = two(&app).await;
    let mine = links(&to(&app.letters().await, "ken"));
    assert_eq!(app.browser().post(&mine[0], &[]).await.status, 303);
    let first = person(&app, id, ken.id).await.confirmed_at;
    app.pass(MINUTE);
    let again = tried(&app, &mine[0]).await;
    assert!(again.status == 410 && again.has("This link has been used"));
    assert_eq!(person(&app, id, ken.id).await.confirmed_at, first);
    assert_eq!(app.browser().get(&mine[2]).await.status, 200, "the letter's other links still do");
});

crate::both_engines!(of_two_who_cancel_by_letter_at_once_one_does, |app| {
    let (_, _, id) = two(&app).await;
    let letters = app.letters().await;
    let (one, other) = (links(&to(&letters, "haruka"))[2].clone(), links(&to(&letters, "ken"))[2].clone());
    let (mut phone, mut desk) = (app.browser(), app.browser());
    let (first, second) = tokio::join!(phone.post(&one, &REASON), desk.post(&other, &REASON));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    assert_eq!(session(&app, id).await.sequence, 1);
});

crate::both_engines!(one_link_sent_twice_at_once_acts_once, |app| {
    let (_, _, id) = two(&app).await;
    let link = links(&to(&app.letters().await, "ken"))[2].clone();
    let (mut phone, mut desk) = (app.browser(), app.browser());
    let (first, second) = tokio::join!(phone.post(&link, &REASON), desk.post(&link, &REASON));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 303);
    assert!([409, 410].contains(&statuses[1]), "{statuses:?}");
    assert_eq!(session(&app, id).await.sequence, 1);
});

crate::both_engines!(once_the_hour_has_begun_links_are_late, |app| {
    let (_, _, id) = two(&app).await;
    let mine = links(&to(&app.letters().await, "ken"));
    app.pass(96 * HOUR);
    for link in &mine {
        let late = tried(&app, link).await;
        assert!(late.status == 410 && late.has("The hour has begun or is over."));
    }
    assert_eq!(session(&app, id).await.state, State::Booked);
    app.pass(2 * DAY);
    assert_eq!(tried(&app, &mine[1]).await.status, 410);
});

crate::both_engines!(a_letter_is_out_of_date_once_the_hour_has_moved, |app| {
    let (haruka, ken, id) = two(&app).await;
    let old = links(&to(&app.letters().await, "ken"));
    moved(&app, id, haruka.id, ken.id, app.in_hours(120)).await.unwrap();
    for link in &old {
        let stale = tried(&app, link).await;
        assert!(stale.status == 409 && stale.has("This letter is out of date"));
        assert!(stale.has("The hour has moved to Sat 28 Nov 2026, 18:00–19:00"));
    }
    assert_eq!(session(&app, id).await.state, State::Booked);
    let new = links(&to(&app.letters().await, "ken"));
    assert_eq!(app.browser().post(&new[2], &REASON).await.status, 303);
    let gone = tried(&app, &new[0]).await;
    assert!(gone.status == 409 && gone.has("This session has been cancelled"));
});

crate::both_engines!(whoever_is_signed_in_as_another_is_turned_away, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let link = links(&to(&app.letters().await, "ken"))[2].clone();
    let page = haruka.browser.get(&link).await;
    assert!(page.status == 403 && page.has("This link belongs to another member"));
    assert!(page.has("You are signed in as haruka the tester") && !page.has("Who pays for ten minutes"));
    assert_eq!(haruka.browser.post(&link, &REASON).await.status, 403);
    assert_eq!(session(&app, id).await.state, State::Booked);
    assert_eq!(ken.browser.post(&link, &REASON).await.status, 303, "its own reader may be signed in");
});

crate::both_engines!(the_suspended_only_give_up_and_the_departed_act_no_more, |app| {
    let (haruka, ken, id) = two(&app).await;
    let letters = app.letters().await;
    let theirs = links(&to(&letters, "haruka"))[2].clone();
    let [confirm, _, cancel] = links(&to(&letters, "ken")).try_into().unwrap();
    let mut tx = app.app.db.write().await.unwrap();
    let until = Some(app.app.now().plus(DAY));
    crate::members::store::set_suspended(&mut tx, ken.id, until).await.unwrap();
    crate::members::store::bury(&mut tx, haruka.id, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    let unable = tried(&app, &confirm).await;
    assert!(unable.status == 410 && unable.has("This link does not work now"));
    assert_eq!(tried(&app, &theirs).await.status, 404);
    assert_eq!(session(&app, id).await.state, State::Booked);
    assert_eq!(app.browser().post(&cancel, &REASON).await.status, 303, "nobody is left to wait in vain");
    assert_eq!(session(&app, id).await.state, State::Cancelled);
});

crate::both_engines!(a_link_that_nobody_knows_is_said_to_be_so, |app| {
    for token in ["x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%E4%BC%9A", "..%2F..%2Fetc"] {
        let page = tried(&app, &format!("/pair/letters/{token}?lang=en")).await;
        assert!(page.status == 404 && page.has("Nobody knows this link"), "{token}");
        assert_eq!(page.header("cache-control"), "no-store");
    }
});

crate::both_engines!(links_are_forgotten_a_month_after_they_ended, |app| {
    let (haruka, ken, _) = two(&app).await;
    let old = links(&to(&app.letters().await, "ken"))[0].clone();
    app.pass(40 * DAY);
    assert_eq!(tried(&app, &old).await.status, 410);
    app.booked([haruka.id, ken.id], app.in_hours(2)).await;
    app.letters().await;
    assert_eq!(tried(&app, &old).await.status, 404);
});

#[tokio::test]
async fn too_many_tries_are_told_to_wait_and_lose_nothing() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (_, _, id) = two(&app).await;
    let link = links(&to(&app.letters().await, "ken"))[2].clone();
    let mut phone = app.browser();
    for _ in 0..60 {
        assert_eq!(phone.post("/pair/letters/x", &[]).await.status, 404);
    }
    let wait = phone.post(&link, &[("reason", "A fever and a cold")]).await;
    assert!(wait.status == 429 && wait.has("value=\"A fever and a cold\"") && !wait.header("retry-after").is_empty());
    assert_eq!(session(&app, id).await.state, State::Booked);
}
