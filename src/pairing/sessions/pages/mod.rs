//! `/pair/sessions/{id}`: who, when, on what; what both prepare; and what can still be changed.

mod change;
mod list;
mod prepare;

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::base::error::{Error, Problems};
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::hour;
use crate::pairing::model::{SessionId, State};
use crate::pairing::sessions::model::is_ahead;
use crate::pairing::sessions::store::talk::{self, Message};
use crate::pairing::sessions::store::{self, Person, Session};
use crate::pairing::sessions::views;
use crate::ui::fields::Fields;
use crate::ui::form::{ErrorSummary, refused, say};
use crate::ui::page::{Answer, Page};
use crate::ui::time::span;

pub use list::list;

crate::text_enum! {
    /// The forms of the page.
    Form {
        Prepare = "prepare", Call = "call", Message = "message", Move = "move", Answer = "answer", Cancel = "cancel",
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
            Form::Move | Form::Answer | Form::Cancel | Form::Report => "main",
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
    messages: Vec<Message>,
    returned: Option<Returned>,
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
    let messages = talk::messages(&mut conn, id).await?;
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
    let sheet = Sheet { visit, session, me, partner, messages, returned };
    let title = visit.t().pairing_session_title(sheet.partner_name());
    Ok(Page::new(title, || body(&sheet, panel)).long_form().status(status))
}

fn body(sheet: &Sheet<'_>, panel: Option<AnyView>) -> AnyView {
    let (visit, session) = (sheet.visit, &sheet.session);
    let t = visit.t();
    let about = views::about(visit, session);
    let ahead = is_ahead(session.state, session.slot, visit.now);
    view! {
        <div class="title"><h1>{t.pairing_session_title(sheet.partner_name())}</h1><p class="from">{about}</p></div>
        {trouble(sheet)}
        {done(visit)}
        {standing(sheet)}
        {block(sheet)}
        {panel}
        {change::proposed(sheet)}
        {prepare::section(sheet)}
        {prepare::talk(sheet)}
        {if ahead { change::section(sheet) } else { change::report_section(sheet) }}
    }
    .into_any()
}

/// What stood in the way of a form that came back.
fn trouble(sheet: &Sheet<'_>) -> Option<AnyView> {
    let t = sheet.visit.t();
    let (_, _, error) = sheet.returned.as_ref()?;
    let why = match error {
        Error::Invalid(problems) => {
            let label = move |field: &str| label(t, field);
            // A button has no field to stand beside: its problem is said here.
            if let Some(problem) = problems.of("slot").filter(|_| problems.iter().count() == 1) {
                say(problem, t)
            } else {
                return Some(view! { <ErrorSummary t=t problems=problems.clone() label=label/> }.into_any());
            }
        }
        Error::NotAllowed(why) => refused(*why, t),
        _ => t.pairing_session_changed(),
    };
    Some(view! { <div class="summary" role="alert"><p>{why}</p><p>{t.problems_kept()}</p></div> }.into_any())
}

fn label(t: &crate::base::words::Words, field: &str) -> String {
    match field {
        "goals" => t.pairing_session_goals(),
        "readings" => t.pairing_session_readings(),
        "call" => t.pairing_session_call(),
        "body" => t.pairing_session_message(),
        "reason" => t.pairing_session_reason(),
        "helped" => t.pairing_hour_helped(),
        "again" => t.pairing_hour_again(),
        "takeaway" => t.pairing_hour_takeaway(),
        "thanks" => t.pairing_hour_thanks(),
        "report" => t.pairing_session_report_reason(),
        _ => t.pairing_session_new_time(),
    }
}

fn done(visit: &Visit) -> Option<AnyView> {
    let t = visit.t();
    let query = visit.here.split_once('?').map_or("", |(_, query)| query);
    let said = match Fields::parse(query.as_bytes()).get("done").parse().ok()? {
        Form::Prepare => t.pairing_session_done_prepare(),
        Form::Call => t.pairing_session_done_call(),
        Form::Message => t.pairing_session_done_message(),
        Form::Move => t.pairing_session_done_move(),
        Form::Feedback => t.pairing_hour_done_feedback(),
        Form::Report => t.pairing_hour_done_report(),
        Form::Answer | Form::Cancel | Form::Hour => return None,
    };
    Some(view! { <p class="notice" role="status"><span><span class="ok"></span>{said}</span></p> }.into_any())
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
