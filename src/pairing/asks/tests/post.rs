//! Posting an ask, changing and closing it.

use super::*;
use crate::base::limits::Budget;
use crate::base::time::HOUR;
use crate::base::words::Lang;

crate::both_engines!(an_ask_is_seen_by_everybody_in_their_own_zone, |app| {
    let mut haruka = app.member("haruka").await;
    company(&app, "QB House", None).await;
    let slots = [app.in_hours(50), app.in_hours(26)];
    let more = [("company", "qb house"), ("discipline", "design"), ("note", "I have read\nthe report")];
    let id = asks(&mut haruka, &slots, &more).await;
    let mut guest = app.browser();
    for path in ["/pair", "/pair/asks", &format!("/pair/asks/{id}")] {
        let page = guest.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.has("QB House · Who pays for ten minutes") && page.has("for Design"), "{path}");
        // 2026-11-24 11:00 UTC, where a guest who reads English is taken to be.
        assert!(page.has("Tue 24 Nov 2026, 11:00–12:00") && page.has("UTC (+0)"), "{path}: {}", page.text);
        assert!(page.has("the report") && page.has("Sign in to take one"), "{path}");
        assert!(page.has(&format!("/sign-in?next=/pair/asks/{id}")), "{path}");
    }
    assert!(haruka.browser.get("/pair").await.has("Tue 24 Nov 2026, 20:00–21:00"), "and in Tokyo");
    assert!(haruka.browser.get(&format!("/pair/asks/{id}")).await.has("Change the ask"));
});

crate::both_engines!(what_is_wrong_is_said_beside_its_field_and_nothing_is_lost, |app| {
    let (mut haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    app.booked([haruka.id, ken.id], app.in_hours(30)).await;
    let busy = for_input(app.in_hours(30).starts_at(), ZONE);
    let more = [
        ("company", "No such company"),
        ("slot-2", busy.as_str()),
        ("slot-3", "2026-11-23T17:00"),
        ("note", "<b>kept</b>"),
        ("discipline", "sales"),
    ];
    let page = posts(&mut haruka, &[app.in_hours(48)], &more).await;
    assert_eq!(page.status, 422);
    assert!(page.has("id=\"slot-3-error\"") && page.has("This time has passed"));
    assert!(page.has("&lt;b&gt;kept&lt;/b&gt;</textarea>") && page.has("value=\"No such company\""));
    assert!(page.has("value=\"sales\" checked"), "{}", page.text);
    // What only the database knows is said once the rest is right.
    let page = posts(&mut haruka, &[app.in_hours(48)], &more[..2]).await;
    assert!(page.status == 422 && page.has("id=\"company-error\"") && page.has("id=\"slot-2-error\""));
    assert!(page.has("You have another session booked then") && page.has(&format!("value=\"{busy}\"")));
    let mut conn = app.app.db.read().await.unwrap();
    assert_eq!(store::count_open(&mut conn, haruka.id).await.unwrap(), 0);
});

crate::both_engines!(a_gap_and_a_fold_are_said_in_the_members_own_zone, |app| {
    let mut haruka = app.member("haruka").await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("update members set zone = 'America/New_York' where id = $1")
        .bind(haruka.id)
        .run(&mut tx)
        .await
        .unwrap();
    app.app.commit(tx).await.unwrap();
    for (typed, said) in [
        ("2027-03-14T02:30", "this time does not exist on that day"),
        ("2026-11-01T01:30", "this time comes twice on that day"),
    ] {
        let page = posts(&mut haruka, &[], &[("slot-1", typed)]).await;
        assert!(page.status == 422 && page.has(said) && page.has(&format!("value=\"{typed}\"")), "{typed}");
    }
    assert!(haruka.browser.get("/pair/asks/new").await.has("America/New_York (−5)"));
});

crate::both_engines!(five_asks_are_open_at_most, |app| {
    let mut haruka = app.member("haruka").await;
    for day in 1..=5 {
        asks(&mut haruka, &[app.in_hours(24 * day)], &[]).await;
    }
    let page = posts(&mut haruka, &[app.in_hours(200)], &[("topic", "One more")]).await;
    assert!(page.status == 422 && page.has("5 at most") && page.has("value=\"One more\""));
});

crate::both_engines!(who_has_as_many_hours_as_may_asks_for_no_more, |app| {
    let (mut haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    for day in 1..=6 {
        app.booked([haruka.id, ken.id], app.in_hours(24 * day)).await;
    }
    let page = posts(&mut haruka, &[app.in_hours(200)], &[("topic", "One more")]).await;
    assert!(page.status == 403 && page.has("as many hours booked") && page.has("value=\"One more\""));
});

crate::both_engines!(posting_has_a_budget_and_what_was_typed_comes_back, |app| {
    let mut haruka = app.member("haruka").await;
    while app.app.limits.spend(Budget::Post, &haruka.id.to_string()).is_ok() {}
    let page = posts(&mut haruka, &[app.in_hours(48)], &[("topic", "Too much")]).await;
    assert!(page.status == 429 && page.has("value=\"Too much\"") && !page.header("retry-after").is_empty());
});

crate::both_engines!(only_members_ask, |app| {
    let (mut guest, mut new) = (app.browser(), app.unverified("new").await);
    assert_eq!(guest.get("/pair/asks/new").await.location(), "/sign-in?next=%2Fpair%2Fasks%2Fnew");
    assert_eq!(guest.post("/pair/asks/new", &[("topic", "kept")]).await.status, 401);
    assert_eq!(posts(&mut new, &[app.in_hours(48)], &[]).await.status, 403);
});

crate::both_engines!(one_changes_and_closes_one_s_own_ask_alone, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let id = asks(&mut haruka, &[app.in_hours(48)], &[]).await;
    let path = format!("/pair/asks/{id}");
    let edit = haruka.browser.get(&format!("{path}/edit")).await;
    assert!(edit.has("value=\"Who pays for ten minutes\"") && edit.has("value=\"2026-11-25T18:00\""), "{}", edit.text);
    let other = fields(&[app.in_hours(72)], &[("topic", "Who waits"), ("discipline", "design")]);
    assert_eq!(ken.browser.post(&format!("{path}/edit"), &as_pairs(&other)).await.status, 404);
    assert_eq!(ken.browser.post(&format!("{path}/close"), &[]).await.status, 404);
    assert_eq!(haruka.browser.post(&format!("{path}/edit"), &as_pairs(&other)).await.status, 303);
    let page = app.browser().get(&path).await;
    assert!(page.has("Who waits") && page.has("Thu 26 Nov 2026") && !page.has("Wed 25 Nov 2026"));
    assert!(app.browser().get("/pair/asks?discipline=design").await.has("Who waits"));
    assert!(!app.browser().get("/pair/asks?discipline=sales").await.has("Who waits"));
    let wrong = fields(&[], &[("topic", "Kept")]);
    let wrong = haruka.browser.post(&format!("{path}/edit"), &as_pairs(&wrong)).await;
    assert!(wrong.status == 422 && wrong.has("value=\"Kept\""));
    assert_eq!(haruka.browser.post(&format!("{path}/close"), &[]).await.status, 303);
    assert_eq!(haruka.browser.post(&format!("{path}/close"), &[]).await.status, 409);
    assert_eq!(app.browser().get(&path).await.status, 404, "what is closed is nobody else's");
    assert!(haruka.browser.get(&path).await.has("Closed"));
});

crate::both_engines!(an_ask_expires_with_its_last_time_and_can_be_offered_anew, |app| {
    let mut haruka = app.member("haruka").await;
    let id = asks(&mut haruka, &[app.in_hours(26), app.in_hours(50)], &[]).await;
    app.pass(25 * HOUR);
    app.letters().await;
    let page = app.browser().get("/pair").await;
    assert!(page.has("Wed 25 Nov") && !page.has("Tue 24 Nov"), "a time that has gone by is no longer shown");
    assert_eq!(state(&app, id).await, AskState::Open);
    app.pass(24 * HOUR);
    app.letters().await;
    assert_eq!(state(&app, id).await, AskState::Expired);
    assert!(!app.browser().get("/pair").await.has("Who pays for ten minutes"));
    assert!(haruka.browser.get("/pair").await.has("Over: nobody took one of the times"));
    let again = fields(&[app.in_hours(30)], &[]);
    assert_eq!(haruka.browser.post(&format!("/pair/asks/{id}/edit"), &as_pairs(&again)).await.status, 303);
    assert_eq!(state(&app, id).await, AskState::Open);
    assert!(app.browser().get("/pair").await.has("Who pays for ten minutes"));
});

crate::both_engines!(an_ask_begins_with_a_trace_or_two_that_disagree, |app| {
    let (mut haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    let one = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let two = app.published(ken.id, "A cut is a cut", Lang::En).await;
    let draft = app.drafted(ken.id, "Not yet", Lang::En).await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("insert into company_names (name_key, company_id) select 'qb house', id from companies")
        .run(&mut tx)
        .await
        .unwrap();
    app.app.commit(tx).await.unwrap();
    assert!(app.browser().get(&format!("/traces/{one}-ten-minutes")).await.has(&format!("/pair/asks/new?trace={one}")));
    let company = app.browser().get("/companies/qb-house").await;
    assert!(company.has("/pair/asks/new?kind=comparison&amp;company=QB+House"), "{}", company.text);
    let form = haruka.browser.get(&format!("/pair/asks/new?trace={one}")).await;
    assert!(form.has("value=\"improvement\" selected") && form.has("value=\"QB House\""), "{}", form.text);
    assert!(form.has(&format!("value=\"{one}\" selected")) && form.has("A cut is a cut"));
    let (a, b) = (one.to_string(), two.to_string());
    let more = [("kind", "comparison"), ("topic", ""), ("trace", a.as_str()), ("other", b.as_str())];
    let id = asks(&mut haruka, &[app.in_hours(48)], &more).await;
    let page = app.browser().get(&format!("/pair/asks/{id}")).await;
    assert!(page.has("QB House") && page.has("Ten minutes") && page.has("A cut is a cut"));
    let draft = draft.to_string();
    let wrong = posts(&mut haruka, &[app.in_hours(72)], &[("trace", draft.as_str())]).await;
    assert!(wrong.status == 422 && wrong.has("href=\"#trace\""), "a draft of another is no trace to begin with");
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("update traces set hidden_at = 1 where id = $1").bind(two).run(&mut tx).await.unwrap();
    tx.tell(format!("trace:{two}"));
    app.app.commit(tx).await.unwrap();
    let page = app.browser().get(&format!("/pair/asks/{id}")).await;
    assert!(page.has("Ten minutes") && !page.has("A cut is a cut"), "what is hidden is not named");
});
