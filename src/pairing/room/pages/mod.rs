//! `/pair/sessions/{id}/room`: the clock, what is to be done now, the shared text, what stands beside it.
//! All of it works by form; the island takes over the text areas once it has arrived.

mod beside;
mod clock;
mod ending;
mod now;
mod own_work;
mod parts;

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::base::error::{Problems, Result};
use crate::base::words::Words;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::hour::model::seats;
use crate::pairing::hour::store::takeaways;
use crate::pairing::model::{SessionId, State};
use crate::pairing::room::actions::{self, Room, blind};
use crate::pairing::room::ending::Outcome;
use crate::pairing::room::hour_store::Blind;
use crate::pairing::room::islands::{RoomDesk, RoomWords};
use crate::pairing::room::live;
use crate::pairing::room::reading::Written;
use crate::pairing::room::standing::Access;
use crate::pairing::sessions::store::Person;
use crate::pairing::sessions::views;
use crate::traces::model::TraceId;
use crate::ui::form::ErrorSummary;
use crate::ui::page::{Answer, Page};
use crate::ui::time::minute;

/// A form that came back.
#[derive(Debug, Clone, Default)]
pub struct Showing {
    pub status: StatusCode,
    pub notice: Option<String>,
    pub problems: Problems,
    /// What was typed into a part that the other has changed: the part's name and the text.
    pub typed: Option<(String, String)>,
    /// What was typed into the unseen answer: too long, or after the reveal.
    pub answer: Option<String>,
    /// What was to be said beside the text.
    pub said: String,
    pub company: String,
    /// What was typed of what one takes home.
    pub takeaway: Option<String>,
    /// What was typed of a source: key, title, address.
    pub source: [String; 3],
}

/// All that the page shows.
struct Sheet<'a> {
    visit: &'a Visit,
    room: Room,
    written: Written,
    blind: Vec<Blind>,
    trace: Option<TraceId>,
    /// What the one who looks takes into their own work.
    takeaway: String,
    access: Access,
    showing: Showing,
}

impl Sheet<'_> {
    fn t(&self) -> &'static Words {
        self.visit.t()
    }

    fn id(&self) -> SessionId {
        self.room.session.id
    }

    fn address(&self, what: &str) -> String {
        format!("/pair/sessions/{}/room/{what}", self.id())
    }

    /// Which of the two looks: 0 or 1.
    fn seat(&self) -> usize {
        usize::from(self.visit.viewer.id() == Some(self.room.people[1].member_id))
    }

    fn me(&self) -> &Person {
        &self.room.people[self.seat()]
    }

    fn partner(&self) -> &Person {
        &self.room.people[1 - self.seat()]
    }

    fn name(&self, seat: usize) -> String {
        views::name(self.visit, &self.room.people[seat])
    }

    fn partner_name(&self) -> String {
        self.name(1 - self.seat())
    }

    fn can_write(&self) -> bool {
        self.access == Access::Write
    }
}

/// The page, for its two members; else it does not exist.
///
/// # Errors
/// [`crate::base::error::Error::SignIn`], [`crate::base::error::Error::NotFound`].
pub async fn show(visit: &Visit, id: SessionId, showing: Showing) -> Answer {
    let (member, now) = (visit.viewer.member()?.id, visit.now);
    let before = Room::load(&mut visit.app.db.read().await?, &visit.app, id, member, now).await?;
    if before.row.is_some() {
        actions::look(&visit.app, id, now).await?;
    }
    let room = Room::load(&mut visit.app.db.read().await?, &visit.app, id, member, now).await?;
    let access = room.access(now);
    let inside = room.has_entered(member);
    if let Some(page) = outside(visit, &room, access, inside) {
        return Ok(page.status(showing.status));
    }
    let sheet = sheet(visit, room, access, showing).await?;
    let title = match sheet.partner().departed {
        true => sheet.t().pairing_room_title(),
        false => sheet.t().pairing_room_with(sheet.partner_name()),
    };
    let status = sheet.showing.status;
    Ok(Page::new(title, || body(&sheet)).long_form().sheet("room").status(status))
}

async fn sheet(visit: &Visit, room: Room, access: Access, showing: Showing) -> Result<Sheet<'_>> {
    let member = visit.viewer.member()?.id;
    // What both dropped is shown to nobody.
    let (written, blind) = match room.outcome() {
        Outcome::Dropped => (Written::default(), Vec::new()),
        _ => {
            let written = live::text(&visit.app, room.session.id).await?;
            (written, blind::read(&mut visit.app.db.read().await?, &room, member).await?)
        }
    };
    let trace = room.row.as_ref().and_then(|row| row.trace_id);
    let takeaway = match room.is_looking_back() {
        true => takeaways::own(&mut visit.app.db.read().await?, room.session.id, member).await?,
        false => String::new(),
    };
    Ok(Sheet { visit, room, written, blind, trace, takeaway, access, showing })
}

/// Before one is in: when it opens, or the door. Nothing once one is, or has been.
fn outside(visit: &Visit, room: &Room, access: Access, inside: bool) -> Option<Page> {
    let t = visit.t();
    let (_, partner) = visit.viewer.id().and_then(|member| seats(&room.people, member))?;
    let session = &room.session;
    let says = match access {
        Access::Ahead(at) => {
            let (time, zone) = (minute(at, visit.zone(), visit.lang), zones::label(visit.zone(), at));
            let look = format!("/pair/sessions/{}/room", session.id);
            view! { <p>{t.pairing_room_opens(time, zone)}</p><p><a class="button" href=look>{t.pairing_room_look()}</a></p> }
                .into_any()
        }
        Access::Write if !inside => {
            let action = format!("/pair/sessions/{}/room/enter", session.id);
            let there = room.has_entered(partner.member_id);
            let there = there.then(|| view! { <p>{t.pairing_room_here(views::name(visit, partner))}</p> });
            view! {
                <h2>{t.pairing_room_door()}</h2>
                <p>{t.pairing_room_door_text()}</p>
                {there}
                <form method="post" action=action><p><button class="button go">{t.pairing_room_enter()}</button></p></form>
            }
            .into_any()
        }
        _ => return None,
    };
    let head = head(visit, room, views::name(visit, partner));
    Some(Page::new(t.pairing_room_title(), || view! { {head}<div class="stack">{says}</div> }))
}

fn head(visit: &Visit, room: &Room, partner: String) -> AnyView {
    let t = visit.t();
    let session = &room.session;
    let subject = views::subject(visit, &session.name_ja, &session.name_en, &session.topic);
    let title = if subject.is_empty() { t.pairing_room_title() } else { subject };
    view! {
        <div class="title">
            <p class="meta"><a href=format!("/pair/sessions/{}", session.id)>{t.pairing_room_with(partner)}</a></p>
            <h1>{title}</h1>
        </div>
    }
    .into_any()
}

fn body(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let summary = sheet.showing.problems.clone();
    let lang = sheet.visit.lang;
    let label = move |name: &str| parts::label(lang, name);
    let notice = sheet.showing.notice.clone();
    view! {
        {head(sheet.visit, &sheet.room, sheet.partner_name())}
        <div id="said">
            {notice.map(|notice| view! { <div class="notice" role="alert"><p>{notice}</p></div> })}
            <ErrorSummary t=t problems=summary label=label/>
        </div>
        {clock::section(sheet)}
        {state(sheet)}
        <div class="room">
            {beside::questions(sheet)}
            <div class="room-text stack">
                {now::section(sheet)}
                {ending::section(sheet)}
                {own_work::section(sheet)}
                {parts::section(sheet)}
            </div>
            {beside::chat(sheet)}
        </div>
    }
    .into_any()
}

/// Who is here, and whether what stands in the text is saved: always in sight.
fn state(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let person = |seat: usize| {
        let class = if seat == 0 { "who" } else { "who b" };
        let own = seat == sheet.seat();
        let role = if own { t.pairing_room_you() } else { sheet.room.people[seat].discipline.name(sheet.visit.lang) };
        let demo = sheet.room.people[seat].demo.then(|| view! { " "<span class="demo">{t.demo_mark()}</span> });
        view! {
            <span class=class><span class="tag">{sheet.name(seat)}</span>
                <span class="note"><span class="by">{role}</span>{demo}</span>
                <span class="note" data-where=seat.to_string()></span></span>
        }
    };
    let said = if sheet.can_write() { t.pairing_room_plain() } else { t.pairing_room_read_only() };
    let desk = sheet.can_write().then(|| {
        let names = [sheet.name(0), sheet.name(1)];
        view! { <RoomDesk session=sheet.id().0 seat=sheet.seat() names=names said=words(t, sheet)/> }
    });
    view! {
        <div class="state room-state">
            <a class="at num" href="#clock"><span class="vh">{t.pairing_room_clock()}" "</span><span data-passed="">{clock::passed(sheet)}</span></a>
            <span class="note num" id="room-saved" role="status" aria-live="polite">{said}</span>
            {person(0).into_any()}
            {person(1).into_any()}
            {desk}
            <span class="row links note">
                <a href="#lens">{t.pairing_room_to_questions()}</a>
                <a href="#chat">{t.pairing_room_to_chat()}</a>
                <a href=format!("/pair/sessions/{}#main", sheet.id())>{t.pairing_room_trouble()}</a>
            </span>
        </div>
    }
    .into_any()
}

fn words(t: &Words, sheet: &Sheet<'_>) -> RoomWords {
    let other = sheet.partner_name();
    RoomWords {
        saved: t.pairing_room_saved(),
        saving: t.pairing_room_saving(),
        joining: t.pairing_room_joining(),
        offline: t.pairing_room_offline(),
        back: t.pairing_room_back(),
        restarted: t.pairing_room_restarted(),
        came: t.pairing_room_came(),
        twice: t.pairing_room_twice(),
        local: t.pairing_room_local(),
        full: t.pairing_room_full(),
        closed: t.pairing_room_closed(),
        here: t.pairing_room_here(&other),
        away: t.pairing_room_away(&other),
        undo: t.pairing_room_undo(),
        redo: t.pairing_room_redo(),
        left: t.pairing_room_left("@", "#"),
        count: t.pairing_room_count(),
        someone: t.pairing_room_someone(),
    }
}

/// Whether the session has been called off.
fn is_cancelled(sheet: &Sheet<'_>) -> bool {
    sheet.room.session.state == State::Cancelled
}
