//! Traces side by side, and a clear page for what cannot stand so.

use super::{hide, run};
use crate::base::words::Lang;

crate::both_engines!(two_traces_stand_side_by_side, |app| {
    let (mei, haruka) = (app.member("mei").await, app.member("haruka").await);
    let one = app.published(mei.id, "The ten-minute haircut", Lang::En).await;
    let two = app.published(haruka.id, "十分の床屋", Lang::Ja).await;
    let path = format!("/compare?traces={one},{two}");
    let page = app.browser().get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text);
    for text in [
        "Two traces, side by side",
        "The ten-minute haircut",
        "<span lang=\"ja\">十分の床屋</span>",
        "Small shops in stations, no basin.",
        "<em>haircut</em>",
        "Gap: nobody has said why yet.",
        "id=\"a-source-survey\"",
        "href=\"#b-source-survey\"",
        "rel=\"canonical\"",
        "<link rel=\"stylesheet\"",
    ] {
        assert!(page.has(text), "{text}: {}", page.text);
    }
    assert!(page.has("Industry") && page.has(">equal</span>") && page.has(">different</span>"), "{}", page.text);
    let ids: Vec<&str> = page.text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id stands twice: {ids:?}");
    // As the form on a company's page asks for it.
    let asked = app.browser().get(&format!("/compare?traces={one}&traces={two}")).await;
    assert_eq!((asked.status.as_u16(), asked.location()), (303, path.as_str()));
    // The order is the reader's.
    let turned = app.browser().get(&format!("/compare?traces={two},{one}")).await;
    assert!(turned.text.find("十分の床屋").unwrap() < turned.text.find("Ten minutes, cut only").unwrap());
});

crate::both_engines!(what_is_compared_is_what_is_published_now, |app| {
    let mei = app.member("mei").await;
    let one = app.published(mei.id, "First words", Lang::En).await;
    let two = app.published(mei.id, "Another view", Lang::En).await;
    let path = format!("/compare?traces={one},{two}");
    assert!(app.browser().get(&path).await.has("First words"));
    app.revised(one, mei.id, "Second thoughts", Lang::En).await;
    let page = app.browser().get(&path).await;
    assert!(page.has("Second thoughts") && !page.has("First words"));
    hide(&app, two).await;
    let mut tx = app.app.db.write().await.unwrap();
    tx.tell(format!("trace:{two}"));
    app.app.commit(tx).await.unwrap();
    let page = app.browser().get(&path).await;
    assert_eq!(page.status, 404);
    assert!(!page.has("Another view") && page.has("cannot be read"));
});

crate::both_engines!(what_cannot_be_compared_has_a_page_that_says_so, |app| {
    let mut mei = app.member("mei").await;
    let mut ids = Vec::new();
    for n in 0..5 {
        ids.push(app.published(mei.id, &format!("Trace {n}"), Lang::En).await);
    }
    let draft = app.drafted(mei.id, "Not yet", Lang::En).await;
    let (one, two) = (ids[0], ids[1]);
    let all = ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let cases = [
        (String::new(), 200, "Put two to four traces"),
        (format!("?traces={one}"), 422, "One trace is no comparison"),
        (format!("?traces={one},{one}"), 422, "asked for twice"),
        (format!("?traces={all}"), 422, "Four traces are the most"),
        (format!("?traces={one},99999"), 404, "cannot be read"),
        (format!("?traces={one},{draft}"), 404, "cannot be read"),
        (format!("?traces={one},x"), 404, "cannot be read"),
        ("?traces=99999,88888".to_owned(), 404, "cannot be read"),
    ];
    for (query, status, words) in cases {
        let page = app.browser().get(&format!("/compare{query}")).await;
        assert_eq!(page.status, status, "{query}");
        assert!(page.has(words) && page.has("noindex") && !page.has("Not yet"), "{query}: {}", page.text);
        if query.contains(&format!("={one}")) {
            assert!(page.has(&format!("value=\"{two}\"")), "{query}: others of the company are offered");
        }
    }
    let own = mei.browser.get(&format!("/compare?traces={one},{draft}")).await;
    assert_eq!(own.status, 404, "a draft stands beside nothing, not even for its author");
});

crate::both_engines!(what_is_for_the_authors_is_in_no_comparison, |app| {
    let mut mei = app.member("mei").await;
    let one = app.published(mei.id, "One", Lang::En).await;
    let two = app.published(mei.id, "Two", Lang::En).await;
    let sql = "update parts set visibility = 'authors' where part_key = 'value'";
    run(&app, crate::base::db::Sql::new(sql)).await;
    let page = mei.browser.get(&format!("/compare?traces={one},{two}")).await;
    assert!(page.has("Two traces") && !page.has("end of waiting"), "{}", page.text);
    assert!(page.has("Private sector wage survey"));
    let sql = "update parts set visibility = 'authors' where part_key = 'shift'";
    run(&app, crate::base::db::Sql::new(sql)).await;
    let page = mei.browser.get(&format!("/compare?traces={one},{two}")).await;
    assert!(!page.has("Private sector wage survey"), "only what readers do not see cites it");
});

crate::both_engines!(typed_facts_say_equal_different_or_unsaid, |app| {
    let mei = app.member("mei").await;
    let one = app.published(mei.id, "One", Lang::En).await;
    let two = app.published(mei.id, "Two", Lang::En).await;
    let fields = [
        (one, "shift", r#"{"kind":"social","since":"1997"}"#),
        (two, "shift", r#"{"kind":"social","since":"2001"}"#),
        (two, "model", r#"{"payer":"The one who waits","rows":[{"pattern":"no-frills"}]}"#),
    ];
    for (trace, key, json) in fields {
        let sql = crate::sql!("update parts set fields = $3 where trace_id = $1 and part_key = $2");
        run(&app, sql.bind(trace).bind(key).bind(json)).await;
    }
    let page = app.browser().get(&format!("/compare?traces={one},{two}")).await.text.replace("<!>", "");
    let fact = |name: &str| {
        let at = page.find(&format!("<th scope=\"row\">{name} ")).unwrap_or_else(|| panic!("{name}: {page}"));
        page[at..].split("</tr>").next().unwrap_or_default().to_owned()
    };
    let t = Lang::En.words();
    assert!(fact(&t.typed_kind()).contains(">equal<"));
    let since = fact(&t.typed_since());
    assert!(since.contains(">different<") && since.contains("1997") && since.contains("2001"), "{since}");
    let payer = fact(&t.typed_payer());
    assert!(payer.contains(">unsaid<") && payer.contains("Not said") && payer.contains("The one who waits"), "{payer}");
    assert!(fact(&t.typed_pattern()).contains(">unsaid<"));
    assert!(page.contains(&format!("Unsaid by all: {}<", t.typed_until())), "{page}");
});

crate::both_engines!(a_companys_page_offers_its_traces_to_compare, |app| {
    let mei = app.member("mei").await;
    let one = app.published(mei.id, "One", Lang::En).await;
    assert!(!app.browser().get("/companies/qb-house").await.has("action=\"/compare\""));
    let two = app.published(mei.id, "Two", Lang::En).await;
    let mut tx = app.app.db.write().await.unwrap();
    tx.tell("traces");
    app.app.commit(tx).await.unwrap();
    let page = app.browser().get("/companies/qb-house").await;
    assert!(page.has("action=\"/compare\""), "{}", page.text);
    for id in [one, two] {
        assert!(page.has(&format!("form=\"compare\" name=\"traces\" value=\"{id}\"")), "{}", page.text);
    }
});

crate::both_engines!(the_columns_are_read_through_their_keys, |app| {
    for words in ["p.trace_id in", "s.trace_id in"] {
        let plan = app.plan("traces/store/compare.rs", words, 4).await;
        for whole in ["SCAN p", "SCAN s", "SCAN t", "Seq Scan"] {
            assert!(!plan.contains(whole), "{words}:\n{plan}");
        }
    }
});
