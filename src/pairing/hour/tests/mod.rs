//! The hour in its members' terms: who comes, who waits, what follows.

mod after;
mod apart;
mod come;
mod figure;
mod swap;

use crate::base::time::MINUTE;
use crate::pairing::model::{SessionId, State};
use crate::pairing::sessions::store::{self, Person, Session};
use crate::testing::TestApp;
use crate::testing::cast::Actor;

/// Haruka and Ken, with an hour booked 72 hours from now.
async fn two(app: &TestApp) -> (Actor, Actor, SessionId) {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    let id = app.booked([haruka.id, ken.id], app.in_hours(72)).await;
    (haruka, ken, id)
}

/// Lets time pass until so many minutes after the session's start, or before it.
async fn at(app: &TestApp, id: SessionId, minutes: i64) {
    let start = session(app, id).await.slot.starts_at();
    app.pass(start.plus(minutes * MINUTE).0 - app.app.now().0);
}

async fn session(app: &TestApp, id: SessionId) -> Session {
    store::session(&mut app.app.db.read().await.unwrap(), id).await.unwrap().expect("a session")
}

async fn people(app: &TestApp, id: SessionId) -> [Person; 2] {
    store::people(&mut app.app.db.read().await.unwrap(), id).await.unwrap()
}

/// The session's state and what counts for each, in the order of members.
async fn ended(app: &TestApp, id: SessionId) -> (State, [String; 2]) {
    (session(app, id).await.state, people(app, id).await.map(|person| person.outcome))
}

fn outcomes(first: &str, second: &str) -> [String; 2] {
    [first.to_owned(), second.to_owned()]
}

async fn post(actor: &mut Actor, id: SessionId, what: &str, fields: &[(&str, &str)]) -> u16 {
    actor.browser.post(&format!("/pair/sessions/{id}/{what}"), fields).await.status.as_u16()
}

/// Both check in at the start, and the hour passes.
async fn hold(app: &TestApp, one: &mut Actor, other: &mut Actor, id: SessionId) {
    at(app, id, 0).await;
    assert_eq!(post(one, id, "check-in", &[]).await, 303);
    assert_eq!(post(other, id, "check-in", &[]).await, 303);
    at(app, id, 60).await;
    app.letters().await;
}
