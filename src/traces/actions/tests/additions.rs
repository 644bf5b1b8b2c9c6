//! What is added to a published trace, through HTTP: supplied sources, and hypotheses on their day.

use super::*;
use crate::base::time::DAY;

/// Publishes a trace with a number that has no source; the path of its page and its number.
async fn wanting(app: &TestApp, member: &mut Actor, more: &[(&str, &str)]) -> (String, String) {
    let edit = sketch(app, member).await;
    let fields = form(&mut member.browser, &edit).await;
    let more = [&[("value.body", "It sold to 40% of homes.\n\nAnd so on.")], more].concat();
    let answer = send(&mut member.browser, &publish_of(&edit), &fields, &more).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    (answer.location().to_owned(), id_of(&edit).to_string())
}

const OFFER: [(&str, &str); 5] = [
    ("passage", "1"),
    ("kind", "report"),
    ("title", "Annual report"),
    ("dated", "2025"),
    ("note", "the share of homes"),
];

both_engines!(a_reader_supplies_a_source_that_an_author_takes_in_one_step, |app| {
    let mut haruka = app.member("haruka").await;
    let mut mei = app.member("mei").await;
    let (path, id) = wanting(&app, &mut haruka, &[]).await;
    assert!(app.browser().get(&path).await.has("<span class=\"needs-source\">needs source</span>"));
    let form_path = format!("/traces/{id}/sources");
    assert!(mei.browser.get(&form_path).await.has("It sold to 40% of homes."));
    let empty = mei.browser.post(&form_path, &[("kind", "web"), ("title", "Half a source"), ("passage", "7")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.has("Half a source") && empty.has("note-error") && empty.has("passage-error"));
    assert_eq!(mei.browser.post(&form_path, &OFFER).await.status, 303);
    assert!(!app.browser().get(&path).await.has("Annual report"), "nothing is shown before an author takes it");
    assert!(!mei.browser.get(&path).await.has("/take"));
    assert_eq!(mei.browser.post(&format!("{form_path}/1/take"), &[]).await.status, 404);
    assert!(haruka.browser.get("/inbox").await.has("offers a source"));
    assert!(haruka.browser.get(&path).await.has(&format!("{form_path}/1/take")));
    // Words that are not published yet stay where they are.
    let edit = format!("/traces/{id}/edit");
    let fields = form(&mut haruka.browser, &edit).await;
    assert_eq!(send(&mut haruka.browser, &edit, &fields, &[("task.body", "Not yet public.")]).await.status, 303);
    let taken = haruka.browser.post(&format!("{form_path}/1/take"), &[]).await;
    assert_eq!(taken.status, 303, "{}", taken.text);
    let page = app.browser().get(&path).await;
    assert!(page.has("Annual report") && page.has("supplied by") && page.has("mei the tester"));
    assert!(!page.has("needs-source") && page.has("as of 2025") && !page.has("Not yet public"));
    assert!(app.browser().get(&format!("/traces/{id}/history")).await.has("source supplied by a reader"));
    let draft = haruka.browser.get(&edit).await;
    assert!(draft.has("Not yet public.") && draft.has("[^reader-1]") && draft.has("value=\"reader-1\""));
    assert!(mei.browser.get("/inbox").await.has("took the source"));
    assert_eq!(haruka.browser.post(&format!("{form_path}/1/take"), &[]).await.status, 404, "taken once");
    // The credit outlives the author's next edit.
    let fields = form(&mut haruka.browser, &edit).await;
    assert_eq!(send(&mut haruka.browser, &publish_of(&edit), &fields, &[("reason", "the task")]).await.status, 303);
    let after = app.browser().get(&path).await;
    assert!(after.has("supplied by") && after.has("Not yet public."), "what waited in the draft is published now");
});

both_engines!(offers_are_declined_and_do_not_pile_up, |app| {
    let mut haruka = app.member("haruka").await;
    let mut mei = app.member("mei").await;
    let (path, id) = wanting(&app, &mut haruka, &[]).await;
    let form_path = format!("/traces/{id}/sources");
    assert_eq!(app.browser().post(&form_path, &OFFER).await.status, 401);
    for _ in 0..crate::traces::model::offer::MOST_OPEN {
        assert_eq!(mei.browser.post(&form_path, &OFFER).await.status, 303);
    }
    let full = mei.browser.post(&form_path, &OFFER).await;
    assert_eq!(full.status, 422);
    assert!(full.has("Too many: 10 at most."));
    assert_eq!(haruka.browser.post(&format!("{form_path}/1/decline"), &[]).await.status, 303);
    assert!(!haruka.browser.get(&path).await.has(&format!("{form_path}/1/take")));
    assert_eq!(mei.browser.post(&form_path, &OFFER).await.status, 303);
});

const CALL: [(&str, &str); 5] = [
    ("hypothesis-1.gist", "As CMO I would stop the leaflets"),
    ("hypothesis-1.body", "because nobody reads them."),
    ("hypothesis-1.horizon", "1"),
    ("hypothesis-1.signal", "no fewer visits"),
    ("hypothesis-1.due", "2026-12-01"),
];

both_engines!(on_the_day_the_site_asks_how_a_call_turned_out, |app| {
    let mut haruka = app.member("haruka").await;
    let mut mei = app.member("mei").await;
    let (path, id) = wanting(&app, &mut haruka, &CALL).await;
    let answer_path = format!("/traces/{id}/hypotheses/1");
    assert_eq!(haruka.browser.get(&answer_path).await.status, 404, "not before the day");
    assert!(app.letters().await.is_empty());
    // Reworded: the first wording stays.
    let edit = format!("/traces/{id}/edit");
    let fields = form(&mut haruka.browser, &edit).await;
    let reworded = [("hypothesis-1.gist", "As CMO I would print fewer leaflets"), ("reason", "milder")];
    assert_eq!(send(&mut haruka.browser, &publish_of(&edit), &fields, &reworded).await.status, 303);
    let page = app.browser().get(&path).await;
    assert!(page.has("print fewer leaflets") && page.has("stop the leaflets") && page.has("First published wording"));

    app.pass(9 * DAY);
    assert!(app.letters().await.is_empty(), "a notice first");
    assert!(haruka.browser.get("/inbox").await.has("The day of your hypothesis has come"));
    app.pass(DAY);
    let letters = app.letters().await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert_eq!(app.letters().await.len(), 1, "asked once");
    assert!(haruka.browser.get(&path).await.has(&answer_path));
    assert_eq!(mei.browser.get(&answer_path).await.status, 404);
    let say = [("outcome", "partly"), ("evidence", "Visits fell by a little in the spring.")];
    assert_eq!(mei.browser.post(&answer_path, &say).await.status, 404);
    let bare = haruka.browser.post(&answer_path, &[("outcome", "held"), ("evidence", "")]).await;
    assert_eq!(bare.status, 422);
    assert!(bare.has("evidence-error") && bare.has("value=\"held\" selected"));
    assert_eq!(haruka.browser.post(&answer_path, &say).await.status, 303);
    let page = app.browser().get(&path).await;
    assert!(page.has("How it turned out: Partly") && page.has("Visits fell by a little"));
    let member = app.browser().get("/members/haruka").await;
    assert!(member.has("As CMO I would stop the leaflets") && member.has("<dt>Partly</dt>"), "{}", member.text);
});

both_engines!(a_call_needs_its_day_and_its_signal_to_be_published, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let fields = form(&mut haruka.browser, &edit).await;
    let refused = send(&mut haruka.browser, &publish_of(&edit), &fields, &CALL[..2]).await;
    assert_eq!(refused.status, 422);
    for field in ["horizon", "signal", "due"] {
        assert!(refused.has(&format!("hypothesis-1-{field}-error")), "{field}");
    }
    assert!(refused.has("As CMO I would stop the leaflets"));
});
