//! What the two are told when an hour is booked, moved or cancelled.

use super::*;
use crate::base::mail::Method;
use crate::base::time::DAY;

crate::both_engines!(a_booking_invites_both_in_their_language_and_zone, |app| {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    lives(&app, haruka.id, "ja", "Asia/Tokyo").await;
    lives(&app, ken.id, "en", "America/New_York").await;
    let id = app.booked([haruka.id, ken.id], app.in_hours(96)).await;
    let letters = app.letters().await;
    assert_eq!(letters.len(), 2);
    let (japanese, english) = (to(&letters, "haruka"), to(&letters, "ken"));
    assert_eq!(japanese.subject, "予約しました:ken the testerさんと2026年11月27日(金)18:00〜19:00 Asia/Tokyo (+9)");
    assert_eq!(
        english.subject,
        "Booked: an hour with haruka the tester, Fri 27 Nov 2026, 04:00–05:00 America/New_York (−5)"
    );
    for said in ["Fri 27 Nov 2026, 04:00–05:00 America/New_York (−5)", "Fri 27 Nov 2026, 18:00–19:00 Asia/Tokyo (+9)"]
    {
        assert!(english.text.contains(said), "{}", english.text);
    }
    assert!(japanese.text.contains("2026年11月27日(金)4:00〜5:00 America/New_York (−5)"), "{}", japanese.text);
    assert!(
        english.text.contains("haruka the tester (Marketing)") && english.text.contains("Who pays for ten minutes")
    );
    for letter in [&japanese, &english] {
        assert_eq!(links(letter).len(), 3);
        assert!(letter.text.contains(&format!("/pair/sessions/{id}#prepare")));
        for link in links(letter) {
            assert!(letter.html.contains(&link.replace('&', "&amp;")), "{}", letter.html);
        }
        for line in letter.text.lines().filter(|l| !l.is_empty() && !l.starts_with("http") && *l != "-- ") {
            let words = line.trim_end_matches(':').split(": ").last().unwrap();
            assert!(letter.html.contains(words), "not in the HTML: {line}");
        }
    }
    assert!(links(&japanese)[0].ends_with("?lang=ja") && links(&english)[0].ends_with("?lang=en"));
});

crate::both_engines!(an_invitation_names_its_receiver_alone, |app| {
    let (_, _, id) = two(&app).await;
    let letters = app.letters().await;
    let uid = session(&app, id).await.uid;
    for (me, other) in [("haruka", "ken"), ("ken", "haruka")] {
        let calendar = to(&letters, me).calendar.expect("an invitation");
        assert_eq!(calendar.method, Method::Request);
        let of = |name| property(&calendar.text, name);
        assert_eq!((of("METHOD"), of("UID"), of("SEQUENCE")), ("REQUEST".into(), uid.clone(), "0".into()));
        assert_eq!((of("DTSTART").as_str(), of("DTEND").as_str()), ("20261127T090000Z", "20261127T100000Z"));
        assert_eq!(of("ATTENDEE"), format!("mailto:{me}@example.org"));
        assert_eq!(of("ORGANIZER"), "mailto:trace@localhost");
        assert!(of("SUMMARY").contains(&format!("{other} the tester")));
        assert!(!calendar.text.contains(&format!("{other}@example.org")));
    }
});

crate::both_engines!(a_proposed_time_is_told_to_the_other, |app| {
    let (haruka, _, id) = two(&app).await;
    let slot = app.in_hours(120);
    actions::propose_move(&app.app, id, haruka.id, slot, app.app.now()).await.unwrap();
    let letters = app.letters().await;
    assert_eq!(letters.len(), 3);
    assert_eq!((letters[0].to.as_str(), letters[0].calendar.is_none()), ("ken@example.org", true));
    assert_eq!(letters[0].subject, "haruka the tester proposes another time");
    assert!(letters[0].text.contains("Sat 28 Nov 2026, 18:00–19:00") && letters[0].text.contains("Fri 27 Nov 2026"));
    assert!(letters[0].text.contains("Agree to the new time"));
});

crate::both_engines!(a_time_that_is_taken_back_before_the_letter_is_sent_is_not_told, |app| {
    let (haruka, _, id) = two(&app).await;
    actions::propose_move(&app.app, id, haruka.id, app.in_hours(120), app.app.now()).await.unwrap();
    actions::decline_move(&app.app, id, haruka.id, app.in_hours(120), app.app.now()).await.unwrap();
    assert_eq!(app.letters().await.len(), 2);
});

crate::both_engines!(a_move_changes_the_entry_of_both_calendars, |app| {
    let (haruka, ken, id) = two(&app).await;
    let uid = session(&app, id).await.uid;
    moved(&app, id, haruka.id, ken.id, app.in_hours(120)).await.unwrap();
    let letters = app.letters().await;
    assert_eq!(letters.len(), 5);
    for me in ["haruka", "ken"] {
        let letter = to(&letters, me);
        assert!(letter.subject.starts_with("Moved: your hour with") && letter.subject.contains("Sat 28 Nov"));
        let calendar = letter.calendar.expect("an invitation");
        let of = |name| property(&calendar.text, name);
        assert_eq!((of("METHOD"), of("UID"), of("SEQUENCE")), ("REQUEST".into(), uid.clone(), "1".into()));
        assert_eq!(of("DTSTART"), "20261128T090000Z");
    }
});

crate::both_engines!(a_cancellation_takes_it_out_of_both_calendars, |app| {
    let (haruka, ken, id) = two(&app).await;
    let uid = session(&app, id).await.uid;
    moved(&app, id, haruka.id, ken.id, app.in_hours(120)).await.unwrap();
    actions::cancel(&app.app, id, ken.id, "A fever <b>", app.app.now()).await.unwrap();
    let letters = app.letters().await;
    assert_eq!(letters.len(), 7);
    let (told, own) = (to(&letters, "haruka"), to(&letters, "ken"));
    assert!(told.text.contains("ken the tester has cancelled") && told.text.contains("Why: A fever <b>"));
    assert!(told.html.contains("A fever &lt;b&gt;"));
    assert!(own.text.contains("you have cancelled"));
    for letter in [told, own] {
        assert!(letter.subject.starts_with("Cancelled: ") && links(&letter).is_empty());
        let calendar = letter.calendar.expect("a cancellation");
        assert_eq!(calendar.method, Method::Cancel);
        let of = |name| property(&calendar.text, name);
        assert_eq!((of("METHOD"), of("UID"), of("SEQUENCE")), ("CANCEL".into(), uid.clone(), "2".into()));
        assert_eq!(of("STATUS"), "CANCELLED");
    }
});

crate::both_engines!(a_call_link_stands_in_the_letters_to_the_two, |app| {
    let (mut haruka, ken, id) = two(&app).await;
    let call = [("call", "https://meet.example/abc")];
    assert_eq!(haruka.browser.post(&format!("/pair/sessions/{id}/call"), &call).await.status, 303);
    moved(&app, id, haruka.id, ken.id, app.in_hours(120)).await.unwrap();
    let letter = to(&app.letters().await, "ken");
    assert!(letter.text.contains("Open the call:\nhttps://meet.example/abc"));
    assert!(letter.calendar.unwrap().text.replace("\r\n ", "").contains("Call: https://meet.example/abc"));
});

crate::both_engines!(nobody_writes_to_the_departed_the_unverified_and_the_demo, |app| {
    let people = [app.member("left").await, app.member("unproven").await, app.member("shown").await];
    let ken = app.member("ken").await;
    for (n, person) in people.iter().enumerate() {
        app.booked([person.id, ken.id], app.in_hours(96 + 2 * n as i64)).await;
    }
    let now = app.app.now();
    let mut tx = app.app.db.write().await.unwrap();
    crate::members::store::bury(&mut tx, people[0].id, now).await.unwrap();
    let [unproven, shown] = [people[1].id, people[2].id];
    crate::sql!("update members set verified_at = null where id = $1").bind(unproven).run(&mut tx).await.unwrap();
    crate::sql!("update members set demo = $2 where id = $1").bind(shown).bind(true).run(&mut tx).await.unwrap();
    app.app.commit(tx).await.unwrap();
    let letters = app.letters().await;
    assert_eq!(subjects(&letters).len(), 2, "{:?}", subjects(&letters));
    assert!(letters.iter().all(|letter| letter.to == "ken@example.org"));
});

crate::both_engines!(a_block_ends_all_news_but_that_the_hour_is_off, |app| {
    let (haruka, ken, id) = two(&app).await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::members::store::add_block(&mut tx, ken.id, haruka.id, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    assert!(letters_until(&app, 30).await.is_empty(), "no reminder");
    let now = app.app.now();
    actions::cancel(&app.app, id, ken.id, "never again", now).await.unwrap();
    let letters = app.letters().await;
    let told = to(&letters, "haruka");
    assert_eq!(letters.len(), 4);
    assert!(told.text.contains("this hour cannot take place") && !told.text.contains("never again"));
    assert_eq!(told.calendar.unwrap().method, Method::Cancel);
});

crate::both_engines!(a_letter_of_yesterdays_news_stays_in_its_box, |app| {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    let id = app.booked([haruka.id, ken.id], app.in_hours(96)).await;
    actions::propose_move(&app.app, id, haruka.id, app.in_hours(120), app.app.now()).await.unwrap();
    actions::accept_move(&app.app, id, ken.id, app.in_hours(120), app.app.now()).await.unwrap();
    let letters = app.letters().await;
    assert!(
        letters.len() == 2 && letters.iter().all(|letter| letter.subject.starts_with("Moved")),
        "{:?}",
        subjects(&letters)
    );
    app.booked([haruka.id, ken.id], app.in_hours(24)).await;
    app.pass(2 * DAY);
    let late = subjects(&app.letters().await);
    assert!(!late.iter().any(|s| s.contains("Booked")), "{late:?}");
});
