//! The form of an ask: the same for a new one and for changing one.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

use crate::base::error::{Error, Problems, Result};
use crate::base::words::Words;
use crate::members::later::try_later;
use crate::members::model::Discipline;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::asks::entry::field;
use crate::pairing::asks::model::TIMES;
use crate::pairing::model::{Kind, Tongues};
use crate::ui::fields::Fields;
use crate::ui::form::{ErrorSummary, SelectField, TextArea, TextField, refused, say};
use crate::ui::page::Page;

/// All that the form shows.
pub struct Sheet<'a> {
    pub visit: &'a Visit,
    pub title: String,
    pub lead: String,
    /// Where it is sent.
    pub action: String,
    pub go: String,
    pub typed: Fields,
    /// Why it came back.
    pub error: Option<Error>,
    /// Names of companies, to choose from while typing.
    pub companies: Vec<String>,
    /// Traces that it could begin with: number and title.
    pub traces: Vec<(String, String)>,
    /// Former partners alone are asked: no discipline is.
    pub again: bool,
}

impl Sheet<'_> {
    fn problems(&self) -> Problems {
        match &self.error {
            Some(Error::Invalid(problems)) => problems.clone(),
            _ => Problems::default(),
        }
    }

    fn value(&self, field: &str) -> String {
        self.typed.get(field).to_owned()
    }
}

/// The page, with the status of why the form came back.
///
/// # Errors
/// What is no matter of the form.
pub fn answer(sheet: &Sheet<'_>) -> Result<Response> {
    let page = || Page::new(sheet.title.clone(), || body(sheet)).long_form().sheet("pair");
    Ok(match &sheet.error {
        None => page().into_response(),
        Some(Error::Invalid(_)) => page().rejected().into_response(),
        Some(Error::NotAllowed(_)) => page().status(StatusCode::FORBIDDEN).into_response(),
        Some(Error::TooMany(seconds)) => try_later(sheet.visit, page(), *seconds),
        Some(other) => return Err(other.clone()),
    })
}

fn body(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.visit.t();
    let refusal = match &sheet.error {
        Some(Error::NotAllowed(why)) => {
            let (why, kept) = (refused(*why, t), t.problems_kept());
            Some(view! { <div class="summary" role="alert"><p>{why}</p><p>{kept}</p></div> })
        }
        _ => None,
    };
    view! {
        <div class="title"><h1>{sheet.title.clone()}</h1><p class="from">{sheet.lead.clone()}</p></div>
        {refusal}
        <ErrorSummary t=t problems=sheet.problems() label=move |field: &str| label(t, field)/>
        <form class="form ask-form" method="post" action=sheet.action.clone() novalidate>
            {subject(sheet)}
            {times(sheet)}
            {people(sheet)}
            <TextArea t=t problems=sheet.problems() name="note" label=t.pairing_asks_note() hint=t.pairing_asks_note_hint() value=sheet.value("note")/>
            {open(sheet)}
            <p class="row"><button class="button go">{sheet.go.clone()}</button><a href="/pair/asks">{t.pairing_asks_title()}</a></p>
        </form>
    }
    .into_any()
}

/// As many asks are open as may: said beside the button, since no field is to blame.
fn open(sheet: &Sheet<'_>) -> Option<AnyView> {
    let t = sheet.visit.t();
    let problem = sheet.problems().of("open")?;
    Some(view! { <p class="error" id="open">{t.pairing_asks_open_ones()}": "{say(problem, t)}</p> }.into_any())
}

fn label(t: &Words, field: &str) -> String {
    match field {
        "kind" => t.pairing_asks_kind(),
        "company" => t.pairing_asks_company(),
        "topic" => t.pairing_asks_topic(),
        "trace" => t.pairing_asks_trace(),
        "other" => t.pairing_asks_other(),
        "discipline" => t.pairing_asks_disciplines(),
        "languages" => t.pairing_asks_languages(),
        "note" => t.pairing_asks_note(),
        "open" => t.pairing_asks_open_ones(),
        time => t.pairing_asks_time(time.trim_start_matches("slot-").parse::<i64>().unwrap_or_default()),
    }
}

/// What the hour is about.
fn subject(sheet: &Sheet<'_>) -> AnyView {
    let (t, lang) = (sheet.visit.t(), sheet.visit.lang);
    let problems = sheet.problems();
    let kinds = Kind::ALL.iter().map(|kind| (kind.as_str().to_owned(), kind.name(lang))).collect();
    let names = sheet.companies.iter().map(|name| view! { <option value=name.clone()></option> });
    let trace = |name: &'static str, label: String, hint: String| {
        let none = (String::new(), t.pairing_asks_no_trace());
        let options = std::iter::once(none).chain(sheet.traces.iter().cloned()).collect();
        view! { <SelectField t=t problems=sheet.problems() name=name label=label hint=hint value=sheet.value(name) options=options/> }.into_any()
    };
    let traces = (!sheet.traces.is_empty() && !sheet.again).then(|| {
        view! {
            {trace("trace", t.pairing_asks_trace(), t.pairing_asks_trace_hint())}
            {trace("other", t.pairing_asks_other(), t.pairing_asks_other_hint())}
        }
        .into_any()
    });
    let again = sheet.again.then(|| view! { <input type="hidden" name="again" value=sheet.value("again")/> });
    view! {
        {again}
        <SelectField t=t problems=problems.clone() name="kind" label=t.pairing_asks_kind() value=sheet.value("kind") options=kinds/>
        <TextField t=t problems=problems.clone() name="company" label=t.pairing_asks_company() hint=t.pairing_asks_company_hint()
            value=sheet.value("company") list="companies" autocomplete="off"/>
        <datalist id="companies">{names.collect_view()}</datalist>
        <TextField t=t problems=problems name="topic" label=t.pairing_asks_topic() hint=t.pairing_asks_topic_hint() value=sheet.value("topic")/>
        {traces}
    }
    .into_any()
}

/// Up to six local times.
fn times(sheet: &Sheet<'_>) -> AnyView {
    let (t, visit) = (sheet.visit.t(), sheet.visit);
    let one = |number: usize| {
        let name = field(number);
        let (label, value) = (t.pairing_asks_time(number as i64), sheet.value(&name));
        view! { <TextField t=t problems=sheet.problems() name=name kind="datetime-local" label=label value=value/> }
            .into_any()
    };
    view! {
        <fieldset class="field" id="times">
            <legend>{t.pairing_asks_times()}</legend>
            <p class="hint">{t.pairing_asks_times_hint(zones::label(visit.zone(), visit.now))}</p>
            <div class="offered">{(1..=TIMES).map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// Who is asked for, and in which languages.
fn people(sheet: &Sheet<'_>) -> AnyView {
    let (t, lang) = (sheet.visit.t(), sheet.visit.lang);
    let problems = sheet.problems();
    let chosen: Vec<&str> = sheet.typed.iter().filter(|(name, _)| *name == "discipline").map(|(_, v)| v).collect();
    let one = |discipline: &Discipline| {
        let checked = chosen.contains(&discipline.as_str());
        view! {
            <label class="tick"><input type="checkbox" name="discipline" value=discipline.as_str() checked=checked/>" "<span>{discipline.name(lang)}</span></label>
        }
        .into_any()
    };
    let error = problems.of("discipline").map(|problem| view! { <p class="error">{say(problem, t)}</p> });
    let disciplines = (!sheet.again).then(|| {
        view! {
            <fieldset class="field" id="discipline">
                <legend>{t.pairing_asks_disciplines()}</legend>
                <p class="hint">{t.pairing_asks_disciplines_hint()}</p>
                {error}
                <div class="ticks">{Discipline::ALL.iter().map(one).collect_view()}</div>
            </fieldset>
        }
        .into_any()
    });
    let tongues = Tongues::ALL.iter().map(|tongue| (tongue.as_str().to_owned(), tongue.name(lang))).collect();
    view! {
        {disciplines}
        <SelectField t=t problems=problems name="languages" label=t.pairing_asks_languages() value=sheet.value("languages") options=tongues/>
    }
    .into_any()
}
