//! Booking an hour, and what the two can do with it.

mod moves;
mod races;
mod talk;

use crate::base::error::{Error, Problem, Refusal};
use crate::base::time::{DAY, HOUR, MINUTE, Time};
use crate::members::model::MemberId;
use crate::pairing::model::{SessionId, Slot};
use crate::pairing::sessions::actions;
use crate::pairing::sessions::store;
use crate::testing::TestApp;
use crate::testing::cast::Actor;
use crate::ui::time::for_input;

async fn two(app: &TestApp) -> (Actor, Actor, SessionId) {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    let id = app.booked([haruka.id, ken.id], app.in_hours(72)).await;
    (haruka, ken, id)
}

fn problem(outcome: crate::base::error::Result<SessionId>) -> Option<Problem> {
    match outcome {
        Err(Error::Invalid(problems)) => problems.of("slot"),
        _ => None,
    }
}

async fn session(app: &TestApp, id: SessionId) -> store::Session {
    store::session(&mut app.app.db.read().await.unwrap(), id).await.unwrap().expect("a session")
}

crate::both_engines!(an_hour_is_booked_once_whoever_asks, |app| {
    let (haruka, ken, _) = two(&app).await;
    let mei = app.member("mei").await;
    for shift in [-3, 0, 3] {
        let slot = Slot(app.in_hours(72).0 + shift);
        assert_eq!(problem(app.try_book([haruka.id, mei.id], slot).await), Some(Problem::Busy), "{shift}");
        assert_eq!(problem(app.try_book([mei.id, ken.id], slot).await), Some(Problem::PartnerBusy), "{shift}");
    }
    for shift in [-4, 4] {
        app.booked([haruka.id, mei.id], Slot(app.in_hours(72).0 + shift)).await;
    }
});

crate::both_engines!(of_two_who_book_the_same_hour_at_once_one_gets_it, |app| {
    let ken = app.member("ken").await;
    let others: Vec<MemberId> = [app.member("haruka").await.id, app.member("mei").await.id].into();
    let slot = app.in_hours(48);
    let (one, other) = tokio::join!(app.try_book([others[0], ken.id], slot), app.try_book([others[1], ken.id], slot));
    assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|ok| **ok).count(), 1);
    assert_eq!(problem(if one.is_ok() { other } else { one }), Some(Problem::PartnerBusy));
});

crate::both_engines!(an_hour_lies_ahead_and_not_too_far, |app| {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    let people = [haruka.id, ken.id];
    assert_eq!(problem(app.try_book(people, app.in_hours(-1)).await), Some(Problem::InThePast));
    assert_eq!(problem(app.try_book(people, app.in_hours(60 * 24 + 1)).await), Some(Problem::TooFarAhead));
});

crate::both_engines!(the_blocked_the_suspended_and_the_unverified_do_not_meet, |app| {
    let (mut haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    let unverified = app.unverified("new").await;
    let slot = app.in_hours(24);
    let refused = |outcome| match outcome {
        Err(Error::NotAllowed(why)) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(app.try_book([haruka.id, unverified.id], slot).await), Refusal::PartnerUnable);
    let mut tx = app.app.db.write().await.unwrap();
    crate::members::store::add_block(&mut tx, ken.id, haruka.id, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    assert_eq!(refused(app.try_book([haruka.id, ken.id], slot).await), Refusal::Blocked);
    let mei = app.member("mei").await;
    crate::members::actions::suspend(&app.app, mei.id, Some(app.app.now().plus(DAY))).await.unwrap();
    assert_eq!(refused(app.try_book([haruka.id, mei.id], slot).await), Refusal::PartnerUnable);
    assert!(haruka.browser.get("/pair/sessions").await.has("No session yet"));
});

crate::both_engines!(six_hours_stand_booked_at_most, |app| {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    for n in 1..=6 {
        app.booked([haruka.id, ken.id], app.in_hours(24 * n)).await;
    }
    let one_more = app.try_book([haruka.id, ken.id], app.in_hours(240)).await;
    assert!(matches!(one_more, Err(Error::NotAllowed(Refusal::BookingsFull))), "{one_more:?}");
    let mei = app.member("mei").await;
    let one_more = app.try_book([mei.id, ken.id], app.in_hours(240)).await;
    assert!(matches!(one_more, Err(Error::NotAllowed(Refusal::PartnerUnable))), "{one_more:?}");
});

crate::both_engines!(a_session_exists_for_its_two_members_alone, |app| {
    let (mut haruka, _, id) = two(&app).await;
    let path = format!("/pair/sessions/{id}");
    let page = haruka.browser.get(&path).await;
    assert!(page.status == 200 && page.has("An hour with ken the tester") && page.has("Asia/Tokyo (+9)"));
    assert!(page.has("Who pays for ten minutes"));
    assert_eq!(app.organizer("sora").await.browser.get(&path).await.status, 404);
    assert_eq!(app.browser().get(&path).await.status, 303, "a guest is sent to sign in");
    let mut stranger = app.member("stranger").await;
    let fields = [("body", "x"), ("reason", "x"), ("goals", "x")];
    for post in ["prepare", "call", "messages", "cancel", "move/decline"] {
        assert_eq!(stranger.browser.post(&format!("{path}/{post}"), &fields).await.status, 404, "{post}");
    }
});

crate::both_engines!(both_see_what_each_prepares_and_where_to_call, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let path = format!("/pair/sessions/{id}");
    let fields = [("goals", "How the queue\nbecomes a price"), ("readings", "https://example.org/report")];
    assert_eq!(haruka.browser.post(&format!("{path}/prepare"), &fields).await.status, 303);
    let call = [("call", "https://meet.example/abc")];
    assert_eq!(ken.browser.post(&format!("{path}/call"), &call).await.status, 303);
    let page = ken.browser.get(&path).await;
    assert!(page.has("becomes a price") && page.has("href=\"https://example.org/report\""));
    assert!(haruka.browser.get(&path).await.has("href=\"https://meet.example/abc\""));
    let wrong = ken.browser.post(&format!("{path}/call"), &[("call", "javascript:alert(1)")]).await;
    assert!(wrong.status == 422 && wrong.has("value=\"javascript:alert(1)\"") && wrong.has("begins with https://"));
    let wrong = ken.browser.post(&format!("{path}/prepare"), &[("goals", "kept"), ("readings", "the report")]).await;
    assert!(wrong.status == 422 && wrong.has("kept</textarea>") && wrong.has("the report</textarea>"));
});

crate::both_engines!(a_message_reaches_the_other_and_never_runs, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let path = format!("/pair/sessions/{id}");
    let body = [("body", "<script>alert(1)</script> see you")];
    assert_eq!(haruka.browser.post(&format!("{path}/messages"), &body).await.status, 303);
    let page = ken.browser.get(&path).await;
    assert!(page.has("&lt;script&gt;alert(1)&lt;/script&gt; see you"));
    assert!(ken.browser.get("/inbox").await.has("haruka the tester wrote to you about your session"));
    let empty = haruka.browser.post(&format!("{path}/messages"), &[("body", "  ")]).await;
    assert!(empty.status == 422 && empty.has("id=\"body-error\""));
});

crate::both_engines!(a_new_time_holds_once_the_other_agrees, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let path = format!("/pair/sessions/{id}");
    let to = app.in_hours(75);
    let fields = [("slot", for_input(to.starts_at(), "Asia/Tokyo"))];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    assert_eq!(haruka.browser.post(&format!("{path}/move"), &fields).await.status, 303);
    assert_eq!(session(&app, id).await.slot, app.in_hours(72));
    assert!(haruka.browser.get(&path).await.has("Take it back"));
    let own = haruka.browser.post(&format!("{path}/move/accept"), &[("slot", &to.to_string())]).await;
    assert_eq!(own.status, 409, "nobody agrees with themselves");
    assert!(ken.browser.get(&path).await.has("Agree to the new time"));
    let agreed = ken.browser.post(&format!("{path}/move/accept"), &[("slot", &to.to_string())]).await;
    assert_eq!(agreed.status, 303);
    let moved = session(&app, id).await;
    assert_eq!((moved.slot, moved.sequence, moved.move_slot), (to, 1, None));
    let mei = app.member("mei").await;
    app.booked([haruka.id, mei.id], app.in_hours(72)).await;
    assert_eq!(problem(app.try_book([haruka.id, mei.id], to).await), Some(Problem::Busy));
});

crate::both_engines!(a_time_that_cannot_be_is_said_beside_the_field, |app| {
    let (mut haruka, ken, id) = two(&app).await;
    let path = format!("/pair/sessions/{id}/move");
    app.booked([ken.id, app.member("mei").await.id], app.in_hours(96)).await;
    let busy = for_input(app.in_hours(96).starts_at(), "Asia/Tokyo");
    for (typed, said) in [
        ("2026-11-01T10:00", "This time has passed"),
        ("2027-11-01T10:00", "up to 60 days"),
        ("2026-11-30T10:07", "Hours begin at"),
        ("tomorrow", "Choose a day and a time"),
        (busy.as_str(), "The other member has another session"),
    ] {
        let page = haruka.browser.post(&path, &[("slot", typed)]).await;
        assert!(page.status == 422 && page.has(said) && page.has(&format!("value=\"{typed}\"")), "{typed}");
    }
});

crate::both_engines!(a_time_that_the_clocks_skip_or_show_twice_is_said_beside_the_field, |app| {
    let (mut haruka, _, id) = two(&app).await;
    for (zone, typed, said) in [
        ("America/New_York", "2027-03-14T02:30", "this time does not exist on that day"),
        ("America/New_York", "2026-11-01T01:30", "this time comes twice on that day"),
        ("Australia/Lord_Howe", "2027-04-04T01:45", "this time comes twice on that day"),
    ] {
        let mut tx = app.app.db.write().await.unwrap();
        crate::sql!("update members set zone = $2 where id = $1")
            .bind(haruka.id)
            .bind(zone)
            .run(&mut tx)
            .await
            .unwrap();
        app.app.commit(tx).await.unwrap();
        let page = haruka.browser.post(&format!("/pair/sessions/{id}/move"), &[("slot", typed)]).await;
        assert!(page.status == 422 && page.has(said) && page.has(&format!("value=\"{typed}\"")), "{zone} {typed}");
    }
});

crate::both_engines!(of_two_who_cancel_at_once_one_does_and_the_other_hears, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let path = format!("/pair/sessions/{id}/cancel");
    let reason = [("reason", "A fever")];
    let (one, other) = tokio::join!(haruka.browser.post(&path, &reason), ken.browser.post(&path, &reason));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let late = if one.status == 409 { one } else { other };
    assert!(late.has("This has changed since you opened it") && late.has("cancelled this session"));
    assert_eq!(session(&app, id).await.sequence, 1);
    app.booked([haruka.id, ken.id], app.in_hours(72)).await;
});

crate::both_engines!(only_late_cancelling_counts, |app| {
    let (haruka, ken, early) = two(&app).await;
    let late = app.booked([haruka.id, ken.id], app.in_hours(30)).await;
    actions::cancel(&app.app, early, haruka.id, "moving house", app.app.now()).await.unwrap();
    app.pass(8 * HOUR);
    actions::cancel(&app.app, late, ken.id, "asleep", app.app.now()).await.unwrap();
    let undone = app.booked([haruka.id, ken.id], app.in_hours(2)).await;
    app.pass(10 * MINUTE);
    actions::cancel(&app.app, undone, haruka.id, "wrong day", app.app.now()).await.unwrap();
    let now: Time = app.app.now();
    let people = [haruka.id, ken.id];
    let standings = store::standings(&mut app.app.db.read().await.unwrap(), people, now).await.unwrap();
    let figures: Vec<_> = standings.iter().map(|s| (s.figure().came, s.figure().of)).collect();
    assert_eq!(figures, [(0, 0), (0, 1)]);
});

crate::both_engines!(sessions_are_read_through_their_indexes, |app| {
    for (file, words, index) in [
        ("list", "order by p.session_id desc", "pair_people_member"),
        ("talk", "order by id desc limit $3", "pair_messages_session"),
    ] {
        let plan = app.plan(&format!("pairing/sessions/store/{file}.rs"), words, 3).await;
        assert!(plan.contains(index) && !plan.contains("Seq Scan"), "{plan}");
    }
});
