//! 絞り込み: the form beside the list of traces.

use leptos::prelude::*;

use crate::base::words::Lang;
use crate::companies::industry;
use crate::members::model::Discipline;
use crate::traces::model::Stage;
use crate::traces::model::card::Facets;
use crate::traces::model::facet::{self, ShiftKind};
use crate::traces::model::part::{LENSES, PartKey};
use crate::traces::model::pattern::Pattern;
use crate::traces::views::card::stage_name;
use crate::web::query::Query;

/// The facets of an address; what means nothing is passed over.
pub fn asked(query: &Query) -> Facets {
    let mut industries: Vec<String> = query.every("industry");
    industries.retain(|key| industry::find(key).is_some());
    Facets {
        stages: query.every("stage"),
        languages: query.every("lang"),
        disciplines: query.every("discipline"),
        industries,
        featured: query.one("featured") == Some(1_u8),
        shifts: query.every("shift"),
        patterns: query.every("pattern"),
        lenses: query.every::<String>("lens").iter().filter_map(|name| lens(name)).collect(),
    }
}

/// A lens by its name in addresses; only those that readers can see.
fn lens(name: &str) -> Option<PartKey> {
    LENSES.into_iter().find(|key| key.is_public() && facet::lens_name(*key) == name)
}

/// The facets as ticks and a choice; open where something is chosen.
#[component]
pub fn Narrow(facets: Facets, lang: Lang) -> impl IntoView {
    let t = lang.words();
    let open = !facets.is_empty();
    let stage = |stage: Stage| {
        let name = view! { {glyph(stage)} " " {stage_name(stage, lang)} };
        tick("stage", stage.as_str(), facets.stages.contains(&stage), name)
    };
    let written = |one: Lang| {
        let name = view! { <span lang=(one != lang).then(|| one.as_str())>{one.name()}</span> };
        tick("lang", one.as_str(), facets.languages.contains(&one), name)
    };
    let discipline =
        |one: &Discipline| tick("discipline", one.as_str(), facets.disciplines.contains(one), one.name(lang));
    let shift = |one: &ShiftKind| tick("shift", one.as_str(), facets.shifts.contains(one), one.name(lang));
    let patterns = Pattern::ALL.iter().map(|one| (one.as_str(), one.name(lang))).collect();
    let pattern = facets.patterns.first().map_or("", |one| one.as_str()).to_owned();
    let public = LENSES.into_iter().filter(|key| key.is_public());
    let lenses = public.map(|key| (facet::lens_name(key), key.name(lang))).collect();
    let seen = facets.lenses.first().map_or("", |key| facet::lens_name(*key)).to_owned();
    let chosen = facets.industries.first().cloned().unwrap_or_default();
    view! {
        <details class="facets" open=open>
            <summary>{t.list_narrow()}</summary>
            <fieldset><legend>{t.list_stage()}</legend>{[Stage::Bridged, Stage::Trace, Stage::Sketch].map(stage).collect_view()}</fieldset>
            <fieldset>
                <legend id="facet-industry">{t.list_industry()}</legend>
                <Industries chosen=chosen lang=lang labelled="facet-industry"/>
            </fieldset>
            <fieldset><legend>{t.list_shift()}</legend>{ShiftKind::ALL.iter().map(shift).collect_view()}</fieldset>
            <fieldset>
                <legend id="facet-pattern">{t.list_pattern()}</legend>
                {one_of("pattern", "facet-pattern", t.list_any(), patterns, pattern)}
            </fieldset>
            <fieldset>
                <legend id="facet-lens">{t.list_lens()}</legend>
                {one_of("lens", "facet-lens", t.list_any(), lenses, seen)}
            </fieldset>
            <fieldset><legend>{t.list_discipline()}</legend>{Discipline::ALL.iter().map(discipline).collect_view()}</fieldset>
            <fieldset><legend>{t.list_language()}</legend>{[Lang::En, Lang::Ja].map(written).collect_view()}</fieldset>
            <fieldset><legend>{t.list_chosen()}</legend>{tick("featured", "1", facets.featured, t.list_featured_only())}</fieldset>
            <p><button class="button small">{t.list_apply()}</button></p>
        </details>
    }
}

/// All industries, one to choose. `labelled`: the id of what names it.
#[component]
pub fn Industries(chosen: String, lang: Lang, labelled: &'static str) -> impl IntoView {
    let all = industry::ALL.iter().map(|one| (one.key, one.name(lang))).collect();
    one_of("industry", labelled, lang.words().companies_all(), all, chosen)
}

/// One to choose of many, or none.
fn one_of(
    name: &'static str,
    labelled: &'static str,
    any: String,
    options: Vec<(&'static str, String)>,
    chosen: String,
) -> impl IntoView {
    let option =
        |(key, shown): (&'static str, String)| view! { <option value=key selected={key == chosen}>{shown}</option> };
    view! {
        <select name=name aria-labelledby=labelled>
            <option value="">{any}</option>
            {options.into_iter().map(option).collect_view()}
        </select>
    }
}

fn tick(name: &'static str, value: &'static str, checked: bool, label: impl IntoView) -> impl IntoView {
    view! { <label><input type="checkbox" name=name value=value checked=checked/>{label.into_view()}</label> }
}

/// The stage as the site's sign: hollow marks for gists, dotted lines for gaps.
fn glyph(stage: Stage) -> impl IntoView {
    let gap = |at: usize| match stage {
        Stage::Bridged => None,
        Stage::Trace => (at == 2).then_some("gap"),
        Stage::Sketch => Some("gap"),
    };
    let mark = |name: &str| if stage == Stage::Sketch { format!("{name} hollow") } else { name.to_owned() };
    view! {
        <svg class="glyph" viewBox="0 0 88 16" aria-hidden="true">
            <line x1="15" y1="8" x2="25" y2="8" class=gap(0)></line>
            <line x1="39" y1="8" x2="49" y2="8" class=gap(1)></line>
            <line x1="63" y1="8" x2="73" y2="8" class=gap(2)></line>
            <use class=mark("shift") href="#m-shift" x="0" y="1" width="14" height="14"></use>
            <use class=mark("task") href="#m-task" x="24" y="1" width="14" height="14"></use>
            <use class=mark("value") href="#m-value" x="48" y="1" width="14" height="14"></use>
            <use class=mark("model") href="#m-model" x="72" y="1" width="14" height="14"></use>
        </svg>
    }
}
