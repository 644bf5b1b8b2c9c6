//! A member's calendar at a secret address.

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty as Property};
use calcard::{Entry, Parser};

use super::*;
use crate::base::time::DAY;
use crate::testing::client::Answer;

/// Makes an address and gives its path.
async fn subscribed(actor: &mut Actor) -> String {
    let page = actor.browser.post("/pair/calendar", &[]).await;
    assert!(page.status == 200 && page.has("It is shown only now") && page.has("webcal://"));
    assert_eq!(page.header("cache-control"), "no-store");
    let at = page.text.find("/pair/calendar/").expect("the address");
    page.text[at..].split('"').next().unwrap().to_owned()
}

/// Of each meeting: what `property` says.
fn told(answer: &Answer, property: &Property) -> Vec<String> {
    let mut parser = Parser::new(&answer.text);
    let Entry::ICalendar(calendar) = parser.entry() else { panic!("not read: {}", answer.text) };
    let ICalendar { components } = calendar;
    let meetings = components.iter().filter(|c| c.component_type == ICalendarComponentType::VEvent);
    meetings.map(|m| m.property(property).unwrap().values[0].clone().into_text().unwrap().into_owned()).collect()
}

crate::both_engines!(a_calendar_shows_the_members_sessions_and_no_address, |app| {
    let (mut haruka, _, id) = two(&app).await;
    let call = [("call", "https://meet.example/abc")];
    assert_eq!(haruka.browser.post(&format!("/pair/sessions/{id}/call"), &call).await.status, 303);
    assert!(haruka.browser.get("/pair/calendar").await.has("You have no address to subscribe to yet."));
    let path = subscribed(&mut haruka).await;
    assert!(!haruka.browser.get("/pair/calendar").await.has(&path), "shown once");
    let feed = app.browser().get(&path).await;
    assert_eq!((feed.status.as_u16(), feed.header("content-type")), (200, "text/calendar; charset=utf-8"));
    assert_eq!(property(&feed.text, "METHOD"), "PUBLISH");
    assert_eq!(told(&feed, &Property::Summary), ["Pair session with ken the tester: Who pays for ten minutes"]);
    assert_eq!(told(&feed, &Property::Uid), [session(&app, id).await.uid]);
    assert_eq!(told(&feed, &Property::Dtstart), ["2026-11-27T09:00:00Z"]);
    for secret in ["@example.org", "meet.example", "ATTENDEE"] {
        assert!(!feed.text.contains(secret), "{secret}");
    }
});

crate::both_engines!(a_calendar_that_has_not_changed_is_not_sent_again, |app| {
    let (mut haruka, ken, id) = two(&app).await;
    let path = subscribed(&mut haruka).await;
    let mut program = app.browser();
    let first = program.get(&path).await;
    assert_eq!(first.header("cache-control"), "private, max-age=900");
    let tag = first.header("etag").to_owned();
    app.pass(HOUR);
    let request = program.request(reqwest::Method::GET, &path).header("if-none-match", &tag);
    let same = program.send(request).await;
    assert!(same.status == 304 && same.text.is_empty() && same.header("etag") == tag);
    moved(&app, id, haruka.id, ken.id, app.in_hours(120)).await.unwrap();
    let request = program.request(reqwest::Method::GET, &path).header("if-none-match", &tag);
    let changed = program.send(request).await;
    assert_eq!(changed.status, 200);
    assert_eq!(told(&changed, &Property::Sequence), ["1"]);
});

crate::both_engines!(an_entry_is_stamped_when_it_last_changed, |app| {
    let (mut haruka, ken, id) = two(&app).await;
    let path = subscribed(&mut haruka).await;
    let mut program = app.browser();
    assert_eq!(told(&program.get(&path).await, &Property::Dtstamp), ["2026-11-23T09:00:00Z"]);
    app.pass(HOUR);
    moved(&app, id, haruka.id, ken.id, app.in_hours(120)).await.unwrap();
    assert_eq!(told(&program.get(&path).await, &Property::Dtstamp), ["2026-11-23T10:00:00Z"]);
    app.pass(HOUR);
    assert_eq!(told(&program.get(&path).await, &Property::Dtstamp), ["2026-11-23T10:00:00Z"]);
    actions::cancel(&app.app, id, ken.id, "A fever", app.app.now()).await.unwrap();
    assert_eq!(told(&program.get(&path).await, &Property::LastModified), ["2026-11-23T11:00:00Z"]);
});

crate::both_engines!(cancelled_hours_stay_until_they_would_be_over_and_past_ones_for_a_month, |app| {
    let (mut haruka, ken, held) = two(&app).await;
    let cancelled = app.booked([haruka.id, ken.id], app.in_hours(100)).await;
    actions::cancel(&app.app, cancelled, ken.id, "A fever", app.app.now()).await.unwrap();
    let path = subscribed(&mut haruka).await;
    let mut program = app.browser();
    let feed = program.get(&path).await;
    assert_eq!(told(&feed, &Property::Status), ["CANCELLED", "CONFIRMED"]);
    app.pass(6 * DAY);
    assert_eq!(told(&program.get(&path).await, &Property::Uid), [session(&app, held).await.uid]);
    app.pass(29 * DAY);
    assert!(told(&program.get(&path).await, &Property::Uid).is_empty());
});

crate::both_engines!(an_address_ends_when_it_is_renewed_ended_or_its_member_leaves, |app| {
    let (mut haruka, _, _) = two(&app).await;
    let first = subscribed(&mut haruka).await;
    let second = subscribed(&mut haruka).await;
    assert_eq!(app.browser().get(&first).await.status, 404);
    assert_eq!(app.browser().get(&second).await.status, 200);
    let ended = haruka.browser.post("/pair/calendar/end", &[]).await;
    assert!(haruka.browser.get(ended.location()).await.has("The old address no longer works"));
    assert_eq!(app.browser().get(&second).await.status, 404);
    let third = subscribed(&mut haruka).await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::members::store::bury(&mut tx, haruka.id, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    assert_eq!(app.browser().get(&third).await.status, 404);
    for wrong in ["/pair/calendar/x.ics", "/pair/calendar/end", third.trim_end_matches(".ics")] {
        assert_eq!(app.browser().get(wrong).await.status, 404, "{wrong}");
    }
});

crate::both_engines!(a_guest_has_no_calendar, |app| {
    assert_eq!(app.browser().get("/pair/calendar").await.status, 303);
    assert_eq!(app.browser().post("/pair/calendar", &[]).await.status, 401);
});

crate::both_engines!(calendars_and_links_are_read_through_their_indexes, |app| {
    for (file, words, parameters, index) in [
        ("pairing/letters/store/calendars.rs", "order by p.session_id desc", 4, "pair_people_member"),
        ("pairing/letters/store/mod.rs", "delete from pair_links", 1, "pair_links_expiry"),
    ] {
        let plan = app.plan(file, words, parameters).await;
        assert!(plan.contains(index) && !plan.contains("Seq Scan"), "{plan}");
    }
});
