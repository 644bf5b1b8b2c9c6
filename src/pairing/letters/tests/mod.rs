//! Letters, their links and the calendar, as their readers meet them. The clock is in hand; the cast
//! lives in Tokyo and reads English unless said otherwise.

mod calendar;
mod dead;
mod deeds;
mod proposals;
mod reminders;
mod smtp;
mod told;

use crate::base::error::Result;
use crate::base::mail::Letter;
use crate::base::time::HOUR;
use crate::members::model::MemberId;
use crate::pairing::model::{SessionId, Slot};
use crate::pairing::sessions::actions;
use crate::pairing::sessions::store::{self, Person, Session};
use crate::testing::TestApp;
use crate::testing::cast::Actor;

/// Haruka and Ken, with an hour four days ahead whose invitations have been sent.
async fn two(app: &TestApp) -> (Actor, Actor, SessionId) {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    let id = app.booked([haruka.id, ken.id], app.in_hours(96)).await;
    assert_eq!(app.letters().await.len(), 2);
    (haruka, ken, id)
}

async fn lives(app: &TestApp, member: MemberId, language: &str, zone: &str) {
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!("update members set language = $2, zone = $3 where id = $1")
        .bind(member)
        .bind(language)
        .bind(zone)
        .run(&mut tx)
        .await
        .unwrap();
    app.app.commit(tx).await.unwrap();
}

async fn session(app: &TestApp, id: SessionId) -> Session {
    store::session(&mut app.app.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn person(app: &TestApp, id: SessionId, member: MemberId) -> Person {
    let people = store::people(&mut app.app.db.read().await.unwrap(), id).await.unwrap();
    people.into_iter().find(|p| p.member_id == member).unwrap()
}

/// One proposes, the other agrees; all letters are sent.
async fn moved(app: &TestApp, id: SessionId, by: MemberId, other: MemberId, slot: Slot) -> Result<()> {
    actions::propose_move(&app.app, id, by, slot, app.app.now()).await?;
    app.letters().await;
    actions::accept_move(&app.app, id, other, slot, app.app.now()).await?;
    app.letters().await;
    Ok(())
}

/// Lets time pass until so many hours from the start of the test, and gives the letters sent since.
async fn letters_until(app: &TestApp, hour: i64) -> Vec<Letter> {
    let before = app.letters().await.len();
    app.pass(crate::testing::NOON.0 + hour * HOUR - app.app.now().0);
    let mut letters = app.letters().await;
    letters.truncate(letters.len() - before);
    letters
}

/// The newest letter to a member.
fn to(letters: &[Letter], handle: &str) -> Letter {
    let address = format!("{handle}@example.org");
    letters.iter().find(|letter| letter.to == address).expect("a letter").clone()
}

fn subjects(letters: &[Letter]) -> Vec<String> {
    let mut subjects: Vec<String> =
        letters.iter().map(|l| format!("{}: {}", l.to.split('@').next().unwrap(), l.subject)).collect();
    subjects.sort_unstable();
    subjects
}

/// The paths of a letter's links, in order: confirm, move, cancel; or accept, decline.
fn links(letter: &Letter) -> Vec<String> {
    let paths = letter.text.lines().filter_map(|line| line.find("/pair/letters/").map(|at| line[at..].to_owned()));
    paths.collect()
}

/// The one value of a property in an iCalendar object, unfolded.
fn property(text: &str, name: &str) -> String {
    let unfolded = text.replace("\r\n ", "");
    let line = unfolded.lines().find(|line| line.split([':', ';']).next() == Some(name)).expect("the property");
    line.split_once(':').expect("a value").1.to_owned()
}
