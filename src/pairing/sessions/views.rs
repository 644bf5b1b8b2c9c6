//! What other pages show of sessions.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::model::{Slot, State};
use crate::pairing::sessions::store::{self, Listed, Person, Session};
use crate::ui::time::span;

/// The member's next sessions; nothing for a guest.
///
/// # Errors
/// When the database does not answer.
pub async fn next(conn: &mut Conn, visit: &Visit) -> Result<Option<AnyView>> {
    let Some(member) = visit.viewer.signed_in() else { return Ok(None) };
    let ahead = store::ahead(conn, member.id, visit.now).await?;
    let t = visit.t();
    let list = if ahead.is_empty() {
        view! { <p class="note">{t.pairing_session_none_ahead()}</p> }.into_any()
    } else {
        view! { <ul class="sessions">{ahead.iter().map(|one| line(visit, one)).collect_view()}</ul> }.into_any()
    };
    Ok(Some(
        view! {
            <section class="band" aria-labelledby="next">
                <div class="head"><h2 id="next">{t.pairing_session_mine()}</h2></div>
                {list}
                <p class="note"><a href="/pair/sessions">{t.pairing_session_all()}</a></p>
            </section>
        }
        .into_any(),
    ))
}

/// An hour in a zone, which is named as its clocks stand then: "Mon 23 Nov 2026, 19:00–20:00, Asia/Tokyo (+9)".
#[must_use]
pub fn when(slot: Slot, zone: &str, lang: Lang) -> String {
    let from = slot.starts_at();
    format!("{} {}", span(from, slot.ends_at(), zone, lang), zones::label(zone, from))
}

/// One session in a list: with whom, when, on what, how it stands.
pub fn line(visit: &Visit, one: &Listed) -> AnyView {
    let t = visit.t();
    let name = if one.departed { t.pairing_session_departed() } else { one.partner.clone() };
    let state = match one.state {
        State::Booked => None,
        State::Held => Some(t.pairing_session_state_held()),
        State::Missed => Some(t.pairing_session_state_missed()),
        State::Closed => Some(t.pairing_session_state_closed()),
        State::Cancelled => Some(t.pairing_session_state_cancelled()),
    };
    let demo = one.demo.then(|| view! { " "<span class="demo">{t.demo_mark()}</span> });
    let time = when(one.slot, visit.zone(), visit.lang);
    let subject = subject(visit, &one.name_ja, &one.name_en, &one.topic);
    view! {
        <li>
            <a href=format!("/pair/sessions/{}", one.id)><b>{t.pairing_session_title(name)}</b></a>{demo}
            " "<time class="num" datetime=one.slot.starts_at().rfc3339()>{time}</time>
            " "<span class="note">{subject}</span>
            {state.map(|state| view! { " "<b>{state}</b> })}
        </li>
    }
    .into_any()
}

/// The company's name in the reader's language, and the topic.
#[must_use]
pub fn subject(visit: &Visit, name_ja: &str, name_en: &str, topic: &str) -> String {
    subject_in(visit.lang, name_ja, name_en, topic)
}

/// The same, where nobody visits.
#[must_use]
pub fn subject_in(lang: Lang, name_ja: &str, name_en: &str, topic: &str) -> String {
    let company = company_name(lang, name_ja, name_en);
    match (company.is_empty(), topic.is_empty()) {
        (false, false) => format!("{company} · {topic}"),
        (false, true) => company,
        (true, _) => topic.to_owned(),
    }
}

/// A company's name in this language; empty without a company.
#[must_use]
pub fn company_name(lang: Lang, name_ja: &str, name_en: &str) -> String {
    lang.either(name_ja, name_en).to_owned()
}

/// What the hour is about: the company, linked, and the topic.
#[must_use]
pub fn about(visit: &Visit, session: &Session) -> AnyView {
    let name = company_name(visit.lang, &session.name_ja, &session.name_en);
    let company = (!name.is_empty()).then(|| view! { <a href=format!("/companies/{}", session.slug)>{name}</a> });
    let topic = (!session.topic.is_empty()).then(|| view! { <span>{session.topic.clone()}</span> });
    let joint = (company.is_some() && topic.is_some()).then_some(" · ");
    view! { {company}{joint}{topic} }.into_any()
}

/// The name of one of the two, as it stands in a sentence.
#[must_use]
pub fn name(visit: &Visit, person: &Person) -> String {
    if person.departed { visit.t().pairing_session_departed() } else { person.name.clone() }
}

/// The name, linked, with the discipline.
#[must_use]
pub fn person(visit: &Visit, person: &Person) -> AnyView {
    if person.departed {
        return view! { <span>{visit.t().comments_departed()}</span> }.into_any();
    }
    let demo = person.demo.then(|| view! { " "<span class="demo">{visit.t().demo_mark()}</span> });
    view! {
        <a href=format!("/members/{}", person.handle)>{person.name.clone()}</a>{demo}
        " "<span class="note">{person.discipline.name(visit.lang)}</span>
    }
    .into_any()
}
