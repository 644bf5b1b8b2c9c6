//! `/pair/queue`: what one wishes, where one stands, and what would widen the choice.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::{Problems, Result};
use crate::base::words::Words;
use crate::members::model::Discipline;
use crate::members::visit::Visit;
use crate::pairing::matching;
use crate::pairing::model::Tongues;
use crate::pairing::queue::model::{LOOK, typical};
use crate::pairing::queue::round::{Outlook, gather_near};
use crate::pairing::queue::routes::Returned;
use crate::pairing::queue::store::{self, Place};
use crate::pairing::queue::views;
use crate::pairing::sessions::views::company_name;
use crate::pairing::times;
use crate::ui::fields::Fields;
use crate::ui::form::{ErrorSummary, SelectField, TextField, say};
use crate::ui::page::{Answer, Page};

/// What the page shows.
struct Sheet {
    place: Option<Place>,
    outlook: Option<Outlook>,
    /// Milliseconds.
    wait: Option<i64>,
    has_times: bool,
    companies: Vec<String>,
    typed: Fields,
    problems: Problems,
}

/// # Errors
/// [`crate::base::error::Error::SignIn`].
pub async fn show(visit: &Visit, returned: Option<Returned>) -> Answer {
    let member = visit.viewer.member()?;
    let mut conn = visit.app.db.read().await?;
    let place = store::place(&mut conn, member.id).await?;
    let waits = store::waits(&mut conn).await?.into_iter().flat_map(|(one, other)| [one, other]).collect();
    let has_times = times::store::has_any(&mut conn, member.id).await?;
    let companies = names(&mut conn, visit).await?;
    // Looking at others' weeks costs: not while a proposal is to be answered, which is shown instead.
    let looks = place.as_ref().is_some_and(|place| place.proposal_id.is_none());
    let outlook = if looks { outlook(&mut conn, visit).await? } else { None };
    drop(conn);
    let (typed, problems) = returned.unwrap_or_else(|| (kept(visit, place.as_ref()), Problems::default()));
    let sheet = Sheet { place, outlook, wait: typical(waits), has_times, companies, typed, problems };
    Ok(Page::new(visit.t().pairing_queue_title(), || body(visit, &sheet)))
}

/// Names of the directory, to choose from while typing.
pub(in crate::pairing) async fn names(conn: &mut Conn, visit: &Visit) -> Result<Vec<String>> {
    let names = crate::companies::store::names_from(conn, "", 200).await?;
    let one = |(ja, en): (String, String)| match visit.lang {
        crate::base::words::Lang::Ja if !ja.is_empty() => ja,
        _ if en.is_empty() => ja,
        _ => en,
    };
    Ok(names.into_iter().map(one).collect())
}

async fn outlook(conn: &mut Conn, visit: &Visit) -> Result<Option<Outlook>> {
    let member = visit.viewer.member()?.id;
    let gathered = gather_near(conn, member, visit.now).await?;
    visit.app.offload(move || gathered.outlook(member)).await
}

/// The form as it stands: one's present wish, else what fits most.
fn kept(visit: &Visit, place: Option<&Place>) -> Fields {
    let Some(place) = place else { return Fields::from_pairs([("languages", visit.lang.as_str())]) };
    let company = company_name(visit.lang, &place.name_ja, &place.name_en);
    let mut pairs = vec![("company", company.as_str()), ("languages", place.languages.as_str())];
    pairs.extend(place.disciplines.split(',').filter(|d| !d.is_empty()).map(|d| ("discipline", d)));
    Fields::from_pairs(pairs)
}

fn body(visit: &Visit, sheet: &Sheet) -> AnyView {
    let t = visit.t();
    let label = move |field: &str| match field {
        "company" => t.pairing_queue_company(),
        "times" => t.pairing_queue_times(),
        "languages" => t.pairing_queue_languages(),
        _ => t.pairing_queue_disciplines(),
    };
    view! {
        <div class="title"><h1>{t.pairing_queue_title()}</h1><p class="from">{t.pairing_queue_intro()}</p></div>
        <ErrorSummary t=t problems=sheet.problems.clone() label=label/>
        {sheet.place.as_ref().map(|place| standing(visit, sheet, place))}
        {times_line(visit, sheet)}
        {form(visit, sheet)}
        {how(t)}
    }
    .into_any()
}

/// Where one stands, the typical wait, and what would widen the choice.
fn standing(visit: &Visit, sheet: &Sheet, place: &Place) -> AnyView {
    let t = visit.t();
    let wait = sheet.wait.map_or_else(|| t.pairing_queue_wait_unknown(), |wait| views::wait(t, wait));
    let fit = match (&place.proposal_id, &sheet.outlook) {
        (Some(id), _) => view! { <a href=format!("/pair/proposals/{id}")>{t.pairing_queue_proposed()}</a> }.into_any(),
        (None, Some(outlook)) => {
            let fit = i64::try_from(outlook.found.now).unwrap_or(i64::MAX);
            let fit = if outlook.more { t.pairing_queue_fit_of_first(fit, LOOK) } else { t.pairing_queue_fit(fit) };
            fit.into_any()
        }
        (None, None) => t.pairing_queue_unable().into_any(),
    };
    let wider: Vec<String> =
        sheet.outlook.filter(|_| place.proposal_id.is_none()).map(|o| widen(t, &o.found)).unwrap_or_default();
    let wider = (!wider.is_empty()).then(|| {
        let lines = wider.into_iter().map(|line| view! { <li>{line}</li> });
        view! { <div class="notice"><div><p>{t.pairing_queue_wider()}</p><ul>{lines.collect_view()}</ul></div></div> }
    });
    view! {
        <dl class="block">
            <div><dt>{t.pairing_queue_place()}</dt><dd class="num">{place.place}</dd></div>
            <div><dt>{t.pairing_queue_wait()}</dt><dd>{wait}</dd></div>
            <div><dt>{t.pairing_queue_partners()}</dt><dd>{fit}</dd></div>
        </dl>
        {wider}
        <form method="post" action="/pair/queue/leave"><p><button class="button small">{t.pairing_queue_leave()}</button></p></form>
    }
    .into_any()
}

fn widen(t: &Words, outlook: &matching::Outlook) -> Vec<String> {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut lines = Vec::new();
    if outlook.any_discipline > 0 {
        lines.push(t.pairing_queue_wider_discipline(count(outlook.any_discipline)));
    }
    if outlook.any_company > 0 {
        lines.push(t.pairing_queue_wider_company(count(outlook.any_company)));
    }
    if outlook.wider_times > 0 {
        lines.push(t.pairing_queue_wider_times(count(outlook.wider_times)));
    }
    lines
}

fn times_line(visit: &Visit, sheet: &Sheet) -> AnyView {
    let t = visit.t();
    let error =
        sheet.problems.of("times").map(|problem| view! { <p class="error" id="times-error">{say(problem, t)}</p> });
    let text = if sheet.has_times { t.pairing_queue_times_marked() } else { t.pairing_queue_times_none() };
    view! {
        <div class="notice" id="times">
            <div>{error}<p>{text}" "<a href="/pair/times">{t.pairing_queue_times_go()}</a></p></div>
        </div>
    }
    .into_any()
}

fn form(visit: &Visit, sheet: &Sheet) -> AnyView {
    let t = visit.t();
    let (typed, problems) = (&sheet.typed, &sheet.problems);
    let chosen: Vec<&str> = typed.iter().filter(|(name, _)| *name == "discipline").map(|(_, value)| value).collect();
    let one = |discipline: &Discipline| {
        let checked = chosen.contains(&discipline.as_str());
        view! {
            <label class="tick">
                <input type="checkbox" name="discipline" value=discipline.as_str() checked=checked/>" "{discipline.name(visit.lang)}
            </label>
        }
    };
    let tongues = Tongues::ALL.iter().map(|tongue| (tongue.as_str().to_owned(), tongue.name(visit.lang))).collect();
    let go = if sheet.place.is_some() { t.pairing_queue_change() } else { t.pairing_queue_join() };
    let names = sheet.companies.iter().map(|name| view! { <option value=name.clone()></option> });
    view! {
        <form class="form" method="post" action="/pair/queue">
            <TextField t=t problems=problems.clone() name="company" label=t.pairing_queue_company() hint=t.pairing_queue_company_hint()
                value=typed.get("company") list="companies" autocomplete="off"/>
            <datalist id="companies">{names.collect_view()}</datalist>
            <fieldset class="field" id="discipline">
                <legend>{t.pairing_queue_disciplines()}</legend>
                <p class="hint">{t.pairing_queue_disciplines_hint()}</p>
                <div class="ticks">{Discipline::ALL.iter().map(one).collect_view()}</div>
            </fieldset>
            <SelectField t=t problems=problems.clone() name="languages" label=t.pairing_queue_languages()
                value=typed.get("languages") options=tongues/>
            <p><button class="button go">{go}</button></p>
        </form>
    }
    .into_any()
}

/// How a partner is chosen, in plain words.
fn how(t: &Words) -> AnyView {
    view! {
        <section class="band" aria-labelledby="how">
            <div class="head slim"><h2 id="how">{t.pairing_queue_how()}</h2></div>
            <ul>
                <li>{t.pairing_queue_how_order()}</li>
                <li>{t.pairing_queue_how_best()}</li>
                <li>{t.pairing_queue_how_answer()}</li>
            </ul>
        </section>
    }
    .into_any()
}
