//! `/pair/sessions/{id}`: who, when, on what; what both prepare; and what can still be changed.

mod change;
mod list;
mod prepare;
mod talk;
mod trouble;

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::{Error, Problems, Result};
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::hour;
use crate::pairing::model::{SessionId, State};
use crate::pairing::queue::pages::queue::names;
use crate::pairing::sessions::model::{is_ahead, may_choose_company};
use crate::pairing::sessions::store::talk::{Message, PAGE};
use crate::pairing::sessions::store::{self, Person, Session};
use crate::pairing::sessions::talk::is_talking;
use crate::pairing::sessions::views;
use crate::ui::fields::Fields;
use crate::ui::page::{Answer, Page};
use crate::ui::time::span;

pub use list::list;

crate::text_enum! {
    /// The forms of the page.
    Form {
        Prepare = "prepare", Call = "call", Company = "company", Message = "message", Move = "move", Answer = "answer",
        Confirm = "confirm", Cancel = "cancel",
        /// What the hour itself asks: here, close, swap, we met, hide.
        Hour = "hour",
        Feedback = "feedback", Report = "report",
    }
}

impl Form {
    /// The id of the section that holds it.
    #[must_use]
    pub const fn place(self) -> &'static str {
        match self {
            Form::Prepare | Form::Call => "prepare",
            Form::Message => "talk",
            Form::Hour | Form::Feedback => "hour",
            Form::Company | Form::Confirm | Form::Move | Form::Answer | Form::Cancel | Form::Report => "main",
        }
    }
}

/// A form that came back: which one, what was typed, what stood in the way.
pub type Returned = (Form, Fields, Error);

/// All that the page shows.
struct Sheet<'a> {
    visit: &'a Visit,
    session: Session,
    me: Person,
    partner: Person,
    talk: Talk,
    /// Names to suggest while a company is typed.
    companies: Vec<String>,
    returned: Option<Returned>,
}

/// The messages of one page.
struct Talk {
    /// In the order in which they were written.
    messages: Vec<Message>,
    /// There are older ones, below this number.
    older: Option<i64>,
    /// Whether the two can write.
    open: bool,
}

impl Sheet<'_> {
    /// What was typed into a field of `form`, or what is kept.
    fn value(&self, form: Form, field: &str, kept: &str) -> String {
        match &self.returned {
            Some((returned, fields, _)) if *returned == form => fields.get(field).to_owned(),
            _ => kept.to_owned(),
        }
    }

    fn problems(&self, form: Form) -> Problems {
        match &self.returned {
            Some((returned, _, Error::Invalid(problems))) if *returned == form => problems.clone(),
            _ => Problems::default(),
        }
    }

    fn partner_name(&self) -> String {
        views::name(self.visit, &self.partner)
    }

    fn may_choose_company(&self) -> bool {
        may_choose_company(&self.session, &[self.me.clone(), self.partner.clone()], self.visit.now)
    }
}

/// The page, for its two members; else it does not exist.
///
/// # Errors
/// [`Error::SignIn`], [`Error::NotFound`].
pub async fn show(visit: &Visit, id: SessionId, returned: Option<Returned>) -> Answer {
    let member = visit.viewer.member()?.id;
    let mut conn = visit.app.db.read().await?;
    let session = store::visible(&mut conn, id, member).await?;
    let people = store::people(&mut conn, id).await?;
    let talk = talk(&mut conn, visit, &session, &people).await?;
    let companies = suggested(&mut conn, visit, &session, &people).await?;
    let panel = hour::views::panel(&mut conn, visit, &session, &people, returned.as_ref()).await?;
    drop(conn);
    let [first, second] = people;
    let (me, partner) = if first.member_id == member { (first, second) } else { (second, first) };
    let status = match returned.as_ref().map(|(_, _, error)| error) {
        Some(Error::Invalid(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(Error::NotAllowed(_)) => StatusCode::FORBIDDEN,
        Some(_) => StatusCode::CONFLICT,
        None => StatusCode::OK,
    };
    let sheet = Sheet { visit, session, me, partner, talk, companies, returned };
    let title = visit.t().pairing_session_title(sheet.partner_name());
    Ok(Page::new(title, || body(&sheet, panel)).long_form().status(status))
}

/// The newest messages, or those before the one that the address names.
async fn talk(conn: &mut Conn, visit: &Visit, session: &Session, people: &[Person; 2]) -> Result<Talk> {
    let before = Fields::parse(trouble::query(visit).as_bytes()).get("before").parse().ok();
    let mut messages = store::talk::messages(conn, session.id, before).await?;
    let older = messages.len() as i64 > PAGE;
    messages.truncate(PAGE as usize);
    let older = messages.last().map(|message| message.id).filter(|_| older);
    messages.reverse();
    Ok(Talk { messages, older, open: is_talking(conn, session, people, visit.now).await? })
}

async fn suggested(conn: &mut Conn, visit: &Visit, session: &Session, people: &[Person; 2]) -> Result<Vec<String>> {
    if may_choose_company(session, people, visit.now) { names(conn, visit).await } else { Ok(Vec::new()) }
}

fn body(sheet: &Sheet<'_>, panel: Option<AnyView>) -> AnyView {
    let (visit, session) = (sheet.visit, &sheet.session);
    let t = visit.t();
    let about = views::about(visit, session);
    let ahead = is_ahead(session.state, session.slot, visit.now);
    view! {
        <div class="title"><h1>{t.pairing_session_title(sheet.partner_name())}</h1><p class="from">{about}</p></div>
        {trouble::trouble(sheet)}
        {trouble::done(visit)}
        {standing(sheet)}
        {block(sheet)}
        {confirm(sheet)}
        {panel}
        {change::proposed(sheet)}
        {prepare::section(sheet)}
        {talk::section(sheet)}
        {if ahead { change::section(sheet) } else { change::report_section(sheet) }}
    }
    .into_any()
}

/// How it ended, where it has.
fn standing(sheet: &Sheet<'_>) -> Option<AnyView> {
    let (t, session) = (sheet.visit.t(), &sheet.session);
    let said = match session.state {
        State::Booked => return None,
        State::Held => t.pairing_session_held(),
        State::Missed => t.pairing_session_missed(),
        State::Closed => t.pairing_session_closed(),
        State::Cancelled => match session.cancelled_by {
            Some(by) if by == sheet.me.member_id => t.pairing_session_cancelled_by_you(),
            Some(_) => t.pairing_session_cancelled_by(sheet.partner_name()),
            None => t.pairing_session_cancelled(),
        },
    };
    let reason = (!session.cancel_reason.is_empty()).then(|| view! { <p>{session.cancel_reason.clone()}</p> });
    Some(view! { <div class="notice"><p>{said}</p>{reason}</div> }.into_any())
}

/// "I am coming", until it has been said.
fn confirm(sheet: &Sheet<'_>) -> Option<AnyView> {
    let (t, session) = (sheet.visit.t(), &sheet.session);
    let ahead = is_ahead(session.state, session.slot, sheet.visit.now);
    (ahead && sheet.me.confirmed_at.is_none()).then(|| {
        let address = format!("/pair/sessions/{}/confirm", session.id);
        view! {
            <form method="post" action=address>
                <p><button class="button">{t.pairing_letters_confirm_go()}</button>" "<span class="note">{t.pairing_letters_confirm_text(sheet.partner_name())}</span></p>
            </form>
        }
        .into_any()
    })
}

/// The title block: when, for each in their own zone.
fn block(sheet: &Sheet<'_>) -> AnyView {
    let (visit, session) = (sheet.visit, &sheet.session);
    let t = visit.t();
    let (from, until) = (session.slot.starts_at(), session.slot.ends_at());
    let time = |zone: &str| {
        let (shown, label) = (span(from, until, zone, visit.lang), zones::label(zone, from));
        view! { <time datetime=from.rfc3339()>{shown}</time>" "<span class="note">{label}</span> }.into_any()
    };
    let confirmed = |person: &Person| {
        person.confirmed_at.map(|_| view! { " "<span class="note">{t.pairing_session_confirmed()}</span> })
    };
    view! {
        <dl class="block">
            <div><dt>{t.pairing_session_your_time()}</dt><dd class="num">{time(&sheet.me.zone)}{confirmed(&sheet.me)}</dd></div>
            <div><dt>{t.pairing_session_their_time(sheet.partner_name())}</dt><dd class="num">{time(&sheet.partner.zone)}{confirmed(&sheet.partner)}</dd></div>
            <div><dt>{t.pairing_session_partner()}</dt><dd>{views::person(visit, &sheet.partner)}</dd></div>
            <div><dt>{t.pairing_session_kind()}</dt><dd>{session.kind.name(visit.lang)}</dd></div>
        </dl>
    }
    .into_any()
}
