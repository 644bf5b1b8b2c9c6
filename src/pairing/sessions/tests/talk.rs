//! What the two tell each other: messages, the call, the company; and what is not lost.

use super::*;
use crate::base::limits::Budget;
use crate::companies::model::CompanyId;
use crate::pairing::sessions::store::talk::PAGE;

async fn block(app: &TestApp, actor: &mut Actor, other: &str) {
    assert_eq!(actor.browser.post(&format!("/members/{other}/block"), &[]).await.status, 303);
    app.letters().await;
}

/// A company of the directory.
async fn company(app: &TestApp, name: &str) -> CompanyId {
    let mut tx = app.app.db.write().await.unwrap();
    let (id,): (CompanyId,) = crate::sql!(
        "insert into companies (slug, name_ja, name_en, industry, sort_key, created_at) values ($1, $1, $1, 'retail', $1, 0)
         returning id"
    )
    .bind(name)
    .one(&mut tx)
    .await
    .unwrap();
    crate::companies::store::insert_name(&mut tx, id, &crate::base::text::key(name)).await.unwrap();
    app.app.commit(tx).await.unwrap();
    id
}

crate::both_engines!(who_is_blocked_reads_it_nowhere_and_nobody_writes_for_ever, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let path = format!("/pair/sessions/{id}");
    let send = [("body", "Are you there?")];
    assert_eq!(ken.browser.post(&format!("{path}/messages"), &send).await.status, 303);
    block(&app, &mut haruka, "ken").await;
    let page = ken.browser.get(&path).await;
    assert!(page.has("Messages are closed.") && !page.has("name=\"body\""));
    let refused = ken.browser.post(&format!("{path}/messages"), &send).await;
    assert_eq!(refused.status, 409);
    assert!(!refused.text.to_lowercase().contains("block the") && !refused.has("has blocked"), "{}", refused.text);
    assert!(refused.has("This is what you typed") && refused.has("<dd class=\"lines\">Are you there?</dd>"));
});

crate::both_engines!(messages_close_three_days_after_the_hour, |app| {
    let (mut haruka, _, id) = two(&app).await;
    let path = format!("/pair/sessions/{id}");
    app.pass(73 * HOUR);
    app.letters().await;
    let sorry = [("body", "Sorry, I was ill")];
    assert_eq!(
        haruka.browser.post(&format!("{path}/messages"), &sorry).await.status,
        303,
        "to settle whether they met"
    );
    app.pass(3 * DAY);
    assert_eq!(haruka.browser.post(&format!("{path}/messages"), &sorry).await.status, 409);
    assert!(haruka.browser.get(&path).await.has("Messages are closed."));
});

crate::both_engines!(every_message_can_be_read, |app| {
    let (mut haruka, ken, id) = two(&app).await;
    let mut tx = app.app.db.write().await.unwrap();
    for n in 1..=PAGE + 2 {
        store::talk::add_message(&mut tx, id, ken.id, &format!("message number {n} of all"), app.app.now())
            .await
            .unwrap();
    }
    app.app.commit(tx).await.unwrap();
    let path = format!("/pair/sessions/{id}");
    let newest = haruka.browser.get(&path).await;
    assert!(newest.has("message number 3 of all") && !newest.has("message number 2 of all"));
    let at = newest.text.find(&format!("{path}?before=")).expect("a way to the older ones");
    let link = newest.text[at..].split(['#', '"']).next().unwrap().to_owned();
    let older = haruka.browser.get(&link).await;
    assert!(older.has("message number 2 of all") && older.has("message number 1 of all"));
    assert!(!older.has("message number 3 of all") && !older.has("Earlier messages"));
});

crate::both_engines!(a_call_reaches_both_in_a_new_invitation, |app| {
    let (mut haruka, _, id) = two(&app).await;
    let before = app.letters().await.len();
    let path = format!("/pair/sessions/{id}/call");
    let call = [("call", "https://meet.example/abc")];
    assert_eq!(haruka.browser.post(&path, &call).await.status, 303);
    let letters = app.letters().await;
    let new = &letters[..letters.len() - before];
    assert_eq!(new.len(), 2, "to both");
    for letter in new {
        assert!(letter.subject.starts_with("Changed: your hour with") && letter.text.contains("meet.example/abc"));
        let invitation = letter.calendar.as_ref().expect("an invitation").text.replace("\r\n ", "");
        assert!(
            invitation.contains("SEQUENCE:1\r\n") && invitation.contains("https://meet.example/abc"),
            "{invitation}"
        );
        assert!(invitation.contains("METHOD:REQUEST"));
    }
    assert_eq!(haruka.browser.post(&path, &call).await.status, 303);
    assert_eq!(app.letters().await.len(), letters.len(), "the same again is no news");
    app.pass(71 * HOUR);
    let soon = app.letters().await;
    assert!(soon[0].subject.starts_with("Soon: "), "reminders follow the session as it stands: {}", soon[0].subject);
    app.pass(2 * HOUR);
    app.letters().await;
    assert_eq!(session(&app, id).await.state, crate::pairing::model::State::Missed, "and so does its end");
});

crate::both_engines!(an_hour_without_a_company_gets_one_until_somebody_has_prepared, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let path = format!("/pair/sessions/{id}");
    let (first, second) = (company(&app, "Nitori").await, company(&app, "Workman").await);
    let wrong = haruka.browser.post(&format!("{path}/company"), &[("company", "Nowhere Inc")]).await;
    assert!(wrong.status == 422 && wrong.has("value=\"Nowhere Inc\"") && wrong.has("id=\"company-error\""));
    assert_eq!(haruka.browser.post(&format!("{path}/company"), &[("company", "nitori")]).await.status, 303);
    assert_eq!(session(&app, id).await.company_id, Some(first));
    assert!(ken.browser.get("/inbox").await.has("haruka the tester changed the company or the call of your hour"));
    assert!(ken.browser.get(&path).await.has("href=\"/companies/Nitori\""));
    assert_eq!(ken.browser.post(&format!("{path}/company"), &[("company", "Workman")]).await.status, 303);
    assert_eq!(session(&app, id).await.company_id, Some(second));
    assert_eq!(
        ken.browser.post(&format!("{path}/prepare"), &[("goals", "Prices"), ("readings", "")]).await.status,
        303
    );
    let late = haruka.browser.post(&format!("{path}/company"), &[("company", "Nitori")]).await;
    assert!(late.status == 409 && late.has("<dd class=\"lines\">Nitori</dd>"));
    assert!(!haruka.browser.get(&path).await.has("name=\"company\""));
});

crate::both_engines!(what_is_typed_too_late_is_shown_to_be_copied, |app| {
    let (mut haruka, _, id) = two(&app).await;
    let path = format!("/pair/sessions/{id}");
    let fields = [("goals", "How a habit\nbecomes a price"), ("readings", "https://example.org/report")];
    app.pass(74 * HOUR);
    app.letters().await;
    let late = haruka.browser.post(&format!("{path}/prepare"), &fields).await;
    assert!(late.status == 409 && late.has("This is what you typed") && late.has("becomes a price</dd>"));
    assert!(late.has("https://example.org/report</dd>"));
});

#[tokio::test]
async fn too_many_are_told_to_wait_and_lose_nothing() {
    let app = TestApp::start(crate::testing::Engine::Sqlite).await;
    let (mut haruka, ken, id) = two(&app).await;
    let path = format!("/pair/sessions/{id}");
    // Before each: a budget is refilled while the test runs.
    let member = haruka.id.to_string();
    let spend = || while app.app.limits.spend(Budget::Post, &member).is_ok() {};
    for (form, field, typed) in [
        ("prepare", "goals", "What I would lose</textarea>"),
        ("messages", "body", "A message I would lose</textarea>"),
        ("move", "slot", "value=\"2026-11-30T10:00\""),
        ("cancel", "reason", "value=\"A fever and a cold\""),
    ] {
        let text = typed.trim_start_matches("value=\"").trim_end_matches('"').trim_end_matches("</textarea>");
        spend();
        let wait = haruka.browser.post(&format!("{path}/{form}"), &[(field, text)]).await;
        assert!(
            wait.status == 429 && wait.has(typed) && !wait.header("retry-after").is_empty(),
            "{form}: {}",
            wait.status
        );
    }
    for post in ["check-in", "swap", "met", "move/decline", "hide"] {
        spend();
        assert_eq!(haruka.browser.post(&format!("{path}/{post}"), &[]).await.status, 429, "{post}");
    }
    for post in ["/pair/queue/leave", "/pair/interests/9/end", "/members/ken/meet"] {
        spend();
        assert_eq!(haruka.browser.post(post, &[]).await.status, 429, "{post}");
    }
    let away = [("day", "2026-12-01"), ("from", "0")];
    spend();
    assert_eq!(haruka.browser.post("/pair/times/exceptions/remove", &away).await.status, 429);
    let week = [("zone", "Asia/Tokyo"), ("hour", "1-09")];
    spend();
    let wait = haruka.browser.post("/pair/times", &week).await;
    assert!(
        wait.status == 429 && wait.has("value=\"1-09\" aria-label=\"Monday 09:00–10:00\" checked"),
        "marks are kept"
    );
    assert_eq!(session(&app, id).await.state, crate::pairing::model::State::Booked, "{:?}", ken.id);
}
