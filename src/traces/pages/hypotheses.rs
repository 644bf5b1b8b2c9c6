//! A call on its trace's page, the page on which its writer answers, and a member's calls.

use leptos::prelude::*;

use crate::base::error::{Error, Problems, Result};
use crate::members::visit::Visit;
use crate::traces::model::hypothesis::Outcome;
use crate::traces::model::part::PartKey;
use crate::traces::model::source::day;
use crate::traces::model::typed::Typed;
use crate::traces::model::typed::kinds::HypothesisHead;
use crate::traces::model::typed::said::choice;
use crate::traces::model::{TraceId, address};
use crate::traces::pages::reading::Reading;
use crate::traces::store::hypotheses::{self as store, Call, Made};
use crate::traces::store::show::visible;
use crate::ui::form::{ErrorSummary, SelectField, TextArea};
use crate::ui::page::{Answer, Page};
use crate::ui::time::Day;

/// Horizon, signal and day; how it turned out; the first wording where it reads otherwise now.
pub fn said(visit: &Visit, reading: &Reading, key: PartKey) -> impl IntoView + use<> {
    let (t, lang, foreign) = (visit.t(), visit.lang, reading.foreign(visit.lang));
    let head = match reading.typed(key) {
        Typed::Hypothesis(hypothesis) => hypothesis.head.clone(),
        _ => HypothesisHead::default(),
    };
    let mut calls = reading.calls.iter().filter(|call| call.part_key == key).cloned();
    let call = calls.next();
    // What stood here before and was answered; its wording is not the page's any more.
    let before: Vec<_> =
        calls.map(|call| view! { {turned_out(visit, &call, foreign)}{first_said(visit, call, foreign)} }).collect();
    let facts = view! {
        <dl class="block facts">
            {(!head.horizon.is_empty()).then(|| view! { <div><dt>{t.typed_horizon()}</dt><dd>{choice("horizon", &head.horizon, lang)}</dd></div> })}
            {(!head.signal.is_empty()).then(|| view! { <div><dt>{t.typed_signal()}</dt><dd lang=foreign>{head.signal.clone()}</dd></div> })}
            {(!head.due.is_empty()).then(|| view! { <div><dt>{t.hypothesis_due()}</dt><dd class="num">{day(&head.due, lang)}</dd></div> })}
        </dl>
    };
    let ask = call.as_ref().filter(|call| reading.trace.is_author && call.due_at <= visit.now).map(|call| {
        let label = if call.outcome.is_empty() { t.hypothesis_answer() } else { t.hypothesis_answer_again() };
        view! { <p><a class="button small" href=path(reading.trace.id, key)>{label}</a></p> }
    });
    let outcome = call.as_ref().and_then(|call| turned_out(visit, call, foreign));
    let now = reading.part(key).map(|part| (part.gist.clone(), part.body.clone())).unwrap_or_default();
    let other = |call: &Call| {
        (&call.first_gist, &call.first_body) != (&now.0, &now.1) || first_typed(call) != *reading.typed(key)
    };
    let first = call.filter(other).map(|call| first_said(visit, call, foreign));
    view! { {facts}{outcome}{ask}{first}{before} }
}

/// The typed fields as they were first published.
fn first_typed(call: &Call) -> Typed {
    Typed::read(call.part_key, &call.first_fields).unwrap_or_default()
}

/// The first wording, with its horizon, signal and day.
fn first_said(visit: &Visit, call: Call, foreign: Option<&'static str>) -> impl IntoView + use<> {
    let (t, lang) = (visit.t(), visit.lang);
    let lines: Vec<_> = first_typed(&call).lines(lang).into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let paragraphs: Vec<_> = call.first_body.split("\n\n").map(|p| view! { <p>{p.to_owned()}</p> }).collect();
    view! {
        <details>
            <summary class="note">{t.hypothesis_first(call.first_revision)} " " <Day time=call.first_at zone=visit.zone() lang=lang/></summary>
            <blockquote lang=foreign><p>{call.first_gist}</p>{paragraphs}</blockquote>
            {(!lines.is_empty()).then(|| view! { <ul class="note lines">{lines}</ul> })}
        </details>
    }
}

fn turned_out(visit: &Visit, call: &Call, foreign: Option<&'static str>) -> Option<impl IntoView + use<>> {
    let outcome: Outcome = call.outcome.parse().ok()?;
    let paragraphs: Vec<_> =
        call.evidence.split("\n\n").map(|p| view! { <p lang=foreign>{p.to_owned()}</p> }).collect();
    let when = call
        .answered_at
        .map(|at| view! { " " <span class="note"><Day time=at zone=visit.zone() lang=visit.lang/></span> });
    Some(
        view! { <div class=format!("outcome {outcome}")><p><b>{visit.t().hypothesis_turned_out(outcome.name(visit.lang))}</b>{when}</p>{paragraphs}</div> },
    )
}

/// Where a call is answered.
#[must_use]
pub fn path(trace: TraceId, key: PartKey) -> String {
    format!("/traces/{trace}/hypotheses/{}", key.as_str().trim_start_matches("hypothesis-"))
}

/// What the form holds.
#[derive(Debug, Clone, Default)]
pub struct Typing {
    pub outcome: String,
    pub evidence: String,
    pub problems: Problems,
}

/// The page with the question. `typed`: what was sent and did not fit.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the authors, and before the day.
pub async fn page(visit: &Visit, trace: TraceId, key: PartKey, typed: Option<Typing>) -> Answer {
    visit.viewer.member()?;
    let mut conn = visit.app.db.read().await?;
    let row = visible(&mut conn, trace, &visit.viewer).await?;
    let calls = store::of_trace(&mut conn, trace).await?;
    drop(conn);
    let call = calls.into_iter().find(|call| call.part_key == key && call.due_at <= visit.now);
    let call = call.filter(|_| row.is_author).ok_or(Error::NotFound)?;
    let typed = typed.unwrap_or_else(|| Typing {
        outcome: call.outcome.clone(),
        evidence: call.evidence.clone(),
        problems: Problems::default(),
    });
    let (t, lang) = (visit.t(), visit.lang);
    let options: Vec<_> = std::iter::once((String::new(), t.typed_unsaid()))
        .chain(Outcome::ALL.iter().map(|one| (one.as_str().to_owned(), one.name(lang))))
        .collect();
    let trace_path = address::path(trace, &row.slug);
    let problems = typed.problems.clone();
    let label = move |name: &str| if name == "outcome" { t.hypothesis_outcome() } else { t.hypothesis_evidence() };
    Ok(Page::new(t.hypothesis_ask_title(), || view! {
        <div class="title"><p class="meta"><a href=trace_path>{t.hypothesis_back()}</a></p><h1>{t.hypothesis_ask_title()}</h1></div>
        <ErrorSummary t=t problems=problems.clone() label=label/>
        <blockquote class="gist"><p>{call.first_gist.clone()}</p></blockquote>
        <p class="note num">{t.hypothesis_due()} " " {day(&call.due_on, lang)}</p>
        <form class="form band" method="post" action=path(trace, key)>
            <SelectField t=t problems=problems.clone() name="outcome" label=t.hypothesis_outcome() value=typed.outcome.clone() options=options/>
            <TextArea t=t problems=problems.clone() name="evidence" label=t.hypothesis_evidence() hint=t.hypothesis_evidence_hint() value=typed.evidence.clone()/>
            <p><button class="button go">{t.hypothesis_go()}</button></p>
        </form>
    })
    .long_form())
}

/// A member's calls: how many turned out how, and each of them. Nothing where there is none.
pub fn of_member(visit: &Visit, made: &[Made]) -> Option<AnyView> {
    if made.is_empty() {
        return None;
    }
    let (t, lang) = (visit.t(), visit.lang);
    let count = |outcome: &str| made.iter().filter(|one| one.outcome == outcome).count();
    let tally = Outcome::ALL.iter().map(|outcome| {
        view! { <div><dt>{outcome.name(lang)}</dt><dd class="num">{count(outcome.as_str())}</dd></div> }
    });
    let items = made.iter().map(|one| {
        let foreign = one.language.foreign(lang);
        let how = match one.outcome.parse::<Outcome>() {
            Ok(outcome) => outcome.name(lang),
            Err(_) => t.hypothesis_open_until(day(&one.due_on, lang)),
        };
        let path = format!("{}#{}", address::path(one.trace_id, &one.slug), one.part_key);
        view! { <li><a href=path lang=foreign>{one.gist.clone()}</a> " " <span class="note">{how}</span></li> }
    });
    Some(
        view! {
            <section class="band" aria-labelledby="calls">
                <div class="head"><h2 id="calls">{t.hypothesis_calls()}</h2><p class="note">{t.hypothesis_calls_hint()}</p></div>
                <dl class="block">{tally.collect_view()}<div><dt>{t.hypothesis_open()}</dt><dd class="num">{count("")}</dd></div></dl>
                <ul class="register">{items.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

/// Which call an address names: `1` or `2`.
///
/// # Errors
/// [`Error::NotFound`] for any other.
pub fn key_of(number: &str) -> Result<PartKey> {
    let key = format!("hypothesis-{number}").parse::<PartKey>().map_err(|_| Error::NotFound)?;
    Some(key).filter(|key| key.is_hypothesis()).ok_or(Error::NotFound)
}
