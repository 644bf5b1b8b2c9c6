//! What both prepare, on which company, and where they call.

use leptos::prelude::*;

use super::{Form, Sheet};
use crate::pairing::sessions::actions::stands;
use crate::pairing::sessions::store::Person;
use crate::pairing::sessions::views::company_name;
use crate::ui::form::{TextArea, TextField};

/// Goals and readings of both, and the call.
pub fn section(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.visit.t();
    let open = stands(&sheet.session, sheet.visit.now);
    let mine = if open { form(sheet) } else { prepared(sheet, &sheet.me) };
    view! {
        <section class="band" id="prepare" aria-labelledby="prepare-h">
            <div class="head"><h2 id="prepare-h">{t.pairing_session_prepare()}</h2></div>
            <div class="thirds">
                <div class="stack">{company(sheet)}<h3>{t.pairing_session_yours()}</h3>{mine}</div>
                <div class="stack">
                    <h3>{t.pairing_session_theirs(sheet.partner_name())}</h3>
                    {prepared(sheet, &sheet.partner)}
                    <h3>{t.pairing_session_call()}</h3>
                    {call(sheet, open)}
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// The company, where it can still be chosen: open at once while there is none.
fn company(sheet: &Sheet<'_>) -> Option<AnyView> {
    if !sheet.may_choose_company() {
        return None;
    }
    let (visit, session) = (sheet.visit, &sheet.session);
    let t = visit.t();
    let kept = company_name(visit.lang, &session.name_ja, &session.name_en);
    let open =
        session.company_id.is_none() || sheet.returned.as_ref().is_some_and(|(form, _, _)| *form == Form::Company);
    let names = sheet.companies.iter().map(|name| view! { <option value=name.clone()></option> });
    Some(
        view! {
            <details class="tools" open=open>
                <summary>{t.pairing_session_company()}</summary>
                <form class="form" method="post" action=format!("/pair/sessions/{}/company", session.id)>
                    <TextField t=t problems=sheet.problems(Form::Company) name="company" label=t.pairing_queue_company()
                        hint=t.pairing_session_company_hint() value=sheet.value(Form::Company, "company", &kept)
                        list="companies" autocomplete="off" required=true/>
                    <datalist id="companies">{names.collect_view()}</datalist>
                    <p><button class="button small">{t.pairing_session_save()}</button></p>
                </form>
            </details>
        }
        .into_any(),
    )
}

fn form(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.visit.t();
    let problems = sheet.problems(Form::Prepare);
    let goals = sheet.value(Form::Prepare, "goals", &sheet.me.goals);
    let readings = sheet.value(Form::Prepare, "readings", &sheet.me.readings);
    view! {
        <form class="form" method="post" action=format!("/pair/sessions/{}/prepare", sheet.session.id)>
            <TextArea t=t problems=problems.clone() name="goals" label=t.pairing_session_goals() hint=t.pairing_session_goals_hint() value=goals/>
            <TextArea t=t problems=problems name="readings" label=t.pairing_session_readings() hint=t.pairing_session_readings_hint() value=readings/>
            <p><button class="button">{t.pairing_session_save()}</button></p>
        </form>
    }
    .into_any()
}

/// What one of the two has prepared, to read.
fn prepared(sheet: &Sheet<'_>, person: &Person) -> AnyView {
    let t = sheet.visit.t();
    if person.goals.is_empty() && person.readings.is_empty() {
        return view! { <p class="note">{t.pairing_session_nothing_yet()}</p> }.into_any();
    }
    let one = |address: &str| {
        view! { <li><a href=address.to_owned() rel="nofollow noopener ugc">{address.to_owned()}</a></li> }
    };
    view! {
        <p class="lines">{person.goals.clone()}</p>
        <ul>{person.readings.lines().map(one).collect_view()}</ul>
    }
    .into_any()
}

fn call(sheet: &Sheet<'_>, open: bool) -> AnyView {
    let (t, session) = (sheet.visit.t(), &sheet.session);
    let link = (!session.call_link.is_empty()).then(|| {
        view! { <p><a class="button" href=session.call_link.clone() rel="nofollow noopener ugc">{t.pairing_session_call_open()}</a>" "<span class="note">{session.call_link.clone()}</span></p> }
    });
    let form = open.then(|| {
        let value = sheet.value(Form::Call, "call", &session.call_link);
        view! {
            <form class="form" method="post" action=format!("/pair/sessions/{}/call", session.id)>
                <TextField t=t problems=sheet.problems(Form::Call) name="call" kind="url" label=t.pairing_session_call_link()
                    hint=t.pairing_session_call_hint() value=value autocomplete="off"/>
                <p><button class="button small">{t.pairing_session_save()}</button></p>
            </form>
        }
    });
    let none =
        (link.is_none() && form.is_none()).then(|| view! { <p class="note">{t.pairing_session_nothing_yet()}</p> });
    view! { {link}{form}{none} }.into_any()
}
