//! Every list is read through its index, on both engines.

use crate::testing::TestApp;

/// Asks about many companies, known to PostgreSQL's planner: of an empty table it expects one row, which
/// any index finds. Most are no longer open, as on a site that has been there for a while.
async fn filled(app: &TestApp) {
    let asker = app.member("haruka").await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!(
        "insert into companies (slug, name_ja, name_en, industry, sort_key, created_at)
         with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000)
         select 'c-' || i, '', 'C', 'other', 'c', 1 from n"
    )
    .run(&mut tx)
    .await
    .unwrap();
    crate::sql!(
        "insert into asks (member_id, kind, company_id, topic, languages, state, created_at, expires_at, industry)
         with recursive n (i) as (select 1 union all select i + 1 from n where i < 20000)
         select cast($1 as bigint), case when i % 50 = 0 then 'improvement' else 'company' end, i % 2000 + 1, 'T', 'either',
                case when (i / 200) % 4 = 0 then 'open' else 'expired' end, 1, 9,
                case when i % 40 = 0 then 'mining' else 'foods' end from n"
    )
    .bind(asker.id)
    .run(&mut tx)
    .await
    .unwrap();
    app.app.commit(tx).await.unwrap();
    if app.app.db.engine() == "PostgreSQL" {
        let mut tx = app.app.db.write().await.unwrap();
        crate::sql!("analyze").run(&mut tx).await.unwrap();
        app.app.commit(tx).await.unwrap();
    }
}

crate::both_engines!(every_list_of_asks_is_read_through_its_index, |app| {
    filled(&app).await;
    let lists = [
        (latest!(), "1, 1, '', 'ja', 90000, 21", "asks_open"),
        (of_kind!(), "1, 1, 'improvement', '', 90000, 21", "asks_open_kind"),
        (of_discipline!(), "1, 1, '', '', 90000, 21, 'design'", "ask_disciplines"),
        (of_company!(), "1, 1, '', '', 90000, 21, 3, '', ''", "asks_open_company"),
        (of_industry!(), "1, 1, '', '', 90000, 21, 'mining', ''", "asks_open_industry"),
    ];
    for (statement, values, index) in lists {
        let plan = app.explain(statement, &values.split(", ").collect::<Vec<_>>()).await;
        assert!(plan.contains(index), "{index} is not used:\n{plan}");
        // A company's asks are few, and may come from those that were merged into it.
        let sorted = ["USE TEMP B-TREE FOR ORDER BY", "Sort"].iter().any(|sort| plan.contains(sort));
        assert!(!sorted || index == "asks_open_company", "sorted by hand:\n{plan}");
        for table in ["SCAN a\n", "SCAN m\n", "SCAN c\n", "SCAN k\n", "Seq Scan on asks", "Seq Scan on companies"] {
            assert!(!plan.contains(table), "{table} in\n{plan}");
        }
    }
});

crate::both_engines!(a_member_s_own_asks_are_read_through_their_index, |app| {
    for (words, values, index) in [
        ("a.state in ('open', 'taken')", "1, 1, 3, 1", "asks_member"),
        ("where a.partner_id = $3", "1, 1, 3", "asks_partner"),
        ("from ask_waiting w cross join asks a", "1, 1, 3", "ask_waiting_member"),
    ] {
        let plan = app.plan_with("pairing/asks/store/list.rs", words, &values.split(", ").collect::<Vec<_>>()).await;
        assert!(plan.contains(index), "{index} is not used:\n{plan}");
    }
});
