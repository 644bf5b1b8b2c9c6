//! What the desk says of a draft, and traces begun from others.

use super::*;
use crate::base::words::Lang;

both_engines!(the_desk_points_and_never_blocks, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let fields = form(&mut haruka.browser, &edit).await;
    let body = [("model.body", "They ran a TV campaign and sales doubled, by 120%.")];
    assert_eq!(send(&mut haruka.browser, &edit, &fields, &body).await.status, 303);
    let page = haruka.browser.get(&edit).await;
    for text in [
        "Depth check",
        "A result from one tactic.",
        "href=\"#model-body\"",
        "They ran a TV campaign and sales doubled, by 120%.</q>",
        "A number without a source.",
        "A missing bridge.",
        "href=\"#shift-task-body\"",
        "What would add most now:",
        "href=\"#part-task\"",
        "gist only",
    ] {
        assert!(page.has(text), "{text}: {}", page.text);
    }
    let japanese = haruka.browser.get(&format!("{edit}?lang=ja")).await;
    assert!(japanese.has("出典のない数字です。"), "in the writer's language");
    let answer = haruka.browser.post(&publish_of(&edit), &[]).await;
    assert_eq!(answer.status, 303, "it never blocks");
});

both_engines!(saving_by_itself_brings_the_check_along, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let request = haruka
        .browser
        .request(reqwest::Method::POST, &edit)
        .header("sec-fetch-site", "same-origin")
        .header("accept", "application/json")
        .form(&[("version", "1"), ("value.body", "It costs 990% <b>")]);
    let saved = haruka.browser.send(request).await;
    let json: serde_json::Value = serde_json::from_str(&saved.text).unwrap();
    let (grown, depth) = (json["grown"].as_str().unwrap(), json["depth"].as_str().unwrap());
    assert!(depth.contains("A number without a source.") && depth.contains("990% &lt;b"), "{depth}");
    assert!(grown.contains("#part-task") && grown.contains("one number without a source"), "{grown}");
});

both_engines!(a_trace_shows_what_is_open_and_to_its_author_what_adds_most, |app| {
    let haruka = app.member("haruka").await;
    let id = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let page = app.browser().get(&format!("/traces/{id}-ten-minutes")).await;
    assert!(page.has("<dt>Open</dt><dd>one bridge, one number without a source</dd>"), "{}", page.text);
    assert!(!page.has("What would add most now:"));
    let mut browser = haruka.browser;
    let own = browser.get(&format!("/traces/{id}-ten-minutes")).await;
    assert!(own.has("What would add most now:") && own.has(&format!("/traces/{id}/edit#part-value-model")));
});

both_engines!(a_member_builds_on_another_members_trace, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let origin = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let at = format!("/traces/{origin}/build-on");
    assert!(app.browser().get(&format!("/traces/{origin}-ten-minutes")).await.has(&format!("action=\"{at}\"")));
    assert_eq!(app.browser().post(&at, &[]).await.status, 401);
    let begun = ken.browser.post(&at, &[]).await;
    assert_eq!(begun.status, 303, "{}", begun.text);
    let edit = begun.location().to_owned();
    assert_eq!(ken.browser.post(&at, &[]).await.location(), edit, "begun already: that draft again");
    let page = ken.browser.get(&edit).await;
    assert!(page.has("Private sector wage survey") && !page.has("Pay stopped rising"), "sources, not words");
    assert!(page.has("Built on another trace"));
    assert_eq!(haruka.browser.post(&at, &[]).await.location(), format!("/traces/{origin}/edit"));
    let read = format!("/traces/{origin}-ten-minutes");
    assert!(!app.browser().get(&read).await.has("Built on this one:"), "a draft is nobody's news");

    let mut fields = form(&mut ken.browser, &edit).await;
    fields.retain(|(name, _)| name != "title");
    let published = send(&mut ken.browser, &publish_of(&edit), &fields, &[("title", "A chair by the gate")]).await;
    assert_eq!(published.status, 303, "{}", published.text);
    let built = app.browser().get(published.location()).await;
    assert!(
        built.has("Built on:") && built.has("Ten minutes</a>") && built.has("by haruka the tester"),
        "{}",
        built.text
    );
    let credited = app.browser().get(&read).await;
    assert!(
        credited.has("Built on this one:")
            && credited.has("A chair by the gate</a>")
            && credited.has("by ken the tester")
    );
    assert!(haruka.browser.get("/inbox").await.has("ken the tester built a trace on yours"));

    let hide = crate::sql!("update traces set hidden_at = 1 where id = $1");
    let mut tx = app.app.db.write().await.unwrap();
    hide.bind(id_of(&edit)).run(&mut tx).await.unwrap();
    tx.tell(format!("trace:{}", id_of(&edit)));
    app.app.commit(tx).await.unwrap();
    assert!(!app.browser().get(&read).await.has("A chair by the gate"), "what is hidden is credited nowhere");
});

both_engines!(nobody_builds_on_what_they_cannot_read_or_against_a_block, |app| {
    let haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let draft = app.drafted(haruka.id, "Not yet", Lang::En).await;
    assert_eq!(ken.browser.post(&format!("/traces/{draft}/build-on"), &[]).await.status, 404);
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("insert into blocks (member_id, blocked_id, created_at) values ($1, $2, 1)")
        .bind(haruka.id)
        .bind(ken.id)
        .run(&mut tx)
        .await
        .unwrap();
    app.app.commit(tx).await.unwrap();
    assert_eq!(ken.browser.post(&format!("/traces/{trace}/build-on"), &[]).await.status, 403);
});

both_engines!(credits_are_read_through_their_indexes, |app| {
    for (words, parameters) in [("t.published_at desc, t.id desc limit $3", 3), ("order by t.id limit 1", 2)] {
        let plan = app.plan("traces/store/growth.rs", words, parameters).await;
        assert!(!plan.contains("SCAN t") && !plan.contains("Seq Scan on traces"), "{words}: {plan}");
    }
});
