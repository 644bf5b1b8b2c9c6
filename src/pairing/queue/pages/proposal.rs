//! `/pair/proposals/{id}`: a partner, a time, a company; yes or no.

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::base::error::Error;
use crate::base::time::MINUTE;
use crate::companies::store as companies;
use crate::members::store::{Account, account};
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::model::ProposalId;
use crate::pairing::queue::actions::visible;
use crate::pairing::queue::model::{Origin, Standing};
use crate::pairing::queue::store::Proposal;
use crate::ui::form::{refused, say};
use crate::ui::page::{Answer, Page};
use crate::ui::time::{minute, span};

/// The proposal, for its two members. `error`: why an answer was not taken.
///
/// # Errors
/// [`Error::SignIn`], [`Error::NotFound`].
pub async fn show(visit: &Visit, id: ProposalId, error: Option<Error>) -> Answer {
    let me = visit.viewer.member()?.id;
    let mut conn = visit.app.db.read().await?;
    let proposal = visible(&mut conn, id, me).await?;
    let [first, second] = proposal.people();
    let partner = account(&mut conn, if first == me { second } else { first }).await?;
    let company = match proposal.company_id {
        Some(id) => companies::by_id(&mut conn, id).await?,
        None => None,
    };
    drop(conn);
    let t = visit.t();
    let (status, why) = match &error {
        Some(Error::Invalid(problems)) => {
            // Which hour it is was not typed: that it cannot be booked any more is a change since it was read.
            let status =
                if problems.of("answer").is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
            (status, problems.iter().next().map(|(_, problem)| say(problem, t)))
        }
        Some(Error::NotAllowed(why)) => (StatusCode::FORBIDDEN, Some(refused(*why, t))),
        Some(_) => (StatusCode::CONFLICT, Some(t.pairing_proposal_over())),
        None => (StatusCode::OK, None),
    };
    let company = company.map(|c| (c.slug.clone(), c.name(visit.lang).to_owned()));
    Ok(Page::new(t.pairing_proposal_title(), || body(visit, &proposal, partner.as_ref(), company, why)).status(status))
}

fn body(
    visit: &Visit,
    proposal: &Proposal,
    partner: Option<&Account>,
    company: Option<(String, String)>,
    why: Option<String>,
) -> AnyView {
    let t = visit.t();
    let (from, until) = (proposal.slot.starts_at(), proposal.slot.ends_at());
    let time = |zone: &str| {
        let (shown, label) = (span(from, until, zone, visit.lang), zones::label(zone, from));
        view! { <time datetime=from.rfc3339()>{shown}</time>" "<span class="note">{label}</span> }.into_any()
    };
    let who = partner.map_or_else(
        || t.comments_departed().into_any(),
        |p| {
            let demo = p.demo.then(|| view! { " "<span class="demo">{t.demo_mark()}</span> });
            view! { <a href=format!("/members/{}", p.handle)>{p.name.clone()}</a>{demo}" "<span class="note">{p.discipline.name(visit.lang)}</span> }
                .into_any()
        },
    );
    let company = match company {
        Some((slug, name)) => view! { <a href=format!("/companies/{slug}")>{name}</a> }.into_any(),
        None => t.pairing_proposal_any_company().into_any(),
    };
    let intro = if proposal.kind == Origin::Swap { t.pairing_proposal_swap() } else { t.pairing_proposal_intro() };
    view! {
        <div class="title"><h1>{t.pairing_proposal_title()}</h1><p class="from">{intro}</p></div>
        {why.map(|why| view! { <div class="summary" role="alert"><p>{why}</p></div> })}
        <dl class="block">
            <div><dt>{t.pairing_session_partner()}</dt><dd>{who}</dd></div>
            <div><dt>{t.pairing_session_your_time()}</dt><dd class="num">{time(visit.zone())}</dd></div>
            {partner.map(|p| view! { <div><dt>{t.pairing_session_their_time(&p.name)}</dt><dd class="num">{time(&p.zone)}</dd></div> })}
            <div><dt>{t.pairing_proposal_company()}</dt><dd>{company}</dd></div>
        </dl>
        {(proposal.kind == Origin::Swap && proposal.state == Standing::Open).then(|| {
            let left = (until.0 - visit.now.0).max(0) / MINUTE;
            view! { <p>{t.pairing_proposal_swap_ends(minute(until, visit.zone(), visit.lang), left)}</p> }
        })}
        {standing(visit, proposal)}
    }
    .into_any()
}

/// What can be done, or how it ended.
fn standing(visit: &Visit, proposal: &Proposal) -> AnyView {
    let t = visit.t();
    let note = |text: String| view! { <div class="notice"><p>{text}</p></div> }.into_any();
    let mine = visit.viewer.id().map_or("", |me| proposal.answer_of(me));
    match proposal.state {
        Standing::Booked => {
            let href = proposal.session_id.map(|id| format!("/pair/sessions/{id}"));
            view! { <div class="notice"><p>{t.pairing_proposal_booked()}" "<a href=href>{t.pairing_proposal_see()}</a></p></div> }.into_any()
        }
        Standing::Declined if mine == "no" => note(t.pairing_proposal_you_declined()),
        Standing::Declined => note(t.pairing_proposal_declined()),
        Standing::Lapsed => note(t.pairing_proposal_lapsed()),
        Standing::Open if proposal.answer_by <= visit.now => note(t.pairing_proposal_lapsed()),
        Standing::Open if mine == "yes" => note(t.pairing_proposal_said_yes()),
        Standing::Open => {
            let until = minute(proposal.answer_by, visit.zone(), visit.lang);
            let zone = zones::label(visit.zone(), proposal.answer_by);
            view! {
                <form method="post" action=format!("/pair/proposals/{}", proposal.id)>
                    <p>{t.pairing_proposal_until(until)}" "<span class="note">{zone}</span></p>
                    <p class="row">
                        <button class="button go" name="answer" value="yes">{t.pairing_proposal_yes()}</button>
                        <button class="button" name="answer" value="no">{t.pairing_proposal_no()}</button>
                    </p>
                </form>
            }
            .into_any()
        }
    }
}
