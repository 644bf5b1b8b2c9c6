//! Finding a partner, and answering.

use crate::base::error::Error;
use crate::base::time::{DAY, HOUR, MINUTE};
use crate::members::model::MemberId;
use crate::pairing::model::{ProposalId, SessionId};
use crate::pairing::queue::actions;
use crate::pairing::queue::store;
use crate::pairing::times::{self, Rule};
use crate::testing::TestApp;
use crate::testing::cast::Actor;

/// A member of this discipline who is free every day from 9 to 22 in Tokyo.
async fn free(app: &TestApp, handle: &str, discipline: &str) -> Actor {
    let actor = app.member(handle).await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("update members set discipline = $2 where id = $1")
        .bind(actor.id)
        .bind(discipline)
        .run(&mut tx)
        .await
        .unwrap();
    let rules: Vec<Rule> = (1..=7).map(|weekday| Rule { weekday, from: 9 * 60, until: 22 * 60 }).collect();
    times::store::save(&mut tx, actor.id, "Asia/Tokyo", &rules, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    actor
}

async fn joins(actor: &mut Actor, more: &[(&str, &str)]) {
    let fields: Vec<_> = [("company", ""), ("languages", "en")].into_iter().chain(more.iter().copied()).collect();
    let answer = actor.browser.post("/pair/queue", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
}

/// The newest proposal of a member, after a round.
async fn proposed(app: &TestApp, member: MemberId) -> Option<ProposalId> {
    app.letters().await;
    let open = store::open_proposals(&mut app.app.db.read().await.unwrap(), member, app.app.now()).await.unwrap();
    open.last().map(|(id, _, _)| *id)
}

async fn says(actor: &mut Actor, id: ProposalId, answer: &str) -> crate::testing::client::Answer {
    actor.browser.post(&format!("/pair/proposals/{id}"), &[("answer", answer)]).await
}

crate::both_engines!(two_who_fit_are_proposed_and_booked_when_both_agree, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[]).await;
    assert_eq!(proposed(&app, haruka.id).await, None, "nobody meets alone");
    joins(&mut ken, &[]).await;
    let id = proposed(&app, haruka.id).await.expect("a proposal");
    assert_eq!(proposed(&app, ken.id).await, Some(id));
    assert!(haruka.browser.get("/inbox").await.has("ken the tester could be your partner"));
    let page = ken.browser.get(&format!("/pair/proposals/{id}")).await;
    assert!(page.has("haruka the tester") && page.has("Yes, book it") && page.has("Asia/Tokyo (+9)"));
    assert_eq!(says(&mut haruka, id, "yes").await.location(), format!("/pair/proposals/{id}"));
    assert!(haruka.browser.get(&format!("/pair/proposals/{id}")).await.has("You agreed"));
    assert_eq!(says(&mut haruka, id, "yes").await.status, 409, "one answer each");
    assert_eq!(says(&mut ken, id, "yes").await.location(), "/pair/sessions/1");
    assert!(haruka.browser.get("/pair/sessions/1").await.has("An hour with ken the tester"));
    assert!(haruka.browser.get("/inbox").await.has("Your hour with ken the tester is booked"));
    assert!(store::place(&mut app.app.db.read().await.unwrap(), haruka.id).await.unwrap().is_none());
});

crate::both_engines!(who_says_no_keeps_the_place_and_is_not_asked_about_the_same_again, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[]).await;
    app.pass(MINUTE);
    joins(&mut ken, &[]).await;
    let id = proposed(&app, ken.id).await.expect("a proposal");
    assert_eq!(says(&mut ken, id, "no").await.status, 303);
    assert!(haruka.browser.get(&format!("/pair/proposals/{id}")).await.has("Your partner cannot"));
    app.pass(HOUR);
    assert_eq!(proposed(&app, haruka.id).await, None);
    let place = store::place(&mut app.app.db.read().await.unwrap(), haruka.id).await.unwrap().expect("still waiting");
    assert_eq!((place.place, place.proposal_id), (1, None));
    let mut mei = free(&app, "mei", "sales").await;
    joins(&mut mei, &[]).await;
    assert!(proposed(&app, mei.id).await.is_some_and(|new| new != id));
    app.pass(8 * DAY);
    assert!(proposed(&app, ken.id).await.is_some(), "after a week they may be proposed again");
});

crate::both_engines!(unanswered_in_time_both_keep_their_places, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    let id = proposed(&app, ken.id).await.expect("a proposal");
    says(&mut ken, id, "yes").await;
    app.pass(12 * HOUR);
    app.letters().await;
    assert_eq!(says(&mut haruka, id, "yes").await.status, 409);
    assert!(haruka.browser.get(&format!("/pair/proposals/{id}")).await.has("The time to answer is over"));
    let place = store::place(&mut app.app.db.read().await.unwrap(), ken.id).await.unwrap().expect("still waiting");
    assert_eq!((place.place, place.proposal_id), (2, None));
});

crate::both_engines!(both_may_agree_at_the_same_moment, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    let id = proposed(&app, ken.id).await.expect("a proposal");
    let (one, other) = tokio::join!(says(&mut haruka, id, "yes"), says(&mut ken, id, "yes"));
    let mut to = [one.location().to_owned(), other.location().to_owned()];
    to.sort();
    assert_eq!(to, [format!("/pair/proposals/{id}"), "/pair/sessions/1".into()]);
});

crate::both_engines!(the_blocked_are_never_proposed, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    let mut tx = app.app.db.write().await.unwrap();
    crate::members::store::add_block(&mut tx, ken.id, haruka.id, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    assert_eq!(proposed(&app, ken.id).await, None);
});

crate::both_engines!(an_hour_taken_meanwhile_frees_both_again, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    let mei = app.member("mei").await;
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    let id = proposed(&app, ken.id).await.expect("a proposal");
    let slot = store::proposal(&mut app.app.db.read().await.unwrap(), id).await.unwrap().unwrap().slot;
    app.booked([haruka.id, mei.id], slot).await;
    says(&mut haruka, id, "yes").await;
    let late = says(&mut ken, id, "yes").await;
    assert!(late.status == 409 && late.has("The other member has another session booked then"));
    let place = store::place(&mut app.app.db.read().await.unwrap(), haruka.id).await.unwrap().expect("still waiting");
    assert_eq!(place.proposal_id, None);
});

crate::both_engines!(a_proposal_exists_for_its_two_alone, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    let id = proposed(&app, ken.id).await.expect("a proposal");
    let mut sora = app.organizer("sora").await;
    assert_eq!(sora.browser.get(&format!("/pair/proposals/{id}")).await.status, 404);
    assert_eq!(says(&mut sora, id, "yes").await.status, 404);
    let outcome: crate::base::error::Result<Option<SessionId>> =
        actions::answer(&app.app, ProposalId(999), ken.id, true, app.app.now()).await;
    assert!(matches!(outcome, Err(Error::NotFound)));
});

crate::both_engines!(the_queue_says_what_would_widen_the_choice, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[("discipline", "sales")]).await;
    joins(&mut ken, &[]).await;
    assert_eq!(proposed(&app, haruka.id).await, None);
    let page = haruka.browser.get("/pair/queue").await;
    assert!(page.has("any discipline: one more fits") && page.has("value=\"sales\" checked"), "{}", page.text);
    joins(&mut haruka, &[]).await;
    assert!(proposed(&app, haruka.id).await.is_some());
});

crate::both_engines!(two_whose_weeks_do_not_overlap_are_not_brought_together_and_read_why, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    let mut tx = app.app.db.write().await.unwrap();
    let nights: Vec<Rule> = (1..=7).map(|weekday| Rule { weekday, from: 22 * 60, until: 1440 }).collect();
    times::store::save(&mut tx, ken.id, "Asia/Tokyo", &nights, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    assert_eq!(proposed(&app, haruka.id).await, None);
    let page = haruka.browser.get("/pair/queue").await;
    assert!(page.has("more times: one more could fit"), "{}", page.text);
});

crate::both_engines!(a_wish_that_cannot_be_is_said_beside_the_field, |app| {
    let mut haruka = free(&app, "haruka", "marketing").await;
    let wrong = haruka.browser.post("/pair/queue", &[("company", "Nowhere Inc"), ("languages", "en")]).await;
    assert!(wrong.status == 422 && wrong.has("value=\"Nowhere Inc\"") && wrong.has("id=\"company-error\""));
    let mut new = app.member("new").await;
    let wrong = new.browser.post("/pair/queue", &[("company", ""), ("languages", "en")]).await;
    assert!(wrong.status == 422 && wrong.has("id=\"times-error\"") && wrong.has("/pair/times"));
    assert_eq!(app.browser().get("/pair/queue").await.status, 303, "a guest is sent to sign in");
});

crate::both_engines!(the_queue_is_read_through_its_indexes, |app| {
    let plan = app.plan("pairing/queue/store/proposals.rs", "where first_id = $1", 2).await;
    assert!(plan.contains("proposals_first") && plan.contains("proposals_second"), "{plan}");
    let plan = app.plan("pairing/queue/store/mod.rs", "kind = 'match' order by id desc", 0).await;
    assert!(plan.contains("proposals_booked"), "{plan}");
    let plan = app.plan("pairing/queue/store/proposals.rs", "set proposal_id = null where proposal_id", 1).await;
    assert!(plan.contains("pair_queue_proposal"), "{plan}");
});

crate::both_engines!(an_answer_that_is_neither_declines_nothing, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    let id = proposed(&app, ken.id).await.expect("a proposal");
    for answer in ["", "maybe", "YES"] {
        let page = says(&mut ken, id, answer).await;
        assert!(page.status == 422 && page.has("Yes, book it"), "{answer}: {}", page.status);
    }
    let nothing = ken.browser.post(&format!("/pair/proposals/{id}"), &[]).await;
    assert_eq!(nothing.status, 422);
    assert_eq!(proposed(&app, ken.id).await, Some(id), "it still waits for an answer");
});

crate::both_engines!(whose_proposal_comes_to_nothing_hears_of_it, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    let id = proposed(&app, ken.id).await.expect("a proposal");
    says(&mut ken, id, "no").await;
    assert!(haruka.browser.get("/inbox").await.has("No hour with ken the tester this time"));
    assert!(!ken.browser.get("/inbox").await.has("No hour with"), "it was ken's own doing");
    app.pass(HOUR);
    let letters = app.letters().await;
    assert!(
        letters.iter().any(|letter| letter.to == "haruka@example.org" && letter.subject.contains("No hour with ken"))
    );
    app.pass(8 * DAY);
    let again = proposed(&app, ken.id).await.expect("another");
    app.pass(13 * HOUR);
    app.letters().await;
    for actor in [&mut haruka, &mut ken] {
        let inbox = actor.browser.get("/inbox").await;
        assert!(inbox.has(&format!("/pair/proposals/{again}")) && inbox.has("No hour with"), "unanswered: both");
    }
});

crate::both_engines!(who_leaves_the_queue_or_the_site_is_told_of_in_the_same_words, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    proposed(&app, ken.id).await.expect("a proposal");
    assert_eq!(ken.browser.post("/members/haruka/block", &[]).await.status, 303);
    app.letters().await;
    let inbox = haruka.browser.get("/inbox").await;
    assert!(inbox.has("No hour with ken the tester this time") && !inbox.has("blocked"));
    let mut mei = free(&app, "mei", "sales").await;
    joins(&mut mei, &[]).await;
    proposed(&app, mei.id).await.expect("a proposal");
    assert_eq!(mei.browser.post("/pair/queue/leave", &[]).await.status, 303);
    assert!(haruka.browser.get("/inbox").await.has("No hour with mei the tester this time"));
});

/// A listed company that nobody has traced.
async fn company(app: &TestApp, name: &str) {
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!(
        "insert into companies (slug, name_ja, name_en, industry, sort_key, created_at) values ($1, $1, $1, 'retail', $1, 0)"
    )
    .bind(name)
    .run(&mut tx)
    .await
    .unwrap();
    app.app.commit(tx).await.unwrap();
}

crate::both_engines!(two_who_name_no_company_are_given_one_that_is_new_to_both, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "design").await);
    company(&app, "nitori").await;
    company(&app, "workman").await;
    joins(&mut haruka, &[]).await;
    joins(&mut ken, &[]).await;
    let id = proposed(&app, ken.id).await.expect("a proposal");
    let mut conn = app.app.db.read().await.unwrap();
    let given = store::proposal(&mut conn, id).await.unwrap().unwrap().company_id;
    assert!(given.is_some());
    assert_eq!(store::company_for(&mut conn, [haruka.id, ken.id]).await.unwrap(), given, "the same again");
    drop(conn);
    says(&mut haruka, id, "yes").await;
    says(&mut ken, id, "yes").await;
    let mut conn = app.app.db.read().await.unwrap();
    let next = store::company_for(&mut conn, [haruka.id, ken.id]).await.unwrap();
    assert!(next.is_some() && next != given, "they have met on it");
});

crate::both_engines!(whoever_asks_at_the_same_moment_asks_for_one_round, |app| {
    for handle in ["haruka", "ken", "mei"] {
        let mut actor = free(&app, handle, "design").await;
        app.pass(1);
        joins(&mut actor, &[]).await;
    }
    let (rounds,): (i64,) = crate::sql!("select count(*) from jobs where kind = 'pairing.match'")
        .one(&mut app.app.db.read().await.unwrap())
        .await
        .unwrap();
    assert_eq!(rounds, 1);
});

crate::both_engines!(the_figure_orders_the_queue, |app| {
    let (mut haruka, mut ken) = (free(&app, "haruka", "marketing").await, free(&app, "ken", "marketing").await);
    let partner = app.member("partner").await;
    for _ in 0..3 {
        let id = app.booked([haruka.id, partner.id], app.in_hours(2)).await;
        app.pass(DAY);
        let now = app.app.now();
        let mut tx = app.app.db.write().await.unwrap();
        crate::pairing::sessions::store::release(&mut tx, id).await.unwrap();
        crate::pairing::sessions::store::figure(&mut tx, id, haruka.id, "no-show", now).await.unwrap();
        app.app.commit(tx).await.unwrap();
    }
    joins(&mut haruka, &[("discipline", "design")]).await;
    app.pass(MINUTE);
    joins(&mut ken, &[("discipline", "design")]).await;
    app.letters().await;
    let place = async |member| {
        store::place(&mut app.app.db.read().await.unwrap(), member).await.unwrap().expect("a place").place
    };
    assert_eq!((place(haruka.id).await, place(ken.id).await), (2, 1), "ken came later and comes first");
    let mut mei = free(&app, "mei", "design").await;
    joins(&mut mei, &[]).await;
    let id = proposed(&app, ken.id).await.expect("ken's turn is first");
    assert_eq!((proposed(&app, mei.id).await, proposed(&app, haruka.id).await), (Some(id), None));
});

crate::both_engines!(the_page_for_guests_is_fresh_once_the_queue_has_changed, |app| {
    let mut haruka = free(&app, "haruka", "marketing").await;
    let told = async || {
        let (count,): (i64,) = crate::sql!("select count(*) from events where tag = 'pair'")
            .one(&mut app.app.db.read().await.unwrap())
            .await
            .unwrap();
        count
    };
    joins(&mut haruka, &[]).await;
    assert_eq!(told().await, 1);
    haruka.browser.post("/pair/queue/leave", &[]).await;
    assert_eq!(told().await, 2);
});
