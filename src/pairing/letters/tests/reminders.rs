//! Reminders: each once, each in its time, none that is stale.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::*;
use crate::base::app::{App, Kept, Parts};
use crate::base::assets::Assets;
use crate::base::cache::Pages;
use crate::base::hub::Hub;
use crate::base::limits::Limits;
use crate::base::mail::Mailer;
use crate::base::queue;
use crate::base::time::{MINUTE, SECOND};
use crate::testing::Engine;
use crate::worker::drain;

/// Another process on the same database, with a mailbox of its own: one after a restart, or beside.
fn another(app: &TestApp) -> App {
    App::new(Parts {
        config: app.app.config.clone(),
        db: app.app.db.clone(),
        hub: Hub::default(),
        pages: Pages::default(),
        limits: Limits::new(true),
        mailer: Mailer::outbox(),
        clock: app.app.clock.clone(),
        random: app.app.random.clone(),
        heavy: Arc::new(Semaphore::new(1)),
        hashing: Arc::new(Semaphore::new(1)),
        hashed: Default::default(),
        assets: Assets::default(),
        kept: Kept::default(),
    })
}

// The hour begins 96 hours after the start, at 18:00 in Tokyo; its morning is 85 hours after.
crate::both_engines!(three_reminders_come_to_each_and_each_once, |app| {
    two(&app).await;
    assert!(letters_until(&app, 23).await.is_empty());
    let first = letters_until(&app, 24).await;
    assert_eq!(
        subjects(&first),
        [
            "haruka: Coming up: your hour with ken the tester, Fri 27 Nov 2026, 18:00–19:00 Asia/Tokyo (+9)",
            "ken: Coming up: your hour with haruka the tester, Fri 27 Nov 2026, 18:00–19:00 Asia/Tokyo (+9)"
        ]
    );
    assert!(first.iter().all(|letter| links(letter).len() == 3 && letter.calendar.is_none()));
    assert!(letters_until(&app, 84).await.is_empty());
    let second = letters_until(&app, 85).await;
    assert!(second.len() == 2 && second.iter().all(|letter| letter.subject.starts_with("Today: ")));
    assert!(second[0].text.contains("There is no link to a call yet"));
    let third = letters_until(&app, 95).await;
    assert!(third.len() == 2 && third.iter().all(|letter| letter.subject.starts_with("Soon: ")));
    assert!(letters_until(&app, 96).await.is_empty());
    assert!(letters_until(&app, 97).await.is_empty(), "there is time to look at the page first");
    let asked = letters_until(&app, 98).await;
    assert!(asked.len() == 2 && asked.iter().all(|letter| letter.subject.starts_with("Did you and")));
});

crate::both_engines!(the_morning_is_the_readers_own, |app| {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    lives(&app, ken.id, "en", "Europe/London").await;
    app.booked([haruka.id, ken.id], app.in_hours(106)).await;
    // 19:00 in London and 4:00 the next day in Tokyo, where seven o'clock is too late.
    let until_eve = letters_until(&app, 93).await;
    assert!(!subjects(&until_eve).iter().any(|s| s.contains("Today")));
    assert_eq!(subjects(&letters_until(&app, 94).await).len(), 1, "7:00 in London");
    let soon = letters_until(&app, 105).await;
    assert!(soon.len() == 2 && soon.iter().all(|letter| letter.subject.starts_with("Soon")));
});

crate::both_engines!(reminders_of_the_old_time_are_silent, |app| {
    let (haruka, ken, id) = two(&app).await;
    moved(&app, id, haruka.id, ken.id, app.in_hours(120)).await.unwrap();
    assert!(letters_until(&app, 47).await.is_empty(), "three days before the old time is at 24");
    let reminded = letters_until(&app, 48).await;
    assert!(reminded.len() == 2 && reminded.iter().all(|letter| letter.subject.contains("Sat 28 Nov")));
    let all = [letters_until(&app, 96).await, letters_until(&app, 119).await].concat();
    assert_eq!(all.iter().filter(|letter| letter.subject.starts_with("Today")).count(), 0, "at 109");
    assert_eq!(all.iter().filter(|letter| letter.subject.starts_with("Soon")).count(), 2);
});

crate::both_engines!(a_cancelled_hour_reminds_nobody, |app| {
    let (haruka, _, id) = two(&app).await;
    actions::cancel(&app.app, id, haruka.id, "moving house", app.app.now()).await.unwrap();
    assert_eq!(app.letters().await.len(), 4);
    assert!(letters_until(&app, 200).await.is_empty());
});

crate::both_engines!(after_a_long_absence_only_the_nearest_reminder_comes, |app| {
    two(&app).await;
    let late = letters_until(&app, 95).await;
    assert!(late.len() == 2 && late.iter().all(|letter| letter.subject.starts_with("Soon: ")), "{:?}", subjects(&late));
});

crate::both_engines!(a_reminder_that_is_a_little_late_still_comes, |app| {
    two(&app).await;
    assert_eq!(letters_until(&app, 71).await.len(), 2, "more than a day is left");
    let today = letters_until(&app, 94).await;
    assert!(today.len() == 2 && today.iter().all(|letter| letter.subject.starts_with("Today: ")));
});

crate::both_engines!(a_reminder_that_says_little_any_more_does_not, |app| {
    two(&app).await;
    assert!(letters_until(&app, 73).await.is_empty(), "less than a day is left, and the morning has not come");
});

crate::both_engines!(an_hour_that_is_over_reminds_nobody, |app| {
    two(&app).await;
    let late = letters_until(&app, 98).await;
    assert!(late.iter().all(|letter| letter.subject.starts_with("Did you meet")), "{:?}", subjects(&late));
    let later = letters_until(&app, 400).await;
    assert!(!subjects(&later).iter().any(|subject| subject.contains("Coming up")), "{:?}", subjects(&later));
});

crate::both_engines!(a_restart_repeats_nothing, |app| {
    two(&app).await;
    let restarted = another(&app);
    drain(&restarted).await.unwrap();
    assert!(restarted.mailer.kept().is_empty());
    app.pass(24 * HOUR);
    let (one, other) = tokio::join!(drain(&app.app), drain(&restarted));
    one.unwrap();
    other.unwrap();
    let sent = app.app.mailer.kept().len() - 2 + restarted.mailer.kept().len();
    assert_eq!(sent, 2, "two processes share the work");
});

crate::both_engines!(what_a_crashed_process_held_is_sent_by_the_next, |app| {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    app.booked([haruka.id, ken.id], app.in_hours(96)).await;
    let held = queue::claim(&app.app.db, app.app.now()).await.unwrap().expect("a job");
    assert_eq!(held.kind, "pairing.letter");
    let next = another(&app);
    drain(&next).await.unwrap();
    assert_eq!(next.mailer.kept().len(), 1);
    app.pass(5 * MINUTE + SECOND);
    drain(&next).await.unwrap();
    assert_eq!(next.mailer.kept().len(), 2);
});

#[tokio::test]
async fn a_letter_waits_for_the_mail_server_and_is_sent_once() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let settings = [("SMTP_URL", "smtp://127.0.0.1:1"), ("MAIL_FROM", "trace@traces.example")];
        let app = TestApp::start_with(engine, &settings).await;
        let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
        app.booked([haruka.id, ken.id], app.in_hours(96)).await;
        drain(&app.app).await.unwrap();
        let later = another(&app);
        drain(&later).await.unwrap();
        assert!(later.mailer.kept().is_empty(), "tried again later, not at once");
        app.pass(MINUTE);
        drain(&later).await.unwrap();
        drain(&later).await.unwrap();
        assert_eq!(later.mailer.kept().len(), 2);
        assert_eq!(links(&later.mailer.kept()[0]).len(), 3);
    }
}
