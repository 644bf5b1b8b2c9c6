//! Writing, through HTTP, in the member's terms.

use crate::both_engines;
use crate::companies;
use crate::testing::TestApp;
use crate::testing::cast::Actor;
use crate::testing::client::{Answer, Client};
use crate::traces::model::TraceId;

const LINE: [(&str, &str); 8] = [
    ("company", "Workman"),
    ("language", "en"),
    ("who", "people who work outside"),
    ("task", "stay dry and look decent"),
    ("from", "one coat for work"),
    ("to", "one coat for everything"),
    ("value", "a coat that does both, at a plain price"),
    ("model", "few items, made for years, sold at full price"),
];

/// A member's sketch of Workman; where it is edited.
async fn sketch(app: &TestApp, member: &mut Actor) -> String {
    companies::actions::seed_directory(&app.app).await.unwrap();
    let answer = member.browser.post("/traces/new", &LINE).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location().to_owned()
}

fn publish_of(edit: &str) -> String {
    edit.replace("/edit", "/publish")
}

fn id_of(edit: &str) -> TraceId {
    edit.split('/').nth(2).and_then(|id| id.parse().ok()).expect("an edit address")
}

/// The fields of the editor as a browser would send them.
async fn form(browser: &mut Client, edit: &str) -> Vec<(String, String)> {
    let page = browser.get(edit).await;
    assert_eq!(page.status, 200);
    let version = value(&page, "version");
    let mut fields = vec![("version".to_owned(), version), ("title".to_owned(), "How Workman works".to_owned())];
    for (name, text) in
        ["shift", "task", "value", "model"].map(|key| (format!("{key}.gist"), format!("The gist of {key}.")))
    {
        fields.push((name, text));
    }
    fields
}

fn value(page: &Answer, name: &str) -> String {
    let at = page.text.find(&format!("name=\"{name}\"")).expect("the field");
    let rest = &page.text[at..];
    let start = rest.find("value=\"").expect("a value") + 7;
    rest[start..].split('"').next().unwrap_or_default().to_owned()
}

async fn send(browser: &mut Client, path: &str, fields: &[(String, String)], more: &[(&str, &str)]) -> Answer {
    let mut all: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    all.retain(|(name, _)| !more.iter().any(|(n, _)| n == name));
    all.extend(more);
    browser.post(path, &all).await
}

both_engines!(a_sketch_drawn_in_one_form_is_published, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let page = haruka.browser.get(&edit).await;
    assert!(page.has("One coat for work gave way to one coat for everything."), "{}", page.text);
    assert!(page.has("People who work outside want to stay dry and look decent."));
    assert_eq!(page.header("cache-control"), "private, no-cache");
    let answer = haruka.browser.post(&publish_of(&edit), &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    assert_eq!(answer.location(), format!("/traces/{}-how-workman-works", id_of(&edit)));
    let mut conn = app.app.db.read().await.unwrap();
    let (published, stage): (i64, String) =
        crate::sql!("select published, stage from traces").one(&mut conn).await.unwrap();
    assert_eq!((published, stage.as_str()), (1, "sketch"));
    let found: Vec<(i64,)> =
        crate::sql!("select weight from search_terms where term = 's:coat'").all(&mut conn).await.unwrap();
    assert_eq!(found.len(), 1);
    let answer = haruka.browser.post(&publish_of(&edit), &[]).await;
    assert_eq!(answer.status, 303);
    let again: (i64,) = crate::sql!("select count(*) from revisions").one(&mut conn).await.unwrap();
    assert_eq!(again.0, 1, "publishing what is shown makes no second revision");
});

both_engines!(an_unknown_company_is_added_with_its_industry, |app| {
    let mut haruka = app.member("haruka").await;
    let fields = [("company", "喫茶ひばり"), ("language", "ja"), ("value", "静けさ")];
    let answer = haruka.browser.post("/traces/new", &fields).await;
    assert_eq!(answer.status, 422);
    assert!(answer.has("喫茶ひばり") && answer.has("静けさ") && answer.has("name=\"industry\""));
    let answer = haruka.browser.post("/traces/new", &[fields[0], fields[1], fields[2], ("industry", "services")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    let edit = answer.location().to_owned();
    let page = haruka.browser.get(&edit).await;
    assert!(page.has("喫茶ひばりのしくみ") && page.has("静けさ"));
    let listed = async || {
        let mut conn = app.app.db.read().await.unwrap();
        companies::store::by_slug(&mut conn, "喫茶ひばり").await.unwrap().is_some()
    };
    assert!(!listed().await, "a draft lists nothing");
    let fields = form(&mut haruka.browser, &edit).await;
    assert_eq!(send(&mut haruka.browser, &publish_of(&edit), &fields, &[]).await.status, 303);
    assert!(listed().await);
});

both_engines!(a_guests_sketch_survives_the_sign_up, |app| {
    companies::actions::seed_directory(&app.app).await.unwrap();
    let mut guest = app.browser();
    assert_eq!(guest.get("/traces/new?company=Workman&who=someone").await.status, 200);
    let answer = guest.post("/traces/new", &LINE).await;
    assert_eq!(answer.status, 303);
    let token = answer.location().strip_prefix("/sign-up?pending=").expect("to the sign-up").to_owned();
    let mut haruka = app.unverified("haruka").await;
    let offer = haruka.browser.get(&format!("/traces/new/claim?pending={token}")).await;
    assert!(offer.status == 200 && offer.has(&token));
    let claimed = haruka.browser.post("/traces/new/claim", &[("pending", &token)]).await;
    assert_eq!(claimed.status, 303);
    let page = haruka.browser.get(claimed.location()).await;
    assert!(page.has("People who work outside want to stay dry and look decent."));
    let again = haruka.browser.post("/traces/new/claim", &[("pending", &token)]).await;
    assert_eq!(again.status, 404, "only one claim gets it");
    let refused = haruka.browser.post(&publish_of(claimed.location()), &[]).await;
    assert_eq!(refused.status, 403);
    assert!(refused.has("Confirm your e-mail address first") && refused.has("a coat that does both"));
});

both_engines!(an_older_tab_never_overwrites_the_newer_and_sees_both, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let fields = form(&mut haruka.browser, &edit).await;
    let first = send(&mut haruka.browser, &edit, &fields, &[("value.body", "Written in the first tab.")]).await;
    assert_eq!(first.status, 303);
    let second = send(&mut haruka.browser, &edit, &fields, &[("value.body", "Written in the second tab.")]).await;
    assert_eq!(second.status, 409);
    assert!(second.has("Written in the first tab.") && second.has("Written in the second tab."));
    assert!(haruka.browser.get(&edit).await.has("Written in the first tab."));
    let version = value(&second, "version");
    let chosen = [("value.body", "Written in the second tab."), ("version", &*version), ("do", "take-mine")];
    assert_eq!(send(&mut haruka.browser, &edit, &fields, &chosen).await.status, 303);
    assert!(haruka.browser.get(&edit).await.has("Written in the second tab."));
    let published = send(&mut haruka.browser, &publish_of(&edit), &fields, &[("value.body", "From long ago.")]).await;
    assert_eq!(published.status, 409);
});

both_engines!(a_second_sketch_waits_beside_the_first_and_what_has_expired_is_passed_over, |app| {
    companies::actions::seed_directory(&app.app).await.unwrap();
    let mut haruka = app.member("haruka").await;
    let mut tokens = Vec::new();
    for _ in 0..3 {
        let drawn = app.browser().post("/traces/new", &LINE).await;
        tokens.push(drawn.location().strip_prefix("/sign-up?pending=").expect("to the sign-up").to_owned());
    }
    let mut tx = app.app.db.write().await.unwrap();
    for (at, token) in (1_i64..).zip(&tokens) {
        let hash = crate::base::random::token_hash(token);
        crate::members::store::keep_sketch(&mut tx, haruka.id, &hash, crate::base::time::Time(at)).await.unwrap();
    }
    app.app.commit(tx).await.unwrap();
    let mut claim = async |token: &str| haruka.browser.post("/traces/new/claim", &[("pending", token)]).await;
    let first = claim(&tokens[2]).await;
    let second = claim("").await;
    let third = claim("").await;
    let edits: std::collections::BTreeSet<_> = [&first, &second, &third].map(|a| a.location().to_owned()).into();
    assert_eq!(edits.len(), 3, "{edits:?}");
    assert_eq!(claim("").await.status, 404, "none is left");

    let mut tx = app.app.db.write().await.unwrap();
    crate::members::store::keep_sketch(&mut tx, haruka.id, "long gone", app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    assert_eq!(claim("").await.status, 404);
    let mut conn = app.app.db.read().await.unwrap();
    assert!(crate::members::store::waiting_sketches(&mut conn, haruka.id).await.unwrap().is_empty());
});

both_engines!(a_draft_is_its_authors_alone, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let mut ken = app.member("ken").await;
    let mut guest = app.browser();
    assert_eq!(guest.get(&edit).await.status, 303);
    assert_eq!(ken.browser.get(&edit).await.status, 404);
    for path in [edit.clone(), publish_of(&edit)] {
        let fields = [("version", "1"), ("title", "mine now"), ("shift.gist", "all mine")];
        assert_eq!(ken.browser.post(&path, &fields).await.status, 404);
        let kept = guest.post(&path, &fields).await;
        assert_eq!(kept.status, 401, "a sign-in that ended");
        assert!(kept.has("all mine") && !kept.has("coat"), "what was typed, and nothing else");
    }
    let page = haruka.browser.get(&edit).await;
    assert!(!page.has("all mine") && value(&page, "version") == "1");
});

both_engines!(what_does_not_fit_is_said_and_everything_is_kept, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let fields = form(&mut haruka.browser, &edit).await;
    let wrong = [
        ("source.1.key", "IR-2024"),
        ("source.1.kind", "report"),
        ("source.1.title", "Annual report"),
        ("source.1.dated", "2024-13"),
        ("source.2.key", "ir-2024"),
        ("source.2.kind", "magic"),
        ("source.2.title", ""),
        ("source.2.url", "javascript:alert(1)"),
        ("source.3.key", "日本"),
        ("source.3.kind", "web"),
        ("source.3.title", "鍵"),
        ("shift.body", "Words that stay."),
    ];
    for path in [edit.clone(), publish_of(&edit)] {
        let fields = if path == edit { fields.clone() } else { form(&mut haruka.browser, &edit).await };
        let answer = send(&mut haruka.browser, &path, &fields, &wrong).await;
        assert_eq!(answer.status, 422, "{path}");
        for kept in [
            "2024-13",
            "javascript:alert(1)",
            "日本",
            "Words that stay.",
            "Another source has this key",
            "This is not a link",
        ] {
            assert!(answer.has(kept), "{kept}");
        }
        assert!(answer.has("source-1-dated-error") && answer.has("source-3-key-error"));
    }
    let mut conn = app.app.db.read().await.unwrap();
    let revisions: (i64,) = crate::sql!("select count(*) from revisions").one(&mut conn).await.unwrap();
    assert_eq!(revisions.0, 0);
});

both_engines!(publishing_again_makes_a_second_revision_and_leaves_the_first, |app| {
    let mut haruka = app.member("haruka").await;
    let edit = sketch(&app, &mut haruka).await;
    let fields = form(&mut haruka.browser, &edit).await;
    assert_eq!(send(&mut haruka.browser, &publish_of(&edit), &fields, &[]).await.status, 303);
    app.pass(1_000);
    let fields = form(&mut haruka.browser, &edit).await;
    let bodies = [
        ("shift.body", "Rain fell.[^ir]"),
        ("task.body", "Dry."),
        ("value.body", "Sales rose by 30%.[^ir]"),
        ("model.body", "Plain."),
        ("shift-task.body", "Because of rain."),
        ("task-value.body", "Because of price."),
        ("value-model.body", "Because of scale."),
        ("source.1.key", "ir"),
        ("source.1.kind", "report"),
        ("source.1.title", "Annual report"),
        ("source.1.dated", "2024"),
        ("title", "Rain and coats"),
        ("reason", "the report came out"),
    ];
    let answer = send(&mut haruka.browser, &publish_of(&edit), &fields, &bodies).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    assert!(answer.location().ends_with("-rain-and-coats"));
    let mut conn = app.app.db.read().await.unwrap();
    let rows: Vec<(i64, String, String)> =
        crate::sql!("select number, title, stage from revisions order by number").all(&mut conn).await.unwrap();
    assert_eq!(
        rows,
        [(1, "How Workman works".into(), "sketch".into()), (2, "Rain and coats".into(), "bridged".into())]
    );
    let html: (String,) =
        crate::sql!("select html from parts where revision = 2 and part_key = 'value'").one(&mut conn).await.unwrap();
    assert!(html.0.contains("#source-ir"), "{}", html.0);
    let first: (i64,) =
        crate::sql!("select count(*) from parts where revision = 1 and body <> ''").one(&mut conn).await.unwrap();
    assert_eq!(first.0, 0);
});

mod additions;
mod desk;
mod growing;
mod leaving;
mod lenses;
