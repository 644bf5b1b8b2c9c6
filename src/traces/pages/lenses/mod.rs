//! Lenses and hypotheses on a trace's page, below the walk: what was written, and the drawing made from
//! its typed fields.

mod draw;
mod drawn;
mod keyed;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::traces::model::part::{HYPOTHESES, LENSES, PartKey};
use crate::traces::model::typed::Typed;
use crate::traces::pages::reading::Reading;
use crate::traces::pages::{hypotheses, walk};

/// Whether the page needs the lenses' style sheet.
#[must_use]
pub fn any(reading: &Reading) -> bool {
    reading.parts.iter().any(|part| part.part_key.is_lens() || part.part_key.is_hypothesis())
        || reading.typed.values().any(|typed| !typed.is_none())
        || reading
            .parts
            .iter()
            .any(|part| part.html.contains("class=\"needs-source\"") || part.html.contains("class=\"as-of\""))
}

/// Every lens that the viewer may see, then the hypotheses. `margin`: remarks on a part, finished HTML.
pub fn all(visit: &Visit, reading: &Reading, margin: &BTreeMap<PartKey, String>) -> impl IntoView {
    let t = visit.t();
    let group = |keys: &[PartKey], id: &'static str, name: String| {
        let parts: Vec<_> = keys.iter().filter(|key| reading.part(**key).is_some()).collect();
        (!parts.is_empty()).then(|| {
            let one =
                |key: &&PartKey| part(visit, reading, **key, margin.get(*key).map_or("", String::as_str)).into_any();
            view! {
                <section class="band" aria-labelledby=id>
                    <div class="head"><h2 id=id>{name}</h2></div>
                    <div class="walk lenses">{parts.iter().map(one).collect_view()}</div>
                </section>
            }
        })
    };
    (group(&LENSES, "lenses", t.edit_lenses()), group(&HYPOTHESES, "hypotheses", t.edit_hypotheses()))
}

fn part(visit: &Visit, reading: &Reading, key: PartKey, remarks: &str) -> impl IntoView {
    let (t, lang, foreign) = (visit.t(), visit.lang, reading.foreign(visit.lang));
    let (gist, html) = reading.part(key).map(|p| (p.gist.clone(), p.html.clone())).unwrap_or_default();
    let name = format!("{key}-name");
    let typed = reading.typed(key);
    let public = matches!(typed, Typed::Own(_));
    let private = (key == PartKey::Own && !public).then(|| view! { <p class="pencil">{t.edit_own_private()}</p> });
    let hypothesis = key.is_hypothesis();
    view! {
        <section class="leg end lens" id=key.as_str() aria-labelledby=name.clone()>
            <div class="main">
                <h3 id=name.clone()>{key.name(lang)} " " <span class="ask">{key.question(lang)}</span></h3>
                {private}
                {(!gist.is_empty()).then(|| view! { <p class="gist" lang=foreign>{gist}</p> })}
                {drawn::drawing(visit, reading, key, typed)}
                {(!html.is_empty()).then(|| view! {
                    {hypothesis.then(|| view! { <p class="note">{t.edit_because()}</p> })}
                    <div class="prose" lang=foreign inner_html=html></div>
                })}
                {hypothesis.then(|| hypotheses::said(visit, reading, key))}
            </div>
            {walk::aside(visit, reading, key, remarks)}
        </section>
    }
}

pub use keyed::facts;
