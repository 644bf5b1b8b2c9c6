//! `/featured`, and the form that came back.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::{Error, Problems, Result};
use crate::curation::model::FeatureId;
use crate::curation::store::{self, Feature};
use crate::curation::views;
use crate::members::later;
use crate::members::visit::Visit;
use crate::traces::model::card::{After, Listed, tags};
use crate::traces::model::{TraceId, address};
use crate::traces::store::cards;
use crate::traces::views::card::{CardView, Look};
use crate::ui::form::ErrorSummary;
use crate::ui::page::{Answer, Page};

/// Cards on one page.
const PAGE: usize = 18;

/// Every featured trace with its reason; on the first page also what was taken down, and why.
pub async fn featured(visit: Visit) -> Answer {
    let after = visit.query().get("after").parse::<After>().ok();
    let mut conn = visit.app.db.read().await?;
    let listed = cards::featured(&mut conn, &visit.viewer, after.unwrap_or_default(), PAGE).await?;
    let past = if after.is_none() { Past::read(&mut conn, None).await? } else { Past::default() };
    drop(conn);
    let mut tags = tags(&listed.cards);
    tags.extend(past.tags());
    let t = visit.t();
    let page = Page::new(t.curation_title(), || body(&visit, listed, after.is_some(), past));
    Ok(page.describe(t.curation_intro()).public("/featured", tags).feed("/featured.atom"))
}

fn body(visit: &Visit, listed: Listed, started: bool, past: Past) -> impl IntoView {
    let t = visit.t();
    let cards = if listed.goes_on() {
        view! { <div class="empty"><p>{t.list_goes_on()}</p></div> }.into_any()
    } else if listed.cards.is_empty() {
        view! { <div class="empty"><p>{t.curation_empty()}</p></div> }.into_any()
    } else {
        let cards = listed.cards.into_iter().map(|card| view! { <CardView card=card look=Look::of(visit, 2)/> });
        view! { <div class="thirds">{cards.collect_view()}</div> }.into_any()
    };
    let newest = started.then(|| view! { <a href="/featured">{t.list_newest()}</a> });
    let older = listed.next.map(|after| {
        view! { <a href=format!("/featured?after={after}") rel="next">{t.curation_older()}</a> }
    });
    let paging = (newest.is_some() || older.is_some()).then(|| {
        view! { <nav class="older" aria-label=t.list_pages()><span>{newest}</span><span>{older}</span></nav> }
    });
    view! {
        <div class="title"><h1>{t.curation_title()}</h1><p class="from">{t.curation_intro()}</p></div>
        {cards}
        {paging}
        {(!past.features.is_empty()).then(|| taken_down(visit, past))}
    }
}

/// Features that were taken down: a page of them, and where the next begins.
#[derive(Default)]
struct Past {
    features: Vec<Feature>,
    next: Option<FeatureId>,
}

impl Past {
    async fn read(conn: &mut Conn, after: Option<FeatureId>) -> Result<Self> {
        let mut features = store::past(conn, after).await?;
        let more = features.len() as i64 > store::PAST;
        features.truncate(store::PAST as usize);
        let next = features.last().map(|feature| feature.id).filter(|_| more);
        Ok(Self { features, next })
    }

    fn tags(&self) -> Vec<String> {
        let traces = self.features.iter().map(|feature| format!("trace:{}", feature.trace_id));
        views::tags(&self.features).into_iter().chain(traces).collect()
    }
}

/// `/featured/past`: everything that was taken down, for ever.
pub async fn past(visit: Visit) -> Answer {
    let after = visit.query().get("after").parse().ok();
    let past = Past::read(&mut visit.app.db.read().await?, after).await?;
    let tags = std::iter::once("traces".to_owned()).chain(past.tags());
    let t = visit.t();
    let page = Page::new(t.curation_past(), || {
        let list = if past.features.is_empty() {
            view! { <div class="empty"><p>{t.curation_past_none()}</p></div> }.into_any()
        } else {
            list(&visit, &past)
        };
        view! {
            <div class="title"><h1>{t.curation_past()}</h1><p class="from">{t.curation_intro()}</p></div>
            {list}
            <nav class="older" aria-label=t.list_pages()><span><a href="/featured">{t.curation_title()}</a></span>{older(&visit, &past)}</nav>
        }
    });
    let mut page = page.describe(t.curation_intro()).public("/featured/past", tags);
    if after.is_some() {
        page.head.canonical = None;
    }
    Ok(page)
}

fn taken_down(visit: &Visit, past: Past) -> AnyView {
    view! {
        <section class="band" aria-labelledby="past">
            <div class="head slim"><h2 id="past">{visit.t().curation_past()}</h2></div>
            {list(visit, &past)}
            <p class="note">{older(visit, &past)}</p>
        </section>
    }
    .into_any()
}

fn older(visit: &Visit, past: &Past) -> Option<AnyView> {
    let href = past.next.map(|after| format!("/featured/past?after={after}"))?;
    Some(view! { <a href=href rel="next">{visit.t().curation_past_older()}</a> }.into_any())
}

fn list(visit: &Visit, past: &Past) -> AnyView {
    let one = |feature: &Feature| {
        let foreign = feature.language.foreign(visit.lang);
        let path = address::path(feature.trace_id, &feature.slug);
        view! {
            <li class="card"><h3 lang=foreign><a href=path>{feature.title.clone()}</a></h3>{views::ended(visit, feature)}</li>
        }
    };
    view! { <ul>{past.features.iter().map(one).collect_view()}</ul> }.into_any()
}

/// The form again, with the reason kept and what stood in the way.
pub async fn kept(visit: &Visit, trace: TraceId, end: bool, reason: &str, error: Error) -> Result<Response> {
    let t = visit.t();
    let (status, problems, why) = match error {
        Error::Invalid(problems) => (StatusCode::UNPROCESSABLE_ENTITY, problems, None),
        Error::Conflict => (StatusCode::CONFLICT, Problems::default(), Some(t.error_conflict_help())),
        Error::TooMany(wait) => {
            let page = form_again(visit, trace, end, reason, Problems::default(), None).await?;
            return Ok(later::try_later(visit, page, wait));
        }
        other => return Err(other),
    };
    Ok(form_again(visit, trace, end, reason, problems, why).await?.status(status).into_response())
}

async fn form_again(
    visit: &Visit,
    trace: TraceId,
    end: bool,
    reason: &str,
    problems: Problems,
    why: Option<String>,
) -> Answer {
    let t = visit.t();
    let ground = store::ground(&mut visit.app.db.read().await?, trace).await?;
    let title = if end { t.curation_desk_end() } else { t.curation_desk() };
    let path = address::path(trace, &ground.slug);
    let foreign = ground.language.foreign(visit.lang);
    let label = move |_: &str| t.curation_reason();
    Ok(Page::new(title.clone(), || {
        view! {
            <div class="title"><h1>{title}</h1><p class="from"><a href=path lang=foreign>{ground.title.clone()}</a></p></div>
            <ErrorSummary t=t problems=problems.clone() label=label/>
            {why.map(|why| view! { <div class="summary" role="alert"><p>{why}</p><p>{t.problems_kept()}</p></div> })}
            {views::form(visit, trace, end, reason.to_owned(), &problems)}
        }
    })
    .long_form())
}
