//! Talking about a trace, through HTTP; the talk itself as the trace's page places it.

use std::collections::BTreeMap;

use crate::base::words::Lang;
use crate::comments::model::CommentId;
use crate::comments::store;
use crate::comments::thread::Thread;
use crate::comments::views::{Place, margin, talk};
use crate::members::model::MemberId;
use crate::testing::TestApp;
use crate::testing::cast::Actor;
use crate::testing::client::Answer;
use crate::traces::model::part::PartKey;
use crate::traces::model::{TraceId, address};

struct Seen {
    talk: String,
    margin: BTreeMap<PartKey, String>,
    tags: Vec<String>,
}

async fn seen(app: &TestApp, trace: TraceId, who: Option<&Actor>, after: Option<i64>) -> Seen {
    let visit = app.visit(who).await;
    let after = after.map(CommentId);
    let rows = store::thread(&mut app.app.db.read().await.unwrap(), trace, visit.viewer.id(), after).await.unwrap();
    let thread = Thread::new(rows);
    let parts = vec![PartKey::Shift, PartKey::Task, PartKey::Value, PartKey::Model];
    let place = Place { trace, path: address::path(trace, "ten-minutes"), revision: 1, parts, after };
    Seen { talk: talk(&visit, &place, &thread), margin: margin(&visit, &thread), tags: thread.tags() }
}

async fn post(who: &mut Actor, trace: TraceId, part: &str, parent: &str, body: &str) -> Answer {
    let fields = [("part", part), ("kind", "challenge"), ("body", body), ("parent", parent)];
    who.browser.post(&format!("/traces/{trace}/comments"), &fields).await
}

async fn block(app: &TestApp, member: MemberId, other: MemberId) {
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("insert into blocks (member_id, blocked_id, created_at) values ($1, $2, 1)")
        .bind(member)
        .bind(other)
        .run(&mut tx)
        .await
        .unwrap();
    app.app.commit(tx).await.unwrap();
}

crate::both_engines!(a_member_comments_on_a_part_and_all_can_read_it, |app| {
    let haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let answer = post(&mut ken, trace, "shift", "", "Is it *heads* that fell?").await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/traces/1-ten-minutes#comment-1"));
    let page = seen(&app, trace, None, None).await;
    assert!(page.talk.contains("Is it <em>heads</em> that fell?") && page.talk.contains("id=\"comment-1\""));
    assert!(page.talk.contains("1 comment, 1 on a part") && page.talk.contains("href=\"#shift\""));
    assert!(page.talk.contains("Sign in to comment") && !page.talk.contains("<textarea"), "a guest is invited");
    assert!(page.margin[&PartKey::Shift].contains("Is it heads that fell?"));
    assert_eq!(page.tags, [format!("member:{}", ken.id)]);
    assert!(seen(&app, trace, Some(&haruka), None).await.talk.contains("<textarea"));
});

crate::both_engines!(a_guest_is_asked_to_sign_in_and_loses_nothing, |app| {
    let haruka = app.member("haruka").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let mut guest = app.browser();
    let path = format!("/traces/{trace}/comments");
    let typed = guest.post(&path, &[("part", "shift"), ("kind", "used"), ("body", "My long\n<b>thought</b>")]).await;
    assert_eq!(typed.status, 401);
    assert!(typed.has("My long\n&lt;b&gt;thought&lt;/b&gt;</textarea>") && typed.has("/sign-in"));
    assert_eq!(guest.get(&format!("{path}/new")).await.status, 303);
});

crate::both_engines!(a_member_without_a_confirmed_address_is_refused_and_keeps_the_text, |app| {
    let haruka = app.member("haruka").await;
    let mut mei = app.unverified("mei").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let answer = post(&mut mei, trace, "", "", "My thought").await;
    assert_eq!(answer.status, 403);
    assert!(answer.has("Confirm your e-mail address") && answer.has("My thought</textarea>"));
    assert!(!seen(&app, trace, Some(&mei), None).await.talk.contains("<textarea"));
});

crate::both_engines!(members_who_block_each_other_do_not_meet, |app| {
    let haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let mut mei = app.member("mei").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    post(&mut ken, trace, "", "", "Words of Ken").await;
    post(&mut mei, trace, "", "1", "Words of Mei").await;
    block(&app, haruka.id, ken.id).await;
    let refused = post(&mut ken, trace, "", "", "More of Ken").await;
    assert_eq!(refused.status, 403);
    assert!(refused.has("More of Ken</textarea>"));
    let page = seen(&app, trace, Some(&haruka), None).await.talk;
    assert!(!page.contains("Words of Ken") && page.contains("Words of Mei") && page.contains("you have blocked"));
    assert!(page.contains("1 comment") && !page.contains("ken the tester"));
    assert!(seen(&app, trace, None, None).await.talk.contains("2 comments"));
    let mut haruka = haruka;
    assert_eq!(haruka.browser.get("/comments/1").await.status, 404);
});

crate::both_engines!(a_reply_to_a_deleted_comment_is_refused_with_what_was_typed, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    post(&mut ken, trace, "", "", "First").await;
    assert!(haruka.browser.get(&format!("/traces/{trace}/comments/new?parent=1")).await.has("<p>First</p>"));
    ken.browser.post("/comments/1/delete", &[]).await;
    let answer = post(&mut haruka, trace, "", "1", "My answer").await;
    assert_eq!(answer.status, 422);
    assert!(answer.has("My answer</textarea>") && answer.has("is gone"));
    assert_eq!(haruka.browser.get(&format!("/traces/{trace}/comments/new?parent=1")).await.status, 404);
    let other = app.published(haruka.id, "Another", Lang::En).await;
    post(&mut ken, trace, "", "", "Second").await;
    assert_eq!(post(&mut haruka, other, "", "2", "Elsewhere").await.status, 422, "the parent is about another trace");
});

crate::both_engines!(a_deleted_comment_leaves_a_stub_only_while_it_is_answered, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    post(&mut ken, trace, "shift", "", "Secret words").await;
    post(&mut haruka, trace, "", "1", "An answer").await;
    assert_eq!(ken.browser.post("/comments/1/delete", &[]).await.location(), "/traces/1-ten-minutes#talk");
    let page = seen(&app, trace, None, None).await;
    assert!(page.talk.contains("deleted here by its writer") && page.talk.contains("An answer"));
    assert!(!page.talk.contains("Secret words") && page.talk.contains("1 comment") && page.margin.is_empty());
    haruka.browser.post("/comments/2/delete", &[]).await;
    let page = seen(&app, trace, None, None).await.talk;
    assert!(!page.contains("deleted here") && page.contains("No comment yet"));
});

crate::both_engines!(only_the_writer_edits_and_deletes_and_an_edit_is_marked, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    post(&mut ken, trace, "", "", "Before").await;
    assert_eq!(haruka.browser.get("/comments/1/edit").await.status, 403);
    assert_eq!(haruka.browser.post("/comments/1/edit", &[("kind", "used"), ("body", "Taken")]).await.status, 403);
    assert_eq!(haruka.browser.post("/comments/1/delete", &[]).await.status, 403);
    assert!(ken.browser.get("/comments/1/edit").await.has("Before</textarea>"));
    let empty = ken.browser.post("/comments/1/edit", &[("kind", "used"), ("body", " ")]).await;
    assert_eq!(empty.status, 422);
    let edited = ken.browser.post("/comments/1/edit", &[("kind", "used"), ("body", "After")]).await;
    assert_eq!((edited.status.as_u16(), edited.location()), (303, "/comments/1"));
    let page = seen(&app, trace, None, None).await.talk;
    assert!(
        page.contains("After") && page.contains("edited") && page.contains("I used this") && !page.contains("Before")
    );
});

crate::both_engines!(hostile_markdown_is_inert, |app| {
    let haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let hostile = "<script>alert(1)</script> [x](javascript:alert(1)) ![i](https://evil.example/i.png) <img src=x onerror=alert(1)>";
    assert_eq!(post(&mut ken, trace, "", "", hostile).await.status, 303);
    let page = seen(&app, trace, None, None).await.talk;
    for bad in ["<script", "href=\"javascript", "<img", "<iframe"] {
        assert!(!page.contains(bad), "{bad} in {page}");
    }
    let deep = post(&mut ken, trace, "", "", &">".repeat(3_000)).await;
    assert!(deep.status == 422 || deep.status == 303, "{}", deep.status);
});

crate::both_engines!(a_part_that_is_not_there_and_other_wrong_fields_are_said, |app| {
    let mut haruka = app.member("haruka").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    for part in ["value-model", "nowhere", "\u{1}"] {
        let answer = post(&mut haruka, trace, part, "", "Kept words").await;
        assert_eq!(answer.status, 422, "{part}");
        assert!(answer.has("Kept words</textarea>"));
    }
    assert_eq!(post(&mut haruka, trace, "", "", &"x".repeat(4_001)).await.status, 422);
    let kind = haruka.browser.post(&format!("/traces/{trace}/comments"), &[("kind", "praise"), ("body", "Kept")]).await;
    assert!(kind.status == 422 && kind.has("id=\"kind-error\""));
    let draft = app.drafted(haruka.id, "Not yet", Lang::En).await;
    assert_eq!(post(&mut haruka, draft, "", "", "x").await.status, 404);
    assert_eq!(post(&mut haruka, TraceId(99), "", "", "x").await.status, 404);
    assert_eq!(haruka.browser.post("/traces/1-x/comments", &[("body", "x")]).await.status, 404);
});

crate::both_engines!(an_organizer_hides_a_comment_and_it_cannot_be_found, |app| {
    let mut haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let mut sora = app.organizer("sora").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    post(&mut ken, trace, "", "", "Rude words").await;
    post(&mut haruka, trace, "", "1", "An answer").await;
    assert_eq!(haruka.browser.post("/comments/1/hide", &[]).await.status, 403);
    assert_eq!(app.browser().get("/comments/1").await.location(), "/traces/1-ten-minutes#comment-1");
    block(&app, ken.id, sora.id).await;
    assert_eq!(sora.browser.post("/comments/1/hide", &[]).await.status, 303, "blocked or not");
    assert_eq!(app.browser().get("/comments/1").await.status, 404);
    assert_eq!(ken.browser.get("/comments/1/edit").await.status, 404);
    let page = seen(&app, trace, None, None).await.talk;
    assert!(!page.contains("Rude words") && page.contains("hidden here by an organizer") && page.contains("1 comment"));
});

crate::both_engines!(a_long_talk_pages_back_and_each_comment_finds_its_page, |app| {
    let haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    for n in 1..=52 {
        assert_eq!(post(&mut ken, trace, "", "", &format!("Number {n}.")).await.status, 303);
    }
    let newest = seen(&app, trace, None, None).await.talk;
    assert!(newest.contains("52 comments") && newest.contains("Number 3.") && !newest.contains("Number 2."));
    assert!(newest.contains("?after=3#talk"));
    let older = seen(&app, trace, None, Some(3)).await.talk;
    assert!(older.contains("Number 2.") && !older.contains("Number 3.") && older.contains("52 comments"));
    let mut guest = app.browser();
    assert_eq!(guest.get("/comments/3").await.location(), "/traces/1-ten-minutes#comment-3");
    assert_eq!(guest.get("/comments/2").await.location(), "/traces/1-ten-minutes?after=3#comment-2");
});

crate::both_engines!(a_page_of_the_talk_is_read_through_its_index, |app| {
    let plan = app.plan("comments/store/mod.rs", "with roots as", 5).await;
    assert!(plan.contains("comments_thread"), "{plan}");
    assert!(!plan.contains("Seq Scan") && !plan.contains("SCAN r\n") && !plan.contains("SCAN c\n"), "{plan}");
});

crate::both_engines!(headings_of_a_comment_stand_below_the_talk_s, |app| {
    let haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    post(&mut ken, trace, "", "", "# First\n\n## Second").await;
    let page = seen(&app, trace, None, None).await.talk;
    assert!(page.contains("<h3>First</h3>") && page.contains("<h4>Second</h4>"), "{page}");
    let reply = ken.browser.get(&format!("/traces/{trace}/comments/new?parent=1")).await;
    let (section, heading) = (reply.text.find("<h2").unwrap(), reply.text.find("<h3>First").unwrap());
    assert!(section < heading, "and on the page of a reply below its own");
});

crate::both_engines!(an_endless_thread_hides_no_newer_one, |app| {
    let haruka = app.member("haruka").await;
    let mut ken = app.member("ken").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    post(&mut ken, trace, "", "", "The endless one").await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!(
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < 2500)
         insert into comments (trace_id, revision, part_key, root_id, parent_id, author_id, kind, body, html, html_version,
                               created_at)
         select $1, 1, '', 1, 1, $2, 'addition', 'more', '<p>more</p>', 1, i from n"
    )
    .bind(trace)
    .bind(ken.id)
    .run(&mut tx)
    .await
    .unwrap();
    app.app.commit(tx).await.unwrap();
    post(&mut ken, trace, "", "", "The newest one").await;
    let page = seen(&app, trace, None, None).await.talk;
    assert!(page.contains("The newest one") && page.contains("The endless one"));
    assert!(page.matches("<p>more</p>").count() < 2_000);
});
