//! The log is the truth: processes merge from it, it stays short, and a room leaves memory.

use std::time::Duration;

use super::*;
use crate::pairing::room::rooms::Rooms;
use crate::pairing::room::{compact, live, store};
use crate::traces::model::part::PartKey;

crate::both_engines!(two_processes_on_one_log_agree, |app| {
    let hour = Hour::of(&app).await;
    let beside = app.beside().await;
    let mut mei = hour.mei(&app).await;
    let mut ken = Tab::enter(&hour.way(&beside, &hour.ken), document(202)).await;
    for round in 0..5 {
        mei.write("task", 0, &format!("m{round} ")).await;
        ken.write("task", 0, &format!("k{round} ")).await;
    }
    let all = |tab: &Tab| {
        (0..5).all(|n| tab.text("task").contains(&format!("m{n} ")) && tab.text("task").contains(&format!("k{n} ")))
    };
    mei.until("his words", all).await;
    ken.until("her words", all).await;
    for tab in [&mut mei, &mut ken] {
        tab.until("saved", Tab::is_saved).await;
    }
    assert_eq!(mei.text("task"), ken.text("task"));
    let (here, there) = (live::credits(&app.app, hour.session).await, live::credits(&beside.app, hour.session).await);
    assert_eq!(here.unwrap(), there.unwrap(), "both know whose hand it was");
});

async fn length(app: &TestApp, hour: &Hour) -> usize {
    store::log(&mut app.app.db.read().await.unwrap(), hour.session).await.unwrap().len()
}

crate::both_engines!(a_snapshot_takes_the_place_of_many_pieces_also_for_a_process_that_has_not_read_them, |app| {
    let hour = Hour::of(&app).await;
    let beside = app.beside().await;
    let mut mei = hour.mei(&app).await;
    let mut ken = Tab::enter(&hour.way(&beside, &hour.ken), document(202)).await;
    for at in 0..30 {
        mei.write("task", at, "x").await;
    }
    mei.until("saved", Tab::is_saved).await;
    let process = &Rooms::of(&app.app).process;
    let (one, other) = tokio::join!(
        compact::compact(&app.app, hour.session, process),
        compact::compact(&app.app, hour.session, process),
    );
    one.unwrap();
    other.unwrap();
    assert_eq!(length(&app, &hour).await, 1, "one piece");
    mei.write("task", 30, "y").await;
    let whole = format!("{}y", "x".repeat(30));
    ken.until("everything", |tab| tab.text("task") == whole).await;
    mei.until("saved", Tab::is_saved).await;
    let third = app.beside().await;
    assert_eq!(live::text(&third.app, hour.session).await.unwrap().parts[&PartKey::Task].body, whole);
    assert_eq!(live::credits(&third.app, hour.session).await.unwrap()[0].member, hour.mei.id, "and whose it is");
});

crate::both_engines!(what_a_restarted_process_reads_is_what_was_saved, |app| {
    let hour = Hour::of(&app).await;
    let mut mei = hour.mei(&app).await;
    mei.write("task", 0, "kept").await;
    mei.until("saved", Tab::is_saved).await;
    Rooms::of(&app.app).stop().await;
    assert_eq!(mei.end().await, 1012, "told to come again");
    let again = app.beside().await;
    let fresh = Tab::enter(&hour.way(&again, &hour.mei), document(5)).await;
    assert_eq!(fresh.text("task"), "kept");
});

/// On one engine: nothing here asks the database anything that the others do not.
#[tokio::test]
async fn an_idle_room_leaves_memory_and_its_log_is_put_together() {
    let app = TestApp::start(crate::testing::Engine::Sqlite).await;
    let hour = Hour::of(&app).await;
    let mut mei = hour.mei(&app).await;
    for at in 0..40 {
        mei.write("task", at, "x").await;
    }
    mei.until("saved", Tab::is_saved).await;
    let rooms = Rooms::of(&app.app);
    let idle = Duration::ZERO;
    rooms.sweep(&app.app, idle).await;
    assert_eq!(rooms.count(), 1, "someone is there");
    mei.cut();
    while rooms.count() > 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
        rooms.sweep(&app.app, idle).await;
    }
    assert_eq!(length(&app, &hour).await, 1);
    let again = hour.ken(&app).await;
    assert_eq!(again.text("task").len(), 40);
}

/// On one engine, as above.
#[tokio::test]
async fn the_log_of_a_room_in_use_stays_short() {
    let app = TestApp::start(crate::testing::Engine::Sqlite).await;
    let hour = Hour::of(&app).await;
    let mut tabs = vec![hour.mei(&app).await, hour.ken(&app).await];
    for at in 0..1_150 {
        for tab in &mut tabs {
            tab.write("task", at, "x").await;
        }
        // What the other writes is read meanwhile, as a browser does.
        if at % 50 == 0 {
            tabs[0].during(Duration::from_millis(1)).await;
            tabs[1].during(Duration::from_millis(1)).await;
        }
    }
    for tab in &mut tabs {
        tab.until("saved", Tab::is_saved).await;
    }
    // 2,300 pieces came; those who look after open rooms come by once a second.
    for _ in 0..100 {
        tokio::time::sleep(Duration::from_millis(50)).await;
        if length(&app, &hour).await < 2_000 {
            break;
        }
    }
    assert!(length(&app, &hour).await < 2_000, "{}", length(&app, &hour).await);
    assert_eq!(
        live::text(&app.beside().await.app, hour.session).await.unwrap().parts[&PartKey::Task].body.len(),
        2_300
    );
}

crate::both_engines!(a_rooms_log_is_read_through_its_index, |app| {
    let plan = app.plan("pairing/room/store.rs", "union all", 1).await;
    assert!(plan.contains("room_updates_session"), "{plan}");
});
