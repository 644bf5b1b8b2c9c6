//! What readers find, and what they must not.

mod blocks;
mod compare;
mod plans;

use crate::base::text::terms::index_terms;
use crate::base::words::Lang;
use crate::testing::TestApp;
use crate::traces::model::TraceId;

async fn run(app: &TestApp, sql: crate::base::db::Sql) {
    let mut tx = app.app.db.write().await.unwrap();
    sql.run(&mut tx).await.unwrap();
    tx.tell("traces");
    app.app.commit(tx).await.unwrap();
}

async fn hide(app: &TestApp, id: TraceId) {
    run(app, crate::sql!("update traces set hidden_at = 1 where id = $1").bind(id)).await;
}

/// As publishing indexes it.
async fn index(app: &TestApp, id: TraceId, text: &str) {
    for (term, count) in index_terms(text) {
        let sql =
            crate::sql!("insert into search_terms (term, trace_id, weight) values ($1, $2, $3) on conflict do nothing");
        run(app, sql.bind(term).bind(id).bind(i64::from(count))).await;
    }
}

/// The traces linked from a page's headings, in order.
fn titles(html: &str) -> Vec<String> {
    let parts = html.split("<a href=\"/traces/").skip(1);
    let numbered = parts.filter(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    let titles =
        numbered.filter_map(|part| part.split_once('>')?.1.split_once("</a>").map(|(title, _)| title.to_owned()));
    titles.map(|t| t.replace("<!>", "").replace("<mark>", "").replace("</mark>", "")).collect()
}

/// Where the link to the next page leads.
fn next(html: &str) -> Option<String> {
    let link =
        html.split("<a href=\"").skip(1).find(|a| a.split('>').next().is_some_and(|a| a.contains("rel=\"next\"")))?;
    link.split('"').next().map(|href| href.replace("&amp;", "&"))
}

crate::both_engines!(the_latest_traces_are_paged_without_gaps_or_doubles, |app| {
    let mei = app.member("mei").await;
    for n in 0..45 {
        app.published(mei.id, &format!("Trace {n}"), Lang::En).await;
        // Several at the same moment: the number decides.
        if n % 3 == 0 {
            app.pass(1_000);
        }
    }
    let mut browser = app.browser();
    let (mut path, mut found) = ("/traces".to_owned(), Vec::new());
    loop {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 200);
        found.extend(titles(&page.text));
        let Some(older) = next(&page.text) else { break };
        path = older;
    }
    let expected: Vec<String> = (0..45).rev().map(|n| format!("Trace {n}")).collect();
    assert_eq!(found, expected);
    assert_eq!(titles(&browser.get("/members/mei").await.text).len(), 20);
    assert_eq!(titles(&browser.get("/companies/qb-house").await.text).len(), 20);
});

crate::both_engines!(facets_narrow_the_list_and_nonsense_is_passed_over, |app| {
    let mei = app.member("mei").await;
    let ken = app.member("ken").await;
    run(&app, crate::sql!("update members set discipline = 'design' where id = $1").bind(ken.id)).await;
    let english = app.published(mei.id, "In English", Lang::En).await;
    app.pass(1_000);
    let japanese = app.published(ken.id, "日本語で", Lang::Ja).await;
    run(&app, crate::sql!("update revisions set stage = 'bridged' where trace_id = $1").bind(english)).await;
    run(&app, crate::sql!("update traces set stage = 'bridged' where id = $1").bind(english)).await;
    run(&app, crate::sql!("update traces set featured_at = 1 where id = $1").bind(japanese)).await;
    let mut browser = app.browser();
    for (query, expected) in [
        ("", vec!["日本語で", "In English"]),
        ("?lang=ja", vec!["日本語で"]),
        ("?lang=en", vec!["In English"]),
        ("?lang=en&lang=ja", vec!["日本語で", "In English"]),
        ("?stage=bridged", vec!["In English"]),
        ("?stage=bridged&stage=trace", vec!["日本語で", "In English"]),
        ("?discipline=design", vec!["日本語で"]),
        ("?discipline=design&stage=bridged", vec![]),
        ("?industry=services", vec!["日本語で", "In English"]),
        ("?industry=mining", vec![]),
        ("?featured=1", vec!["日本語で"]),
        ("?stage=no&discipline=%FF&after=x&featured=yes&utm_source=y&q&=&%", vec!["日本語で", "In English"]),
        ("?st%61ge=bridged", vec!["In English"]),
    ] {
        let page = browser.get(&format!("/traces{query}")).await;
        assert_eq!(page.status, 200, "{query}");
        assert_eq!(titles(&page.text), expected, "{query}");
    }
    assert_eq!(titles(&browser.get("/traces").await.text).len(), 2, "an encoded name does not spoil the kept list");
    let none = browser.get("/traces?industry=mining").await;
    assert!(none.has("No trace fits all of these.") && none.has("Clear the conditions"));
    assert!(none.has("noindex") && !browser.get("/traces").await.has("noindex"));
});

crate::both_engines!(a_draft_or_a_hidden_trace_is_in_no_list, |app| {
    let mei = app.member("mei").await;
    let seen = app.published(mei.id, "Seen", Lang::En).await;
    let hidden = app.published(mei.id, "Veiled", Lang::En).await;
    let draft = app.drafted(mei.id, "Unfinished", Lang::En).await;
    for id in [seen, hidden, draft] {
        index(&app, id, "needle Veiled Unfinished").await;
    }
    let mut browser = app.browser();
    let addresses = [
        "/",
        "/traces",
        "/companies/qb-house",
        "/members/mei",
        "/search?q=needle",
        "/feeds/traces.atom",
        "/sitemap.xml",
        "/companies/qb-house.atom",
        "/members/mei.atom",
        "/sitemap/0.xml",
    ];
    for path in addresses {
        assert!(browser.get(path).await.text.to_lowercase().contains("veiled"), "{path} shows what is public");
    }
    let company = browser.get("/companies/qb-house").await;
    assert!(company.has("2 traces") && company.has("/traces/new?company=QB+House"));
    hide(&app, hidden).await;
    for path in addresses {
        let page = browser.get(path).await;
        assert!(page.text.to_lowercase().contains("seen"), "{path}");
        for word in ["veiled", "unfinished"] {
            assert!(!page.text.to_lowercase().contains(word), "{path} shows {word}");
        }
    }
    assert!(browser.get("/companies/qb-house").await.has("One trace"));
    assert!(browser.get("/companies").await.has(">1</span>"));
});

crate::both_engines!(search_finds_japanese_of_one_and_two_characters_and_marks_it, |app| {
    let mei = app.member("mei").await;
    let barber = app.published(mei.id, "十分の床屋", Lang::Ja).await;
    index(&app, barber, "十分の床屋 QB House キュービーハウス 駅").await;
    app.pass(1_000);
    let coffee = app.published(mei.id, "Running a coffee round", Lang::En).await;
    index(&app, coffee, "Running a coffee round").await;
    let mut browser = app.browser();
    for (asked, expected) in [
        ("床", vec!["十分の床屋"]),
        ("床屋", vec!["十分の床屋"]),
        ("ｷｭｰﾋﾞｰ", vec!["十分の床屋"]),
        ("床屋 駅", vec!["十分の床屋"]),
        ("床屋 coffee", vec![]),
        ("屋床", vec![]),
        ("run", vec!["Running a coffee round"]),
    ] {
        let asked: String = url::form_urlencoded::byte_serialize(asked.as_bytes()).collect();
        let page = browser.get(&format!("/search?q={asked}")).await;
        assert_eq!(page.status, 200);
        assert!(page.has("noindex"));
        assert_eq!(titles(&page.text), expected, "{asked}");
    }
    let page = browser.get("/search?q=%E5%BA%8A").await;
    assert!(page.has("<mark>床</mark>"), "the hit is marked");
    assert!(browser.get("/search?q=run").await.has("<mark>Running</mark>"));
    assert!(browser.get("/search").await.has("Type a company or a word."));
    assert!(browser.get("/search?q=%22%3E%3Cb%3Ezzz").await.has("Nothing has"));
    assert!(!browser.get("/search?q=%22%3E%3Cb%3Ezzz").await.has("\"><b>zzz"), "what is asked is shown as text");
});

crate::both_engines!(answers_are_paged_best_first, |app| {
    let mei = app.member("mei").await;
    for n in 0..30 {
        let id = app.published(mei.id, &format!("T{n}"), Lang::En).await;
        let sql = crate::sql!("insert into search_terms (term, trace_id, weight) values ('s:tea', $1, $2)");
        run(&app, sql.bind(id).bind(n % 4)).await;
    }
    let mut browser = app.browser();
    let first = browser.get("/search?q=tea").await.text;
    let second = browser.get(&next(&first).expect("more")).await.text;
    let found = [titles(&first), titles(&second)].concat();
    let mut expected: Vec<i32> = (0..30).collect();
    expected.sort_by_key(|n| (-(n % 4), -n));
    assert_eq!(found, expected.iter().map(|n| format!("T{n}")).collect::<Vec<_>>());
    assert_eq!(next(&second), None);
});

crate::both_engines!(a_feed_is_atom_with_absolute_links_and_lasting_ids, |app| {
    let mei = app.member("mei").await;
    let id = app.published(mei.id, "Fish & <chips>", Lang::En).await;
    app.published(mei.id, "日本語で", Lang::Ja).await;
    let mut browser = app.browser();
    let answer = browser.get("/feeds/traces.atom").await;
    assert!(answer.header("content-type").starts_with("application/atom+xml"));
    let feed: atom_syndication::Feed = answer.text.parse().expect("Atom");
    assert_eq!(feed.entries().len(), 2);
    let entry = feed.entries().iter().find(|e| e.title().as_str().starts_with("Fish & <chips>")).expect("the entry");
    assert_eq!(entry.id(), format!("tag:127.0.0.1,2026:trace/{id}"));
    assert!(entry.links().iter().all(|l| l.href().starts_with("http://127.0.0.1")));
    assert!(entry.summary().expect("a summary").as_str().contains("Ten minutes"));
    let japanese: atom_syndication::Feed = browser.get("/feeds/traces.atom?lang=ja").await.text.parse().expect("Atom");
    assert_eq!(japanese.entries().len(), 1);
    let own =
        |feed: &atom_syndication::Feed| feed.links().iter().find(|l| l.rel() == "self").unwrap().href().to_owned();
    assert!(own(&japanese).ends_with("/feeds/traces.atom?lang=ja") && own(&feed).ends_with("/feeds/traces.atom"));
    assert_eq!((japanese.id(), feed.id()), (own(&japanese).as_str(), own(&feed).as_str()), "two lists, two feeds");
    let company: atom_syndication::Feed = browser.get("/companies/qb-house.atom").await.text.parse().expect("Atom");
    assert_eq!(company.entries().len(), 2);
    assert_eq!(browser.get("/companies/none.atom").await.status, 404);
});

crate::both_engines!(an_empty_site_greets_in_both_languages, |app| {
    for (lang, claim) in
        [("en", "Draw how a business really works."), ("ja", "企業がうまくいく理由を、一本の線で描く。")]
    {
        let mut browser = app.browser();
        browser.lang = lang;
        for path in ["/", "/traces", "/companies", "/search", "/about", "/terms", "/privacy", "/guidelines", "/contact"]
        {
            let page = browser.get(path).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(page.has(&format!("<html lang=\"{lang}\"")) && page.header("set-cookie").is_empty());
        }
        let home = browser.get("/").await;
        assert!(
            home.has(claim)
                && home.has("drawn map brief")
                && home.has("action=\"/traces/new\"")
                && home.has("SearchAction")
        );
    }
    let mut browser = app.browser();
    for path in ["/feeds/traces.atom", "/sitemap.xml", "/robots.txt", "/featured.atom"] {
        assert_eq!(browser.get(path).await.status, 200, "{path}");
    }
});

crate::both_engines!(who_is_unknown_or_has_left_has_no_page, |app| {
    let mei = app.member("mei").await;
    app.published(mei.id, "Hers", Lang::En).await;
    let mut browser = app.browser();
    for path in ["/members/nobody", "/members/nobody.atom", "/companies/nobody", "/sitemap/x.xml", "/sitemap/9.xml"] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    let quiet = app.member("quiet").await;
    assert!(browser.get("/members/quiet").await.has("noindex"), "nothing published");
    assert!(!browser.get("/members/mei").await.has("noindex"));
    run(
        &app,
        crate::sql!("update members set bio = 'buy now', suspended_until = $2 where id = $1")
            .bind(quiet.id)
            .bind(i64::MAX),
    )
    .await;
    assert!(!app.browser().get("/members/quiet?lang=en").await.has("buy now"), "suspended: the bio is not shown");
    run(&app, crate::sql!("update members set deleted_at = 1 where id = $1").bind(mei.id)).await;
    let list = browser.get("/traces").await;
    assert!(list.has("a member who has left") && !list.has("/members/mei"));
    assert_eq!(browser.get("/members/mei").await.status, 404);
});

crate::both_engines!(the_home_page_draws_what_is_featured, |app| {
    let mei = app.member("mei").await;
    let chosen = app.published(mei.id, "Chosen", Lang::En).await;
    app.pass(1_000);
    app.published(mei.id, "Newer", Lang::En).await;
    let sql = crate::sql!(
        "insert into features (trace_id, reason, member_id, created_at) values ($1, 'It names the wait.', $2, 5)"
    );
    run(&app, sql.bind(chosen).bind(mei.id)).await;
    run(&app, crate::sql!("update traces set featured_at = 5 where id = $1").bind(chosen)).await;
    let home = app.browser().get("/").await;
    assert_eq!(titles(&home.text), ["Chosen", "Chosen", "Newer", "Chosen"], "drawn, featured, latest");
    assert!(home.has("It names the wait."));
});
