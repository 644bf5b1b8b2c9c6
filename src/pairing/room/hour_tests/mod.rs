//! The hour in the room, in its members' terms: the clock, what is written unseen, what it ends in.

mod blind;
mod clock;
mod ending;
mod left;
mod own_work;
mod plain;

use scraper::{Html, Selector};

use crate::base::time::MINUTE;
use crate::members::model::MemberId;
use crate::pairing::model::SessionId;
use crate::pairing::room::hour_store::{self as store, Row};
use crate::pairing::room::live;
use crate::pairing::room::reading::Written;
use crate::pairing::room::text::Edit;
use crate::pairing::sessions::store::session;
use crate::testing::TestApp;
use crate::testing::cast::Actor;
use crate::testing::client::Answer;

/// Haruka and Ken, with an hour that begins in 72 hours.
async fn booked(app: &TestApp) -> (Actor, Actor, SessionId) {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    let id = app.booked([haruka.id, ken.id], app.in_hours(72)).await;
    (haruka, ken, id)
}

/// The same, both in the room, so many minutes after the hour began.
async fn together(app: &TestApp, minutes: i64) -> (Actor, Actor, SessionId) {
    let (mut haruka, mut ken, id) = booked(app).await;
    at(app, id, 0).await;
    for who in [&mut haruka, &mut ken] {
        assert_eq!(act(who, id, "enter", &[]).await.status, 303);
    }
    at(app, id, minutes).await;
    (haruka, ken, id)
}

/// Lets time pass until so many minutes after the hour began; the worker sees it.
async fn at(app: &TestApp, id: SessionId, minutes: i64) {
    let found = session(&mut app.app.db.read().await.unwrap(), id).await.unwrap().expect("a session");
    app.pass(found.slot.starts_at().plus(minutes * MINUTE).0 - app.app.now().0);
}

async fn act(who: &mut Actor, id: SessionId, what: &str, fields: &[(&str, &str)]) -> Answer {
    who.browser.post(&format!("/pair/sessions/{id}/room/{what}"), fields).await
}

async fn look(who: &mut Actor, id: SessionId) -> Answer {
    who.browser.get(&format!("/pair/sessions/{id}/room")).await
}

/// Does what is due, as the worker would.
async fn work(app: &TestApp) {
    app.letters().await;
}

async fn row(app: &TestApp, id: SessionId) -> Row {
    store::room(&mut app.app.db.read().await.unwrap(), id).await.unwrap().expect("a room")
}

async fn written(app: &TestApp, id: SessionId) -> Written {
    live::text(&app.app, id).await.unwrap()
}

/// Writes a text in a member's name.
async fn write(app: &TestApp, id: SessionId, member: MemberId, root: &str, text: &str) {
    let edit = Edit { root: root.into(), at: usize::MAX, delete: 0, insert: text.into() };
    live::insert(&app.app, id, member, &[edit]).await.unwrap();
}

/// All that a trace needs to be published: the first half by one, the second by the other.
async fn sketched(app: &TestApp, id: SessionId, [one, other]: [MemberId; 2]) {
    write(app, id, one, "shift.gist", "Cars appear, roads do not.").await;
    write(app, id, one, "task.gist", "Go further than the next town.").await;
    write(app, id, other, "value.gist", "The next hundred kilometres.").await;
    write(app, id, other, "model.gist", "A free book sells tyres.").await;
}

/// A field's value on a page.
fn value(page: &Answer, selector: &str) -> String {
    let selector = Selector::parse(selector).unwrap();
    let page = Html::parse_document(&page.text);
    let element = page.select(&selector).next().unwrap_or_else(|| panic!("no {selector:?} on the page"));
    element.value().attr("value").unwrap_or_default().to_owned()
}

/// Wishes something of the clock as it stands on the member's page.
async fn wish(who: &mut Actor, id: SessionId, what: &str) -> Answer {
    let seen = value(&look(who, id).await, ".consent input[name=version]");
    act(who, id, "clock", &[("version", &seen), ("do", what)]).await
}

/// Says what becomes of the text as it stands on the member's page.
async fn end(who: &mut Actor, id: SessionId, answer: &str, company: &str) -> Answer {
    let seen = value(&look(who, id).await, ".end input[name=seen]");
    act(who, id, "end", &[("answer", answer), ("seen", &seen), ("company", company)]).await
}
