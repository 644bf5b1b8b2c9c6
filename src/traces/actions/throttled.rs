//! Too much at once loses nothing that was typed.

use crate::base::limits::Budget;
use crate::both_engines;
use crate::testing::TestApp;
use crate::testing::cast::Actor;
use crate::testing::client::Answer;
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
    assert_eq!(ken.browser.post("/preview", &[("text", "a")]).await.status, 200);
    let (edit, words) = (format!("/traces/{trace}/edit"), [("version", "1"), ("title", "Words that stay")]);
    for who in [&mut ken, &mut haruka] {
        let late = refused(&app, who, Budget::TypingAddress, "/preview", &[("text", "a")]).await;
        assert!(!late.header("retry-after").is_empty());
    }
    assert!(refused(&app, &mut haruka, Budget::TypingAddress, &edit, &words).await.has("Words that stay"));
    let line = [("company", "Workman"), ("who", "people outside")];
    assert!(refused(&app, &mut ken, Budget::PostAddress, "/traces/new", &line).await.has("people outside"));
});

/// The answer once the address has spent all; a budget that refills fast may let one through first.
async fn refused(app: &TestApp, who: &mut Actor, budget: Budget, path: &str, fields: &[(&str, &str)]) -> Answer {
    for _ in 0..50 {
        while app.app.limits.spend(budget, &app.address.ip().to_string()).is_ok() {}
        let answer = who.browser.post(path, fields).await;
        if answer.status == 429 {
            return answer;
        }
    }
    panic!("{path} is never refused");
}

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

async fn start(app: &TestApp) -> (Actor, TraceId) {
    crate::companies::actions::seed_directory(&app.app).await.unwrap();
    let mut haruka = app.member("haruka").await;
    let answer = haruka.browser.post("/traces/new", &[("company", "Workman"), ("who", "people outside")]).await;
    let trace = answer.location().split('/').nth(2).and_then(|id| id.parse().ok()).expect("an edit address");
    (haruka, trace)
}
