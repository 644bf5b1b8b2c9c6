//! The writer's desk: saving by itself, sources, previews, strange words, older HTML.

use super::*;

both_engines!(the_editor_saves_by_itself, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let auto = async |browser: &mut Client, version: &str| {
        let request = browser
            .request(reqwest::Method::POST, &edit)
            .header("sec-fetch-site", "same-origin")
            .header("accept", "application/json")
            .form(&[
                ("version", version),
                ("shift.gist", &"long ".repeat(60)),
                ("value-model.body", &format!("because of {version}")),
            ]);
        browser.send(request).await
    };
    let saved = auto(&mut haruka.browser, "1").await;
    assert_eq!(saved.status, 200);
    let json: serde_json::Value = serde_json::from_str(&saved.text).unwrap();
    assert_eq!(json["version"], 2);
    assert!(json["saved_at"].is_i64() && json["saved"].as_str().is_some_and(|s| s.starts_with("Saved ")));
    let page = haruka.browser.get(&edit).await;
    assert!(page.has("long long long") && page.has("a coat that does both"), "what was not sent stays");
    let fields = [("version", "2"), ("task.gist", "newer")];
    assert_eq!(haruka.browser.post(&edit, &fields).await.status, 422, "the long gist is said now");
    let older = auto(&mut haruka.browser, "2").await;
    assert_eq!(older.status, 409);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&older.text).unwrap()["version"], 3);
    assert_eq!(auto(&mut app.browser(), "3").await.status, 401);
});

both_engines!(one_more_source_and_one_fewer, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let fields = form(&mut haruka.browser, &edit).await;
    let one = [
        ("source.1.key", "ir"),
        ("source.1.kind", "report"),
        ("source.1.title", "To our owners"),
        ("do", "add-source"),
    ];
    let answer = send(&mut haruka.browser, &edit, &fields, &one).await;
    assert_eq!(answer.status, 303);
    let more = haruka.browser.get(answer.location().split('#').next().unwrap()).await;
    assert!(more.has("source.2.key") && more.has("To our owners"));
    let fields = form(&mut haruka.browser, &edit).await;
    let fewer = [
        ("source.1.key", "ir"),
        ("source.1.kind", "report"),
        ("source.1.title", "To our owners"),
        ("do", "remove-source-1"),
    ];
    assert_eq!(send(&mut haruka.browser, &edit, &fields, &fewer).await.status, 303);
    assert!(!haruka.browser.get(&edit).await.has("To our owners"));
});

both_engines!(strange_words_do_no_harm, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let fields = form(&mut haruka.browser, &edit).await;
    let long = "x".repeat(100_000);
    let strange = [
        ("shift.body", long.as_str()),
        ("task.body", "a\0b\u{202E}c"),
        ("task.gist", "\u{200D}"),
        ("title", "T\0\u{FFFE}itle"),
    ];
    let answer = send(&mut haruka.browser, &edit, &fields, &strange).await;
    assert_eq!(answer.status, 422);
    assert!(answer.has(&long) && answer.has("abc") && !answer.text.contains('\0') && !answer.text.contains('\u{202E}'));
    let zalgo = format!("a{}\0", "\u{301}".repeat(100));
    let fields = form(&mut haruka.browser, &edit).await;
    let answer = send(&mut haruka.browser, &publish_of(&edit), &fields, &[("value.body", &zalgo)]).await;
    assert_eq!(answer.status, 422);
    let deep = ">".repeat(5_000) + "x" + &"[^".repeat(5_000);
    let fields = form(&mut haruka.browser, &edit).await;
    let answer =
        send(&mut haruka.browser, &publish_of(&edit), &fields, &[("shift.body", "short"), ("value.body", &deep)]).await;
    assert!(answer.status == 422 || answer.status == 303, "{}", answer.status);
    let huge = haruka.browser.post(&edit, &[("shift.body", &"y".repeat(1_100_000))]).await;
    assert_eq!(huge.status, 413);
});

both_engines!(members_preview_what_they_write, |app| {
    let mut haruka = app.member("haruka").await;
    let answer = haruka
        .browser
        .post("/preview", &[("text", "**bold** <script>alert(1)</script> x[^ir]"), ("keys", "ir tv")])
        .await;
    assert_eq!(answer.status, 200);
    assert!(answer.has("<strong>bold</strong>") && !answer.has("<script") && answer.has("source-ir"));
    assert_eq!(app.browser().post("/preview", &[("text", "x")]).await.status, 401);
    assert_eq!(haruka.browser.post("/preview", &[("text", &"x".repeat(65 * 1024))]).await.status, 413);
});

both_engines!(older_html_is_rendered_anew, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let fields = form(&mut haruka.browser, &edit).await;
    assert_eq!(send(&mut haruka.browser, &publish_of(&edit), &fields, &[("value.body", "*new*")]).await.status, 303);
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("update revisions set html_version = 0").run(&mut tx).await.unwrap();
    crate::sql!("update parts set html = 'old'").run(&mut tx).await.unwrap();
    app.app.commit(tx).await.unwrap();
    crate::traces::jobs::ask_rerender(&app.app).await.unwrap();
    assert_eq!(crate::worker::drain(&app.app).await.unwrap(), 1);
    let mut conn = app.app.db.read().await.unwrap();
    let html: (String,) = crate::sql!("select html from parts where part_key = 'value'").one(&mut conn).await.unwrap();
    assert!(html.0.contains("<em>new</em>"));
});
