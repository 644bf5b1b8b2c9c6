//! Finding a partner, and answering.

mod crowd;
mod order;

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
