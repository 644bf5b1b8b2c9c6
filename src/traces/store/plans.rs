//! Every list is read through its index, on both engines.

use super::*;

const PLACE: &str = "1795424400000, 7, 20";

crate::both_engines!(every_list_is_read_through_its_index, |app| {
    let terms = format!("{}, 2, {PLACE}", ["'a'"; MOST_TERMS].join(", "));
    let lists = [
        (of_company!(), format!("1, {PLACE}"), "traces_company", true),
        (featured!(), PLACE.to_owned(), "traces_featured", true),
        (by_member!(), format!("1, {PLACE}"), "trace_authors_member", false),
        (chosen!(), ["1"; compare::READ].join(", "), "id", false),
        (found!(), terms, "search_terms", false),
    ];
    for (statement, values, index, in_order) in lists {
        let plan = app.explain(statement, &values.split(", ").collect::<Vec<_>>()).await;
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
