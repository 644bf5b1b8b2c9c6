//! Reading a trace, through HTTP.

use crate::base::words::Lang;
use crate::both_engines;
use crate::testing::TestApp;
use crate::traces::model::TraceId;

/// Changes rows behind the site's back, as an action of a higher slice would, and tells it.
async fn change(app: &TestApp, statement: crate::base::db::Sql, id: TraceId) {
    let mut tx = app.app.db.write().await.unwrap();
    statement.bind(id).run(&mut tx).await.unwrap();
    tx.tell(format!("trace:{id}"));
    app.app.commit(tx).await.unwrap();
}

both_engines!(a_guest_reads_a_published_trace, |app| {
    let haruka = app.member("haruka").await;
    let id = app.published(haruka.id, "The ten-minute haircut", Lang::En).await;
    let page = app.browser().get(&format!("/traces/{id}-the-ten-minute-haircut")).await;
    assert_eq!(page.status, 200, "{}", page.text);
    for text in [
        "<h1>The ten-minute haircut</h1>",
        "QB House (6571)",
        "haruka the tester",
        "drawn map",
        "<em>haircut</em>",
        "Gap: nobody has said why yet.",
        "id=\"source-survey\"",
        "href=\"#cite-shift-survey-1\"",
        "CC BY-SA 4.0",
        "rel=\"canonical\"",
        "application/ld+json",
        "text/markdown",
        "content=\"article\"",
        "two of three bridges",
    ] {
        assert!(page.has(text), "{text}: {}", page.text);
    }
    assert!(!page.has(&format!("/traces/{id}/edit")));
    let again = app.browser().request(reqwest::Method::GET, &format!("/traces/{id}-the-ten-minute-haircut"));
    let again = app.browser().send(again.header("if-none-match", page.header("etag"))).await;
    assert_eq!(again.status, 304);
    let mut browser = haruka.browser;
    let mine = browser.get(&format!("/traces/{id}-the-ten-minute-haircut")).await;
    assert!(mine.has(&format!("/traces/{id}/edit#part-value-model")));
    assert!(mine.has("<textarea") && mine.header("cache-control") == "private, no-cache", "a comment can be typed");
});

both_engines!(a_draft_is_its_authors_only, |app| {
    let mut haruka = app.member("haruka").await;
    let mut mei = app.member("mei").await;
    let mut sora = app.organizer("sora").await;
    let id = app.drafted(haruka.id, "Not yet", Lang::En).await;
    for path in ["", "-not-yet", "-not-yet.md", "-not-yet.json", "/history", "/history/1"] {
        let path = format!("/traces/{id}{path}");
        assert_eq!(app.browser().get(&path).await.status, 404, "{path}");
        assert_eq!(mei.browser.get(&path).await.status, 404, "{path}");
        assert_eq!(sora.browser.get(&path).await.status, 404, "{path}");
    }
    let own = haruka.browser.get(&format!("/traces/{id}-not-yet")).await;
    assert_eq!((own.status.as_u16(), own.location()), (303, format!("/traces/{id}/edit").as_str()));
});

both_engines!(a_hidden_trace_is_gone_for_readers_at_once, |app| {
    let mut haruka = app.member("haruka").await;
    let mut sora = app.organizer("sora").await;
    let id = app.published(haruka.id, "Haircut", Lang::En).await;
    let paths =
        ["-haircut", "-haircut.md", "-haircut.json", "/history", "/history/1"].map(|p| format!("/traces/{id}{p}"));
    for path in &paths {
        assert_eq!(app.browser().get(path).await.status, 200, "{path}");
    }
    change(&app, crate::sql!("update traces set hidden_at = 1 where id = $1"), id).await;
    for path in &paths {
        assert_eq!(app.browser().get(path).await.status, 404, "{path}");
    }
    assert!(sora.browser.get(&paths[0]).await.has("An organizer has hidden this trace"));
    assert_eq!(haruka.browser.get(&paths[0]).await.status, 200);
});

both_engines!(an_old_or_wrong_slug_leads_to_the_trace, |app| {
    let haruka = app.member("haruka").await;
    let id = app.published(haruka.id, "十分の床屋", Lang::Ja).await;
    let right = format!("/traces/{id}-%E5%8D%81%E5%88%86%E3%81%AE%E5%BA%8A%E5%B1%8B");
    for (asked, form) in [("", ""), ("-old", ""), ("-old.md", ".md"), (".json", ".json"), ("-old?lang=ja", "?lang=ja")]
    {
        let answer = app.browser().get(&format!("/traces/{id}{asked}")).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (301, format!("{right}{form}").as_str()));
    }
    let page = app.browser().get(&format!("/traces/{id}-十分の床屋?lang=ja")).await;
    assert_eq!(page.status, 200);
    assert!(page.has("<h1>十分の床屋</h1>") && page.has("キュービーハウス(6571)") && page.has("つながり 2/3"));
    let english = app.browser().get(&right).await;
    assert!(english.has("<h1 lang=\"ja\">十分の床屋</h1>"));
    for wrong in
        ["/traces/x", "/traces/%FF", "/traces/99999", "/traces/1.html", "/traces/x/history", "/traces/1/history/x"]
    {
        assert_eq!(app.browser().get(wrong).await.status, 404, "{wrong}");
    }
});

both_engines!(programs_read_markdown_and_json, |app| {
    let haruka = app.member("haruka").await;
    let id = app.published(haruka.id, "Haircut", Lang::En).await;
    let md = app.browser().get(&format!("/traces/{id}-haircut.md")).await;
    assert_eq!(md.header("content-type"), "text/markdown; charset=utf-8");
    assert_eq!(md.header("content-language"), "en");
    assert!(md.has("---\ntitle: \"Haircut\"\n") && md.has("Wages peaked in 1997.[^survey]"));
    assert!(md.has("[^survey]: Private sector wage survey. National Tax Agency. 2019."));
    let json = app.browser().get(&format!("/traces/{id}-haircut.json")).await;
    assert_eq!(json.header("content-type"), "application/json");
    let value: serde_json::Value = serde_json::from_str(&json.text).unwrap();
    assert_eq!(value["parts"][0]["key"], "shift");
    assert_eq!(value["company"]["code"], "6571");
    assert_eq!(value["sources"][0]["key"], "survey");
});

both_engines!(a_revision_stays_as_it_was, |app| {
    let haruka = app.member("haruka").await;
    let id = app.published(haruka.id, "First words", Lang::En).await;
    assert!(app.browser().get(&format!("/traces/{id}-first-words")).await.has("First words"));
    app.revised(id, haruka.id, "Second thoughts", Lang::En).await;
    assert_eq!(app.browser().get(&format!("/traces/{id}-first-words")).await.status, 301);
    let first = app.browser().get(&format!("/traces/{id}/history/1")).await;
    assert!(first.has("<h1>First words</h1>") && first.has("You are reading revision 1 of 2."));
    assert!(first.has("noindex") && !first.has("rel=\"canonical\""));
    assert_eq!(app.browser().get(&format!("/traces/{id}/history/3")).await.status, 404);
    let history = app.browser().get(&format!("/traces/{id}/history")).await;
    assert!(history.has("Revision 2, published") && history.has("the survey came out"));
    assert!(history.has(&format!("href=\"/traces/{id}/history/1\"")));
    let older = app.browser().get(&format!("/traces/{id}/history?after=2")).await;
    assert!(!older.has("Revision 2") && older.has("First published"));
});

both_engines!(what_is_for_the_authors_is_in_no_form, |app| {
    let mut haruka = app.member("haruka").await;
    let id = app.published(haruka.id, "Haircut", Lang::En).await;
    change(&app, crate::sql!("update parts set visibility = 'authors' where part_key = 'value' and trace_id = $1"), id)
        .await;
    for form in ["-haircut", "-haircut.md", "-haircut.json", "/history/1"] {
        let path = format!("/traces/{id}{form}");
        let read = app.browser().get(&path).await;
        assert!(!read.has("end of waiting") && !read.has("Ten minutes"), "{path}");
        assert!(haruka.browser.get(&path).await.has("end of waiting"), "{path}");
    }
});

both_engines!(hostile_words_are_only_words, |app| {
    let haruka = app.member("haruka").await;
    let evil = "</title></script><script>alert(1)</script>\"><b>";
    let id = app.published(haruka.id, evil, Lang::En).await;
    let gist = crate::sql!(
        "update parts set gist = '</script><img src=x onerror=alert(2)>' where part_key = 'task' and trace_id = $1"
    );
    change(&app, gist, id).await;
    let at = app.browser().get(&format!("/traces/{id}")).await;
    let page = app.browser().get(at.location()).await;
    assert_eq!(page.status, 200);
    assert!(!page.has("<script>alert") && !page.has("<img src=x"), "{}", page.text);
    assert!(page.has("&lt;script&gt;alert(1)"));
    assert_eq!(page.text.matches("</script>").count(), page.text.matches("<script").count());
});
