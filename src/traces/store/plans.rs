//! Every list is read through its index, on both engines.

use super::*;
use crate::testing::TestApp;

const PLACE: &str = "1795424400000, 7, 20";

/// The engine's plan for a statement whose parameters have these values.
async fn plan(app: &TestApp, statement: &str, values: &str) -> String {
    let values: Vec<&str> = values.split(", ").collect();
    let numbered = values.iter().enumerate().rev();
    let text = numbered.fold(statement.to_owned(), |text, (at, value)| text.replace(&format!("${}", at + 1), value));
    // A statement's text is a constant of the program; a test's plans are as good as that.
    let run = |text: String| Sql::new(Box::leak(text.into_boxed_str()));
    let mut conn = app.app.db.write().await.unwrap();
    if app.app.db.engine() == "SQLite" {
        let rows: Vec<(i64, i64, i64, String)> =
            run(format!("explain query plan {text}")).all(&mut conn).await.unwrap();
        return rows.into_iter().map(|r| r.3 + "\n").collect();
    }
    run("set local enable_seqscan = off".into()).run(&mut conn).await.unwrap();
    let rows: Vec<(String,)> = run(format!("explain {text}")).all(&mut conn).await.unwrap();
    rows.into_iter().map(|r| r.0 + "\n").collect()
}

crate::both_engines!(every_list_is_read_through_its_index, |app| {
    let terms = format!("{}, 2, {PLACE}", ["'a'"; MOST_TERMS].join(", "));
    let lists = [
        (latest!(), format!("'', '', '', '', false, '', '', '', {PLACE}"), "traces_latest", true),
        (
            latest!(),
            format!("'', '', '', '', false, ',shift:social,', ',pattern:flat-rate,', ',lens:growth,', {PLACE}"),
            "trace_facets",
            true,
        ),
        (of_company!(), format!("1, {PLACE}"), "traces_company", true),
        (featured!(), PLACE.to_owned(), "traces_featured", true),
        (by_member!(), format!("1, {PLACE}"), "trace_authors_member", false),
        (chosen!(), ["1"; compare::READ].join(", "), "id", false),
        (found!(), terms, "search_terms", false),
    ];
    for (statement, values, index, in_order) in lists {
        let plan = plan(&app, statement, &values).await;
        assert!(plan.contains(index), "{index} is not used:\n{plan}");
        assert!(!(in_order && plan.contains("USE TEMP B-TREE FOR ORDER BY")), "sorted by hand:\n{plan}");
        for table in [
            "SCAN s\n",
            "SCAN r\n",
            "SCAN k\n",
            "Seq Scan on trace_facets",
            "Seq Scan on traces",
            "Seq Scan on search_terms",
            "Seq Scan on revisions",
        ] {
            assert!(!plan.contains(table), "{table} in\n{plan}");
        }
    }
});
