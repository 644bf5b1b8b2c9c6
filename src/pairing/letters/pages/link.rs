//! `/pair/letters/{token}`: what a link will do, with one button; or why it does nothing.

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::base::error::{Error, Problems};
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::letters::actions::proposed;
use crate::pairing::letters::model::{Done, Purpose, Standing};
use crate::pairing::letters::opened::{About, Closed, Matter, Offer, Opened};
use crate::pairing::sessions::model::is_late;
use crate::pairing::sessions::views::{subject_in, when};
use crate::ui::fields::Fields;
use crate::ui::form::{TextField, refused, say};
use crate::ui::page::Page;
use crate::ui::time::for_input;

/// The page of a link. `fields` and `error`: what came back, and why.
pub fn show(visit: &Visit, opened: &Opened, fields: &Fields, error: Option<&Error>) -> Page {
    let status = match (opened.standing, error) {
        (Standing::Ready, None) => StatusCode::OK,
        (Standing::Ready, Some(Error::Invalid(_))) => StatusCode::UNPROCESSABLE_ENTITY,
        (Standing::Ready, Some(Error::NotAllowed(_))) => StatusCode::FORBIDDEN,
        (Standing::Ready, Some(_)) | (Standing::Moved | Standing::Cancelled | Standing::Settled, _) => {
            StatusCode::CONFLICT
        }
        (Standing::Spent, _) if done(visit).is_some() => StatusCode::OK,
        (Standing::Spent | Standing::Late, _) => StatusCode::GONE,
    };
    let title = title(visit, opened);
    let body = || {
        let inner = match opened.standing {
            Standing::Ready => form(visit, opened, fields, error),
            _ => over(visit, opened),
        };
        view! {
            <div class="title"><h1>{title.clone()}</h1></div>
            {trouble(visit, error)}
            {facts(visit, opened)}
            {inner}
        }
    };
    Page::new(title.clone(), body).status(status).secret()
}

/// The page of a link that the visitor may not look behind.
pub fn closed(visit: &Visit, closed: Closed) -> Page {
    let t = visit.t();
    let (status, title, text) = match closed {
        Closed::Unknown => (StatusCode::NOT_FOUND, t.pairing_letters_unknown(), t.pairing_letters_unknown_text()),
        Closed::Stranger => {
            let name = visit.viewer.signed_in().map(|member| member.name.clone()).unwrap_or_default();
            (StatusCode::FORBIDDEN, t.pairing_letters_stranger(), t.pairing_letters_stranger_text(name))
        }
        Closed::Unable => (StatusCode::GONE, t.pairing_letters_unable(), t.pairing_letters_unable_text()),
    };
    let heading = title.clone();
    Page::new(title, || {
        view! {
            <div class="title"><h1>{heading}</h1></div>
            <p>{text}</p>
            <p><a class="button" href="/pair/sessions">{t.pairing_session_mine()}</a></p>
        }
    })
    .status(status)
    .secret()
}

/// What was just done, as the redirect says.
fn done(visit: &Visit) -> Option<Done> {
    let query = visit.here.split_once('?').map_or("", |(_, query)| query);
    Fields::parse(query.as_bytes()).get("done").parse().ok()
}

fn who(visit: &Visit, opened: &Opened) -> String {
    match &opened.about {
        About::Session(matter) => matter.who(visit.lang),
        About::Proposal(offer) => offer.partner.name.clone(),
    }
}

fn title(visit: &Visit, opened: &Opened) -> String {
    let (t, who) = (visit.t(), who(visit, opened));
    match (opened.standing, opened.purpose, &opened.about) {
        (Standing::Ready, Purpose::Confirm, About::Session(matter)) if proposed(matter).is_some() => {
            t.pairing_letters_agree(who)
        }
        (Standing::Ready, Purpose::Confirm, _) => t.pairing_letters_confirm(who),
        (Standing::Ready, Purpose::Move, _) => t.pairing_letters_move(who),
        (Standing::Ready, Purpose::Cancel, _) => t.pairing_letters_cancel(who),
        (Standing::Ready, Purpose::Accept, _) => t.pairing_letters_accept(who),
        (Standing::Ready, Purpose::Decline, _) => t.pairing_letters_decline(who),
        (Standing::Spent, ..) if done(visit).is_some() => t.pairing_session_title(who),
        (Standing::Spent, ..) => t.pairing_letters_spent(),
        (Standing::Late, ..) => t.pairing_letters_late(),
        (Standing::Moved, ..) => t.pairing_letters_out_of_date(),
        (Standing::Cancelled, ..) => t.pairing_letters_gone(),
        (Standing::Settled, ..) => t.pairing_letters_settled(),
    }
}

/// Why what was sent was not done.
fn trouble(visit: &Visit, error: Option<&Error>) -> Option<AnyView> {
    let t = visit.t();
    let why = match error? {
        Error::Invalid(problems) => problems.iter().next().map(|(_, problem)| say(problem, t))?,
        Error::NotAllowed(why) => refused(*why, t),
        _ => t.pairing_letters_changed(),
    };
    Some(view! { <div class="summary" role="alert"><p>{why}</p></div> }.into_any())
}

/// What it is about, as it stands now.
fn facts(visit: &Visit, opened: &Opened) -> AnyView {
    let t = visit.t();
    let zone = &opened.account().zone;
    let (slot, theirs, what) = match &opened.about {
        About::Session(matter) => {
            let s = &matter.session;
            (s.slot, &matter.partner.zone, subject_in(visit.lang, &s.name_ja, &s.name_en, &s.topic))
        }
        About::Proposal(offer) => {
            let company = offer.company.as_ref().map(|company| company.name(visit.lang).to_owned());
            (offer.proposal.slot, &offer.partner.zone, company.unwrap_or_else(|| t.pairing_proposal_any_company()))
        }
    };
    let datetime = slot.starts_at().rfc3339();
    let about = (!what.is_empty()).then(|| view! { <div><dt>{t.pairing_letters_about()}</dt><dd>{what}</dd></div> });
    view! {
        <dl class="block">
            <div><dt>{t.pairing_session_your_time()}</dt><dd class="num"><time datetime=datetime.clone()>{when(slot, zone, visit.lang)}</time></dd></div>
            <div><dt>{t.pairing_session_their_time(who(visit, opened))}</dt><dd class="num"><time datetime=datetime>{when(slot, theirs, visit.lang)}</time></dd></div>
            {about}
        </dl>
    }
    .into_any()
}

fn form(visit: &Visit, opened: &Opened, fields: &Fields, error: Option<&Error>) -> AnyView {
    let problems = match error {
        Some(Error::Invalid(problems)) => problems.clone(),
        _ => Problems::default(),
    };
    let inner = match (&opened.about, opened.purpose) {
        (About::Session(matter), Purpose::Move) => move_fields(visit, matter, fields, problems),
        (About::Session(matter), Purpose::Cancel) => cancel_fields(visit, matter, fields, problems),
        (About::Session(matter), _) => confirm_fields(visit, matter),
        (About::Proposal(offer), purpose) => answer_fields(visit, offer, purpose),
    };
    let action = format!("/pair/letters/{}?lang={}", opened.token, visit.lang);
    view! { <form class="form" method="post" action=action novalidate>{inner}</form> }.into_any()
}

fn confirm_fields(visit: &Visit, matter: &Matter) -> AnyView {
    let (t, who) = (visit.t(), matter.who(visit.lang));
    match proposed(matter) {
        Some(slot) => {
            let time = when(slot, &matter.account.zone, visit.lang);
            view! {
                <p>{t.pairing_letters_agree_text(who, time)}</p>
                <input type="hidden" name="slot" value=slot.to_string()/>
                <p><button class="button go">{t.pairing_session_accept()}</button></p>
            }
            .into_any()
        }
        None => view! {
            <p>{t.pairing_letters_confirm_text(who)}</p>
            <p><button class="button go">{t.pairing_letters_confirm_go()}</button></p>
        }
        .into_any(),
    }
}

fn move_fields(visit: &Visit, matter: &Matter, fields: &Fields, problems: Problems) -> AnyView {
    let (t, zone, start) = (visit.t(), &matter.account.zone, matter.session.slot.starts_at());
    let value = if fields.has("slot") { fields.get("slot").to_owned() } else { for_input(start, zone) };
    let hint = t.pairing_session_move_hint(zones::label(zone, start), matter.who(visit.lang));
    view! {
        <TextField t=t problems=problems name="slot" kind="datetime-local" label=t.pairing_session_new_time() hint=hint value=value required=true/>
        <p><button class="button go">{t.pairing_session_propose()}</button></p>
    }
    .into_any()
}

fn cancel_fields(visit: &Visit, matter: &Matter, fields: &Fields, problems: Problems) -> AnyView {
    let (t, session) = (visit.t(), &matter.session);
    let late = is_late(session.slot, session.created_at, visit.now);
    let cost = if late { t.pairing_session_cancel_late() } else { t.pairing_session_cancel_early() };
    let hint = t.pairing_session_reason_hint(matter.who(visit.lang));
    let value = fields.get("reason").to_owned();
    view! {
        <p>{cost}</p>
        <TextField t=t problems=problems name="reason" label=t.pairing_session_reason() hint=hint value=value required=true/>
        <p><button class="button go">{t.pairing_session_cancel_go()}</button></p>
    }
    .into_any()
}

fn answer_fields(visit: &Visit, offer: &Offer, purpose: Purpose) -> AnyView {
    let t = visit.t();
    let (text, button) = match purpose {
        Purpose::Decline => (t.pairing_letters_decline_text(), t.pairing_letters_do_decline()),
        _ => (t.pairing_letters_accept_text(), t.pairing_letters_do_accept()),
    };
    let until = crate::ui::time::minute(offer.proposal.answer_by, &offer.account.zone, visit.lang);
    let zone = zones::label(&offer.account.zone, offer.proposal.answer_by);
    view! {
        <p>{text}</p>
        <p>{t.pairing_proposal_until(until)}" "<span class="note">{zone}</span></p>
        <p><button class="button go">{button}</button></p>
    }
    .into_any()
}

/// What was done, or why nothing can be; and where to go on.
fn over(visit: &Visit, opened: &Opened) -> AnyView {
    let (t, who) = (visit.t(), who(visit, opened));
    let (said, href, label) = match &opened.about {
        About::Session(matter) => {
            let href = format!("/pair/sessions/{}", matter.session.id);
            let moved = when(matter.session.slot, &matter.account.zone, visit.lang);
            (why(visit, opened, who, moved), href, t.pairing_letters_do_see())
        }
        About::Proposal(offer) => {
            let href = format!("/pair/proposals/{}", offer.proposal.id);
            (why(visit, opened, who, String::new()), href, t.pairing_letters_do_proposal())
        }
    };
    view! {
        <div class="notice"><p role="status">{said}</p></div>
        <p><a class="button" href=href>{label}</a></p>
    }
    .into_any()
}

fn why(visit: &Visit, opened: &Opened, who: String, moved: String) -> String {
    let t = visit.t();
    match (opened.standing, done(visit)) {
        (Standing::Spent, Some(Done::Confirm)) => t.pairing_letters_done_confirm(who),
        (Standing::Spent, Some(Done::Agree)) => t.pairing_letters_done_agree(),
        (Standing::Spent, Some(Done::Move)) => t.pairing_letters_done_move(who),
        (Standing::Spent, Some(Done::Cancel)) => t.pairing_letters_done_cancel(who),
        (Standing::Spent, Some(Done::Accept)) => t.pairing_letters_done_accept(who),
        (Standing::Spent, Some(Done::Decline)) => t.pairing_letters_done_decline(),
        (Standing::Spent | Standing::Ready, _) => t.pairing_letters_spent_text(),
        (Standing::Late, _) if matches!(opened.about, About::Proposal(_)) => t.pairing_letters_late_answer(),
        (Standing::Late, _) => t.pairing_letters_late_text(),
        (Standing::Moved, _) => t.pairing_letters_out_of_date_text(moved),
        (Standing::Cancelled, _) => t.pairing_letters_gone_text(),
        (Standing::Settled, _) => t.pairing_letters_settled_text(),
    }
}
