//! Writing together: invitations, the order of names, leaving; reading a draft by link, and reviewing it.

use super::past::{form, post, publish, published};
use crate::both_engines;
use crate::testing::TestApp;
use crate::testing::cast::Actor;
use crate::traces::model::TraceId;

async fn invite(who: &mut Actor, trace: TraceId, handle: &str) -> crate::testing::client::Answer {
    who.browser.post(&format!("/traces/{trace}/authors/invite"), &[("handle", handle)]).await
}

/// Haruka's trace, which Ken writes too.
async fn joint(app: &TestApp) -> (Actor, Actor, TraceId) {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let trace = published(app, &mut haruka, "Words of Haruka.").await;
    assert_eq!(invite(&mut haruka, trace, "@Ken").await.status, 303);
    let done = ken.browser.post(&format!("/traces/{trace}/invitation/accept"), &[]).await;
    assert_eq!(done.location(), format!("/traces/{trace}/edit"), "{}", done.text);
    (haruka, ken, trace)
}

both_engines!(an_invitation_is_told_accepted_and_puts_two_names_on_the_page, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let trace = published(&app, &mut haruka, "Words of Haruka.").await;
    assert_eq!(invite(&mut haruka, trace, "ken").await.status, 303);
    assert_eq!(ken.browser.get(&format!("/traces/{trace}/edit")).await.status, 404, "not before he says yes");
    let inbox = ken.browser.get("/inbox").await;
    assert!(inbox.has("haruka the tester invites you to write a trace together") && inbox.has("Writing together"));
    app.pass(5 * crate::base::time::MINUTE);
    let letters = app.letters().await;
    assert!(
        letters.iter().any(|l| l.to == "ken@example.org" && l.text.contains(&format!("/traces/{trace}/invitation")))
    );
    let ask = ken.browser.get(&format!("/traces/{trace}/invitation")).await;
    assert!(ask.has("How Workman works") && ask.has("haruka the tester"), "{}", ask.text);
    ken.browser.post(&format!("/traces/{trace}/invitation/accept"), &[]).await;
    assert!(haruka.browser.get("/inbox").await.has("ken the tester writes your trace with you now"));
    assert_eq!(ken.browser.get(&format!("/traces/{trace}/invitation")).await.status, 404, "answered once");
    // Any author publishes, and the page says who wrote which part.
    assert_eq!(publish(&app, &mut ken, trace, "Words of Haruka. And many words of Ken.", "my part").await.status, 303);
    let page = app.browser().get(&format!("/traces/{trace}-how-workman-works")).await;
    assert!(page.has("haruka the tester") && page.has("ken the tester") && page.has("Written by"), "{}", page.text);
    assert!(app.browser().get("/members/ken").await.has("How Workman works"));
});

both_engines!(an_invitation_is_declined_or_taken_back, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut mei = app.member("mei").await;
    let trace = published(&app, &mut haruka, "Words.").await;
    invite(&mut haruka, trace, "ken").await;
    assert_eq!(invite(&mut haruka, trace, "ken").await.status, 422, "asked already");
    assert!(ken.browser.post(&format!("/traces/{trace}/invitation/decline"), &[]).await.has("Declined"));
    assert!(haruka.browser.get("/inbox").await.has("would rather not write with you"));
    let again = invite(&mut haruka, trace, "ken").await;
    assert!(again.status == 422 && again.has("nobody of this handle"), "whoever said no is not asked again");
    invite(&mut haruka, trace, "mei").await;
    let page = haruka.browser.get(&format!("/traces/{trace}/authors")).await;
    assert!(page.has("mei the tester"));
    let mark = "name=\"invitation\" value=\"";
    let id: String =
        page.text[page.text.find(mark).unwrap() + mark.len()..].chars().take_while(|c| *c != '"').collect();
    let back = haruka.browser.post(&format!("/traces/{trace}/authors/take-back"), &[("invitation", &id)]).await;
    assert_eq!(back.status, 303);
    assert!(!haruka.browser.get(&format!("/traces/{trace}/authors")).await.has("mei the tester"));
    assert_eq!(mei.browser.post(&format!("/traces/{trace}/invitation/accept"), &[]).await.status, 404);
});

both_engines!(who_cannot_be_asked_gets_one_and_the_same_answer, |app| {
    let mut haruka = app.member("haruka").await;
    let trace = published(&app, &mut haruka, "Words.").await;
    let (blocked, suspended, gone) =
        (app.member("blocked").await, app.member("suspended").await, app.member("gone").await);
    app.unverified("unread").await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("insert into blocks (member_id, blocked_id, created_at) values ($1, $2, 1)")
        .bind(blocked.id)
        .bind(haruka.id)
        .run(&mut tx)
        .await
        .unwrap();
    crate::sql!("update members set suspended_until = 9007199254740991 where id = $1")
        .bind(suspended.id)
        .run(&mut tx)
        .await
        .unwrap();
    crate::sql!("update members set deleted_at = 1 where id = $1").bind(gone.id).run(&mut tx).await.unwrap();
    app.app.commit(tx).await.unwrap();
    for handle in ["nobody", "blocked", "suspended", "gone", "unread", "<b>"] {
        let answer = invite(&mut haruka, trace, handle).await;
        assert!(answer.status == 422 && answer.has("nobody of this handle"), "{handle}: {}", answer.text);
        let answer = haruka.browser.post(&format!("/traces/{trace}/authors/reviewers"), &[("reviewer", handle)]).await;
        assert!(answer.status == 422 && answer.has("nobody of this handle"), "{handle}");
    }
    assert_eq!(invite(&mut haruka, trace, "haruka").await.status, 422);
    let mut ken = app.member("ken").await;
    assert_eq!(invite(&mut ken, trace, "haruka").await.status, 404, "a stranger learns nothing");
});

both_engines!(a_block_that_comes_after_the_invitation_closes_it, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let trace = published(&app, &mut haruka, "Words.").await;
    invite(&mut haruka, trace, "ken").await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("insert into blocks (member_id, blocked_id, created_at) values ($1, $2, 1)")
        .bind(ken.id)
        .bind(haruka.id)
        .run(&mut tx)
        .await
        .unwrap();
    app.app.commit(tx).await.unwrap();
    assert_eq!(ken.browser.get(&format!("/traces/{trace}/invitation")).await.status, 404);
    assert_eq!(ken.browser.post(&format!("/traces/{trace}/invitation/accept"), &[]).await.status, 404);
});

both_engines!(names_stand_in_the_order_that_the_authors_choose, |app| {
    let (_, mut ken, trace) = joint(&app).await;
    let order = async || {
        let page = app.browser().get(&format!("/traces/{trace}-how-workman-works")).await.text;
        page.find("ken the tester").unwrap() < page.find("haruka the tester").unwrap()
    };
    assert!(!order().await);
    let moved = ken.browser.post(&format!("/traces/{trace}/authors/move"), &[("author", &ken.id.to_string())]).await;
    assert_eq!(moved.status, 303, "{}", moved.text);
    assert!(order().await, "and the kept page is stale");
    assert_eq!(
        ken.browser.post(&format!("/traces/{trace}/authors/move"), &[("author", &ken.id.to_string())]).await.status,
        404
    );
});

both_engines!(who_leaves_keeps_the_credit_and_can_come_back, |app| {
    let (mut haruka, mut ken, trace) = joint(&app).await;
    let leave = format!("/traces/{trace}/authors/leave");
    assert_eq!(ken.browser.post(&leave, &[]).await.status, 303);
    for path in ["edit", "authors", "draft"] {
        assert_eq!(ken.browser.get(&format!("/traces/{trace}/{path}")).await.status, 404, "{path}");
    }
    let fields = form(&app, trace, "Ken goes on.").await;
    assert_eq!(post(&mut ken, &format!("/traces/{trace}/publish"), &fields).await.status, 404);
    assert!(app.browser().get(&format!("/traces/{trace}-how-workman-works")).await.has("ken the tester"));
    assert!(haruka.browser.get("/inbox").await.has("no longer writes your trace"));
    let alone = haruka.browser.post(&leave, &[]).await;
    assert!(alone.status == 409 && alone.has("You are the only author"), "{}", alone.text);
    assert_eq!(invite(&mut haruka, trace, "ken").await.status, 303);
    assert_eq!(ken.browser.post(&format!("/traces/{trace}/invitation/accept"), &[]).await.status, 303);
    assert_eq!(ken.browser.get(&format!("/traces/{trace}/edit")).await.status, 200);
});

both_engines!(a_draft_is_read_by_a_secret_link_until_it_is_revoked, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = published(&app, &mut haruka, "Published words.").await;
    let fields = form(&app, trace, "Unpublished **words**.").await;
    post(&mut haruka, &format!("/traces/{trace}/edit"), &fields).await;
    assert_eq!(ken.browser.post(&format!("/traces/{trace}/authors/links"), &[]).await.status, 404);
    let made = haruka.browser.post(&format!("/traces/{trace}/authors/links"), &[]).await;
    assert_eq!((made.status.as_u16(), made.header("cache-control")), (200, "no-store"));
    let at = made.text.find("/drafts/").expect("the link");
    let path: String = made.text[at..].chars().take_while(|c| *c != '"').collect();
    let read = app.browser().get(&path).await;
    assert!(read.status == 200 && read.has("<strong>words</strong>") && read.has("noindex"), "{}", read.text);
    assert_eq!((read.header("cache-control"), read.header("referrer-policy")), ("no-store", "same-origin"));
    assert!(!read.has(&format!("/traces/{trace}/edit")) && !read.has("Remarks"));
    let mut conn = app.app.db.read().await.unwrap();
    let (kept,): (String,) = crate::sql!("select token_hash from draft_links").one(&mut conn).await.unwrap();
    assert!(!path.contains(&kept), "only the hash is kept");
    drop(conn);
    assert!(!haruka.browser.get(&format!("/traces/{trace}/authors")).await.has(&path), "shown once");
    let ended = haruka.browser.post(&format!("/traces/{trace}/authors/links/end"), &[("link", "1")]).await;
    assert_eq!(ended.status, 303);
    for path in [path.as_str(), "/drafts/none"] {
        assert_eq!(app.browser().get(path).await.status, 404);
    }
});

both_engines!(reviewers_remark_on_the_draft_and_the_published_page_never_shows_it, |app| {
    let mut haruka = app.member("haruka").await;
    let (mut ken, mut mei) = (app.member("ken").await, app.member("mei").await);
    let trace = published(&app, &mut haruka, "Words.").await;
    let draft = format!("/traces/{trace}/draft");
    assert_eq!(ken.browser.get(&draft).await.status, 404);
    let chosen = haruka.browser.post(&format!("/traces/{trace}/authors/reviewers"), &[("reviewer", "ken")]).await;
    assert_eq!(chosen.status, 303, "{}", chosen.text);
    assert!(ken.browser.get("/inbox").await.has("would like you to read a draft"));
    assert!(ken.browser.get(&draft).await.has("Remarks on the draft"));
    let said = [("part", "shift"), ("body", "Since <b>when</b>?")];
    let answer = ken.browser.post(&format!("{draft}/remarks"), &said).await;
    assert_eq!(answer.location(), format!("{draft}#remark-1"), "{}", answer.text);
    assert_eq!(mei.browser.post(&format!("{draft}/remarks"), &said).await.status, 404);
    let empty = ken.browser.post(&format!("{draft}/remarks"), &[("part", "task"), ("body", " ")]).await;
    assert_eq!(empty.status, 422);
    assert!(haruka.browser.get("/inbox").await.has("remarked on your draft"));
    assert!(haruka.browser.get(&draft).await.has("Since &lt;b&gt;when&lt;/b&gt;?"));
    publish(&app, &mut haruka, trace, "Words, again.", "asked by a reviewer").await;
    assert!(!app.browser().get(&format!("/traces/{trace}-how-workman-works")).await.has("Since &lt;b&gt;"));
    assert_eq!(mei.browser.post(&format!("{draft}/remarks/1/remove"), &[]).await.status, 404);
    assert_eq!(haruka.browser.post(&format!("{draft}/remarks/1/remove"), &[]).await.status, 303);
    let close = [("member", ken.id.to_string())];
    let close: Vec<(&str, &str)> = close.iter().map(|(n, v)| (*n, v.as_str())).collect();
    haruka.browser.post(&format!("/traces/{trace}/authors/reviewers/end"), &close).await;
    assert_eq!(ken.browser.get(&draft).await.status, 404);
});

both_engines!(lists_about_writing_together_are_read_through_their_index, |app| {
    let cases = [
        ("traces/store/sharing.rs", "from draft_remarks k", 3, "draft_remarks_trace"),
        ("traces/store/sharing.rs", "from draft_links l join members", 2, "draft_links_open"),
        ("traces/store/sharing.rs", "from draft_reviewers r join", 1, "draft_reviewers"),
        ("traces/store/authors.rs", "answer = 'open' and m.deleted_at", 1, "invitations_"),
        ("traces/store/authors.rs", "answer = 'open' and t.deleted_at", 2, "invitations_"),
        ("traces/store/writers.rs", "from part_writers w join", 2, "part_writers"),
        ("traces/store/history.rs", "r.number < $2", 3, "revisions"),
    ];
    for (file, words, parameters, index) in cases {
        let plan = app.plan(file, words, parameters).await;
        assert!(plan.contains(index), "{words}: {index} is not used:\n{plan}");
        assert!(
            !plan.contains("USE TEMP B-TREE FOR ORDER BY") || index == "part_writers",
            "{words}: sorted by hand\n{plan}"
        );
    }
});
