//! Too much at once loses nothing that was typed.

use crate::base::limits::Budget;
use crate::both_engines;
use crate::traces::model::TraceId;

both_engines!(publishing_too_often_keeps_the_text_as_a_draft, |app| {
    let (mut haruka, trace) = start(&app).await;
    while app.app.limits.spend(Budget::Post, &haruka.id.to_string()).is_ok() {}
    let gists = ["shift", "task", "value", "model"].map(|key| format!("{key}.gist"));
    let mut fields = vec![("version", "1"), ("title", "Words that stay")];
    fields.extend(gists.iter().map(|name| (name.as_str(), "A gist.")));
    let answer = haruka.browser.post(&format!("/traces/{trace}/publish"), &fields).await;
    assert_eq!(answer.status, 429);
    assert!(
        answer.has("Words that stay") && answer.has("Your draft is saved") && !answer.header("retry-after").is_empty()
    );
    assert!(haruka.browser.get(&format!("/traces/{trace}/edit")).await.has("Words that stay"));
});

both_engines!(saving_too_often_keeps_the_text_on_the_page, |app| {
    let (mut haruka, trace) = start(&app).await;
    while app.app.limits.spend(Budget::Typing, &haruka.id.to_string()).is_ok() {}
    let edit = format!("/traces/{trace}/edit");
    let answer = haruka.browser.post(&edit, &[("version", "1"), ("title", "Words that stay")]).await;
    assert_eq!(answer.status, 429);
    assert!(answer.has("Words that stay") && answer.has("nothing of what you typed is lost"));
    assert!(!haruka.browser.get(&edit).await.has("Words that stay"), "not saved");
});

both_engines!(drawing_too_often_keeps_the_line, |app| {
    crate::companies::actions::seed_directory(&app.app).await.unwrap();
    let mut browser = app.browser();
    let line = [("company", "Workman"), ("who", "people outside"), ("from", "a"), ("to", "b")];
    let mut last = browser.post("/traces/new", &line).await;
    for _ in 0..40 {
        last = browser.post("/traces/new", &line).await;
    }
    assert_eq!(last.status, 429, "{}", last.text);
    assert!(last.has("people outside") && last.has("Workman"));
});

both_engines!(an_address_that_posts_or_previews_too_much_waits_whoever_is_signed_in_there, |app| {
    let (mut haruka, trace) = start(&app).await;
    let mut ken = app.member("ken").await;
    let address = app.address.ip().to_string();
    assert_eq!(ken.browser.post("/preview", &[("text", "a")]).await.status, 200);
    while app.app.limits.spend(Budget::TypingAddress, &address).is_ok() {}
    for who in [&mut ken, &mut haruka] {
        let late = who.browser.post("/preview", &[("text", "a")]).await;
        assert!(late.status == 429 && !late.header("retry-after").is_empty());
    }
    let fields = [("version", "1"), ("title", "Words that stay")];
    let saved = haruka.browser.post(&format!("/traces/{trace}/edit"), &fields).await;
    assert!(saved.status == 429 && saved.has("Words that stay"));
    while app.app.limits.spend(Budget::PostAddress, &address).is_ok() {}
    let line = [("company", "Workman"), ("who", "people outside")];
    let late = ken.browser.post("/traces/new", &line).await;
    assert!(late.status == 429 && late.has("people outside"), "{}", late.text);
});

both_engines!(an_address_that_signs_in_or_up_too_much_waits, |app| {
    let address = app.address.ip().to_string();
    for (budget, path) in [(Budget::SignInAddress, "/sign-in"), (Budget::SignUpAddress, "/reset")] {
        while app.app.limits.spend(budget, &address).is_ok() {}
        let late =
            app.browser().post(path, &[("email", "haruka@example.org"), ("password", "a quiet walk home")]).await;
        assert!(
            late.status == 429 && late.has("haruka@example.org") && !late.header("retry-after").is_empty(),
            "{path}"
        );
    }
});

async fn start(app: &crate::testing::TestApp) -> (crate::testing::cast::Actor, TraceId) {
    crate::companies::actions::seed_directory(&app.app).await.unwrap();
    let mut haruka = app.member("haruka").await;
    let answer = haruka.browser.post("/traces/new", &[("company", "Workman"), ("who", "people outside")]).await;
    let trace = answer.location().split('/').nth(2).and_then(|id| id.parse().ok()).expect("an edit address");
    (haruka, trace)
}
