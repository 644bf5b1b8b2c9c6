//! Every facet is read through its index on both engines, and what is passed over is bounded.

use super::*;
use crate::base::words::Lang;
use crate::members::model::Discipline;
use crate::testing::TestApp;
use crate::traces::model::Stage;

const ALL: &str = "'', '', '', '', false, '', '', ''";
const SOME: &str =
    "',trace,', ',ja,', ',retail,', ',design,', false, ',shift:social,', ',pattern:flat-rate,', ',lens:growth,'";
const PLACE: &str = "1795424400000, 7";

crate::both_engines!(every_facet_is_read_through_its_index, |app| {
    let ways = [
        (latest!(""), end!(""), "", "traces_latest"),
        (
            latest!("and t.featured_at is not null "),
            end!("and t.featured_at is not null "),
            "",
            "traces_featured_latest",
        ),
        (latest!("and t.industry = $14 "), end!("and t.industry = $4 "), "'retail'", "traces_industry"),
        (latest!("and t.stage = $14 "), end!("and t.stage = $4 "), "'trace'", "traces_stage"),
        (latest!("and t.language = $14 "), end!("and t.language = $4 "), "'ja'", "traces_language"),
    ];
    for (latest, end, value, index) in ways {
        // Alone, and with others beside it.
        for facets in [ALL, SOME] {
            let plan = plan(&app, latest, &format!("{facets}, {PLACE}, 21, 0, 0, {value}")).await;
            holds(&plan, &[index]);
            assert!(!plan.contains("USE TEMP B-TREE FOR ORDER BY"), "sorted by hand:\n{plan}");
        }
        holds(&plan(&app, end, &format!("{PLACE}, 1999, {value}")).await, &[index]);
    }
    let few = plan(&app, latest_by_few!(), &format!("{ALL}, {PLACE}, 21, 0, 0, 'design'")).await;
    holds(&few, &["members_discipline", "trace_authors_member"]);
    holds(
        &app.plan_with("traces/store/cards/walk.rs", "from members where", &["'design'", "201"]).await,
        &["members_discipline"],
    );
});

async fn plan(app: &TestApp, statement: &str, values: &str) -> String {
    app.explain(statement, &values.split(", ").filter(|v| !v.is_empty()).collect::<Vec<_>>()).await
}

fn holds(plan: &str, indexes: &[&str]) {
    for index in indexes {
        assert!(plan.contains(index), "{index} is not used:\n{plan}");
    }
    for scan in ["SCAN t\n", "SCAN r\n", "SCAN c\n", "SCAN x\n", "SCAN y\n", "SCAN k\n", "Seq Scan on"] {
        assert!(!plan.contains(scan), "{scan} in\n{plan}");
    }
}

crate::both_engines!(a_page_passes_over_so_many_and_says_where_to_go_on, |app| {
    let mei = app.member("mei").await;
    let mut wanted = Vec::new();
    for n in 0..9 {
        app.pass(1_000);
        let lang = if n % 4 == 0 { Lang::Ja } else { Lang::En };
        let id = app.published(mei.id, &format!("Trace {n}"), lang).await;
        if lang == Lang::Ja {
            wanted.insert(0, id);
        }
    }
    let facets = |disciplines: &[Discipline]| Facets {
        languages: vec![Lang::Ja],
        stages: vec![Stage::Trace],
        disciplines: disciplines.to_vec(),
        ..Facets::default()
    };
    let many = facets(&[Discipline::Marketing, Discipline::Design, Discipline::Sales]);
    let mut conn = app.app.db.read().await.unwrap();
    for reach in [1, 2, 3, 100] {
        let (mut found, mut pages, mut after) = (Vec::new(), 0, After::START);
        loop {
            let listed = within(reach, &mut conn, &Viewer::Guest, &many, after, 2).await.unwrap();
            pages += 1;
            found.extend(listed.cards.iter().map(|card| card.id));
            let Some(next) = listed.next else { break };
            assert!(next.0 < after.0, "it goes on");
            after = next;
        }
        assert_eq!(found, wanted, "within {reach}");
        // All nine are of this stage: each page walks so many of them.
        assert!(reach > 9 || pages >= 9 / reach, "{pages} pages within {reach}");
    }
    let way = async |facets: &Facets| Way::of(&mut app.app.db.read().await.unwrap(), facets).await.unwrap();
    assert_eq!(way(&many).await, Way::Stage("trace"));
    assert!(way(&many).await.passes_over(&many));
    assert_eq!(way(&facets(&[Discipline::Design])).await, Way::Discipline("design"));
    let alone = Facets { languages: vec![Lang::Ja], ..Facets::default() };
    assert_eq!(way(&alone).await, Way::Language("ja"));
    assert!(!way(&alone).await.passes_over(&alone), "nothing is passed over, so nothing is cut off");
});
