//! What links do for readers who are not signed in.

use super::*;
use crate::pairing::model::State;
use crate::ui::time::for_input;

crate::both_engines!(confirming_takes_one_look_and_one_button, |app| {
    let (mut haruka, ken, id) = two(&app).await;
    let link = links(&to(&app.letters().await, "ken"))[0].clone();
    let mut phone = app.browser();
    for _ in 0..2 {
        let page = phone.get(&link).await;
        assert!(page.status == 200 && page.has("Confirm your hour with haruka the tester"), "{}", page.text);
        assert!(page.has("Fri 27 Nov 2026, 18:00–19:00 Asia/Tokyo (+9)") && page.has("I am coming"));
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(page.has("<meta name=\"robots\" content=\"noindex\""));
    }
    assert_eq!(person(&app, id, ken.id).await.confirmed_at, None, "looking changes nothing");
    let done = phone.post(&link, &[]).await;
    assert_eq!(done.status, 303);
    assert_eq!(person(&app, id, ken.id).await.confirmed_at, Some(app.app.now()));
    let page = phone.get(done.location()).await;
    assert!(page.status == 200 && page.has("Confirmed. haruka the tester sees that you are coming."));
    assert!(haruka.browser.get(&format!("/pair/sessions/{id}")).await.has("confirmed"));
});

crate::both_engines!(a_link_opens_in_the_readers_language_whatever_the_browser_speaks, |app| {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    lives(&app, haruka.id, "ja", "Asia/Tokyo").await;
    app.booked([haruka.id, ken.id], app.in_hours(96)).await;
    let link = links(&to(&app.letters().await, "haruka"))[0].clone();
    let page = app.browser().get(&link).await;
    assert!(page.has("<html lang=\"ja\"") && page.has("参加します") && page.has("2026年11月27日(金)18:00〜19:00"));
});

crate::both_engines!(a_mail_program_may_send_the_form_from_anywhere, |app| {
    let (_, ken, id) = two(&app).await;
    let link = links(&to(&app.letters().await, "ken"))[0].clone();
    let mut phone = app.browser();
    let request = phone.request(reqwest::Method::POST, &link).header("sec-fetch-site", "cross-site").form(&[("x", "")]);
    assert_eq!(phone.send(request).await.status, 303);
    assert!(person(&app, id, ken.id).await.confirmed_at.is_some());
});

crate::both_engines!(cancelling_asks_why_and_keeps_what_was_typed, |app| {
    let (_, ken, id) = two(&app).await;
    let link = links(&to(&app.letters().await, "ken"))[2].clone();
    let mut phone = app.browser();
    assert!(phone.get(&link).await.has("cancelling costs you nothing"));
    let empty = phone.post(&link, &[("reason", " ")]).await;
    assert!(empty.status == 422 && empty.has("id=\"reason-error\""));
    let long = "x".repeat(301);
    let refused = phone.post(&link, &[("reason", &long)]).await;
    assert!(refused.status == 422 && refused.has(&long));
    assert_eq!(session(&app, id).await.state, State::Booked);
    let done = phone.post(&link, &[("reason", "A fever")]).await;
    assert_eq!(done.status, 303);
    assert!(phone.get(done.location()).await.has("Cancelled. haruka the tester is told by letter."));
    let cancelled = session(&app, id).await;
    assert_eq!((cancelled.state, cancelled.cancelled_by), (State::Cancelled, Some(ken.id)));
    assert_eq!(cancelled.cancel_reason, "A fever");
    assert!(to(&app.letters().await, "haruka").text.contains("A fever"));
});

crate::both_engines!(another_time_is_proposed_and_agreed_to_by_letter, |app| {
    let (haruka, ken, id) = two(&app).await;
    lives(&app, ken.id, "en", "America/New_York").await;
    let slot = app.in_hours(120);
    let link = links(&to(&app.letters().await, "ken"))[1].clone();
    let mut phone = app.browser();
    let page = phone.get(&link).await;
    assert!(page.has("type=\"datetime-local\"") && page.has("value=\"2026-11-27T04:00\""), "{}", page.text);
    for (typed, said) in
        [("2026-11-28T04:07", "Hours begin at"), ("2026-11-01T04:00", "This time has passed"), ("x", "Choose a day")]
    {
        let refused = phone.post(&link, &[("slot", typed)]).await;
        assert!(refused.status == 422 && refused.has(said) && refused.has(&format!("value=\"{typed}\"")), "{typed}");
    }
    let done = phone.post(&link, &[("slot", &for_input(slot.starts_at(), "America/New_York"))]).await;
    assert_eq!(done.status, 303);
    assert_eq!(session(&app, id).await.move_slot, Some(slot));
    let agree = links(&to(&app.letters().await, "haruka"))[0].clone();
    let page = app.browser().get(&agree).await;
    assert!(page.has("ken the tester proposes Sat 28 Nov 2026, 18:00–19:00") && page.has("Agree to the new time"));
    let blind = app.browser().post(&agree, &[]).await;
    assert!(blind.status == 409 && blind.has("This has changed since you opened it"), "which time was read?");
    let done = app.browser().post(&agree, &[("slot", &slot.to_string())]).await;
    assert_eq!(done.status, 303);
    assert!(app.browser().get(done.location()).await.has("Agreed. The hour has moved"));
    let moved = session(&app, id).await;
    assert_eq!((moved.slot, moved.sequence, moved.move_slot), (slot, 1, None));
    assert_eq!(person(&app, id, haruka.id).await.confirmed_at, None);
});

crate::both_engines!(a_time_that_was_taken_back_is_not_agreed_to, |app| {
    let (haruka, ken, id) = two(&app).await;
    let slot = app.in_hours(120);
    actions::propose_move(&app.app, id, haruka.id, slot, app.app.now()).await.unwrap();
    let agree = links(&to(&app.letters().await, "ken"))[0].clone();
    actions::decline_move(&app.app, id, haruka.id, slot, app.app.now()).await.unwrap();
    let late = app.browser().post(&agree, &[("slot", &slot.to_string())]).await;
    assert!(late.status == 409 && late.has("This has changed since you opened it") && late.has("I am coming"));
    assert_eq!(session(&app, id).await.sequence, 0);
    assert_eq!(app.browser().post(&agree, &[]).await.status, 303, "the link was not used up");
    assert!(person(&app, id, ken.id).await.confirmed_at.is_some());
});

crate::both_engines!(a_time_at_which_someone_is_busy_is_refused_and_the_link_kept, |app| {
    let (haruka, ken, id) = two(&app).await;
    app.booked([haruka.id, app.member("mei").await.id], app.in_hours(120)).await;
    let link = links(&to(&app.letters().await, "ken"))[1].clone();
    let busy = for_input(app.in_hours(120).starts_at(), "Asia/Tokyo");
    let refused = app.browser().post(&link, &[("slot", &busy)]).await;
    assert!(refused.status == 422 && refused.has("The other member has another session"));
    let free = for_input(app.in_hours(130).starts_at(), "Asia/Tokyo");
    assert_eq!(app.browser().post(&link, &[("slot", &free)]).await.status, 303);
    assert_eq!(session(&app, id).await.move_by, Some(ken.id));
});
