//! Who may be in the room, and how it ends when that changes.

use std::time::{Duration, Instant};

use super::*;
use crate::base::time::{DAY, MINUTE};
use crate::members::actions;
use crate::pairing::sessions::actions::cancel;

/// What issue 4 allows between a change of standing and the end of delivery.
const SECOND: Duration = Duration::from_secs(1);

async fn refused(way: &Way) -> u16 {
    Tab::open(way, document(9)).await.err().expect("refused")
}

crate::both_engines!(one_comes_in_with_a_sign_in_from_our_own_pages_into_ones_own_room, |app| {
    let hour = Hour::of(&app).await;
    let way = hour.way(&app, &hour.mei);
    let other = app.member("other").await;
    assert_eq!(refused(&hour.way(&app, &other)).await, 404, "not theirs");
    assert_eq!(refused(&Way { cookie: String::new(), ..way.clone() }).await, 303, "sign in first");
    assert_eq!(refused(&Way { cookie: format!("{SIGN_IN}=nonsense"), ..way.clone() }).await, 303);
    for origin in ["", "https://evil.example", "null"] {
        assert_eq!(refused(&Way { origin: origin.into(), ..way.clone() }).await, 403, "from {origin:?}");
    }
    let nowhere = Way { path: "/pair/sessions/999/room/socket".into(), ..way.clone() };
    assert_eq!(refused(&nowhere).await, 404);
    let later = app.booked([hour.mei.id, hour.ken.id], app.in_hours(2)).await;
    let early = Way { path: format!("/pair/sessions/{later}/room/socket"), ..way.clone() };
    assert_eq!(refused(&early).await, 409, "too early");
    app.pass(110 * MINUTE);
    Tab::enter(&early, document(1)).await;
    let mut browser = app.browser();
    browser.set_cookie(SIGN_IN, hour.mei.browser.cookie(SIGN_IN).unwrap());
    let plain = browser.request(reqwest::Method::GET, &early.path).header("origin", app.app.config.origin());
    assert_eq!(browser.send(plain).await.status, 404, "not a socket");
});

/// Both are in; then something happens, and within a second one is out, and the other too or not.
async fn out(app: &TestApp, mei_goes: bool, other_stays: bool, happens: impl AsyncFnOnce(&mut Hour)) {
    let mut hour = Hour::of(app).await;
    let (mut mei, mut ken) = (hour.mei(app).await, hour.ken(app).await);
    let begun = Instant::now();
    happens(&mut hour).await;
    let (who, other) = if mei_goes { (&mut mei, &mut ken) } else { (&mut ken, &mut mei) };
    assert_eq!(who.end().await, 4403);
    assert!(begun.elapsed() < SECOND, "{:?}", begun.elapsed());
    other.during(Duration::from_millis(300)).await;
    assert_eq!(other.closed.is_none(), other_stays);
    if other_stays {
        other.write("task", 0, "alone").await;
        other.until("saved", Tab::is_saved).await;
    }
}

crate::both_engines!(a_sign_out_ends_delivery, |app| {
    out(&app, true, true, async |hour| {
        assert_eq!(hour.mei.browser.post("/sign-out", &[]).await.status, 303);
    })
    .await;
});

crate::both_engines!(ending_a_sign_in_from_elsewhere_ends_delivery, |app| {
    out(&app, true, true, async |hour| {
        let elsewhere = app.visit(Some(&hour.mei)).await;
        actions::end_sign_in(&elsewhere, elsewhere.viewer.member().unwrap().sign_in).await.unwrap();
    })
    .await;
});

crate::both_engines!(a_suspension_from_the_command_line_ends_delivery, |app| {
    // Another process on the same database, as the command is beside a running server.
    let beside = app.beside().await;
    out(&app, false, true, async |hour| {
        actions::suspend(&beside.app, hour.ken.id, Some(app.app.now().plus(DAY))).await.unwrap();
    })
    .await;
});

crate::both_engines!(a_block_ends_delivery_to_both, |app| {
    out(&app, false, false, async |hour| {
        actions::block(&app.visit(Some(&hour.mei)).await, hour.ken.id).await.unwrap();
    })
    .await;
});

crate::both_engines!(deleting_an_account_ends_delivery, |app| {
    out(&app, false, true, async |hour| actions::remove(&app.app, hour.ken.id).await.unwrap()).await;
});

crate::both_engines!(a_session_that_is_cancelled_while_the_room_is_open_ends, |app| {
    let mut hour = Hour::of(&app).await;
    hour.session = app.booked([hour.mei.id, hour.ken.id], app.in_hours(2)).await;
    app.pass(115 * MINUTE);
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    let begun = Instant::now();
    cancel(&app.app, hour.session, hour.ken.id, "", app.app.now()).await.unwrap();
    assert_eq!((mei.end().await, ken.end().await), (4403, 4403));
    assert!(begun.elapsed() < SECOND, "{:?}", begun.elapsed());
    assert_eq!(refused(&hour.way(&app, &hour.mei)).await, 409);
});

crate::both_engines!(after_the_hour_one_reads_and_does_not_write, |app| {
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    mei.write("task", 0, "in time").await;
    mei.until("saved", Tab::is_saved).await;
    app.pass(61 * MINUTE);
    mei.until("told", |tab| tab.lines.iter().any(|line| line["what"] == "read-only")).await;
    mei.write("task", 0, "too late ").await;
    ken.during(Duration::from_millis(300)).await;
    assert_eq!(ken.text("task"), "in time");
    let mut again = Tab::enter(&hour.way(&app, &hour.mei), document(7)).await;
    assert_eq!((again.text("task").as_str(), &again.people["role"]), ("in time", &serde_json::json!("observer")));
    again.write("task", 0, "still too late ").await;
    again.until("told", |tab| tab.lines.iter().any(|line| line["what"] == "read-only")).await;
    let fresh = Tab::enter(&hour.way(&app, &hour.ken), document(8)).await;
    assert_eq!(fresh.text("task"), "in time");
});
