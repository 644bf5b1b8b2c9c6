//! Asks, from posting to the last who waits.

mod again;
mod apart;
mod lists;
mod post;
mod take;
mod waiting;

use crate::members::model::Discipline;
use crate::pairing::asks::model::{AskState, WaitState};
use crate::pairing::asks::store::{self, waiting as places};
use crate::pairing::model::{AskId, Slot};
use crate::testing::TestApp;
use crate::testing::cast::Actor;
use crate::testing::client::Answer;
use crate::ui::time::for_input;

/// The zone of every member of the cast.
const ZONE: &str = "Asia/Tokyo";

/// Posts an ask for these slots, with more fields or others.
async fn posts(who: &mut Actor, slots: &[Slot], more: &[(&str, &str)]) -> Answer {
    who.browser.post("/pair/asks/new", &as_pairs(&fields(slots, more))).await
}

/// What the form sends.
fn fields(slots: &[Slot], more: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = vec![];
    for (name, value) in [("kind", "company"), ("topic", "Who pays for ten minutes"), ("languages", "either")] {
        if !more.iter().any(|(other, _)| *other == name) {
            fields.push((name.into(), value.into()));
        }
    }
    fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    for (number, slot) in (1..).zip(slots) {
        fields.push((format!("slot-{number}"), for_input(slot.starts_at(), ZONE)));
    }
    fields
}

fn as_pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// An ask that was posted.
async fn asks(who: &mut Actor, slots: &[Slot], more: &[(&str, &str)]) -> AskId {
    let answer = posts(who, slots, more).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location().trim_start_matches("/pair/asks/").split('?').next().unwrap().parse().expect("a number")
}

async fn takes(who: &mut Actor, id: AskId, slot: Slot) -> Answer {
    who.browser.post(&format!("/pair/asks/{id}/take"), &[("slot", &slot.to_string())]).await
}

/// Takes it; the session's path.
async fn took(who: &mut Actor, id: AskId, slot: Slot) -> String {
    let answer = takes(who, id, slot).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    assert!(answer.location().starts_with("/pair/sessions/"), "{}", answer.location());
    answer.location().to_owned()
}

async fn waits(who: &mut Actor, id: AskId) {
    let answer = who.browser.post(&format!("/pair/asks/{id}/wait"), &[]).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, format!("/pair/asks/{id}?done=wait").as_str()));
}

async fn cancels(app: &TestApp, who: &mut Actor, session: &str) {
    let answer = who.browser.post(&format!("{session}/cancel"), &[("reason", "A fever")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    app.letters().await;
}

async fn state(app: &TestApp, id: AskId) -> AskState {
    let ask = store::ask(&mut app.app.db.read().await.unwrap(), id, app.app.now()).await.unwrap();
    ask.expect("an ask").state
}

async fn place(app: &TestApp, id: AskId, who: &Actor) -> Option<WaitState> {
    places::place(&mut app.app.db.read().await.unwrap(), id, who.id).await.unwrap().map(|place| place.state)
}

/// Gives a member of the cast another discipline.
async fn works_in(app: &TestApp, who: &Actor, discipline: Discipline) {
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("update members set discipline = $2 where id = $1")
        .bind(who.id)
        .bind(discipline)
        .run(&mut tx)
        .await
        .unwrap();
    app.app.commit(tx).await.unwrap();
}

/// A company of the directory, merged into another where one is named.
async fn company(app: &TestApp, name: &str, into: Option<i64>) -> i64 {
    use crate::companies::actions::{add, merge};
    use crate::companies::model::{CompanyId, NewCompany};
    let mut tx = app.app.db.write().await.unwrap();
    let new = NewCompany { name_en: name.into(), industry: "other".into(), ..NewCompany::default() };
    let id = add(&mut tx, &new, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    if let Some(into) = into {
        merge(&app.app, id, CompanyId(into), app.app.now()).await.unwrap();
    }
    id.0
}

async fn blocks(app: &TestApp, one: &Actor, other: &Actor) {
    let visit = app.visit(Some(one)).await;
    crate::members::actions::block(&visit, other.id).await.unwrap();
    app.letters().await;
}
