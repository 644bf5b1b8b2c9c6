//! What is proposed and in which order; and who hears that nothing comes of it.

use super::*;

crate::both_engines!(an_answer_that_is_neither_declines_nothing, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    let id = proposed(&app, ken.id).await.expect("a proposal");
    for answer in ["", "maybe", "YES"] {
        let page = says(&mut ken, id, answer).await;
        assert!(page.status == 422 && page.has("Yes, book it"), "{answer}: {}", page.status);
    }
    let nothing = ken.browser.post(&format!("/pair/proposals/{id}"), &[]).await;
    assert_eq!(nothing.status, 422);
    assert_eq!(proposed(&app, ken.id).await, Some(id), "it still waits for an answer");
});

crate::both_engines!(whose_proposal_comes_to_nothing_hears_of_it, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    let id = proposed(&app, ken.id).await.expect("a proposal");
    says(&mut ken, id, "no").await;
    assert!(haruka.browser.get("/inbox").await.has("No hour with ken the tester this time"));
    assert!(!ken.browser.get("/inbox").await.has("No hour with"), "it was ken's own doing");
    app.pass(HOUR);
    let letters = app.letters().await;
    assert!(
        letters.iter().any(|letter| letter.to == "haruka@example.org" && letter.subject.contains("No hour with ken"))
    );
    app.pass(8 * DAY);
    let again = proposed(&app, ken.id).await.expect("another");
    app.pass(13 * HOUR);
    app.letters().await;
    for actor in [&mut haruka, &mut ken] {
        let inbox = actor.browser.get("/inbox").await;
        assert!(inbox.has(&format!("/pair/proposals/{again}")) && inbox.has("No hour with"), "unanswered: both");
    }
});

crate::both_engines!(who_leaves_the_queue_or_the_site_is_told_of_in_the_same_words, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    proposed(&app, ken.id).await.expect("a proposal");
    assert_eq!(ken.browser.post("/members/haruka/block", &[]).await.status, 303);
    app.letters().await;
    let inbox = haruka.browser.get("/inbox").await;
    assert!(inbox.has("No hour with ken the tester this time") && !inbox.has("blocked"));
    let mut mei = free(&app, "mei", "sales").await;
    joins(&mut mei, &[]).await;
    proposed(&app, mei.id).await.expect("a proposal");
    assert_eq!(mei.browser.post("/pair/queue/leave", &[]).await.status, 303);
    assert!(haruka.browser.get("/inbox").await.has("No hour with mei the tester this time"));
});

/// A listed company that nobody has traced.
async fn company(app: &TestApp, name: &str) {
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!(
        "insert into companies (slug, name_ja, name_en, industry, sort_key, created_at) values ($1, $1, $1, 'retail', $1, 0)"
    )
    .bind(name)
    .run(&mut tx)
    .await
    .unwrap();
    app.app.commit(tx).await.unwrap();
}

crate::both_engines!(two_who_name_no_company_are_given_one_that_is_new_to_both, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    company(&app, "nitori").await;
    company(&app, "workman").await;
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    let id = proposed(&app, ken.id).await.expect("a proposal");
    let mut conn = app.app.db.read().await.unwrap();
    let given = store::proposal(&mut conn, id).await.unwrap().unwrap().company_id;
    assert!(given.is_some());
    assert_eq!(store::company_for(&mut conn, [haruka.id, ken.id]).await.unwrap(), given, "the same again");
    drop(conn);
    says(&mut haruka, id, "yes").await;
    says(&mut ken, id, "yes").await;
    let mut conn = app.app.db.read().await.unwrap();
    let next = store::company_for(&mut conn, [haruka.id, ken.id]).await.unwrap();
    assert!(next.is_some() && next != given, "they have met on it");
});

crate::both_engines!(whoever_asks_at_the_same_moment_asks_for_one_round, |app| {
    for handle in ["haruka", "ken", "mei"] {
        let mut actor = free(&app, handle, "design").await;
        app.pass(1);
        joins(&mut actor, &[]).await;
    }
    let (rounds,): (i64,) = crate::sql!("select count(*) from jobs where kind = 'pairing.match'")
        .one(&mut app.app.db.read().await.unwrap())
        .await
        .unwrap();
    assert_eq!(rounds, 1);
});

crate::both_engines!(the_figure_orders_the_queue, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "marketing").await);
    let partner = app.member("partner").await;
    for _ in 0..3 {
        let id = app.booked([haruka.id, partner.id], app.in_hours(2)).await;
        app.pass(DAY);
        let now = app.app.now();
        let mut tx = app.app.db.write().await.unwrap();
        crate::pairing::sessions::store::release(&mut tx, id).await.unwrap();
        crate::pairing::sessions::store::figure(&mut tx, id, haruka.id, "no-show", now).await.unwrap();
        app.app.commit(tx).await.unwrap();
    }
    joins(&mut haruka, &[("discipline", "design")]).await;
    app.pass(MINUTE);
    joins(&mut ken, &[("discipline", "design")]).await;
    app.letters().await;
    let place = async |member| {
        store::place(&mut app.app.db.read().await.unwrap(), member).await.unwrap().expect("a place").place
    };
    assert_eq!((place(haruka.id).await, place(ken.id).await), (2, 1), "ken came later and comes first");
    let mut mei = free(&app, "mei", "design").await;
    joins(&mut mei, &[]).await;
    let id = proposed(&app, ken.id).await.expect("ken's turn is first");
    assert_eq!((proposed(&app, mei.id).await, proposed(&app, haruka.id).await), (Some(id), None));
});

crate::both_engines!(the_page_for_guests_is_fresh_once_the_queue_has_changed, |app| {
    let mut haruka = free(&app, "haruka", "marketing").await;
    let told = async || {
        let (count,): (i64,) = crate::sql!("select count(*) from events where tag = 'pair'")
            .one(&mut app.app.db.read().await.unwrap())
            .await
            .unwrap();
        count
    };
    joins(&mut haruka, &[]).await;
    assert_eq!(told().await, 1);
    haruka.browser.post("/pair/queue/leave", &[]).await;
    assert_eq!(told().await, 2);
});
