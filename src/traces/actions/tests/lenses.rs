//! Typed fields and lenses, through HTTP: kept, drawn, found, refused, and what is the authors' alone.

use super::*;

/// Every lens and both pillars with typed fields.
const FIELDS: [(&str, &str); 30] = [
    ("shift.kind", "technological"),
    ("shift.since", "1997"),
    ("shift.from", "tape"),
    ("shift.to", "disc"),
    ("model.payer", "households"),
    ("model.rows", "1"),
    ("model.8.pattern", "flat-rate"),
    ("model.22.pattern", "subscription"),
    ("lens-growth.1.when", "1999"),
    ("lens-growth.1.what", "A flat fee"),
    ("lens-growth.2.when", "2007"),
    ("lens-growth.2.what", "Streaming begins"),
    ("lens-growth.2.source", "ir"),
    ("lens-finance.unit", "$ bn"),
    ("lens-finance.1.figure", "Revenue"),
    ("lens-finance.1.as_of", "2025"),
    ("lens-finance.1.amount", "45.2"),
    ("lens-alternatives.x_low", "errand"),
    ("lens-alternatives.x_high", "no errand"),
    ("lens-alternatives.y_low", "bare shelf"),
    ("lens-alternatives.y_high", "all films"),
    ("lens-alternatives.1.name", "The post"),
    ("lens-alternatives.1.x", "9"),
    ("lens-alternatives.1.y", "8"),
    ("lens-alternatives.1.who", "own"),
    ("source.1.key", "ir"),
    ("source.1.kind", "report"),
    ("source.1.title", "To our owners"),
    ("lens-unseen.gist", "Envelopes."),
    ("source.1.dated", "2026-01"),
];

/// Publishes a sketch with more fields; the path of its page.
async fn published(app: &TestApp, member: &mut Actor, more: &[(&str, &str)]) -> String {
    let edit = sketch(app, member).await;
    let fields = form(&mut member.browser, &edit).await;
    let answer = send(&mut member.browser, &publish_of(&edit), &fields, more).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location().to_owned()
}

both_engines!(typed_fields_are_kept_drawn_and_found, |app| {
    let mut haruka = app.member("haruka").await;
    let path = published(&app, &mut haruka, &FIELDS).await;
    let page = app.browser().get(&path).await;
    for text in [
        "/traces?shift=technological",
        "since 1997",
        "/traces?pattern=flat-rate",
        "households",
        "2 events on a line of time",
        "<circle class=\"own\"",
        "class=\"needs-source\"",
        "as of 2025",
        "href=\"#source-ir\"",
        "id=\"cite-lens-growth-row-2\"",
        "1 alternatives on two axes",
        "lenses.css",
    ] {
        assert!(page.has(text), "{text}: {}", page.text);
    }
    assert!(!page.has(" style="));
    let japanese = app.browser().get(&format!("{path}?lang=ja")).await;
    assert!(japanese.has("技術") && japanese.has("定額") && japanese.has("成長過程"));
    let json: serde_json::Value = serde_json::from_str(&app.browser().get(&format!("{path}.json")).await.text).unwrap();
    let growth = json["parts"].as_array().unwrap().iter().find(|part| part["key"] == "lens-growth").unwrap().clone();
    assert_eq!(growth["fields"]["rows"][1]["source"], "ir");
    let md = app.browser().get(&format!("{path}.md")).await;
    assert!(md.has("- 2007 · Streaming begins · [^ir]"), "{}", md.text);
    let edit = haruka.browser.get(&format!("{}/edit", path.split('-').next().unwrap())).await;
    assert!(edit.has("value=\"Streaming begins\"") && edit.has("value=\"flat-rate\" checked"), "{}", edit.text);
    for (query, found) in [
        ("shift=technological", true),
        ("shift=social", false),
        ("shift=social&shift=technological", true),
        ("pattern=flat-rate&lens=growth", true),
        ("pattern=franchise", false),
        ("lens=purpose", false),
        ("lens=nonsense&pattern=nonsense&shift=nonsense", true),
    ] {
        let list = app.browser().get(&format!("/traces?{query}")).await;
        assert_eq!((list.status.as_u16(), list.has("How Workman works")), (200, found), "{query}");
    }
});

both_engines!(rows_are_added_and_removed_without_scripts, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let fields = form(&mut haruka.browser, &edit).await;
    let rows = [
        ("lens-growth.1.when", "1999"),
        ("lens-growth.1.what", "first"),
        ("lens-growth.2.when", "2007"),
        ("lens-growth.2.what", "second"),
    ];
    let more = [&rows[..], &[("do", "add-row-lens-growth")]].concat();
    let added = send(&mut haruka.browser, &edit, &fields, &more).await;
    assert_eq!(added.status, 303, "{}", added.text);
    assert!(haruka.browser.get(added.location().split('#').next().unwrap()).await.has("lens-growth.3.when"));
    let fields = form(&mut haruka.browser, &edit).await;
    let more =
        [&rows[..], &[("lens-growth.3.when", "2011"), ("lens-growth.3.what", "third"), ("do", "remove-lens-growth-1")]]
            .concat();
    assert_eq!(send(&mut haruka.browser, &edit, &fields, &more).await.status, 303);
    let page = haruka.browser.get(&edit).await;
    assert!(!page.has("value=\"first\"") && page.has("value=\"second\"") && page.has("lens-growth.2.when"));
    // One alone is no timeline yet, and the next row is there all the same.
    let fields = form(&mut haruka.browser, &edit).await;
    let one = [("lens-growth.1.when", "1999"), ("lens-growth.1.what", "alone"), ("do", "add-row-lens-growth")];
    let refused = send(&mut haruka.browser, &edit, &fields, &one).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("at least 2") && refused.has("lens-growth.2.when") && refused.has("value=\"alone\""));
});

both_engines!(what_does_not_fit_is_said_and_kept, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let wrong: [(&[(&str, &str)], &str); 7] = [
        (
            &[("source.1.key", "a"), ("source.1.title", "A"), ("source.1.url", "javascript:alert(1)")],
            "source-1-url-error",
        ),
        (&[("source.1.key", "a"), ("source.1.title", "A"), ("source.1.dated", "2026-02-30")], "source-1-dated-error"),
        (&[("source.1.key", "a"), ("source.1.title", "A"), ("source.1.dated", "2031")], "That day has not come yet."),
        (
            &[("lens-alternatives.1.name", "Nobody"), ("lens-alternatives.1.x", "3"), ("lens-alternatives.1.y", "3")],
            "lens-alternatives-x_low-error",
        ),
        (
            &[("lens-finance.1.figure", "Sales"), ("lens-finance.1.as_of", "2025"), ("lens-finance.1.amount", "much")],
            "Write a plain number",
        ),
        (&[("shift.kind", "magical")], "shift-kind-error"),
        (&[("lens-maturity.level", "4")], "Give evidence for this stage"),
    ];
    for (fields, said) in wrong {
        let before = form(&mut haruka.browser, &edit).await;
        let mut more = fields.to_vec();
        if fields[0].0.starts_with("source") {
            more.push(("source.1.kind", "web"));
        }
        let refused = send(&mut haruka.browser, &edit, &before, &more).await;
        assert_eq!(refused.status, 422, "{fields:?}");
        assert!(refused.has(said), "{said}: {}", refused.text);
        for (_, value) in fields {
            assert!(refused.has(&format!("value=\"{value}\"")), "{value} is kept");
        }
        let before = form(&mut haruka.browser, &edit).await;
        assert_eq!(send(&mut haruka.browser, &publish_of(&edit), &before, &more).await.status, 422);
    }
});

both_engines!(five_hundred_sources_and_two_thousand_events_are_kept_and_refused, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let mut fields = form(&mut haruka.browser, &edit).await;
    for n in 1..=500 {
        fields.push((format!("source.{n}.key"), format!("s{n}")));
        fields.push((format!("source.{n}.kind"), "web".into()));
        fields.push((format!("source.{n}.title"), format!("Source number {n}.")));
    }
    for n in 1..=2_000 {
        fields.push((format!("lens-growth.{n}.when"), "1999".into()));
        fields.push((format!("lens-growth.{n}.what"), format!("Event number {n}.")));
    }
    let refused = send(&mut haruka.browser, &edit, &fields, &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("Too many: 60 at most."));
    for last in ["Source number 500.", "Event number 2000."] {
        assert!(refused.has(last), "{last}");
    }
    let page = haruka.browser.get(&edit).await;
    assert!(page.has("Source number 500.") && page.has("Event number 2000."), "the draft holds them");
});

both_engines!(what_goes_back_into_ones_own_work_is_the_authors_alone, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let mut mei = app.member("mei").await;
    let mut sora = app.organizer("sora").await;
    let own = [
        ("lens-own.gist", "Zwieback for my team"),
        ("lens-own.body", "Zwieback tomorrow, as in[^secret]."),
        ("source.1.key", "secret"),
        ("source.1.kind", "own"),
        ("source.1.title", "Zwieback notes"),
    ];
    let path = published(&app, &mut haruka, &own).await;
    let id = path.trim_start_matches("/traces/").split('-').next().unwrap().to_owned();
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("insert into trace_authors (trace_id, position, member_id) select id, 2, $1 from traces")
        .bind(ken.id)
        .run(&mut tx)
        .await
        .unwrap();
    app.app.commit(tx).await.unwrap();
    let everywhere = [
        path.clone(),
        format!("{path}.md"),
        format!("{path}.json"),
        format!("/traces/{id}/history"),
        format!("/traces/{id}/history/1"),
        format!("/traces/{id}/sources"),
        "/".to_owned(),
        "/traces".to_owned(),
        "/traces?lens=own".to_owned(),
        "/feeds/traces.atom".to_owned(),
        "/search?q=Zwieback".to_owned(),
        "/companies/workman".to_owned(),
        "/members/haruka".to_owned(),
        "/members/haruka.atom".to_owned(),
        format!("/traces/{id}/edit"),
    ];
    // A page may repeat what was asked for; it never says more.
    let told = |page: &Answer| {
        page.text.replace("q=Zwieback", "").replace("value=\"Zwieback\"", "").matches("Zwieback ").count()
    };
    for address in &everywhere {
        let stranger = app.browser().get(address).await;
        assert_eq!(told(&stranger), 0, "a stranger at {address}: {}", stranger.text);
        assert_eq!(told(&mei.browser.get(address).await), 0, "a member at {address}");
        assert_eq!(told(&sora.browser.get(address).await), 0, "an organizer at {address}");
    }
    for address in &everywhere[..3] {
        assert!(told(&haruka.browser.get(address).await) > 0, "its author at {address}");
        assert!(told(&ken.browser.get(address).await) > 0, "its co-author at {address}");
    }
    assert!(told(&ken.browser.get(&format!("/traces/{id}/edit")).await) > 0);
    let about = [("part", "lens-own"), ("kind", "question"), ("body", "What is it?")];
    let asked = mei.browser.post(&format!("/traces/{id}/comments"), &about).await;
    assert_ne!(asked.status, 303, "nobody comments on what they cannot see");

    let edit = format!("/traces/{id}/edit");
    let fields = form(&mut haruka.browser, &edit).await;
    let opened = send(
        &mut haruka.browser,
        &publish_of(&edit),
        &fields,
        &[("lens-own.readers", "everyone"), ("reason", "for everyone")],
    )
    .await;
    assert_eq!(opened.status, 303, "{}", opened.text);
    assert!(told(&app.browser().get(&path).await) > 0, "published part by part");
    assert!(app.browser().get("/traces").await.has("How Workman works"));
});
