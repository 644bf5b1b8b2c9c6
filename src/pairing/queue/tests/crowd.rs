//! A long queue: what one who waits reads of it costs no more than a short one.

use super::*;
use crate::pairing::queue::model::LOOK;
use crate::pairing::queue::round::gather_near;

/// So many members who wait since before anybody else, for any company, in this language, and are free on
/// Monday mornings.
async fn crowd(app: &TestApp, count: i64, languages: &str) {
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!(
        "insert into members (handle, name, discipline, language, zone, email, email_key, role, verified_at,
                              terms_version, terms_agreed_at, created_at)
         with recursive n (i) as (select 1 union all select i + 1 from n where i < $1)
         select cast($2 as text) || '-' || i, 'One', 'design', 'en', 'Asia/Tokyo', cast($2 as text) || i,
                cast($2 as text) || i, 'member', 1, 'test', 1, 1 from n"
    )
    .bind(count)
    .bind(languages)
    .run(&mut tx)
    .await
    .unwrap();
    for sql in [
        crate::sql!(
            "insert into availability (member_id, zone, updated_at)
             select id, 'Asia/Tokyo', 1 from members where name = 'One' and handle like cast($1 as text) || '-%'"
        ),
        crate::sql!(
            "insert into availability_rules (member_id, weekday, from_minute, until_minute)
             select id, 1, 600, 900 from members where name = 'One' and handle like cast($1 as text) || '-%'"
        ),
        crate::sql!(
            "insert into pair_queue (member_id, joined_at, languages)
             select id, 0, cast($1 as text) from members where name = 'One' and handle like cast($1 as text) || '-%'"
        ),
    ] {
        sql.bind(languages).run(&mut tx).await.unwrap();
    }
    app.app.commit(tx).await.unwrap();
}

crate::both_engines!(who_waits_in_a_long_queue_looks_at_its_beginning_alone, |app| {
    let mut haruka = free(&app, "haruka", "marketing").await;
    crowd(&app, LOOK - 1, "en").await;
    // Who shares no language is not looked at, however many they are.
    crowd(&app, 40, "ja").await;
    joins(&mut haruka, &[]).await;
    let page = haruka.browser.get("/pair/queue").await;
    let plain = page.text.replace("<!>", "");
    assert!(plain.contains(&format!("<dd>{}</dd>", LOOK - 1)), "all of them fit: {plain}");
    crowd(&app, 60, "either").await;
    let page = haruka.browser.get("/pair/queue").await;
    assert!(page.has(&format!("{LOOK} of the first {LOOK} in the queue")), "{}", page.text);
    let gathered = gather_near(&mut app.app.db.read().await.unwrap(), haruka.id, app.app.now()).await.unwrap();
    assert!(gathered.count() <= 302, "no more is read: {}", gathered.count());
});

crate::both_engines!(whom_one_is_kept_apart_from_does_not_fit, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    let (mut mei, mut tara) = (free(&app, "mei", "design").await, free(&app, "tara", "design").await);
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    let id = proposed(&app, haruka.id).await.expect("a proposal");
    says(&mut ken, id, "no").await;
    for who in [&mut mei, &mut tara] {
        joins(who, &[]).await;
    }
    let fit = async |member| {
        let gathered = gather_near(&mut app.app.db.read().await.unwrap(), member, app.app.now()).await.unwrap();
        gathered.outlook(member).expect("a place").found.now
    };
    assert_eq!((fit(haruka.id).await, fit(mei.id).await), (2, 3), "ken has just declined");
    let mut tx = app.app.db.write().await.unwrap();
    crate::members::store::add_block(&mut tx, mei.id, haruka.id, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    assert_eq!((fit(haruka.id).await, fit(mei.id).await, fit(tara.id).await), (1, 2, 3), "a block counts both ways");
    app.booked([haruka.id, tara.id], app.in_hours(48)).await;
    assert_eq!(fit(haruka.id).await, 1, "an hour that is booked leaves others");
});
