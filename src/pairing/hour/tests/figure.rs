//! The reliability figure: the last twenty, what it does, who sees it.

use super::*;
use crate::base::time::{DAY, HOUR};
use crate::members::model::MemberId;
use crate::pairing::hour::store::figure;
use crate::pairing::sessions::model::Figure;

/// So many past sessions of the two with this outcome for the first, one a day.
async fn past(app: &TestApp, [member, other]: [MemberId; 2], count: i64, outcome: &str) {
    for _ in 0..count {
        let id = app.booked([member, other], app.in_hours(2)).await;
        app.pass(DAY);
        let now = app.app.now();
        let mut tx = app.app.db.write().await.unwrap();
        store::release(&mut tx, id).await.unwrap();
        crate::pairing::hour::store::end(&mut tx, id, 0, State::Missed, now).await.unwrap();
        store::figure(&mut tx, id, member, outcome, now).await.unwrap();
        app.app.commit(tx).await.unwrap();
    }
}

async fn figure_of(app: &TestApp, member: MemberId) -> Figure {
    figure::figure(&mut app.app.db.read().await.unwrap(), member).await.unwrap()
}

crate::both_engines!(the_last_twenty_count_and_the_figure_recovers, |app| {
    let (mut haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    past(&app, [haruka.id, ken.id], 8, "no-show").await;
    assert_eq!(figure_of(&app, haruka.id).await, Figure { came: 0, of: 8 });
    app.booked([haruka.id, ken.id], app.in_hours(40)).await;
    let second = app.try_book([haruka.id, ken.id], app.in_hours(50)).await;
    assert!(second.is_err(), "one at a time");
    app.pass(3 * DAY);
    app.letters().await;
    past(&app, [haruka.id, ken.id], 17, "came").await;
    assert_eq!(figure_of(&app, haruka.id).await, Figure { came: 17, of: 20 }, "25 past, 20 looked at");
    let page = haruka.browser.get("/pair/figure").await;
    assert!(page.has("You came to 17 of your last 20 hours") && page.has("Up to 3 at once"));
    assert_eq!(page.text.matches("You had not checked in").count(), 3, "one line for each that counts");
    past(&app, [haruka.id, ken.id], 1, "came").await;
    for n in 1..=6 {
        app.booked([haruka.id, ken.id], app.in_hours(24 * n)).await;
    }
    assert!(haruka.browser.get("/pair/figure").await.has("Up to 6 at once"), "18 of 20 is trusted again");
});

crate::both_engines!(nobody_else_sees_a_figure, |app| {
    let (haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    past(&app, [haruka.id, ken.id], 3, "no-show").await;
    assert!(ken.browser.get("/pair/figure").await.has("No hour counts yet"));
    assert_eq!(app.browser().get("/pair/figure").await.status, 303);
    let mut sora = app.organizer("sora").await;
    assert!(sora.browser.get("/pair/figure").await.has("No hour counts yet"));
    for path in ["/pair/figure/haruka", "/members/haruka/figure"] {
        assert_eq!(sora.browser.get(path).await.status, 404, "{path}");
    }
    let profile = sora.browser.get("/members/haruka").await;
    assert!(!profile.has("eliab") && !profile.has("no-show"));
});

crate::both_engines!(a_late_cancel_is_listed_with_its_reason_and_an_early_one_is_not, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let late = app.booked([haruka.id, ken.id], app.in_hours(100)).await;
    assert_eq!(post(&mut haruka, id, "cancel", &[("reason", "moving")]).await, 303);
    app.pass(90 * HOUR);
    assert_eq!(post(&mut haruka, late, "cancel", &[("reason", "asleep")]).await, 303);
    let page = haruka.browser.get("/pair/figure").await;
    assert!(page.has("You came to 0 of the one hour that counts") && page.has("with less than a day to go."));
    assert!(!page.has(&format!("/pair/sessions/{id}\"")) && page.has(&format!("/pair/sessions/{late}\"")));
    assert!(ken.browser.get("/pair/figure").await.has("No hour counts yet"));
});

crate::both_engines!(lists_of_the_hour_are_read_through_their_indexes, |app| {
    for (file, words, parameters, index) in [
        ("figure", "as departed", 2, "pair_people_figure"),
        ("figure", "count(*) filter", 2, "pair_people_figure"),
        ("held", "as unnamed", 3, "pair_people_figure"),
        ("takeaways", "p.takeaway <> ''", 3, "pair_people_member"),
        ("reports", "r.closed_at is null", 3, "pair_reports_open"),
        ("swap", "session_id > $2", 4, "proposals_first"),
        ("swap", "as asked", 4, "proposals_first"),
    ] {
        let plan = app.plan(&format!("pairing/hour/store/{file}.rs"), words, parameters).await;
        assert!(plan.contains(index) && !plan.contains("Seq Scan on pair_"), "{file} {words}: {plan}");
    }
});
