//! Days that differ: those to come, each with its button, and the form for another.

use leptos::prelude::*;

use super::ahead::{day_name, stretch};
use super::{Form, Sheet};
use crate::members::zones;
use crate::pairing::times::{Exception, entry, today};
use crate::ui::form::{TextField, Tick, say};

pub(super) fn section(sheet: &Sheet<'_>) -> AnyView {
    let (visit, week) = (sheet.visit, &sheet.week);
    let t = visit.t();
    let today = today(&week.zone, visit.now);
    let coming: Vec<AnyView> = week.exceptions.iter().filter(|e| e.day >= today).map(|e| line(sheet, e)).collect();
    let list = if coming.is_empty() {
        view! { <p class="note">{t.pairing_times_no_exceptions()}</p> }.into_any()
    } else {
        view! { <ul class="exceptions">{coming}</ul> }.into_any()
    };
    view! {
        <section class="band" id="exceptions" aria-labelledby="exceptions-h">
            <div class="head">
                <h2 id="exceptions-h">{t.pairing_times_exceptions()}</h2>
                <p class="note">{zones::label(&week.zone, visit.now)}</p>
            </div>
            {sheet.done(Form::Exception)}
            {sheet.done(Form::Removed)}
            {list}
            {form(sheet)}
        </section>
    }
    .into_any()
}

fn line(sheet: &Sheet<'_>, exception: &Exception) -> AnyView {
    let (visit, t) = (sheet.visit, sheet.visit.t());
    let day = day_name(exception.day, visit);
    let time = match (exception.from, exception.until) {
        (0, 1440) => t.pairing_times_all_day(),
        (from, until) => stretch(i64::from(from), i64::from(until), visit.lang),
    };
    let what = if exception.free { t.pairing_times_free() } else { t.pairing_times_away() };
    let whole = format!("{day} {time}");
    view! {
        <li class="row">
            <span><b class="num">{whole.clone()}</b>" "{what}</span>
            <form method="post" action="/pair/times/exceptions/remove">
                <input type="hidden" name="day" value=exception.day.to_string()/>
                <input type="hidden" name="from" value=exception.from.to_string()/>
                <button class="button small strike">{t.pairing_times_remove()}<span class="vh">" "{whole}</span></button>
            </form>
        </li>
    }
    .into_any()
}

fn form(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.visit.t();
    let problems = sheet.problems(Form::Exception);
    let typed = sheet.typed(Form::Exception);
    let value = |field: &str| typed.map(|typed| typed.get(field).to_owned()).unwrap_or_default();
    let whole = typed.is_some_and(|typed| typed.has("whole"));
    view! {
        <form class="form" method="post" action="/pair/times/exceptions" novalidate>
            <h3>{t.pairing_times_add()}</h3>
            <TextField t=t problems=problems.clone() name="day" kind="date" label=t.pairing_times_day() value=value("day") half=true required=true/>
            {what(sheet, &value("what"))}
            <Tick t=t problems=problems.clone() name="whole" value="1" checked=whole>{t.pairing_times_all_day()}</Tick>
            <TextField t=t problems=problems.clone() name="from" kind="time" label=t.pairing_times_from()
                hint=t.pairing_times_from_hint() value=value("from") half=true/>
            <TextField t=t problems=problems name="until" kind="time" label=t.pairing_times_until()
                hint=t.pairing_times_until_hint() value=value("until") half=true/>
            <p><button class="button">{t.pairing_times_add_go()}</button></p>
        </form>
    }
    .into_any()
}

/// Away, or free besides.
fn what(sheet: &Sheet<'_>, value: &str) -> AnyView {
    let t = sheet.visit.t();
    let problem = sheet.problems(Form::Exception).of("what");
    let error = problem.map(|problem| view! { <p class="error" id="what-error">{say(problem, t)}</p> });
    let free = value == entry::FREE;
    view! {
        <fieldset class="field">
            <legend>{t.pairing_times_what()}</legend>
            {error}
            <div class="ticks">
                <label class="tick"><input type="radio" id="what" name="what" value=entry::AWAY checked=!free/>" "<span>{t.pairing_times_away()}</span></label>
                <label class="tick"><input type="radio" name="what" value=entry::FREE checked=free/>" "<span>{t.pairing_times_free()}</span></label>
            </div>
        </fieldset>
    }
    .into_any()
}
