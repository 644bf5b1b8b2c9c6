//! Letters about what the queue proposes.

use super::*;
use crate::base::time::Time;
use crate::pairing::model::{ProposalId, Tongues};
use crate::pairing::queue::store as queue;
use crate::pairing::tasks::{self, Task};

/// A proposal to two who wait, for an hour two days ahead, with half a day to answer.
async fn proposed(app: &TestApp) -> (Actor, Actor, ProposalId) {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    let now = app.app.now();
    let mut tx = app.app.db.write().await.unwrap();
    for member in [haruka.id, ken.id] {
        queue::join(&mut tx, member, None, "", Tongues::Either, now).await.unwrap();
    }
    let (slot, until) = (app.in_hours(48), now.plus(12 * HOUR));
    let people = [haruka.id, ken.id];
    let id = queue::propose(&mut tx, people, slot, None, until, now).await.unwrap().expect("both are free");
    for to in people {
        tasks::push(&mut tx, &Task::Proposed { proposal: id, to }, now, now).await.unwrap();
    }
    app.app.commit(tx).await.unwrap();
    (haruka, ken, id)
}

async fn standing(app: &TestApp, id: ProposalId) -> queue::Proposal {
    queue::proposal(&mut app.app.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

crate::both_engines!(a_proposal_is_told_to_both_with_all_that_matters, |app| {
    let (haruka, _, id) = proposed(&app).await;
    lives(&app, haruka.id, "ja", "Asia/Tokyo").await;
    let letters = app.letters().await;
    assert_eq!(letters.len(), 2);
    let (japanese, english) = (to(&letters, "haruka"), to(&letters, "ken"));
    assert_eq!(
        japanese.subject,
        "相手が見つかりました:ken the testerさんと2026年11月25日(水)18:00〜19:00 Asia/Tokyo (+9)"
    );
    assert_eq!(
        english.subject,
        "A partner for an hour: haruka the tester, Wed 25 Nov 2026, 18:00–19:00 Asia/Tokyo (+9)"
    );
    for said in
        ["With: haruka the tester (Marketing)", "Company: Open", "Answer by: 24 Nov 2026, 06:00 Asia/Tokyo (+9)"]
    {
        assert!(english.text.contains(said), "{}", english.text);
    }
    assert!(english.text.contains(&format!("/pair/proposals/{id}")) && links(&english).len() == 2);
});

crate::both_engines!(two_who_say_yes_by_letter_meet, |app| {
    let (_, _, id) = proposed(&app).await;
    let letters = app.letters().await;
    let (theirs, mine) = (links(&to(&letters, "haruka"))[0].clone(), links(&to(&letters, "ken"))[0].clone());
    let page = app.browser().get(&mine).await;
    assert!(page.status == 200 && page.has("An hour with haruka the tester") && page.has("Yes, book it"));
    assert_eq!(standing(&app, id).await.second_answer, "");
    let done = app.browser().post(&mine, &[]).await;
    assert_eq!(done.status, 303);
    assert!(app.browser().get(done.location()).await.has("You agreed. As soon as haruka the tester does too"));
    let other = app.browser().post(&links(&to(&letters, "ken"))[1], &[]).await;
    assert!(other.status == 409 && other.has("It has been answered already."));
    assert_eq!(app.browser().post(&theirs, &[]).await.status, 303);
    let booked = standing(&app, id).await.session_id.expect("a session");
    assert_eq!(session(&app, booked).await.slot, app.in_hours(48));
    let letters = app.letters().await;
    assert!(letters.len() == 4 && letters[0].subject.starts_with("Booked") && letters[1].subject.starts_with("Booked"));
});

crate::both_engines!(a_no_by_letter_settles_it, |app| {
    let (_, _, id) = proposed(&app).await;
    let letters = app.letters().await;
    assert_eq!(app.browser().post(&links(&to(&letters, "ken"))[1], &[]).await.status, 303);
    assert_eq!(standing(&app, id).await.second_answer, "no");
    let late = app.browser().post(&links(&to(&letters, "haruka"))[0], &[]).await;
    assert!(late.status == 409 && late.has("This proposal has been settled"));
    assert_eq!(standing(&app, id).await.session_id, None);
});

crate::both_engines!(an_answer_that_comes_late_is_told_so, |app| {
    let (_, _, id) = proposed(&app).await;
    let mine = links(&to(&app.letters().await, "ken"));
    app.pass(12 * HOUR);
    let late = app.browser().post(&mine[0], &[]).await;
    assert!(late.status == 410 && late.has("The time to answer is over."));
    assert_eq!(standing(&app, id).await.second_answer, "");
});

crate::both_engines!(a_proposal_that_is_over_is_not_told, |app| {
    let (haruka, _, id) = proposed(&app).await;
    let now: Time = app.app.now();
    crate::pairing::queue::actions::answer(&app.app, id, haruka.id, false, now).await.unwrap();
    assert!(app.letters().await.is_empty());
});
