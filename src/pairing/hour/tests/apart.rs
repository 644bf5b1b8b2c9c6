//! A partner who blocks, is suspended or leaves before the hour.

use super::*;
use crate::base::time::{DAY, HOUR};
use crate::members::actions as members;
use crate::members::model::MemberId;

/// One blocks the other, as their page's button does.
async fn block(app: &TestApp, actor: &mut Actor, other: &str) {
    let answer = actor.browser.post(&format!("/members/{other}/block"), &[]).await;
    assert_eq!(answer.status, 303);
    app.letters().await;
}

async fn suspend(app: &TestApp, member: MemberId) {
    members::suspend(&app.app, member, Some(app.app.now().plus(DAY))).await.unwrap();
    app.letters().await;
}

async fn leave(app: &TestApp, member: MemberId) {
    members::remove(&app.app, member).await.unwrap();
    app.letters().await;
}

crate::both_engines!(a_block_calls_off_what_the_two_have_booked_and_does_not_say_why, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let mei = app.member("mei").await;
    let other = app.booked([haruka.id, mei.id], app.in_hours(80)).await;
    app.pass(71 * HOUR);
    crate::pairing::hour::jobs::apart(&app.app, haruka.id, Some(ken.id)).await.unwrap();
    assert_eq!(session(&app, id).await.state, State::Booked, "nothing happens without a block");
    block(&app, &mut haruka, "ken").await;
    assert_eq!(ended(&app, id).await, (State::Cancelled, outcomes("", "")), "nobody pays for it");
    assert_eq!(session(&app, other).await.state, State::Booked);
    assert_eq!(session(&app, id).await.cancelled_by, None);
    let page = ken.browser.get(&format!("/pair/sessions/{id}")).await;
    assert!(page.has("This session cannot take place") && !page.has("haruka the tester cancelled"));
    assert!(ken.browser.get("/inbox").await.has("Your hour with haruka the tester is cancelled"));
    assert!(!ken.browser.get("/inbox").await.has("blocked"));
    assert!(haruka.browser.get("/pair/figure").await.has("No hour counts yet"));
    let sequence = session(&app, id).await.sequence;
    crate::pairing::hour::jobs::apart(&app.app, haruka.id, Some(ken.id)).await.unwrap();
    assert_eq!(session(&app, id).await.sequence, sequence, "safe to run twice");
});

crate::both_engines!(a_suspended_or_departed_partner_is_told_of_in_time, |app| {
    let (haruka, mut ken, id) = two(&app).await;
    let mei = app.member("mei").await;
    let with_mei = app.booked([ken.id, mei.id], app.in_hours(80)).await;
    suspend(&app, haruka.id).await;
    assert_eq!(session(&app, id).await.state, State::Cancelled);
    leave(&app, mei.id).await;
    assert_eq!(session(&app, with_mei).await.state, State::Cancelled);
    let page = ken.browser.get(&format!("/pair/sessions/{with_mei}")).await;
    assert!(page.has("This session cannot take place") && page.has("A former member") && !page.has("mei the tester"));
    app.booked([ken.id, app.member("new").await.id], app.in_hours(80)).await;
});

crate::both_engines!(whoever_leaves_is_no_longer_in_the_queue_or_proposed, |app| {
    let (haruka, mei) = (app.member("haruka").await, app.member("mei").await);
    let mut ken = app.member("ken").await;
    let now = app.app.now();
    let mut tx = app.app.db.write().await.unwrap();
    use crate::pairing::queue::store as queue;
    for who in [haruka.id, ken.id, mei.id] {
        queue::join(&mut tx, who, None, "", crate::pairing::model::Tongues::Either, now).await.unwrap();
    }
    let slot = app.in_hours(48);
    let proposal = queue::propose(&mut tx, [haruka.id, ken.id], slot, None, now.plus(DAY), now).await.unwrap();
    app.app.commit(tx).await.unwrap();
    block(&app, &mut ken, "mei").await;
    let db = &app.app.db;
    let state = async |id| queue::proposal(&mut db.read().await.unwrap(), id).await.unwrap().unwrap().state;
    use crate::pairing::queue::model::Standing;
    let proposal = proposal.expect("both are free");
    assert_eq!(state(proposal).await, Standing::Open, "it is not between those two");
    leave(&app, haruka.id).await;
    assert_eq!(state(proposal).await, Standing::Declined);
    let mut conn = app.app.db.read().await.unwrap();
    assert!(queue::place(&mut conn, haruka.id).await.unwrap().is_none());
    let place = queue::place(&mut conn, ken.id).await.unwrap().expect("ken keeps the place");
    assert_eq!((place.proposal_id, place.joined_at), (None, now));
});

crate::both_engines!(a_block_during_the_hour_ends_it_without_a_figure, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    at(&app, id, 0).await;
    post(&mut haruka, id, "check-in", &[]).await;
    post(&mut ken, id, "check-in", &[]).await;
    at(&app, id, 20).await;
    block(&app, &mut ken, "haruka").await;
    assert_eq!(ended(&app, id).await, (State::Cancelled, outcomes("", "")));
});

/// What counts for a member, of one session.
async fn counts(app: &TestApp, id: SessionId, member: MemberId) -> String {
    people(app, id).await.into_iter().find(|person| person.member_id == member).expect("one of the two").outcome
}

crate::both_engines!(a_late_block_that_stands_costs_nothing_and_one_taken_back_was_a_late_cancelling, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    at(&app, id, -20).await;
    block(&app, &mut haruka, "ken").await;
    assert_eq!(ended(&app, id).await, (State::Cancelled, outcomes("", "")));
    app.pass(5 * DAY);
    app.letters().await;
    assert_eq!(counts(&app, id, haruka.id).await, "", "however long it stands");
    assert_eq!(haruka.browser.post("/members/ken/unblock", &[]).await.status, 303);
    app.letters().await;
    assert_eq!(counts(&app, id, haruka.id).await, "late-cancel");
    assert_eq!(counts(&app, id, ken.id).await, "", "never the other's");
    assert!(haruka.browser.get("/pair/figure").await.has("with less than a day to go."));
    assert!(
        !ken.browser.get("/inbox").await.has("blocked")
            && ken.browser.get("/pair/figure").await.has("No hour counts yet")
    );
});

crate::both_engines!(an_early_block_and_a_long_one_are_never_counted, |app| {
    let (mut haruka, ken, early) = two(&app).await;
    block(&app, &mut haruka, "ken").await;
    haruka.browser.post("/members/ken/unblock", &[]).await;
    app.letters().await;
    assert_eq!(counts(&app, early, haruka.id).await, "", "72 hours ahead");
    let late = app.booked([haruka.id, ken.id], app.in_hours(30)).await;
    at(&app, late, -20).await;
    block(&app, &mut haruka, "ken").await;
    app.pass(31 * DAY);
    haruka.browser.post("/members/ken/unblock", &[]).await;
    app.letters().await;
    assert_eq!(counts(&app, late, haruka.id).await, "", "peace after a month is no trick");
});

crate::both_engines!(who_is_waited_for_does_not_escape_by_a_block, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    at(&app, id, 0).await;
    post(&mut ken, id, "check-in", &[]).await;
    at(&app, id, 6).await;
    block(&app, &mut haruka, "ken").await;
    assert_eq!(ended(&app, id).await, (State::Closed, outcomes("no-show", "came")));
});

crate::both_engines!(whoever_leaves_takes_along_what_was_theirs_alone, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let prepared = [("goals", "My own goal"), ("readings", "https://example.org/mine")];
    assert_eq!(post(&mut haruka, id, "prepare", &prepared).await, 303);
    assert_eq!(post(&mut haruka, id, "call", &[("call", "https://meet.example/my-room")]).await, 303);
    let week = [("zone", "Asia/Tokyo"), ("hour", "1-09")];
    assert_eq!(haruka.browser.post("/pair/times", &week).await.status, 303);
    let day = [("day", "2026-12-01"), ("whole", "yes"), ("what", "away")];
    haruka.browser.post("/pair/times/exceptions", &day).await;
    assert_eq!(haruka.browser.post("/pair/calendar", &[]).await.status, 200);
    hold(&app, &mut haruka, &mut ken, id).await;
    let said = [("helped", "much"), ("again", "no"), ("takeaway", "For my own desk"), ("thanks", "A good hour")];
    assert_eq!(post(&mut haruka, id, "feedback", &said).await, 303);
    leave(&app, haruka.id).await;
    let mut conn = app.app.db.read().await.unwrap();
    for left in [
        crate::sql!("select count(*) from pair_people where member_id = $1 and takeaway <> ''"),
        crate::sql!("select count(*) from pair_people where member_id = $1 and (goals <> '' or readings <> '')"),
        crate::sql!("select count(*) from pair_sessions where call_by = $1 or call_link <> ''"),
        crate::sql!("select count(*) from availability where member_id = $1"),
        crate::sql!("select count(*) from availability_rules where member_id = $1"),
        crate::sql!("select count(*) from availability_exceptions where member_id = $1"),
        crate::sql!("select count(*) from pair_calendars where member_id = $1"),
        crate::sql!("select count(*) from pair_links where member_id = $1"),
    ] {
        let (count,): (i64,) = left.bind(haruka.id).one(&mut conn).await.unwrap();
        assert_eq!(count, 0);
    }
    let page = ken.browser.get(&format!("/pair/sessions/{id}")).await;
    assert!(page.has("An hour with a former member") && page.has("A good hour"), "thanks were for ken");
});
