//! What was asked for is no comparison: what is wrong, and what can be chosen instead.

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::words::Words;
use crate::members::visit::Visit;
use crate::traces::model::card::{After, Card};
use crate::traces::model::compare::Unfit;
use crate::traces::store::cards;
use crate::traces::views::card::stage_name;
use crate::ui::page::{Answer, Page};

/// Others of the same company that are offered.
const OTHERS: usize = 12;

/// `named`: those asked for that can be read. Beside them stand others of the first one's company.
pub async fn page(visit: &Visit, mut conn: Conn, unfit: Unfit, named: Vec<Card>) -> Answer {
    let mut others = Vec::new();
    if let Some(first) = named.first() {
        let listed = cards::of_company(&mut conn, &visit.viewer, first.company.id, After::START, OTHERS).await?;
        others = listed.cards;
        others.retain(|card| named.iter().all(|one| one.id != card.id));
    }
    drop(conn);
    let t = visit.t();
    let status = match unfit {
        Unfit::Nothing => StatusCode::OK,
        Unfit::Missing => StatusCode::NOT_FOUND,
        Unfit::One | Unfit::TooMany | Unfit::Twice => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = Page::new(t.compare_choose(), || {
        view! {
            <div class="title">
                <h1>{t.compare_choose()}</h1>
                <p class="from" role=(unfit != Unfit::Nothing).then_some("alert")>{words(unfit, t)}</p>
            </div>
            {form(visit, &named, &others).into_any()}
            <p class="row band"><a href="/companies">{t.compare_companies()}</a> <a href="/traces">{t.compare_traces()}</a></p>
        }
    });
    Ok(page.status(status).sheet("compare"))
}

fn words(unfit: Unfit, t: &Words) -> String {
    match unfit {
        Unfit::Nothing => t.compare_nothing(),
        Unfit::One => t.compare_one(),
        Unfit::TooMany => t.compare_too_many(),
        Unfit::Twice => t.compare_twice(),
        Unfit::Missing => t.compare_missing(),
    }
}

/// A choice of traces, where there is one.
fn form(visit: &Visit, named: &[Card], others: &[Card]) -> Option<impl IntoView + use<>> {
    let t = visit.t();
    (named.len() + others.len() > 1).then(|| {
        let ticks =
            named.iter().map(|card| tick(visit, card, true)).chain(others.iter().map(|card| tick(visit, card, false)));
        view! {
            <form action="/compare" class="form">
                <fieldset class="choose">
                    <legend>{t.compare_which()}</legend>
                    {ticks.collect_view()}
                </fieldset>
                <p><button class="button go">{t.compare_go()}</button></p>
            </form>
        }
    })
}

fn tick(visit: &Visit, card: &Card, ticked: bool) -> impl IntoView + use<> {
    let lang = visit.lang;
    let foreign = card.language.foreign(lang);
    let company = card.company.name(lang).to_owned();
    view! {
        <label class="tick">
            <input type="checkbox" name="traces" value=card.id.to_string() checked=ticked/>
            <span><span lang=foreign>{card.title.clone()}</span> " " <span class="note">{company} " · " {stage_name(card.stage, lang)}</span></span>
        </label>
    }
}
