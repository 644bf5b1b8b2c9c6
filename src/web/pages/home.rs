//! `/`: what a trace is, drawn; the line to begin with; featured and latest traces.

use leptos::prelude::*;
use serde_json::json;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::words::Lang;
use crate::members::model::Viewer;
use crate::members::visit::Visit;
use crate::traces::model::Stage;
use crate::traces::model::card::{self, After, Card, Facets};
use crate::traces::model::part::PartKey;
use crate::traces::store::cards;
use crate::traces::views::card::{CardView, Look, Strips, name, stage_name};
use crate::traces::views::map::{Map, Mark};
use crate::ui::page::{Answer, Page};
use crate::ui::time::Day;
use crate::web::pages::example;

const FEATURED: usize = 3;
const LATEST: usize = 6;

/// What the page shows.
struct Shown {
    /// The drawn trace, in the page's language; none where there is none.
    hero: Option<Card>,
    featured: Vec<Card>,
    latest: Vec<Card>,
}

pub async fn show(visit: Visit) -> Answer {
    let mut conn = visit.app.db.read().await?;
    let shown = read(&mut conn, &visit.viewer, visit.lang).await?;
    drop(conn);
    let t = visit.t();
    let every: Vec<Card> = shown.hero.iter().chain(&shown.featured).chain(&shown.latest).cloned().collect();
    let mut page = Page::new(t.home_title(), || view(&visit, shown));
    page.head.json_ld = Some(json_ld(&visit));
    Ok(page.describe(t.claim_body()).public("/", card::tags(&every)).feed("/feeds/traces.atom"))
}

async fn read(conn: &mut Conn, viewer: &Viewer, lang: Lang) -> Result<Shown> {
    let featured = cards::featured(conn, viewer, After::START, FEATURED).await?.cards;
    let latest = cards::latest(conn, viewer, &Facets::default(), After::START, LATEST).await?.cards;
    let hero = match featured.iter().find(|card| card.language == lang) {
        Some(card) => Some(card.clone()),
        None => hero(conn, viewer, lang).await?,
    };
    Ok(Shown { hero, featured, latest })
}

/// The drawing must be read at once: in the page's language, featured before bridged.
async fn hero(conn: &mut Conn, viewer: &Viewer, lang: Lang) -> Result<Option<Card>> {
    let featured = Facets { languages: vec![lang], featured: true, ..Facets::default() };
    let bridged = Facets { languages: vec![lang], stages: vec![Stage::Bridged], ..Facets::default() };
    for facets in [featured, bridged] {
        // More than one: some may be kept from the viewer.
        let found = cards::latest(conn, viewer, &facets, After::START, LATEST).await?.cards;
        if let Some(card) = found.into_iter().next() {
            return Ok(Some(card));
        }
    }
    Ok(None)
}

fn view(visit: &Visit, shown: Shown) -> impl IntoView {
    let t = visit.t();
    let featured = shown.featured;
    let bands = (!featured.is_empty()).then(|| {
        let look = Look::of(visit, 3);
        let cards = featured.into_iter().map(move |card| view! { <CardView card=card look=look.clone()/> });
        view! {
            <section class="band" aria-labelledby="featured">
                <div class="head"><h2 id="featured">{t.home_featured()}</h2><p class="note"><a href="/featured">{t.home_featured_all()}</a></p></div>
                <div class="thirds">{cards.collect_view()}</div>
            </section>
        }
    });
    view! {
        {claim(visit.lang).into_any()}
        {sheet(visit, shown.hero).into_any()}
        <section class="band" aria-labelledby="start">
            <div class="head"><h2 id="start">{t.home_start()}</h2><p class="note">{t.home_start_text()}</p></div>
            <FillIn lang=visit.lang/>
        </section>
        {bands}
        <section class="band" aria-labelledby="latest">
            <div class="head"><h2 id="latest">{t.home_latest()}</h2><p class="note"><a href="/traces">{t.home_latest_all()}</a></p></div>
            {if shown.latest.is_empty() {
                view! { <div class="empty"><p><b>{t.home_empty()}</b></p><p>{t.home_empty_help()}</p></div> }.into_any()
            } else {
                view! { <Strips cards=shown.latest look=Look::of(visit, 3)/> }.into_any()
            }}
        </section>
    }
}

fn claim(lang: Lang) -> impl IntoView {
    let t = lang.words();
    view! {
        <div class="claim">
            <h1>{t.claim_title()}</h1>
            <div class="stack">
                <p class="not"><s>{t.claim_not()}</s> " " <em>{t.claim_not_label()}</em></p>
                <p class="lede">{t.home_lede()}<span class="more">{t.home_lede_more()}</span>{t.home_lede_end()}</p>
                <p class="row"><a class="button go" href="#start">{t.home_draw()}</a> <a href="/traces">{t.home_read()}</a></p>
            </div>
        </div>
    }
}

/// The drawn trace: a real one where there is one.
fn sheet(visit: &Visit, hero: Option<Card>) -> impl IntoView {
    let (t, lang) = (visit.t(), visit.lang);
    let (outline, written, block) = match hero {
        None => {
            let block = view! { <div><dt>{t.home_example()}</dt><dd>{t.home_example_text()}</dd></div> }.into_any();
            (example::outline(lang), lang, block)
        }
        Some(card) => (card.outline.clone(), card.language, block(visit, card).into_any()),
    };
    view! {
        <figure class="sheet" aria-label=t.home_sheet()>
            <Map outline=outline lang=lang text_lang=written say=None brief=true/>
            <figcaption><dl class="block">{block}</dl></figcaption>
        </figure>
        <p class="legend note">
            <span><svg aria-hidden="true"><line x2="100%" y1="1" y2="1"></line></svg>{t.home_legend_said()}</span> " "
            <span><svg class="gap" aria-hidden="true"><line x2="100%" y1="1" y2="1"></line></svg>{t.home_legend_gap()}</span>
        </p>
    }
}

fn block(visit: &Visit, card: Card) -> impl IntoView {
    let (t, lang) = (visit.t(), visit.lang);
    let foreign = card.language.foreign(lang);
    let authors = card.authors.iter().map(|a| view! { <span>{name(a, lang)}</span> " " }).collect_view();
    view! {
        <div><dt>{card.company.name(lang).to_owned()}</dt><dd lang=foreign><a href=card.path()>{card.title.clone()}</a></dd></div>
        <div><dt>{t.home_drawn_by()}</dt><dd>{authors}</dd></div>
        <div><dt>{t.home_stage()}</dt><dd>{t.home_stage_said(card.outline.said() as i64, stage_name(card.stage, lang))}</dd></div>
        <div><dt>{t.home_revised()}</dt><dd class="num"><Day time=card.revised_at zone=visit.zone() lang=lang/></dd></div>
    }
}

/// A hole of the fill-in line: the field's name, its pillar, label and placeholder.
type Hole = (&'static str, Option<PartKey>, String, String);

/// The line to fill in, in the order of each language's grammar. It leads to the new trace's page.
#[component]
fn FillIn(lang: Lang) -> impl IntoView {
    let t = lang.words();
    let who: Hole = ("who", Some(PartKey::Task), t.fill_who_label(), t.fill_who_placeholder());
    let task: Hole = ("task", Some(PartKey::Task), t.fill_task_label(), t.fill_task_placeholder());
    let from: Hole = ("from", Some(PartKey::Shift), t.fill_from_label(), t.fill_from_placeholder());
    let to: Hole = ("to", Some(PartKey::Shift), t.fill_to_label(), t.fill_to_placeholder());
    let value: Hole = ("value", Some(PartKey::Value), t.fill_value_label(), t.fill_value_placeholder());
    let company: Hole = ("company", None, t.fill_company_label(), t.fill_company_placeholder());
    let model: Hole = ("model", Some(PartKey::Model), t.fill_model_label(), t.fill_model_placeholder());
    let holes = match lang {
        Lang::En => [who, task, from, to, value, company, model],
        Lang::Ja => [from, to, who, task, value, company, model],
    };
    let words = [t.fill_s2(), t.fill_s3(), t.fill_s4(), t.fill_s5(), t.fill_s6(), t.fill_s7(), t.fill_s8()];
    let one = |((name, pillar, label, placeholder), after): (Hole, String)| {
        let mark = pillar.map(|key| view! { <Mark key=key/> });
        view! {
            <label class=pillar.map(PartKey::as_str)>
                {mark} <span class="vh">{label}</span>
                <input name=name placeholder=placeholder autocomplete="off"/>
            </label>
            {after}
        }
    };
    view! {
        <form class="fill" action="/traces/new" method="get">
            {t.fill_s1()} {holes.into_iter().zip(words).map(one).collect_view()} " "
            <button class="button go">{t.home_draw_it()}</button>
        </form>
    }
}

fn json_ld(visit: &Visit) -> serde_json::Value {
    json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": visit.t().site_name(),
        "url": visit.app.config.link("/"),
        "description": visit.t().claim_body(),
        "inLanguage": ["ja", "en"],
        "potentialAction": {
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint", "urlTemplate": visit.app.config.link("/search?q={q}") },
            "query-input": "required name=q",
        },
    })
}
