//! Every list is read through its index, on both engines.

use super::*;
use crate::testing::TestApp;

/// `statement` is a constant of the parent with its parameters; `sql!` registers the explained text
/// too, so it is prepared like any other.
async fn plan(app: &TestApp, statement: &str) -> String {
    let sqlite = app.app.db.engine() == "SQLite";
    let mut conn = app.app.db.write().await.unwrap();
    let run = |text: String| Sql::new(Box::leak(text.into_boxed_str()));
    if sqlite {
        let rows: Vec<(i64, i64, i64, String)> = run(format!("explain query plan {statement}")).all(&mut conn).await.unwrap();
        return rows.into_iter().map(|r| r.3).collect::<Vec<_>>().join("\n");
    }
    run("set local enable_seqscan = off".into()).run(&mut conn).await.unwrap();
    let rows: Vec<(String,)> = run(format!("explain (generic_plan) {statement}")).all(&mut conn).await.unwrap();
    rows.into_iter().map(|r| r.0).collect::<Vec<_>>().join("\n")
}

crate::both_engines!(every_list_is_read_through_its_index, |app| {
    let lists = [
        (latest!(), "traces_latest", true),
        (of_company!(), "traces_company", true),
        (featured!(), "traces_featured", true),
        (by_member!(), "trace_authors_member", false),
        (found!(), "search_terms", false),
    ];
    for (statement, index, ordered) in lists {
        let plan = plan(&app, statement).await;
        assert!(plan.contains(index), "{index} is not used:\n{plan}");
        let sorts = plan.contains("USE TEMP B-TREE FOR ORDER BY");
        assert!(!(ordered && sorts), "sorted by hand:\n{plan}");
        for table in ["SCAN t\n", "SCAN s\n", "SCAN r\n", "Seq Scan on traces", "Seq Scan on search_terms", "Seq Scan on revisions"] {
            assert!(!plan.contains(table), "{table} in\n{plan}");
        }
    }
});
