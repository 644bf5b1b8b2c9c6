use super::*;

crate::both_engines!(the_demo_fills_an_empty_site_once, |app| {
    let added = fill(&app.app, true).await.unwrap();
    assert_eq!((added.members, added.traces), (6, 9));
    assert!(added.companies > 60);
    assert_eq!(fill(&app.app, false).await.unwrap(), Added::default(), "running it again adds nothing");
    assert_eq!(fill(&app.app, true).await.unwrap(), Added::default());
    let mut browser = app.browser();
    let home = browser.get("/").await;
    assert!(home.has("職人が減る国で、誰の雨を引き受けるか"), "the featured one is drawn");
    assert!(home.has("class=\"reason\"") && home.has("class=\"demo\""));
    let list = browser.get("/traces").await;
    for stage in ["Sketch", "Trace", "Bridged"] {
        assert!(list.has(&format!("<b>{stage}</b>")), "one {stage}");
    }
    for asked in ["%E9%9B%A8", "%E3%83%AF%E3%83%BC%E3%82%AF%E3%83%9E%E3%83%B3", "envelope"] {
        assert!(browser.get(&format!("/search?q={asked}")).await.has("class=\"card strip\""), "{asked}");
    }
});

crate::both_engines!(a_run_that_was_interrupted_is_taken_up_where_it_stopped, |app| {
    fill(&app.app, true).await.unwrap();
    let count = async || {
        let mut conn = app.app.db.read().await.unwrap();
        let counts: (i64, i64, i64, i64) = crate::sql!(
            "select (select count(*) from traces), (select count(*) from comments), (select count(*) from features),
                    (select count(*) from trace_authors)"
        )
        .one(&mut conn)
        .await
        .unwrap();
        counts
    };
    let whole = count().await;
    let mut tx = app.app.db.write().await.unwrap();
    // As if it had ended after the first comment of the featured trace, and before that a draft elsewhere.
    for statement in [
        crate::sql!("delete from notices"),
        crate::sql!("delete from features"),
        crate::sql!("update traces set featured_at = null"),
        crate::sql!("delete from comments where id > 1 and id not in (select root_id from comments where id > 1) "),
        crate::sql!("update traces set published = null where id = 1"),
        crate::sql!("update drafts set version = 1 where trace_id = 1"),
        crate::sql!("delete from part_writers where trace_id = 1"),
        crate::sql!("delete from parts where trace_id = 1"),
        crate::sql!("delete from sources where trace_id = 1"),
        crate::sql!("delete from revisions where trace_id = 1"),
    ] {
        statement.run(&mut tx).await.unwrap();
    }
    app.app.commit(tx).await.unwrap();
    assert_ne!(count().await, whole);
    let added = fill(&app.app, false).await.unwrap();
    assert_eq!((added.members, added.traces), (0, 1));
    assert_eq!(count().await, whole);
});

#[test]
fn every_source_has_a_date_or_says_that_its_page_shows_none() {
    for trace in Demo::read().unwrap().traces {
        for source in trace.content(crate::companies::model::CompanyId(1)).sources {
            let said = ["No date on the page", "日付の表示なし"].iter().any(|words| source.note.contains(words));
            assert!(!source.dated.is_empty() || said, "{}: {}", trace.title, source.key);
        }
    }
}
