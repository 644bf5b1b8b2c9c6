//! The page on which a member marks their times.

use crate::base::time::{DAY, HOUR};
use crate::members::model::MemberId;
use crate::pairing::model::Slot;
use crate::pairing::times::{Exception, Week, free, free_now, hours, starts_ahead, store};
use crate::testing::TestApp;
use crate::testing::client::Answer;

use super::{at, span};

const PAGE: &str = "/pair/times";

async fn kept(app: &TestApp, member: MemberId) -> Option<Week> {
    store::week(&mut app.app.db.read().await.unwrap(), member).await.unwrap()
}

/// The hours that the page shows as marked, as its form would send them.
fn marked(page: &Answer) -> Vec<String> {
    let boxes = page.text.split("<input type=\"checkbox\" name=\"hour\"").skip(1);
    let marked = boxes.filter_map(|rest| {
        let tag = rest.split('>').next()?;
        tag.contains("checked").then(|| tag.split("value=\"").nth(1)?.split('"').next().map(str::to_owned))?
    });
    marked.collect()
}

fn week<'a>(zone: &'a str, hours: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    std::iter::once(("zone", zone)).chain(hours.iter().map(|hour| ("hour", *hour))).collect()
}

crate::both_engines!(a_week_marked_is_shown_again_exactly, |app| {
    let mut haruka = app.member("haruka").await;
    let empty = haruka.browser.get(PAGE).await;
    assert!(empty.status == 200 && empty.has("Nothing is marked yet") && marked(&empty).is_empty());
    assert_eq!(empty.text.matches("name=\"hour\"").count(), 7 * 24);
    assert!(empty.has("aria-label=\"Monday 09:00–10:00\""));
    let hours = ["1-19", "1-20", "3-00", "5-23", "7-09"];
    let saved = haruka.browser.post(PAGE, &week("Asia/Tokyo", &hours)).await;
    assert_eq!((saved.status.as_u16(), saved.location()), (303, "/pair/times?done=week#ahead"));
    let page = haruka.browser.get("/pair/times?done=week").await;
    assert_eq!(marked(&page), ["3-00", "7-09", "1-19", "1-20", "5-23"], "in the order of the page: by hour");
    assert!(page.has("Saved.") && !page.has("Nothing is marked yet"));
    assert!(page.has("Mon 23 Nov 2026") && page.has("19:00–21:00") && page.has("Asia/Tokyo (+9)"));
    haruka.browser.post(PAGE, &week("Asia/Tokyo", &["2-08"])).await;
    assert_eq!(marked(&haruka.browser.get(PAGE).await), ["2-08"], "what was there is replaced");
    haruka.browser.post(PAGE, &week("Asia/Tokyo", &[])).await;
    assert!(haruka.browser.get(PAGE).await.has("Nothing is marked yet"));
});

crate::both_engines!(mondays_hours_are_copied_by_a_button, |app| {
    let mut haruka = app.member("haruka").await;
    let mut fields = week("Asia/Tokyo", &["1-19", "3-07", "6-10"]);
    fields.push(("copy", "monday"));
    assert_eq!(haruka.browser.post(PAGE, &fields).await.status, 303);
    let rules = kept(&app, haruka.id).await.unwrap().rules;
    assert_eq!(hours(&rules), [(1, 19), (2, 19), (3, 19), (4, 19), (5, 19), (6, 10)]);
});

crate::both_engines!(times_are_the_members_own, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    haruka.browser.post(PAGE, &week("Australia/Lord_Howe", &["1-19"])).await;
    let day = [("day", "2026-12-01"), ("whole", "1"), ("what", "away")];
    haruka.browser.post("/pair/times/exceptions", &day).await;
    let theirs = ken.browser.get(PAGE).await;
    assert!(marked(&theirs).is_empty() && !theirs.has("Tue 1 Dec 2026"));
    for path in ["/members/haruka", "/pair/times/haruka", "/pair/times/1", "/pair/times?member=1"] {
        assert!(!ken.browser.get(path).await.has("Tue 1 Dec 2026"), "{path}");
        assert!(!ken.browser.get(path).await.has("value=\"Australia/Lord_Howe\" selected"), "{path}");
    }
    let remove = [("day", "2026-12-01"), ("from", "0")];
    ken.browser.post("/pair/times/exceptions/remove", &remove).await;
    assert_eq!(kept(&app, haruka.id).await.unwrap().exceptions.len(), 1, "nobody removes another's");
    let mut guest = app.browser();
    assert_eq!(guest.get(PAGE).await.location(), "/sign-in?next=%2Fpair%2Ftimes");
    for path in [PAGE, "/pair/times/exceptions", "/pair/times/exceptions/remove"] {
        assert_eq!(guest.post(path, &remove).await.status, 401, "{path}");
    }
});

crate::both_engines!(nine_stays_nine_when_the_clocks_change, |app| {
    let mut haruka = app.member("haruka").await;
    haruka.browser.post(PAGE, &week("America/New_York", &["7-09"])).await;
    let week = kept(&app, haruka.id).await.unwrap();
    let sunday = |noon: &str| free(&week, at(noon).plus(-12 * HOUR), at(noon).plus(12 * HOUR));
    let hour = |from, until| vec![span(from, until)];
    assert_eq!(sunday("2026-10-25T16:00:00Z"), hour("2026-10-25T13:00:00Z", "2026-10-25T14:00:00Z"));
    assert_eq!(sunday("2026-11-01T16:00:00Z"), hour("2026-11-01T14:00:00Z", "2026-11-01T15:00:00Z"));
    assert_eq!(sunday("2027-03-07T16:00:00Z"), hour("2027-03-07T14:00:00Z", "2027-03-07T15:00:00Z"));
    assert_eq!(sunday("2027-03-14T16:00:00Z"), hour("2027-03-14T13:00:00Z", "2027-03-14T14:00:00Z"));
    let page = haruka.browser.get(PAGE).await;
    assert!(page.has("Your week is kept by the clock of America/New_York (−5)"));
    assert!(page.has("Sun 29 Nov 2026") && page.has("23:00–24:00"), "14:00 UTC is 23:00 for the reader in Tokyo");
    assert!(!page.has("minutes forward"), "the change is more than 60 days away");
    app.pass(55 * DAY);
    assert!(haruka.browser.get(PAGE).await.has("On 14 Mar 2027 the clocks in America/New_York go 60 minutes forward"));
});

crate::both_engines!(a_zone_that_does_not_exist_is_refused_and_the_week_kept, |app| {
    let mut haruka = app.member("haruka").await;
    haruka.browser.post(PAGE, &week("Asia/Tokyo", &["1-19"])).await;
    let page = haruka.browser.post(PAGE, &week("Asia/<Nowhere>", &["2-07", "6-23"])).await;
    assert!(page.status == 422 && page.has("id=\"zone-error\"") && page.has("Choose a time zone from the list"));
    assert_eq!(marked(&page), ["2-07", "6-23"]);
    assert!(page.has("value=\"Asia/&lt;Nowhere&gt;\" selected"));
    let week = kept(&app, haruka.id).await.unwrap();
    assert_eq!((week.zone.as_str(), hours(&week.rules)), ("Asia/Tokyo", vec![(1, 19)]));
});

crate::both_engines!(a_day_that_differs_wins_over_the_week, |app| {
    let mut haruka = app.member("haruka").await;
    haruka.browser.post(PAGE, &week("Asia/Tokyo", &["2-19", "2-20", "3-19"])).await;
    let exceptions = [
        [("day", "2026-11-24"), ("from", "19:00"), ("until", "20:00"), ("what", "away")],
        [("day", "2026-11-25"), ("from", ""), ("until", ""), ("what", "away")],
        [("day", "2026-11-26"), ("from", "22:30"), ("until", "00:00"), ("what", "free")],
    ];
    for (n, fields) in exceptions.into_iter().enumerate() {
        let whole = (n == 1).then_some(("whole", "1"));
        let fields: Vec<_> = fields.into_iter().chain(whole).collect();
        let added = haruka.browser.post("/pair/times/exceptions", &fields).await;
        assert_eq!(added.location(), "/pair/times?done=exception#exceptions", "{}", added.text);
    }
    let spans = free(&kept(&app, haruka.id).await.unwrap(), app.app.now(), app.app.now().plus(5 * DAY));
    let left =
        [span("2026-11-24T11:00:00Z", "2026-11-24T12:00:00Z"), span("2026-11-26T13:30:00Z", "2026-11-26T15:00:00Z")];
    assert_eq!(spans, left);
    let page = haruka.browser.get(PAGE).await;
    assert!(page.has("Tue 24 Nov 2026 19:00–20:00") && page.has("Wed 25 Nov 2026 All day"));
    assert!(page.has("Thu 26 Nov 2026 22:30–24:00"));
    haruka.browser.post(PAGE, &week("Asia/Tokyo", &["2-19"])).await;
    assert_eq!(kept(&app, haruka.id).await.unwrap().exceptions.len(), 3, "a new week keeps them");
    let gone = haruka.browser.post("/pair/times/exceptions/remove", &[("day", "2026-11-24"), ("from", "1140")]).await;
    assert_eq!(gone.location(), "/pair/times?done=removed#exceptions");
    assert!(!haruka.browser.get(PAGE).await.has("Tue 24 Nov 2026 19:00–20:00"));
});

crate::both_engines!(a_day_that_cannot_be_is_said_beside_its_field, |app| {
    let mut haruka = app.member("haruka").await;
    let there = [("day", "2026-12-01"), ("from", "10:00"), ("until", "11:00"), ("what", "free")];
    haruka.browser.post("/pair/times/exceptions", &there).await;
    for (day, from, until, field, said) in [
        ("2026-11-22", "10:00", "11:00", "day", "This time has passed"),
        ("2027-11-25", "10:00", "11:00", "day", "366 days at most"),
        ("2027-02-29", "10:00", "11:00", "day", "Choose a day of the calendar"),
        ("2026-12-01", "11:00", "11:00", "until", "must be later"),
        ("2026-12-01", "10:05", "11:00", "from", ":00, :15, :30 or :45"),
        ("2026-12-01", "ten", "11:00", "from", "Choose a time of day"),
        ("2026-12-01", "10:00", "12:00", "from", "There is one from this time already"),
    ] {
        let fields = [("day", day), ("from", from), ("until", until), ("what", "free")];
        let page = haruka.browser.post("/pair/times/exceptions", &fields).await;
        assert!(page.status == 422 && page.has(&format!("id=\"{field}-error\"")) && page.has(said), "{fields:?}");
        assert!([day, from, until].iter().all(|typed| page.has(&format!("value=\"{typed}\""))), "{fields:?}");
        let free = page.text.split("value=\"free\"").nth(1).and_then(|rest| rest.split('>').next()).unwrap();
        assert!(free.contains("checked"), "{fields:?}");
    }
    assert_eq!(kept(&app, haruka.id).await.unwrap().exceptions.len(), 1);
});

crate::both_engines!(two_hundred_exceptions_and_days_gone_by_are_forgotten, |app| {
    let mut haruka = app.member("haruka").await;
    let now = app.app.now();
    let mut tx = app.app.db.write().await.unwrap();
    store::touch(&mut tx, haruka.id, "Asia/Tokyo", now).await.unwrap();
    let first: jiff::civil::Date = "2026-11-24".parse().unwrap();
    for day in first.series(jiff::ToSpan::days(1)).take(200) {
        let away = Exception { day, from: 0, until: 1440, free: false };
        assert!(store::add_exception(&mut tx, haruka.id, away).await.unwrap());
    }
    app.app.commit(tx).await.unwrap();
    let one_more = [("day", "2026-11-24"), ("from", "10:00"), ("until", "11:00"), ("what", "free")];
    let full = haruka.browser.post("/pair/times/exceptions", &one_more).await;
    assert!(full.status == 422 && full.has("200 at most"));
    app.pass(3 * DAY);
    let later = [("day", "2027-11-01"), ("from", "10:00"), ("until", "11:00"), ("what", "free")];
    assert_eq!(haruka.browser.post("/pair/times/exceptions", &later).await.status, 303);
    assert_eq!(kept(&app, haruka.id).await.unwrap().exceptions.len(), 199);
    app.pass(DAY);
    haruka.browser.post(PAGE, &week("Asia/Tokyo", &["1-09"])).await;
    assert_eq!(kept(&app, haruka.id).await.unwrap().exceptions.len(), 198, "saving the week forgets them too");
});

crate::both_engines!(whoever_waits_is_looked_for_again_when_times_change, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let rounds = async || {
        let mut conn = app.app.db.read().await.unwrap();
        let (count,): (i64,) =
            crate::sql!("select count(*) from jobs where kind = 'pairing.match'").one(&mut conn).await.unwrap();
        count
    };
    ken.browser.post(PAGE, &week("Asia/Tokyo", &["1-09"])).await;
    assert_eq!(rounds().await, 0, "ken does not wait");
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("insert into pair_queue (member_id, joined_at, languages) values ($1, 1, 'en')")
        .bind(haruka.id)
        .run(&mut tx)
        .await
        .unwrap();
    app.app.commit(tx).await.unwrap();
    haruka.browser.post(PAGE, &week("Asia/Tokyo", &["1-09"])).await;
    assert_eq!(rounds().await, 1);
    app.pass(1_000);
    let day = [("day", "2026-12-01"), ("whole", "1"), ("what", "away")];
    haruka.browser.post("/pair/times/exceptions", &day).await;
    assert_eq!(rounds().await, 2);
    app.pass(1_000);
    haruka.browser.post("/pair/times/exceptions/remove", &[("day", "2026-12-01"), ("from", "0")]).await;
    assert_eq!(rounds().await, 3);
    let weeks = store::weeks(&mut app.app.db.read().await.unwrap()).await.unwrap();
    assert_eq!(weeks.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [haruka.id], "those who wait, and no others");
    assert_eq!(Some(&weeks[0].1), kept(&app, haruka.id).await.as_ref());
});

crate::both_engines!(what_stands_booked_is_not_free, |app| {
    let (mut haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    // 18:00 to 22:00 on Monday in Tokyo; it is 18:00.
    haruka.browser.post(PAGE, &week("Asia/Tokyo", &["1-18", "1-19", "1-20", "1-21"])).await;
    let week = kept(&app, haruka.id).await.unwrap();
    let now = app.app.now();
    assert!(free_now(&week, now) && !free_now(&week, now.plus(HOUR * 3 + 1)));
    app.booked([haruka.id, ken.id], app.in_hours(3)).await;
    let busy: Vec<Slot> = (0..4).map(|n| Slot(app.in_hours(3).0 + n)).collect();
    assert_eq!(starts_ahead(&week, &[], now).first(), Some(&app.in_hours(3)));
    assert_eq!(starts_ahead(&week, &busy, now).first(), Some(&app.in_hours(7 * 24)), "next Monday");
});

crate::both_engines!(times_are_read_through_their_keys, |app| {
    for (words, parameters) in [
        ("select zone from availability where", 1),
        ("where member_id = $1 order by weekday, from_minute", 1),
        ("where member_id = $1 order by day, from_minute", 1),
        ("union all select cast(1 as bigint) from availability_exceptions", 1),
        ("select count(*) from availability_exceptions", 1),
        ("select member_id from pair_queue", 1),
    ] {
        let plan = app.plan("pairing/times/store.rs", words, parameters).await;
        assert!(!plan.contains("SCAN ") && !plan.contains("Seq Scan"), "{words}: {plan}");
    }
});
