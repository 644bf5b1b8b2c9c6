//! A member is suspended, leaves or blocks: what is asked ends, and whoever it concerns is told.

use super::*;
use crate::base::time::DAY;

crate::both_engines!(what_a_suspended_member_asks_is_closed, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut mei = app.member("mei").await;
    let open = asks(&mut haruka, &[app.in_hours(48)], &[]).await;
    let other = asks(&mut haruka, &[app.in_hours(72)], &[("topic", "Another")]).await;
    took(&mut ken, other, app.in_hours(72)).await;
    waits(&mut mei, other).await;
    assert!(app.browser().get("/pair").await.has("Who pays for ten minutes"));
    crate::members::actions::suspend(&app.app, haruka.id, Some(app.app.now().plus(DAY))).await.unwrap();
    app.letters().await;
    assert_eq!((state(&app, open).await, state(&app, other).await), (AskState::Closed, AskState::Closed));
    assert!(!app.browser().get("/pair").await.has("Who pays for ten minutes"));
    assert!(mei.browser.get("/inbox").await.has("that you waited for is over"));
    assert!(ken.browser.get("/inbox").await.has("Your hour with haruka the tester is cancelled"));
});

crate::both_engines!(an_ask_taken_by_one_who_leaves_goes_to_who_waits, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut mei = app.member("mei").await;
    let id = asks(&mut haruka, &[app.in_hours(48)], &[]).await;
    took(&mut ken, id, app.in_hours(48)).await;
    waits(&mut mei, id).await;
    crate::members::actions::remove(&app.app, ken.id).await.unwrap();
    app.letters().await;
    assert_eq!(place(&app, id, &mei).await, Some(WaitState::Offered));
    took(&mut mei, id, app.in_hours(48)).await;
    assert!(haruka.browser.get("/inbox").await.has("mei the tester took your ask"));
});

crate::both_engines!(who_leaves_while_it_is_theirs_leaves_it_to_the_next, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let (mut mei, tara) = (app.member("mei").await, app.member("tara").await);
    let id = asks(&mut haruka, &[app.in_hours(48)], &[]).await;
    let session = took(&mut ken, id, app.in_hours(48)).await;
    waits(&mut mei, id).await;
    cancels(&app, &mut ken, &session).await;
    assert_eq!(place(&app, id, &mei).await, Some(WaitState::Offered));
    blocks(&app, &mei, &tara).await;
    assert_eq!(place(&app, id, &mei).await, Some(WaitState::Offered), "another's block changes nothing");
    blocks(&app, &mei, &haruka).await;
    assert_eq!((place(&app, id, &mei).await, state(&app, id).await), (None, AskState::Open));
});
