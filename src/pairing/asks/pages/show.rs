//! `/pair/asks/{id}`: what it is about, when, who asks; taking it, waiting for it, changing it.

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::asks::actions::visible;
use crate::pairing::asks::model::AskState;
use crate::pairing::asks::store::waiting::{self as places, Place};
use crate::pairing::asks::store::{self, Ask};
use crate::pairing::asks::views::{self, Look};
use crate::pairing::model::{AskId, SessionId};
use crate::pairing::sessions::views::company_name;
use crate::ui::form::{refused, say};
use crate::ui::page::{Answer, Page};
use crate::ui::time::Day;

/// All that the page shows.
struct Sheet<'a> {
    look: Look<'a>,
    ask: Ask,
    place: Option<Place>,
    /// The viewer's own, booked from it.
    session: Option<SessionId>,
    waiting: i64,
}

impl Sheet<'_> {
    fn is_own(&self) -> bool {
        self.look.visit.viewer.id() == Some(self.ask.member_id)
    }
}

/// The page. `refusal`: why what was asked for was not done.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(visit: &Visit, id: AskId, refusal: Option<Error>) -> Answer {
    let mut conn = visit.app.db.read().await?;
    let sheet = load(&mut conn, visit, id).await?;
    drop(conn);
    let t = visit.t();
    let (status, why) = match &refusal {
        Some(Error::Invalid(problems)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, problems.iter().next().map(|(_, problem)| say(problem, t)))
        }
        Some(Error::NotAllowed(why)) => (StatusCode::FORBIDDEN, Some(refused(*why, t))),
        Some(Error::TooMany(seconds)) => {
            (StatusCode::TOO_MANY_REQUESTS, Some(crate::members::later::words(visit, *seconds)))
        }
        Some(_) if sheet.ask.state == AskState::Taken => (StatusCode::CONFLICT, Some(t.pairing_asks_quicker())),
        Some(_) => (StatusCode::CONFLICT, Some(t.pairing_session_changed())),
        None => (StatusCode::OK, None),
    };
    let page = Page::new(views::about(visit, &sheet.ask), || body(&sheet, why)).status(status).sheet("pair");
    // What only some may see is in no cache and no search engine.
    if sheet.ask.state == AskState::Open && sheet.ask.partner_id.is_none() && refusal.is_none() {
        return Ok(page.public(format!("/pair/asks/{id}"), views::tags(std::slice::from_ref(&sheet.ask))));
    }
    Ok(page)
}

async fn load<'a>(conn: &mut Conn, visit: &'a Visit, id: AskId) -> Result<Sheet<'a>> {
    let ask = visible(conn, visit, id).await?;
    let (place, session) = match visit.viewer.id() {
        Some(member) => (places::place(conn, id, member).await?, store::session(conn, id, member).await?),
        None => (None, None),
    };
    let waiting = places::count(conn, id).await?;
    Ok(Sheet { look: Look::of(conn, visit).await?, ask, place, session, waiting })
}

fn body(sheet: &Sheet<'_>, why: Option<String>) -> AnyView {
    let (visit, ask) = (sheet.look.visit, &sheet.ask);
    let t = visit.t();
    let name = company_name(visit.lang, &ask.name_ja, &ask.name_en);
    let company = (!name.is_empty()).then(|| {
        view! { <div><dt>{t.pairing_asks_company()}</dt><dd><a href=format!("/companies/{}", ask.slug)>{name}</a></dd></div> }
    });
    let note = (!ask.note.is_empty()).then(|| view! { <p class="lines">{ask.note.clone()}</p> });
    view! {
        <div class="title">
            <p class="meta"><a href="/pair/asks">{t.pairing_asks_title()}</a></p>
            <h1>{views::about(visit, ask)}</h1>
        </div>
        {why.map(|why| view! { <div class="summary" role="alert"><p>{why}</p></div> })}
        {done(visit)}
        <dl class="block">
            <div><dt>{t.pairing_asks_who()}</dt><dd>{views::person(visit, ask)}</dd></div>
            <div><dt>{t.pairing_asks_kind()}</dt><dd>{ask.kind.name(visit.lang)}</dd></div>
            {company}
            <div><dt>{t.pairing_asks_disciplines()}</dt><dd>{views::wanted(visit, ask)}</dd></div>
            <div><dt>{t.pairing_asks_languages()}</dt><dd>{ask.languages.name(visit.lang)}</dd></div>
            <div><dt>{t.pairing_asks_since()}</dt><dd class="num"><Day time=ask.created_at zone=visit.zone() lang=visit.lang/></dd></div>
        </dl>
        {views::began(visit, ask)}
        {note}
        <section class="band" aria-labelledby="when">
            <div class="head slim"><h2 id="when">{t.pairing_asks_when()}</h2><p class="note">{zones::label(visit.zone(), visit.now)}</p></div>
            {standing(sheet)}
        </section>
        {sheet.is_own().then(|| tools(sheet))}
    }
    .into_any()
}

fn done(visit: &Visit) -> Option<AnyView> {
    let t = visit.t();
    let said = match visit.query().get("done") {
        "post" => t.pairing_asks_done_post(),
        "again" => t.pairing_asks_done_again(),
        "edit" => t.pairing_asks_done_edit(),
        "wait" => t.pairing_asks_done_wait(),
        "leave" => t.pairing_asks_done_leave(),
        _ => return None,
    };
    Some(view! { <p class="notice" role="status"><span><span class="ok"></span>{said}</span></p> }.into_any())
}

/// What can be done, for whoever looks.
fn standing(sheet: &Sheet<'_>) -> AnyView {
    let (visit, ask) = (sheet.look.visit, &sheet.ask);
    let t = visit.t();
    if let Some(session) = sheet.session {
        let href = format!("/pair/sessions/{session}");
        return view! { <p>{t.pairing_asks_booked()}" "<a href=href>{t.pairing_proposal_see()}</a></p> }.into_any();
    }
    match ask.state {
        AskState::Open => views::times(&sheet.look, ask),
        AskState::Closed | AskState::Expired => view! { <p>{views::standing(t, ask)}</p> }.into_any(),
        AskState::Taken if sheet.is_own() => {
            view! { <p>{t.pairing_asks_held()}" "{t.pairing_asks_waiting_count(sheet.waiting)}</p> }.into_any()
        }
        AskState::Taken => taken(sheet),
    }
}

/// Taken: it is the viewer's for now, or they can wait.
fn taken(sheet: &Sheet<'_>) -> AnyView {
    let (visit, ask) = (sheet.look.visit, &sheet.ask);
    let t = visit.t();
    let post = |what: &str, class: &'static str, button: String| {
        let action = format!("/pair/asks/{}/{what}", ask.id);
        view! { <form method="post" action=action><p><button class=class>{button}</button></p></form> }.into_any()
    };
    let waits = sheet.place.filter(|place| place.state != crate::pairing::asks::model::WaitState::Passed);
    match waits {
        Some(place) if place.is_offered(visit.now) => view! {
            <p>{views::waits(visit, &place)}</p>
            {views::times(&sheet.look, ask)}
            {post("leave", "button small", t.pairing_asks_let_go())}
        }
        .into_any(),
        Some(place) => view! {
            <p>{t.pairing_asks_taken()}" "{views::waits(visit, &place)}</p>
            {post("leave", "button small", t.pairing_asks_leave())}
        }
        .into_any(),
        None if visit.viewer.id().is_none() => {
            let href = format!("/sign-in?next=/pair/asks/{}", ask.id);
            view! { <p>{t.pairing_asks_taken()}" "<a href=href>{t.pairing_asks_sign_in_wait()}</a></p> }.into_any()
        }
        None if sheet.look.may_take(ask) => view! {
            <p>{t.pairing_asks_taken()}" "{t.pairing_asks_wait_text()}" "{t.pairing_asks_waiting_count(sheet.waiting)}</p>
            {post("wait", "button go", t.pairing_asks_wait())}
        }
        .into_any(),
        None => view! { <p>{t.pairing_asks_taken()}" "{t.pairing_asks_not_for_you()}</p> }.into_any(),
    }
}

/// What the one who asks can do.
fn tools(sheet: &Sheet<'_>) -> AnyView {
    let (t, ask) = (sheet.look.visit.t(), &sheet.ask);
    let change = matches!(ask.state, AskState::Open | AskState::Expired).then(|| {
        let words = if ask.state == AskState::Expired { t.pairing_asks_reopen() } else { t.pairing_asks_change() };
        view! { <a class="button" href=format!("/pair/asks/{}/edit", ask.id)>{words}</a> }.into_any()
    });
    let close = matches!(ask.state, AskState::Open | AskState::Taken).then(|| {
        let action = format!("/pair/asks/{}/close", ask.id);
        view! { <form method="post" action=action><button class="button strike">{t.pairing_asks_close()}</button></form> }.into_any()
    });
    view! {
        <section class="band" aria-labelledby="own">
            <div class="head slim"><h2 id="own">{t.pairing_asks_own()}</h2><p class="note">{views::standing(t, ask)}</p></div>
            <div class="row">{change}{close}</div>
        </section>
    }
    .into_any()
}
