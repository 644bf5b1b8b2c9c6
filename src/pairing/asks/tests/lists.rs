//! Finding asks: narrowing, paging, the feed, and pages that never go stale.

use super::*;
use crate::base::time::Time;

/// So many open asks of one member, straight into the database.
async fn many(app: &TestApp, who: &Actor, count: i64) {
    let mut tx = app.app.db.write().await.unwrap();
    let (slot, now) = (app.in_hours(48), app.app.now());
    for n in 1..=count {
        let (id,): (AskId,) = crate::sql!(
            "insert into asks (member_id, kind, topic, languages, created_at, expires_at)
             values ($1, 'company', $2, 'either', $3, $4) returning id"
        )
        .bind(who.id)
        .bind(format!("Question {n}."))
        .bind(Time(now.0 + n))
        .bind(slot.starts_at())
        .one(&mut tx)
        .await
        .unwrap();
        store::times::offer(&mut tx, id, &[slot]).await.unwrap();
        store::times::list(&mut tx, id).await.unwrap();
    }
    tx.tell("pair");
    app.app.commit(tx).await.unwrap();
}

crate::both_engines!(a_list_is_narrowed_by_kind_discipline_language_industry_and_company, |app| {
    let mut haruka = app.member("haruka").await;
    company(&app, "QB House", None).await;
    let slots = [app.in_hours(48)];
    let first = [("topic", "First"), ("discipline", "design"), ("languages", "ja"), ("company", "QB House")];
    asks(&mut haruka, &slots, &first).await;
    let second = [("topic", "Second"), ("kind", "comparison"), ("languages", "en"), ("discipline", "sales")];
    asks(&mut haruka, &slots, &second).await;
    asks(&mut haruka, &slots, &[("topic", "Third")]).await;
    for (query, kept) in [
        ("", vec!["First", "Second", "Third"]),
        ("kind=comparison", vec!["Second"]),
        ("kind=company", vec!["First", "Third"]),
        ("discipline=design", vec!["First", "Third"]),
        ("discipline=sales&kind=comparison", vec!["Second"]),
        ("language=en", vec!["Second", "Third"]),
        ("language=ja&kind=company", vec!["First", "Third"]),
        ("q=qb+house", vec!["First"]),
        ("q=qb+house&discipline=sales", vec![]),
        ("industry=other", vec!["First"]),
        ("industry=foods", vec![]),
        ("industry=other&discipline=design&kind=company", vec!["First"]),
        ("industry=other&discipline=sales", vec![]),
        ("industry=other&q=qb+house", vec!["First"]),
        ("industry=foods&q=qb+house", vec![]),
        ("industry=magic", vec!["First", "Second", "Third"]),
        ("kind=astrology&discipline=&after=x", vec!["First", "Second", "Third"]),
    ] {
        for page in [format!("/pair/asks?{query}"), format!("/pair/asks.atom?{query}")] {
            let text = app.browser().get(&page).await.text;
            for topic in ["First", "Second", "Third"] {
                assert_eq!(text.contains(topic), kept.contains(&topic), "{topic} in {page}");
            }
        }
    }
    assert!(app.browser().get("/pair/asks?q=nobody").await.has("No company called “nobody”"));
    assert!(app.browser().get("/pair/asks?kind=improvement").await.has("No open ask fits"));
    let page = app.browser().get("/pair/asks?industry=other").await;
    assert!(page.has("<option value=\"other\" selected>Other</option>") && page.has("/pair/asks.atom?industry=other"));
});

crate::both_engines!(a_long_list_is_read_page_by_page, |app| {
    let haruka = app.member("haruka").await;
    many(&app, &haruka, 45).await;
    let (mut path, mut seen) = ("/pair/asks".to_owned(), Vec::new());
    for _ in 0..3 {
        let page = app.browser().get(&path).await.text;
        seen.extend((1..=45).filter(|n| page.contains(&format!("Question {n}."))));
        let next = page.split("href=\"/pair/asks?after=").nth(1).and_then(|rest| rest.split('"').next());
        path = next.map(|after| format!("/pair/asks?after={after}")).unwrap_or_default();
    }
    assert_eq!(seen.len(), 45);
    assert!(path.is_empty(), "the third page is the last");
    seen.sort_unstable();
    assert_eq!(seen, (1..=45).collect::<Vec<_>>());
});

crate::both_engines!(the_feed_names_each_ask_for_ever, |app| {
    let mut haruka = app.member("haruka").await;
    assert!(app.browser().get("/pair/asks.atom").await.has("1970-01-01T00:00:00+00:00"), "an empty feed never changed");
    let id = asks(&mut haruka, &[app.in_hours(48)], &[("note", "a < b")]).await;
    let feed = app.browser().get("/pair/asks.atom").await;
    assert!(feed.header("content-type").starts_with("application/atom+xml"));
    let parsed: atom_syndication::Feed = feed.text.parse().expect("a feed");
    let entry = &parsed.entries[0];
    assert!(entry.id.ends_with(&format!(",2026:ask/{id}")), "{}", entry.id);
    assert_eq!(entry.title.value, "Who pays for ten minutes");
    let summary = &entry.summary.as_ref().expect("a summary").value;
    assert!(summary.contains("Wed 25 Nov 2026, 09:00–10:00 UTC (+0)") && summary.contains("a < b"), "{summary}");
    assert!(app.browser().get("/pair/asks?kind=company").await.has("/pair/asks.atom?kind=company"));
});

crate::both_engines!(guests_never_see_a_stale_page, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut guest = app.browser();
    let paths = ["/pair", "/pair/asks", "/pair/asks.atom"];
    for path in paths {
        assert!(!guest.get(path).await.has("Who pays for ten minutes"));
    }
    let id = asks(&mut haruka, &[app.in_hours(48), app.in_hours(72)], &[]).await;
    for path in paths {
        assert!(guest.get(path).await.has("Who pays for ten minutes"), "{path}");
    }
    app.booked([haruka.id, app.member("mei").await.id], app.in_hours(48)).await;
    for path in paths {
        assert!(!guest.get(path).await.has("25 Nov"), "{path}: the asker has booked that hour");
    }
    took(&mut ken, id, app.in_hours(72)).await;
    for path in paths {
        assert!(!guest.get(path).await.has("Who pays for ten minutes"), "{path}");
    }
    assert!(guest.get("/pair").await.has("Nobody waits"));
    assert_eq!(haruka.browser.post("/pair/times", &[("zone", ZONE), ("hour", "2-20")]).await.status, 303);
    assert_eq!(haruka.browser.post("/pair/queue", &[("languages", "either")]).await.status, 303);
    let page = guest.get("/pair").await;
    assert!(page.has("One member waits") && page.has("Marketing") && page.has("Any company"), "{}", page.text);
    assert!(!page.has("haruka"), "who waits is not named");
    assert_eq!(haruka.browser.post("/pair/queue/leave", &[]).await.status, 303);
    assert!(guest.get("/pair").await.has("Nobody waits"));
});
