//! What changed between revisions, and restoring one.

use crate::both_engines;
use crate::testing::TestApp;
use crate::testing::cast::Actor;
use crate::testing::client::Answer;
use crate::traces::model::TraceId;

/// A member's trace of Workman, published by the form; `words`: the market shift's text.
pub async fn published(app: &TestApp, member: &mut Actor, words: &str) -> TraceId {
    crate::companies::actions::seed_directory(&app.app).await.unwrap();
    let drawn = member
        .browser
        .post("/traces/new", &[("company", "Workman"), ("language", "en"), ("who", "people outside")])
        .await;
    let trace = drawn.location().split('/').nth(2).and_then(|id| id.parse().ok()).expect("an edit address");
    let answer = publish(app, member, trace, words, "").await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    trace
}

/// Publishes these words as the market shift, over the newest draft.
pub async fn publish(app: &TestApp, member: &mut Actor, trace: TraceId, words: &str, reason: &str) -> Answer {
    app.pass(1_000);
    let mut fields = form(app, trace, words).await;
    fields.push(("reason".into(), reason.into()));
    post(member, &format!("/traces/{trace}/publish"), &fields).await
}

pub async fn post(member: &mut Actor, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    member.browser.post(path, &fields).await
}

/// The editor's fields, over the newest draft.
pub async fn form(app: &TestApp, trace: TraceId, words: &str) -> Vec<(String, String)> {
    let mut conn = app.app.db.read().await.unwrap();
    let (version,): (i64,) =
        crate::sql!("select version from drafts where trace_id = $1").bind(trace).one(&mut conn).await.unwrap();
    let mut fields = vec![("version".to_owned(), version.to_string()), ("title".into(), "How Workman works".into())];
    fields
        .extend(["shift", "task", "value", "model"].map(|key| (format!("{key}.gist"), format!("The gist of {key}."))));
    fields.push(("shift.body".into(), words.into()));
    fields
}

both_engines!(a_later_revision_says_why_and_nothing_typed_is_lost, |app| {
    let mut haruka = app.member("haruka").await;
    let trace = published(&app, &mut haruka, "Wages peaked.").await;
    let refused = publish(&app, &mut haruka, trace, "Wages peaked in 1997.", "  ").await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("Wages peaked in 1997.") && refused.has("href=\"#reason\""), "{}", refused.text);
    let long = "because ".repeat(40);
    let refused = publish(&app, &mut haruka, trace, "Wages peaked in 1997.", &long).await;
    assert!(refused.status == 422 && refused.has(long.trim()), "the reason is kept");
    assert_eq!(publish(&app, &mut haruka, trace, "Wages peaked in 1997.", "the year").await.status, 303);
    assert!(app.browser().get(&format!("/traces/{trace}/history")).await.has("the year"));
});

both_engines!(what_changed_is_shown_word_by_word, |app| {
    let mut haruka = app.member("haruka").await;
    let trace = published(&app, &mut haruka, "Wages peaked, and stayed.\n\nNobody noticed.").await;
    publish(&app, &mut haruka, trace, "Wages peaked, and fell.\n\nNobody noticed.", "they fell").await;
    let page = app.browser().get(&format!("/traces/{trace}/history/2?from=1")).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let plain = page.text.replace("<!>", "");
    assert!(
        plain.contains("<del><span class=\"vh\">[removed: </span>stayed<span class=\"vh\">]</span></del>"),
        "{plain}"
    );
    assert!(plain.contains("<ins><span class=\"vh\">[added: </span>fell<span class=\"vh\">]</span></ins>"), "{plain}");
    assert!(page.has("they fell") && page.has("haruka the tester") && page.has("noindex") && page.has("Unchanged: "));
    assert!(page.has("<p class=\"kept\">Nobody noticed.</p>"));
    // The other way round, and a revision with itself.
    let back = app.browser().get(&format!("/traces/{trace}/history/1?from=2")).await.text.replace("<!>", "");
    assert!(back.contains("[removed: </span>fell"), "{back}");
    assert!(app.browser().get(&format!("/traces/{trace}/history/2?from=2")).await.has("say the same"));
    // As the form asks.
    let asked = app.browser().get(&format!("/traces/{trace}/history?from=1&to=2")).await;
    assert_eq!((asked.status.as_u16(), asked.location()), (303, format!("/traces/{trace}/history/2?from=1").as_str()));
    for wrong in ["3?from=1", "2?from=9", "0?from=1", "2?from=-1"] {
        assert_eq!(app.browser().get(&format!("/traces/{trace}/history/{wrong}")).await.status, 404, "{wrong}");
    }
    assert!(app.browser().get(&format!("/traces/{trace}/history")).await.has("/history/2?from=1"));
});

both_engines!(what_is_for_the_authors_is_in_no_difference, |app| {
    let mut haruka = app.member("haruka").await;
    let trace = published(&app, &mut haruka, "Secret words.").await;
    publish(&app, &mut haruka, trace, "Other secret words.", "more").await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("update parts set visibility = 'authors' where part_key = 'shift'").run(&mut tx).await.unwrap();
    app.app.commit(tx).await.unwrap();
    let path = format!("/traces/{trace}/history/2?from=1");
    assert!(!app.browser().get(&path).await.has("ecret"));
    assert!(haruka.browser.get(&path).await.has("ecret"));
});

both_engines!(restoring_makes_a_new_revision_of_the_old_words, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = published(&app, &mut haruka, "First words.").await;
    publish(&app, &mut haruka, trace, "Second thoughts.", "I thought again").await;
    let restore = format!("/traces/{trace}/history/1/restore");
    for who in [&mut ken.browser, &mut app.browser()] {
        assert!(who.get(&restore).await.status != 200 && who.post(&restore, &[("reason", "mine")]).await.status != 303);
    }
    assert!(haruka.browser.get(&restore).await.has("Back to revision 1"));
    let refused = haruka.browser.post(&restore, &[("reason", " ")]).await;
    assert_eq!(refused.status, 422);
    app.pass(1_000);
    let done = haruka.browser.post(&restore, &[("reason", "The first was better")]).await;
    assert_eq!(done.status, 303, "{}", done.text);
    let page = app.browser().get(done.location()).await;
    assert!(page.has("First words.") && page.has("No. 3") && !page.has("Second thoughts."));
    assert!(app.browser().get(&format!("/traces/{trace}/history/2")).await.has("Second thoughts."));
    assert!(app.browser().get(&format!("/traces/{trace}/history")).await.has("The first was better"));
    assert!(
        haruka.browser.get(&format!("/traces/{trace}/edit")).await.has("First words."),
        "the draft goes on from there"
    );
    assert_eq!(
        haruka.browser.post(&format!("/traces/{trace}/history/3/restore"), &[("reason", "x")]).await.status,
        404
    );
    assert_eq!(
        haruka.browser.post(&format!("/traces/{trace}/history/9/restore"), &[("reason", "x")]).await.status,
        404
    );
});

both_engines!(restoring_leaves_no_unpublished_word_behind, |app| {
    let mut haruka = app.member("haruka").await;
    let trace = published(&app, &mut haruka, "First words.").await;
    publish(&app, &mut haruka, trace, "Second thoughts.", "again").await;
    app.pass(1_000);
    let fields = form(&app, trace, "Not published yet.").await;
    assert_eq!(post(&mut haruka, &format!("/traces/{trace}/edit"), &fields).await.status, 303);
    let restore = format!("/traces/{trace}/history/1/restore");
    let refused = haruka.browser.post(&restore, &[("reason", "My reason")]).await;
    assert_eq!(refused.status, 409);
    assert!(refused.has("not published") && refused.has("My reason"), "{}", refused.text);
    assert!(haruka.browser.get(&format!("/traces/{trace}/edit")).await.has("Not published yet."));
});

both_engines!(a_restored_trace_is_about_the_company_that_its_own_became, |app| {
    let mut haruka = app.member("haruka").await;
    let trace = published(&app, &mut haruka, "First words.").await;
    publish(&app, &mut haruka, trace, "Second thoughts.", "again").await;
    // Merged: the trace is the other company's now, and the first is gone.
    let mut tx = app.app.db.write().await.unwrap();
    let (other,): (i64,) = crate::sql!("select id from companies where slug = 'netflix'").one(&mut tx).await.unwrap();
    crate::sql!("update traces set company_id = $1 where id = $2").bind(other).bind(trace).run(&mut tx).await.unwrap();
    app.app.commit(tx).await.unwrap();
    app.pass(1_000);
    let restore = format!("/traces/{trace}/history/1/restore");
    let done = haruka.browser.post(&restore, &[("reason", "The first was better")]).await;
    assert_eq!(done.status, 303, "{}", done.text);
    let page = app.browser().get(done.location()).await;
    assert!(page.has("First words.") && page.has("Netflix") && !page.has("Workman</a>"), "{}", page.text);
});

both_engines!(features_and_comments_keep_to_their_revision, |app| {
    let mut haruka = app.member("haruka").await;
    let (mut ken, mut sora) = (app.member("ken").await, app.organizer("sora").await);
    let trace = published(&app, &mut haruka, "First words.").await;
    let feature =
        sora.browser.post(&format!("/traces/{trace}/feature"), &[("reason", "It begins with the task.")]).await;
    assert_eq!(feature.status, 303, "{}", feature.text);
    let said = [("part", "shift"), ("kind", "question"), ("body", "Since when?"), ("parent", "")];
    assert_eq!(ken.browser.post(&format!("/traces/{trace}/comments"), &said).await.status, 303);
    for words in ["Second.", "Third."] {
        publish(&app, &mut haruka, trace, words, "again").await;
    }
    let page = app.browser().get(&format!("/traces/{trace}-how-workman-works")).await;
    assert!(page.has("on revision 1, 2 revisions ago"), "{}", page.text);
    assert!(page.has("revision 1, 2 revisions ago</a>") && page.has(&format!("/traces/{trace}/history/1\"")));
});
