//! The grid: a native checkbox for each hour of the week, so that it works by keyboard, without
//! scripts, and read aloud.

use leptos::prelude::*;

use super::ahead::stretch;
use super::{Form, Sheet};
use crate::members::zones;
use crate::pairing::times::{entry, hours};
use crate::ui::form::SelectField;

/// Hours to which the page can be jumped, for those who go by keyboard.
const JUMPS: [u8; 4] = [0, 6, 12, 18];

pub(super) fn section(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.visit.t();
    let marked = match sheet.typed(Form::Week) {
        Some(typed) => entry::hours(typed),
        None => hours(&sheet.week.rules),
    };
    let jumps = JUMPS.map(|hour| {
        view! { <a href=format!("#hour-{hour}")>{stretch(i64::from(hour) * 60, i64::from(hour + 6) * 60, sheet.visit.lang)}</a> }
    });
    view! {
        <section class="band" id="week" aria-labelledby="week-h">
            <div class="head"><h2 id="week-h">{t.pairing_times_week()}</h2></div>
            <form class="form" method="post" action="/pair/times">
                {zone(sheet)}
                <p class="hint" id="week-hint">{t.pairing_times_week_hint()}</p>
                <nav class="meta" aria-label=t.pairing_times_jump()>{jumps.collect_view()}<a href="#save">{t.pairing_times_to_save()}</a></nav>
                <table class="week" aria-describedby="week-hint">
                    <caption class="vh">{t.pairing_times_week()}</caption>
                    {head(sheet)}
                    <tbody>{(0..24).map(|hour| row(sheet, hour, &marked)).collect_view()}</tbody>
                </table>
                <p class="row" id="save">
                    <button class="button go">{t.pairing_times_save()}</button>
                    <button class="button" name="copy" value="monday">{t.pairing_times_copy()}</button>
                </p>
            </form>
        </section>
    }
    .into_any()
}

fn zone(sheet: &Sheet<'_>) -> AnyView {
    let (visit, t) = (sheet.visit, sheet.visit.t());
    let value = sheet.typed(Form::Week).map_or(sheet.week.zone.as_str(), |typed| typed.get("zone")).to_owned();
    // What was refused stays chosen: else the first of the list would be, without a word.
    let foreign = (!zones::is_zone(&value)).then(|| (value.clone(), value.clone()));
    let all = zones::all().iter().map(|zone| (zone.clone(), zones::label(zone, visit.now)));
    let options = foreign.into_iter().chain(all).collect();
    view! {
        <SelectField t=t problems=sheet.problems(Form::Week) name="zone" label=t.pairing_times_zone()
            hint=t.pairing_times_zone_hint() value=value options=options/>
    }
    .into_any()
}

fn head(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.visit.t();
    let day = |day: i64| {
        view! { <th scope="col"><abbr title=t.pairing_times_weekday(day)>{t.pairing_times_weekday_short(day)}</abbr></th> }
    };
    view! {
        <thead><tr><th scope="col"><span class="vh">{t.pairing_times_hour()}</span></th>{(1..=7).map(day).collect_view()}</tr></thead>
    }
    .into_any()
}

fn row(sheet: &Sheet<'_>, hour: u8, marked: &[(u8, u8)]) -> AnyView {
    let t = sheet.visit.t();
    let from = i64::from(hour) * 60;
    let time = stretch(from, from + 60, sheet.visit.lang);
    let start = time.split(['–', '〜']).next().unwrap_or_default().to_owned();
    let cell = |day: u8| {
        let name = t.pairing_times_hour_of(t.pairing_times_weekday(i64::from(day)), &time);
        view! {
            <td><label class="tick"><input type="checkbox" name="hour" value=format!("{day}-{hour:02}") aria-label=name
                checked=marked.contains(&(day, hour))/></label></td>
        }
    };
    view! { <tr id=format!("hour-{hour}")><th scope="row" class="num">{start}</th>{(1..=7).map(cell).collect_view()}</tr> }
        .into_any()
}
