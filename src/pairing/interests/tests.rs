//! Who hears of whom.

use crate::base::time::{HOUR, MINUTE};
use crate::pairing::interests::{MOST, store};
use crate::testing::TestApp;
use crate::testing::cast::Actor;

async fn says(who: &mut Actor, about: &str) {
    let answer = who.browser.post(&format!("/members/{about}/meet"), &[]).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, format!("/members/{about}#meet").as_str()));
}

async fn block(app: &TestApp, one: &Actor, other: &Actor) {
    let mut tx = app.app.db.write().await.unwrap();
    crate::members::store::add_block(&mut tx, one.id, other.id, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
}

/// A page without what differs at each visit and has nothing to do with anybody.
async fn seen(who: &mut Actor, path: &str) -> String {
    let page = who.browser.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    page.text
}

crate::both_engines!(one_sided_interest_is_told_nowhere, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut mei = app.member("mei").await;
    let paths =
        ["/members/haruka", "/members/ken", "/inbox", "/pair/interests", "/pair/queue", "/pair/sessions", "/settings"];
    let mut before = Vec::new();
    for path in paths {
        before.push((seen(&mut ken, path).await, seen(&mut mei, path).await));
    }
    let guest = app.browser().get("/members/ken").await.text;
    says(&mut haruka, "ken").await;
    assert!(haruka.browser.get("/members/ken").await.has("You would like to meet ken the tester. Only you see this."));
    app.pass(HOUR);
    assert!(app.letters().await.is_empty());
    for (path, (kens, meis)) in paths.into_iter().zip(before) {
        assert_eq!(seen(&mut ken, path).await, kens, "ken sees {path} as before");
        assert_eq!(seen(&mut mei, path).await, meis, "mei sees {path} as before");
    }
    assert_eq!(app.browser().get("/members/ken").await.text, guest);
    let (notices,): (i64,) =
        crate::sql!("select count(*) from notices").one(&mut app.app.db.read().await.unwrap()).await.unwrap();
    assert_eq!(notices, 0);
});

crate::both_engines!(once_both_say_it_both_hear_once, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    says(&mut haruka, "ken").await;
    says(&mut ken, "haruka").await;
    let told = |name: &str| format!("{name} the tester would like to meet you, and you them");
    let inbox = haruka.browser.get("/inbox").await;
    assert!(inbox.has(&told("ken")) && inbox.has("href=\"/members/ken\""));
    assert!(ken.browser.get("/inbox").await.has(&told("haruka")));
    assert!(haruka.browser.get("/members/ken").await.has("You and ken the tester would both like to meet."));
    assert!(haruka.browser.get("/pair/interests").await.has("You both would."));
    app.pass(5 * MINUTE);
    let mut letters: Vec<_> = app.letters().await.into_iter().map(|letter| (letter.to, letter.subject)).collect();
    letters.sort();
    let letter = |to: &str, name: &str| (format!("{to}@example.org"), told(name));
    assert_eq!(letters, [letter("haruka", "ken"), letter("ken", "haruka")]);
    assert_eq!(haruka.browser.post("/members/ken/meet/end", &[]).await.status, 303);
    says(&mut haruka, "ken").await;
    assert_eq!(haruka.browser.get("/inbox").await.text.matches(&told("ken")).count(), 1, "the same news is told once");
});

crate::both_engines!(of_two_who_say_it_at_once_both_hear, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let (one, other) =
        tokio::join!(haruka.browser.post("/members/ken/meet", &[]), ken.browser.post("/members/haruka/meet", &[]));
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (303, 303));
    for who in [&mut haruka, &mut ken] {
        assert!(who.browser.get("/inbox").await.has("would like to meet you, and you them"), "{}", who.handle);
    }
});

crate::both_engines!(what_is_taken_back_never_becomes_mutual, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    says(&mut haruka, "ken").await;
    let id = ken.id;
    let list = haruka.browser.get("/pair/interests").await;
    assert!(list.has("ken the tester") && list.has(&format!("/pair/interests/{id}/end")));
    let back = haruka.browser.post(&format!("/pair/interests/{id}/end"), &[]).await;
    assert_eq!(back.location(), "/pair/interests?done=end");
    assert!(haruka.browser.get("/pair/interests").await.has("Nobody yet."));
    says(&mut ken, "haruka").await;
    assert!(!ken.browser.get("/inbox").await.has("would like to meet you"));
    assert!(ken.browser.get("/members/haruka").await.has("Only you see this"));
});

crate::both_engines!(the_blocked_cannot_say_it_and_nothing_between_them_counts, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    says(&mut haruka, "ken").await;
    block(&app, &ken, &haruka).await;
    for (who, about) in [(&mut haruka, "ken"), (&mut ken, "haruka")] {
        assert_eq!(who.browser.post(&format!("/members/{about}/meet"), &[]).await.status, 404, "{about}");
        assert!(!who.browser.get(&format!("/members/{about}")).await.has("id=\"meet\""), "{about}");
    }
    assert!(!ken.browser.get("/inbox").await.has("would like to meet"));
    let mut tx = app.app.db.write().await.unwrap();
    store::add(&mut tx, ken.id, haruka.id, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    assert!(!haruka.browser.get("/pair/interests").await.has("You both would."));
    assert_eq!(haruka.browser.post("/members/ken/meet/end", &[]).await.status, 303, "one's own word can go");
});

crate::both_engines!(nobody_names_themselves_nobody_or_without_an_account, |app| {
    let (mut haruka, mut new) = (app.member("haruka").await, app.unverified("new").await);
    assert_eq!(haruka.browser.post("/members/haruka/meet", &[]).await.status, 404);
    assert_eq!(haruka.browser.post("/members/nobody/meet", &[]).await.status, 404);
    assert!(!haruka.browser.get("/members/haruka").await.has("id=\"meet\""));
    assert_eq!(new.browser.post("/members/haruka/meet", &[]).await.status, 403);
    let mut guest = app.browser();
    assert!(!guest.get("/members/haruka").await.has("id=\"meet\""));
    assert_eq!(guest.post("/members/haruka/meet", &[]).await.status, 401);
    assert!(guest.get("/pair/interests").await.location().starts_with("/sign-in"));
    assert_eq!(haruka.browser.get("/members/new/meet").await.location(), "/members/new#meet");
});

crate::both_engines!(fifty_are_named_at_most_and_the_list_goes_on, |app| {
    let mut haruka = app.member("haruka").await;
    for n in 0..MOST {
        let other = app.member(&format!("member-{n}")).await;
        let mut tx = app.app.db.write().await.unwrap();
        store::add(&mut tx, haruka.id, other.id, app.app.now()).await.unwrap();
        app.app.commit(tx).await.unwrap();
    }
    app.member("ken").await;
    let full = haruka.browser.post("/members/ken/meet", &[]).await;
    assert!(full.status == 422 && full.has("50 at most") && full.has("Take one back to name another"));
    says(&mut haruka, "member-3").await;
    let first = haruka.browser.get("/pair/interests").await;
    let more = first.text.split("/pair/interests?after=").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let second = haruka.browser.get(&format!("/pair/interests?after={more}")).await;
    for n in 0..MOST {
        let link = format!("href=\"/members/member-{n}\"");
        assert_eq!(first.text.matches(&link).count() + second.text.matches(&link).count(), 1, "{n}");
    }
    assert!(first.has("rel=\"next\"") && !second.has("rel=\"next\""));
});

crate::both_engines!(interests_are_read_through_their_key, |app| {
    for (words, parameters) in [
        ("order by i.other_id desc limit $3", 3),
        ("left join interests j on j.member_id = $2", 2),
        ("select count(*) from interests", 1),
    ] {
        let plan = app.plan("pairing/interests/store.rs", words, parameters).await;
        assert!(!plan.contains("SCAN ") && !plan.contains("Seq Scan") && !plan.contains("Sort"), "{words}: {plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{words}: {plan}");
    }
});

crate::both_engines!(two_named_at_once_do_not_pass_the_limit, |app| {
    use crate::pairing::interests::actions::name;
    let haruka = app.member("haruka").await.id;
    let mut others = Vec::new();
    for n in 0..=MOST {
        others.push(app.member(&format!("member-{n}")).await.id);
    }
    let mut tx = app.app.db.write().await.unwrap();
    for other in &others[..MOST - 1] {
        store::add(&mut tx, haruka, *other, app.app.now()).await.unwrap();
    }
    app.app.commit(tx).await.unwrap();
    let say = async |other| {
        let mut tx = app.app.db.write().await.unwrap();
        let said = name(&mut tx, [haruka, other], ["/".into(), "/".into()], app.app.now()).await.unwrap();
        app.app.commit(tx).await.unwrap();
        said
    };
    let (one, other) = tokio::join!(say(others[MOST - 1]), say(others[MOST]));
    assert!(one != other, "one of the two: {one} {other}");
    let count = store::count(&mut app.app.db.read().await.unwrap(), haruka).await.unwrap();
    assert_eq!(count, MOST as i64);
});
