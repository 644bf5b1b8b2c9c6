//! A joint trace, a shared draft, nothing; and whoever does not answer.

use super::{act, at, booked, end, look, row, sketched, together, value, work, write, written};
use crate::base::time::{DAY, HOUR, MINUTE};
use crate::members::actions::block;
use crate::pairing::model::SessionId;
use crate::pairing::room::ending::Outcome;
use crate::testing::TestApp;
use crate::traces::model::TraceId;
use crate::traces::store::publishing::authors;
use crate::traces::store::writers::of_revision;

/// QB House is in the directory, by way of somebody else's trace.
async fn company(app: &TestApp) {
    let mei = app.member("mei").await;
    app.drafted(mei.id, "Ten minutes", crate::base::words::Lang::En).await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!(
        "insert into company_names (name_key, company_id) select 'qb house', id from companies where slug = 'qb-house'
         on conflict do nothing"
    )
    .run(&mut tx)
    .await
    .unwrap();
    app.app.commit(tx).await.unwrap();
}

async fn trace(app: &TestApp, id: SessionId) -> TraceId {
    row(app, id).await.trace_id.expect("a joint trace")
}

crate::both_engines!(both_publish_a_joint_trace_that_says_who_wrote_what, |app| {
    company(&app).await;
    let (mut haruka, mut ken, id) = together(&app, 56).await;
    sketched(&app, id, [haruka.id, ken.id]).await;
    let first = end(&mut haruka, id, "publish", "QB House").await;
    assert_eq!(first.status, 303, "{}", first.text);
    assert!(look(&mut haruka, id).await.has("ken the tester has not answered yet"));
    assert!(look(&mut ken, id).await.has("haruka the tester said: “Publish it together”"));
    assert_eq!(row(&app, id).await.trace_id, None, "one alone publishes nothing");
    assert_eq!(end(&mut ken, id, "publish", "").await.status, 303);

    assert_eq!(row(&app, id).await.outcome, Outcome::Published);
    let trace = trace(&app, id).await;
    let mut conn = app.app.db.read().await.unwrap();
    assert_eq!(authors(&mut conn, trace).await.unwrap(), [haruka.id, ken.id]);
    let hands = of_revision(&mut conn, trace, 1).await.unwrap();
    let of = |key: &str| hands.iter().filter(|w| w.part_key.as_str() == key).map(|w| w.member_id).collect::<Vec<_>>();
    assert_eq!((of("shift"), of("model")), (vec![haruka.id], vec![ken.id]));
    drop(conn);
    let page = app.browser().get(&format!("/traces/{trace}")).await;
    assert!(page.status.is_redirection());
    let page = app.browser().get(page.location()).await;
    assert!(page.has("haruka the tester") && page.has("ken the tester"));
    assert!(look(&mut haruka, id).await.has(&format!("href=\"/traces/{trace}\"")));
    assert!(haruka.browser.get("/inbox").await.has("Your joint trace with ken the tester is published"));
    assert_eq!(act(&mut haruka, id, "end", &[("answer", "drop")]).await.status, 409, "it has ended");
});

crate::both_engines!(of_a_part_that_both_wrote_both_are_known_by_what_of_theirs_was_published, |app| {
    company(&app).await;
    let (mut haruka, mut ken, id) = together(&app, 56).await;
    sketched(&app, id, [haruka.id, ken.id]).await;
    write(&app, id, haruka.id, "value", "職人の服").await;
    write(&app, id, ken.id, "value", "、丈夫で安い👩‍👩‍👧").await;
    // What of hers was taken away again is not hers any more.
    let over = value(&look(&mut ken, id).await, "form[data-form=\"value\"] input[name=over]");
    let shorter = [("root", "value"), ("over", over.as_str()), ("text", "服、丈夫で安い👩‍👩‍👧")];
    assert_eq!(act(&mut ken, id, "text", &shorter).await.status, 303);
    assert_eq!(end(&mut haruka, id, "publish", "QB House").await.status, 303);
    assert_eq!(end(&mut ken, id, "publish", "").await.status, 303);
    let trace = trace(&app, id).await;
    let hands = of_revision(&mut app.app.db.read().await.unwrap(), trace, 1).await.unwrap();
    let mut of: Vec<_> = hands.iter().map(|w| (w.part_key.as_str(), w.member_id, w.characters)).collect();
    of.sort_unstable();
    // The gist of value is Ken's, the body both's: a family is one character.
    let gist = i64::try_from("The next hundred kilometres.".len()).unwrap();
    let value: Vec<_> =
        of.iter().filter(|(key, ..)| *key == "value").map(|(_, member, many)| (*member, *many)).collect();
    assert_eq!(value, [(haruka.id, 1), (ken.id, gist + 7)]);
    let published = app.browser().get(&format!("/traces/{trace}/history/1")).await;
    assert!(published.status == 200 && published.has("服、丈夫で安い"), "{}", published.status);
});

crate::both_engines!(both_pressing_publish_at_once_make_one_trace, |app| {
    company(&app).await;
    let (mut haruka, mut ken, id) = together(&app, 56).await;
    sketched(&app, id, [haruka.id, ken.id]).await;
    let seen = value(&look(&mut haruka, id).await, ".end input[name=seen]");
    let fields = [("answer", "publish"), ("seen", seen.as_str()), ("company", "QB House")];
    let (one, other) = tokio::join!(act(&mut haruka, id, "end", &fields), act(&mut ken, id, "end", &fields));
    assert_eq!([one.status.as_u16(), other.status.as_u16()], [303, 303]);
    assert_eq!(row(&app, id).await.outcome, Outcome::Published);
    let (count,): (i64,) = crate::sql!("select count(*) from revisions where trace_id = $1")
        .bind(trace(&app, id).await)
        .one(&mut app.app.db.read().await.unwrap())
        .await
        .unwrap();
    assert_eq!(count, 1);
});

crate::both_engines!(both_agree_to_the_same_words, |app| {
    company(&app).await;
    let (mut haruka, mut ken, id) = together(&app, 56).await;
    sketched(&app, id, [haruka.id, ken.id]).await;
    let seen = value(&look(&mut ken, id).await, ".end input[name=seen]");
    assert_eq!(end(&mut haruka, id, "publish", "QB House").await.status, 303);
    write(&app, id, ken.id, "task", "A word more.").await;
    let stale = act(&mut ken, id, "end", &[("answer", "publish"), ("seen", &seen)]).await;
    assert!(stale.status == 409 && stale.has("The text has changed since you read it") && stale.has("A word more."));
    let again = end(&mut ken, id, "publish", "").await;
    assert!(again.status == 409 && again.has("They are asked again"), "{}", again.text);
    assert_eq!(row(&app, id).await.outcome, Outcome::Open);
    assert_eq!(end(&mut haruka, id, "publish", "").await.status, 303);
    assert_eq!(row(&app, id).await.outcome, Outcome::Published);
});

crate::both_engines!(what_is_missing_is_said_and_nothing_is_lost, |app| {
    company(&app).await;
    let (mut haruka, _, id) = together(&app, 56).await;
    write(&app, id, haruka.id, "task", "Only this so far.").await;
    let page = end(&mut haruka, id, "publish", "").await;
    assert!(page.status == 422 && page.has("href=\"#company\"") && page.has("href=\"#shift-gist\""), "{}", page.text);
    assert!(page.has("Only this so far."));
    let page = end(&mut haruka, id, "keep", "No such company").await;
    assert!(page.status == 422 && page.has("value=\"No such company\""));
});

crate::both_engines!(anything_but_two_yeses_keeps_the_draft_for_both, |app| {
    company(&app).await;
    let (mut haruka, mut ken, id) = together(&app, 56).await;
    write(&app, id, haruka.id, "task", "Someone wants to go further.").await;
    assert_eq!(end(&mut haruka, id, "keep", "QB House").await.status, 303);
    assert_eq!(end(&mut ken, id, "drop", "").await.status, 303);
    assert_eq!(row(&app, id).await.outcome, Outcome::Draft);
    let edit = format!("/traces/{}/edit", trace(&app, id).await);
    for who in [&mut haruka, &mut ken] {
        assert!(look(who, id).await.has(&format!("href=\"{edit}\"")));
        let desk = who.browser.get(&edit).await;
        assert!(desk.status == 200 && desk.has("Someone wants to go further."));
    }
    assert_eq!(app.member("stranger").await.browser.get(&edit).await.status, 404);
});

crate::both_engines!(both_may_drop_it, |app| {
    let (mut haruka, mut ken, id) = together(&app, 56).await;
    write(&app, id, haruka.id, "task", "Not worth it.").await;
    for who in [&mut haruka, &mut ken] {
        assert_eq!(end(who, id, "drop", "").await.status, 303);
    }
    let kept = row(&app, id).await;
    assert_eq!((kept.outcome, kept.trace_id), (Outcome::Dropped, None));
    let page = look(&mut haruka, id).await;
    assert!(page.has("You both dropped it") && !page.has("Not worth it."));
});

crate::both_engines!(without_an_answer_the_draft_is_kept_and_asked_about_by_letter, |app| {
    company(&app).await;
    let (mut haruka, ken, id) = together(&app, 56).await;
    sketched(&app, id, [haruka.id, ken.id]).await;
    assert_eq!(end(&mut haruka, id, "publish", "QB House").await.status, 303);
    at(&app, id, 74).await;
    work(&app).await;
    assert_eq!(row(&app, id).await.outcome, Outcome::Open, "there is time to answer");
    at(&app, id, 76).await;
    work(&app).await;
    assert_eq!(row(&app, id).await.outcome, Outcome::Draft);
    assert!(look(&mut haruka, id).await.has("It is kept as a draft for both of you"));
    app.pass(10 * MINUTE);
    let letters = app.letters().await;
    for who in ["haruka", "ken"] {
        let asked =
            letters.iter().filter(|l| l.to == format!("{who}@example.org") && l.text.contains("kept as a draft"));
        assert_eq!(asked.count(), 1, "{who}");
    }
    let _ = ken;
});

crate::both_engines!(one_who_was_alone_keeps_what_they_wrote, |app| {
    company(&app).await;
    let (mut haruka, _, id) = booked(&app).await;
    at(&app, id, 0).await;
    assert_eq!(act(&mut haruka, id, "enter", &[]).await.status, 303);
    write(&app, id, haruka.id, "task", "Written while waiting.").await;
    at(&app, id, 56).await;
    assert_eq!(end(&mut haruka, id, "keep", "QB House").await.status, 303);
    at(&app, id, 80).await;
    work(&app).await;
    assert_eq!(row(&app, id).await.outcome, Outcome::Draft);
    let mut conn = app.app.db.read().await.unwrap();
    assert_eq!(authors(&mut conn, trace(&app, id).await).await.unwrap(), [haruka.id]);
    drop(conn);
    assert!(look(&mut haruka, id).await.has("You were here alone"));
});

crate::both_engines!(nothing_written_is_nothing_kept, |app| {
    let (_, _, id) = together(&app, 1).await;
    at(&app, id, 80).await;
    work(&app).await;
    assert_eq!((row(&app, id).await.outcome, row(&app, id).await.trace_id), (Outcome::Nothing, None));
});

crate::both_engines!(a_block_after_the_hour_makes_nothing_joint, |app| {
    company(&app).await;
    let (mut haruka, mut ken, id) = together(&app, 56).await;
    sketched(&app, id, [haruka.id, ken.id]).await;
    assert_eq!(end(&mut ken, id, "publish", "QB House").await.status, 303);
    at(&app, id, 61).await;
    work(&app).await;
    block(&app.visit(Some(&haruka)).await, ken.id).await.unwrap();
    assert!(!look(&mut ken, id).await.has("name=\"answer\""));
    at(&app, id, 80).await;
    work(&app).await;
    assert_eq!((row(&app, id).await.outcome, row(&app, id).await.trace_id), (Outcome::Apart, None));
    assert!(look(&mut haruka, id).await.has("Cars appear, roads do not."));
});

crate::both_engines!(a_partner_who_cannot_publish_any_more_stops_the_publishing_only, |app| {
    company(&app).await;
    let (mut haruka, ken, id) = together(&app, 56).await;
    sketched(&app, id, [haruka.id, ken.id]).await;
    at(&app, id, 61).await;
    work(&app).await;
    crate::members::actions::suspend(&app.app, ken.id, Some(app.app.now().plus(DAY))).await.unwrap();
    let refused = end(&mut haruka, id, "publish", "QB House").await;
    assert!(refused.status == 403, "{}", refused.text);
    assert_eq!(end(&mut haruka, id, "keep", "QB House").await.status, 303);
    app.pass(HOUR);
    work(&app).await;
    assert_eq!(row(&app, id).await.outcome, Outcome::Draft);
    assert_eq!(written(&app, id).await.parts.len(), 4);
});
