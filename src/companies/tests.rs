//! The directory through its actions, on both engines.

use crate::base::text;
use crate::both_engines;
use crate::companies::model::NewCompany;
use crate::companies::{actions, industry, store};

both_engines!(the_directory_is_seeded_once_and_found_by_any_spelling, |app| {
    let first = actions::seed_directory(&app.app).await.unwrap();
    assert!(first > 10);
    assert_eq!(actions::seed_directory(&app.app).await.unwrap(), 0);
    let mut conn = app.app.db.read().await.unwrap();
    for name in ["ワークマン", "WORKMAN", "ｗｏｒｋｍａｎ", "7564", "ワークマンプラス"] {
        let found = store::by_name_key(&mut conn, &text::key(name)).await.unwrap().expect(name);
        assert_eq!(found.slug, "workman");
        assert!(industry::find(&found.industry).is_some());
    }
    assert!(!store::names_from(&mut conn, "", 300).await.unwrap().is_empty());
});

both_engines!(two_processes_that_start_together_seed_the_directory_once, |app| {
    let (one, other) = tokio::join!(actions::seed_directory(&app.app), actions::seed_directory(&app.app));
    assert!(one.unwrap() + other.unwrap() > 10);
    let mut conn = app.app.db.read().await.unwrap();
    let (twice,): (i64,) =
        crate::sql!("select count(*) from companies where slug like '%-2'").one(&mut conn).await.unwrap();
    assert_eq!(twice, 0);
});

both_engines!(two_companies_of_one_name_have_two_addresses, |app| {
    let member = app.member("haruka").await;
    let mut tx = app.app.db.write().await.unwrap();
    for _ in 0..2 {
        actions::add(&mut tx, &NewCompany::named("New", "other", member.id), app.app.now()).await.unwrap();
    }
    let id = actions::add_waiting(&mut tx, &NewCompany::named("喫茶ひばり", "other", member.id), app.app.now())
        .await
        .unwrap();
    app.app.commit(tx).await.unwrap();
    let mut conn = app.app.db.read().await.unwrap();
    assert!(store::by_slug(&mut conn, "new").await.unwrap().is_none(), "reserved");
    assert!(store::by_slug(&mut conn, "new-2").await.unwrap().is_some());
    assert!(store::by_slug(&mut conn, "new-3").await.unwrap().is_some());
    assert!(store::by_slug(&mut conn, "喫茶ひばり").await.unwrap().is_none(), "waits for its first trace");
    assert_eq!(store::by_name_key(&mut conn, "喫茶ひばり").await.unwrap().map(|c| c.id), Some(id));
    drop(conn);
    let mut tx = app.app.db.write().await.unwrap();
    actions::list(&mut tx, id).await.unwrap();
    app.app.commit(tx).await.unwrap();
    assert!(store::by_slug(&mut app.app.db.read().await.unwrap(), "喫茶ひばり").await.unwrap().is_some());
});

crate::both_engines!(a_double_is_merged_with_all_its_spellings, |app| {
    let now = app.app.now();
    let mut tx = app.app.db.write().await.unwrap();
    let named = |name_en: &str, name_ja: &str, alias: &str| NewCompany {
        name_en: name_en.into(),
        name_ja: name_ja.into(),
        industry: "other".into(),
        aliases: vec![alias.to_owned()],
        ..NewCompany::default()
    };
    let kept = actions::add(&mut tx, &named("QB House", "QBハウス", "Ten Minute Cut"), now).await.unwrap();
    let double = actions::add(&mut tx, &named("Kyubi House", "QBハウス", "キュービー"), now).await.unwrap();
    let older = actions::add(&mut tx, &named("QB", "", "ten minute cut"), now).await.unwrap();
    app.app.commit(tx).await.unwrap();
    actions::merge(&app.app, older, double, now).await.unwrap();
    actions::merge(&app.app, double, kept, now).await.unwrap();
    let mut conn = app.app.db.read().await.unwrap();
    for name in ["Kyubi House", "キュービー", "QBハウス", "qb", "ten minute cut"] {
        let found = store::by_name_key(&mut conn, &text::key(name)).await.unwrap().map(|company| company.id);
        assert_eq!(found, Some(kept), "{name}");
    }
    for slug in ["kyubi-house", "qb"] {
        assert_eq!(
            store::moved_to(&mut conn, slug).await.unwrap().as_deref(),
            Some("qb-house"),
            "a double of a double"
        );
        assert!(store::by_slug(&mut conn, slug).await.unwrap().is_none(), "it is listed no more");
    }
    drop(conn);
    let refused = async |from, into| {
        let error = actions::merge(&app.app, from, into, now).await.unwrap_err();
        let crate::base::error::Error::Invalid(problems) = error else { panic!("{error}") };
        ["from", "into"].into_iter().filter(|field| problems.of(field).is_some()).collect::<Vec<_>>()
    };
    assert_eq!(refused(double, kept).await, ["from"], "merged already");
    assert_eq!(refused(kept, double).await, ["into"], "what is merged takes nothing in");
    assert_eq!(refused(kept, kept).await, ["into"]);
    let mut tx = app.app.db.write().await.unwrap();
    actions::list(&mut tx, double).await.unwrap();
    assert_eq!(store::stand(&mut tx, double).await.unwrap().id, kept);
    app.app.commit(tx).await.unwrap();
    assert!(store::by_slug(&mut app.app.db.read().await.unwrap(), "kyubi-house").await.unwrap().is_none());
    let page = app.browser().get("/companies/qb-house").await;
    let line = |name: &str| page.text.matches(&format!("<li>{name}</li>")).count();
    assert_eq!(["Kyubi House", "キュービー", "QB", "Ten Minute Cut", "ten minute cut"].map(line), [1, 1, 1, 1, 0]);
});
