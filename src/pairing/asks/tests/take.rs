//! Taking an ask.

use super::*;
use crate::base::time::{DAY, HOUR};
use crate::pairing::sessions::store::ahead;

crate::both_engines!(an_ask_is_taken_in_one_step_and_both_hear, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let id = asks(&mut haruka, &[app.in_hours(48), app.in_hours(72)], &[]).await;
    let list = ken.browser.get("/pair").await;
    assert!(list.has(&format!("/pair/asks/{id}/take")) && list.has(&format!("value=\"{}\"", app.in_hours(72))));
    let session = took(&mut ken, id, app.in_hours(72)).await;
    let page = ken.browser.get(&session).await;
    assert!(page.has("An hour with haruka the tester") && page.has("Who pays for ten minutes"));
    let inbox = haruka.browser.get("/inbox").await;
    assert!(inbox.has("ken the tester took your ask") && inbox.has(&format!("href=\"{session}\"")));
    let letters = app.letters().await;
    let mut to: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["haruka@example.org", "ken@example.org"], "each has the invitation");
    assert!(letters.iter().all(|letter| letter.calendar.is_some()));
    assert_eq!(state(&app, id).await, AskState::Taken);
    assert!(!app.browser().get("/pair/asks").await.has("Who pays for ten minutes"), "it is open no longer");
    assert!(ken.browser.get(&format!("/pair/asks/{id}")).await.has("You have this hour booked"));
});

crate::both_engines!(of_two_who_take_it_at_once_one_gets_it_and_the_other_can_wait, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut mei = app.member("mei").await;
    let id = asks(&mut haruka, &[app.in_hours(48), app.in_hours(72)], &[]).await;
    let (one, other) = tokio::join!(takes(&mut ken, id, app.in_hours(48)), takes(&mut mei, id, app.in_hours(72)));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let late = if one.status == 409 { one } else { other };
    assert!(late.has("Someone was quicker") && late.has(&format!("/pair/asks/{id}/wait")), "{}", late.text);
    let booked = ahead(&mut app.app.db.read().await.unwrap(), haruka.id, app.app.now()).await.unwrap();
    assert_eq!(booked.len(), 1, "one hour is booked");
});

crate::both_engines!(of_two_who_take_it_for_the_same_hour_one_gets_it, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut mei = app.member("mei").await;
    let (first, second) = (
        asks(&mut haruka, &[app.in_hours(48)], &[]).await,
        asks(&mut haruka, &[app.in_hours(48)], &[("topic", "Another")]).await,
    );
    let (one, other) =
        tokio::join!(takes(&mut ken, first, app.in_hours(48)), takes(&mut mei, second, app.in_hours(48)));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422], "the other ask is still open, and its hour is not free any more");
    let late = if one.status == 422 { one } else { other };
    assert!(late.has("The other member has another session") && late.has("None of the times is free just now"));
});

crate::both_engines!(only_who_is_asked_for_takes_it, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut luis = app.member("luis").await;
    works_in(&app, &luis, Discipline::Design).await;
    let id = asks(&mut haruka, &[app.in_hours(48)], &[("discipline", "design"), ("discipline", "sales")]).await;
    let page = ken.browser.get(&format!("/pair/asks/{id}")).await;
    assert!(page.has("Another discipline is wanted") && !page.has("/take"));
    let refused = takes(&mut ken, id, app.in_hours(48)).await;
    assert!(refused.status == 403 && refused.has("This is for someone else"));
    assert_eq!(takes(&mut haruka, id, app.in_hours(48)).await.status, 403, "one's own");
    assert_eq!(state(&app, id).await, AskState::Open);
    took(&mut luis, id, app.in_hours(48)).await;
});

crate::both_engines!(a_time_that_is_not_offered_any_more_is_not_taken, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let id = asks(&mut haruka, &[app.in_hours(3), app.in_hours(48)], &[]).await;
    assert_eq!(takes(&mut ken, id, app.in_hours(49)).await.status, 409, "never offered");
    let answer = ken.browser.post(&format!("/pair/asks/{id}/take"), &[("slot", "soon")]).await;
    assert_eq!(answer.status, 409);
    let first = app.in_hours(3);
    app.pass(2 * HOUR);
    let answer = takes(&mut ken, id, first).await;
    assert!(answer.status == 409 && answer.has("This has changed since you opened it"), "an hour before is too late");
    assert_eq!(state(&app, id).await, AskState::Open);
});

crate::both_engines!(the_blocked_never_see_it_and_the_suspended_do_not_take_it, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut mei = app.member("mei").await;
    let id = asks(&mut haruka, &[app.in_hours(48)], &[]).await;
    blocks(&app, &haruka, &ken).await;
    for path in ["/pair", "/pair/asks"] {
        assert!(!ken.browser.get(path).await.has("Who pays for ten minutes"), "{path}");
    }
    assert_eq!(ken.browser.get(&format!("/pair/asks/{id}")).await.status, 404);
    assert_eq!(takes(&mut ken, id, app.in_hours(48)).await.status, 404);
    crate::members::actions::suspend(&app.app, mei.id, Some(app.app.now().plus(DAY))).await.unwrap();
    assert_eq!(takes(&mut mei, id, app.in_hours(48)).await.status, 403);
    let mut guest = app.browser();
    assert_eq!(guest.post(&format!("/pair/asks/{id}/take"), &[("slot", "1")]).await.status, 401);
    assert_eq!(guest.get(&format!("/pair/asks/{id}/take")).await.location(), format!("/pair/asks/{id}"));
});

crate::both_engines!(bookings_that_are_full_are_told, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut mei = app.member("mei").await;
    let id = asks(&mut haruka, &[app.in_hours(300)], &[]).await;
    for day in 1..=6 {
        app.booked([ken.id, mei.id], app.in_hours(24 * day)).await;
    }
    let answer = takes(&mut ken, id, app.in_hours(300)).await;
    assert!(answer.status == 403 && answer.has("as many hours booked as you can hold"));
    let own = asks(&mut app.member("tara").await, &[app.in_hours(300)], &[]).await;
    let tara_full =
        store::ask(&mut app.app.db.read().await.unwrap(), own, app.app.now()).await.unwrap().unwrap().member_id;
    let luis = app.member("luis").await;
    for day in 1..=6 {
        app.booked([tara_full, luis.id], app.in_hours(24 * day)).await;
    }
    let answer = takes(&mut haruka, own, app.in_hours(300)).await;
    assert!(answer.status == 403 && answer.has("cannot take a session just now"), "the other is full");
    assert_eq!(state(&app, own).await, AskState::Open);
    assert_eq!(takes(&mut mei, id, app.in_hours(300)).await.status, 403);
});

crate::both_engines!(a_company_that_was_merged_is_followed, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let kept = company(&app, "QB House", None).await;
    let id = asks(&mut haruka, &[app.in_hours(48)], &[("company", "QB House"), ("topic", "")]).await;
    let double = company(&app, "Kyubi House", Some(kept)).await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("update asks set company_id = $2 where id = $1").bind(id).bind(double).run(&mut tx).await.unwrap();
    app.app.commit(tx).await.unwrap();
    for q in ["QB+House", "kyubi+house"] {
        assert!(app.browser().get(&format!("/pair/asks?q={q}")).await.has(&format!("/pair/asks/{id}\"")), "{q}");
    }
    let page = app.browser().get(&format!("/pair/asks/{id}")).await;
    assert!(page.has("QB House") && page.has("/companies/qb-house") && !page.has("Kyubi"));
    took(&mut ken, id, app.in_hours(48)).await;
    let (booked,): (i64,) =
        crate::sql!("select company_id from pair_sessions").one(&mut app.app.db.read().await.unwrap()).await.unwrap();
    assert_eq!(booked, kept);
    let other = asks(&mut haruka, &[app.in_hours(72)], &[("company", "Kyubi House")]).await;
    assert!(app.browser().get(&format!("/pair/asks/{other}")).await.has("QB House"), "typed by its old name");
});
