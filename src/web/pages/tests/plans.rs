//! What pages read beside the lists of cards, they read through an index.

use crate::base::db::Db;

crate::both_engines!(every_page_s_statement_uses_its_index, |app| {
    let history = ["1", "9", "51"];
    let directory = ["''", "'a'", "1", "101"];
    let named = ["''", "'a'", "'b'", "'a'", "1", "7"];
    // On empty tables PostgreSQL may take another of the partial indexes of the same rows.
    let of_company = if matches!(app.app.db, Db::Sqlite { .. }) { "traces_company" } else { "traces_" };
    let statements = [
        (
            "traces/store/directory.rs",
            "and (c.sort_key, c.id) > ($2, $3)",
            &directory[..],
            &["companies_sort", of_company][..],
        ),
        ("traces/store/directory.rs", "n.name_key >= $2", &named[..], &["company_names", of_company]),
        ("traces/store/directory.rs", "t.company_id = $1", &["1"], &[of_company]),
        ("traces/store/history.rs", "r.number < $2", &history[..], &["revisions"]),
        ("traces/store/sitemap.rs", "with recursive chunk", &[], &["traces_chunk"]),
        ("traces/store/sitemap.rs", "t.id >= $1", &["0", "5000"], &[""]),
        ("curation/store.rs", "where f.trace_id = $1 order by", &["1"], &["features_trace"]),
        ("curation/store.rs", "f.taken_down_at is not null", &["9", "21"], &["features"]),
        ("members/store/sign_ins.rs", "select id, browser", &["1", "1"], &["sign_ins_member"]),
        ("members/store/blocks.rs", "select m.handle, m.name, b.created_at", &["1", "101"], &["blocks"]),
        ("members/store/profile.rs", "select id, handle", &["'a'", "1"], &["members_handle"]),
        ("members/store/handles.rs", "union all", &["'a'"], &["members_handle", "reserved_handles"]),
    ];
    for (file, words, values, indexes) in statements {
        let plan = app.plan_with(file, words, values).await;
        for index in indexes {
            assert!(plan.contains(index), "{file}: {index} is not used:\n{plan}");
        }
        for scan in ["SCAN t\n", "SCAN f\n", "SCAN c\n", "SCAN r\n", "SCAN m\n", "SCAN s\n", "SCAN b\n", "Seq Scan on"]
        {
            assert!(!plan.contains(scan), "{file}: {scan} in\n{plan}");
        }
    }
});

crate::both_engines!(the_sitemap_lists_each_chunk_that_holds_something, |app| {
    let mei = app.member("mei").await;
    app.published(mei.id, "First", crate::base::words::Lang::En).await;
    let chunks = async || crate::traces::store::sitemap::chunks(&mut app.app.db.read().await.unwrap()).await.unwrap();
    assert_eq!(chunks().await, [(0, app.app.now())]);
    let mut tx = app.app.db.write().await.unwrap();
    // One far away, one hidden between.
    crate::sql!(
        "insert into traces (id, company_id, language, title, slug, published, created_at, published_at, hidden_at)
         select 5000 * n.i + 7, 1, 'en', 'T', 't', 1, 5, n.i, case when n.i = 2 then 1 end
         from (select 2 as i union all select 9) n"
    )
    .run(&mut tx)
    .await
    .unwrap();
    app.app.commit(tx).await.unwrap();
    assert_eq!(chunks().await, [(0, app.app.now()), (9, crate::base::time::Time(9))]);
});
