//! Every list is read through its index, on both engines.

crate::both_engines!(every_list_of_asks_is_read_through_its_index, |app| {
    let lists = [
        (latest!(), "1, 1, '', 'ja', 9, 21", "asks_open"),
        (of_kind!(), "1, 1, 'company', '', 9, 21", "asks_open_kind"),
        (of_discipline!(), "1, 1, '', '', 9, 21, 'design'", "ask_disciplines"),
        (of_company!(), "1, 1, '', '', 9, 21, 3, ''", "asks_open_company"),
    ];
    for (statement, values, index) in lists {
        let plan = app.plan_of(statement, values).await;
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
        let statement = inventory::iter::<crate::base::db::Registered>
            .into_iter()
            .find(|s| s.place.starts_with("src/pairing/asks/store/list.rs:") && s.text.contains(words))
            .expect("a registered statement");
        let plan = app.plan_of(statement.text, values).await;
        assert!(plan.contains(index), "{index} is not used:\n{plan}");
    }
});
