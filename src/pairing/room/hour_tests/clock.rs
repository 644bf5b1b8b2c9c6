//! Coming in, and the clock that both change together.

use super::{act, at, booked, look, row, together, value, wish, work, write};
use crate::base::time::MINUTE;
use crate::members::actions::suspend;
use crate::pairing::room::clock::{Hour, Phase};
use crate::pairing::room::standing::frame;
use crate::pairing::sessions::store::session;
use crate::testing::TestApp;

async fn hour(app: &TestApp, id: crate::pairing::model::SessionId) -> Hour {
    let found = session(&mut app.app.db.read().await.unwrap(), id).await.unwrap().unwrap();
    let row = row(app, id).await;
    row.hour().at(&frame((&found).into(), row.opened_at, 1), app.app.now())
}

crate::both_engines!(the_room_opens_ten_minutes_before_for_the_two_alone, |app| {
    let (mut haruka, mut ken, id) = booked(&app).await;
    at(&app, id, -11).await;
    let early = look(&mut haruka, id).await;
    assert!(early.status == 200 && early.has("The room opens on") && !early.has("/room/enter"));
    assert_eq!(act(&mut haruka, id, "enter", &[]).await.status, 409);
    assert!(!haruka.browser.get(&format!("/pair/sessions/{id}")).await.has(&format!("/pair/sessions/{id}/room")));

    at(&app, id, -10).await;
    let session = haruka.browser.get(&format!("/pair/sessions/{id}")).await;
    assert!(session.has(&format!("href=\"/pair/sessions/{id}/room\"")), "the way in");
    assert!(look(&mut haruka, id).await.has("/room/enter"));
    assert_eq!(act(&mut haruka, id, "enter", &[]).await.status, 303);
    let inside = look(&mut haruka, id).await;
    assert!(inside.has("The hour begins") || inside.has("It begins at"), "{}", inside.text);
    assert!(ken.browser.get(&format!("/pair/sessions/{id}")).await.has("haruka the tester is here"), "checked in");
    assert!(look(&mut ken, id).await.has("haruka the tester is here"));

    let mut stranger = app.organizer("sora").await;
    assert_eq!(look(&mut stranger, id).await.status, 404);
    for what in ["enter", "clock", "blind", "text", "say", "end"] {
        let fields = [("answer", "keep"), ("do", "skip"), ("root", "task"), ("said", "x")];
        assert_eq!(act(&mut stranger, id, what, &fields).await.status, 404, "{what}");
    }
    assert_eq!(app.browser().get(&format!("/pair/sessions/{id}/room")).await.status, 303, "a guest signs in");
});

crate::both_engines!(both_together_change_the_clock_and_one_alone_does_not, |app| {
    let (mut haruka, mut ken, id) = together(&app, 1).await;
    assert_eq!(wish(&mut haruka, id, "skip").await.status, 303);
    assert_eq!(hour(&app, id).await.phase, Phase::CheckIn);
    assert!(look(&mut haruka, id).await.has("It happens once ken the tester agrees"));
    let theirs = look(&mut ken, id).await;
    assert!(theirs.has("haruka the tester would like: “On to the customer task”"));
    assert_eq!(wish(&mut ken, id, "skip").await.status, 303);
    assert_eq!(hour(&app, id).await.phase, Phase::Blind);

    assert_eq!(wish(&mut ken, id, "extend").await.status, 303);
    assert_eq!(wish(&mut haruka, id, "none").await.status, 303, "declined");
    assert_eq!(hour(&app, id).await.wish, None);
    for (what, phase) in [("pause", Phase::Blind), ("resume", Phase::Blind), ("extend", Phase::Blind)] {
        for who in [&mut ken, &mut haruka] {
            assert_eq!(wish(who, id, what).await.status, 303, "{what}");
        }
        assert_eq!(hour(&app, id).await.phase, phase);
    }
    assert_eq!(hour(&app, id).await.length, 15 * MINUTE);
});

crate::both_engines!(two_clicks_never_skip_two, |app| {
    let (mut haruka, mut ken, id) = together(&app, 1).await;
    let seen = value(&look(&mut haruka, id).await, ".consent input[name=version]");
    let skip = [("version", seen.as_str()), ("do", "skip")];
    let (one, other) = tokio::join!(act(&mut haruka, id, "clock", &skip), act(&mut ken, id, "clock", &skip));
    assert_eq!([one.status.as_u16(), other.status.as_u16()], [303, 303]);
    assert_eq!(hour(&app, id).await.phase, Phase::Blind);
    let (one, other) = tokio::join!(act(&mut haruka, id, "clock", &skip), act(&mut ken, id, "clock", &skip));
    assert_eq!([one.status.as_u16(), other.status.as_u16()], [409, 409]);
    assert!(one.has("This has moved on"));
    assert_eq!(hour(&app, id).await.phase, Phase::Blind);
});

crate::both_engines!(the_hour_goes_on_by_itself, |app| {
    let (mut haruka, _, id) = together(&app, 1).await;
    for (minutes, said) in [
        (6, "Both write the customer task, unseen"),
        (16, "haruka the tester drives, ken the tester asks"),
        (36, "ken the tester drives, haruka the tester asks"),
        (56, "Debrief"),
    ] {
        at(&app, id, minutes).await;
        work(&app).await;
        assert!(look(&mut haruka, id).await.has(said), "{said}");
    }
    at(&app, id, 60).await;
    let over = look(&mut haruka, id).await;
    assert!(over.has("The hour is over") && !over.has("data-root"), "nothing is written any more");
});

crate::both_engines!(while_one_drives_the_other_asks_from_their_discipline, |app| {
    let (mut haruka, _, id) = together(&app, 16).await;
    let page = look(&mut haruka, id).await;
    assert!(page.has("ken the tester asks, from Marketing") && page.has("Who would miss this most"));
    let ja = format!("/pair/sessions/{id}/room?lang=ja");
    assert!(haruka.browser.get(&ja).await.has("一番困るのは誰ですか"));
});

crate::both_engines!(a_session_called_off_closes_its_room_and_keeps_the_text, |app| {
    let (mut haruka, mut ken, id) = together(&app, 20).await;
    write(&app, id, haruka.id, "task", "What we had so far").await;
    suspend(&app.app, ken.id, Some(app.app.now().plus(1_000 * MINUTE))).await.unwrap();
    work(&app).await;
    let page = look(&mut haruka, id).await;
    assert!(page.has("This session was cancelled") && page.has("What we had so far") && !page.has("data-root"));
    assert_eq!(act(&mut haruka, id, "text", &[("root", "task"), ("text", "x"), ("over", "")]).await.status, 409);
    assert_eq!(act(&mut haruka, id, "end", &[("answer", "publish")]).await.status, 409);
    assert_eq!(act(&mut ken, id, "text", &[("root", "task"), ("text", "x")]).await.status, 403);
});

crate::both_engines!(the_room_follows_a_session_that_is_moved_while_its_door_is_open, |app| {
    let (mut haruka, ken, id) = booked(&app).await;
    at(&app, id, -5).await;
    assert_eq!(act(&mut haruka, id, "enter", &[]).await.status, 303);
    let to = app.in_hours(4);
    crate::pairing::sessions::actions::propose_move(&app.app, id, ken.id, to, app.app.now()).await.unwrap();
    crate::pairing::sessions::actions::accept_move(&app.app, id, haruka.id, to, app.app.now()).await.unwrap();
    app.pass(10 * MINUTE);
    assert!(look(&mut haruka, id).await.has("The room opens on"));
    at(&app, id, 1).await;
    assert_eq!(hour(&app, id).await.phase, Phase::CheckIn);
});
