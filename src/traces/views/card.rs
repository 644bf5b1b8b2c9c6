//! A trace in a list: a card of its own, or a strip of one row.

use leptos::prelude::*;

use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::model::Stage;
use crate::traces::model::card::{Author, Card};
use crate::traces::views::choosing;
use crate::traces::views::hits::hits;
use crate::traces::views::map::SmallMap;
use crate::ui::time::Day;

/// How a list shows its traces.
#[derive(Debug, Clone)]
pub struct Look {
    pub lang: Lang,
    pub zone: String,
    /// The level of the titles' headings: 2 or 3.
    pub level: u8,
    /// A search whose hits are marked.
    pub asked: Option<String>,
    /// Each strip can be ticked for [`choosing::button`].
    pub choosing: bool,
}

impl Look {
    #[must_use]
    pub fn of(visit: &Visit, level: u8) -> Self {
        Self { lang: visit.lang, zone: visit.zone().to_owned(), level, asked: None, choosing: false }
    }
}

/// 段階 in the reader's language.
#[must_use]
pub fn stage_name(stage: Stage, lang: Lang) -> String {
    let t = lang.words();
    match stage {
        Stage::Sketch => t.stage_sketch(),
        Stage::Trace => t.stage_trace(),
        Stage::Bridged => t.stage_bridged(),
    }
}

/// Strips under each other: the four pillars align in columns.
#[component]
pub fn Strips(cards: Vec<Card>, look: Look) -> impl IntoView {
    let class = look.asked.is_some().then_some("hits");
    let strips = cards.into_iter().map(|card| strip(card, &look).into_any()).collect_view();
    view! { <ol class=class>{strips}</ol> }
}

/// One row of a list.
fn strip(card: Card, look: &Look) -> impl IntoView {
    let t = look.lang.words();
    let tick = look.choosing.then(|| choosing::tick(&card, t.compare_this()));
    view! {
        <li class="card strip">
            <div class="titles">{heading(&card, look)}{company_link(&card, look, Some("note"))}{tick}</div>
            <SmallMap outline=card.outline.clone() lang=look.lang text_lang=card.language asked=look.asked.clone()/>
            <p class="meta">
                <b>{stage_name(card.stage, look.lang)}</b>
                {card.featured_at.map(|_| view! { <b>{t.card_featured()}</b> })}
                {byline(&card.authors, look.lang, true)}
                {language(card.language, look.lang)}
                <Day time=card.published_at zone=look.zone.clone() lang=look.lang/>
            </p>
        </li>
    }
}

/// A card with its small map, and the reason where it is featured with one.
#[component]
pub fn CardView(card: Card, look: Look) -> impl IntoView {
    let t = look.lang.words();
    let chosen = card.feature.clone().map(|feature| {
        let by = view! {
            <span>{t.card_chosen_by()} {name(&feature.by, look.lang)}", "<Day time=feature.at zone=look.zone.clone() lang=look.lang/></span>
        };
        (view! { <p class="reason">{feature.reason}</p> }, by)
    });
    let (reason, by) = chosen.unzip();
    view! {
        <article class="card">
            <p class="meta">
                {company_link(&card, &look, None)}
                {language(card.language, look.lang)}
                <span>{stage_name(card.stage, look.lang)}</span>
            </p>
            {heading(&card, &look)}
            <SmallMap outline=card.outline.clone() lang=look.lang text_lang=card.language asked=look.asked.clone()/>
            {reason}
            <p class="meta">{byline(&card.authors, look.lang, false)} {by}</p>
        </article>
    }
}

fn heading(card: &Card, look: &Look) -> AnyView {
    let foreign = card.language.foreign(look.lang);
    let link = view! { <a href=card.path()>{hits(card.title.clone(), look.asked.as_deref())}</a> };
    match look.level {
        2 => view! { <h2 lang=foreign>{link}</h2> }.into_any(),
        _ => view! { <h3 lang=foreign>{link}</h3> }.into_any(),
    }
}

fn company_link(card: &Card, look: &Look, class: Option<&'static str>) -> impl IntoView + use<> {
    let company = &card.company;
    let name = company.name(look.lang).to_owned();
    let href = format!("/companies/{}", encoded(&company.slug));
    view! { <a class=class href=href lang=company.foreign(look.lang)>{hits(name, look.asked.as_deref())}</a> }
}

/// A slug or handle as a segment of an address.
#[must_use]
pub fn encoded(segment: &str) -> String {
    url::form_urlencoded::byte_serialize(segment.as_bytes()).collect()
}

/// "English", 「日本語」: each language by its own name, marked where it is not the page's.
pub fn language(written: Lang, lang: Lang) -> impl IntoView {
    let foreign = (written != lang).then(|| written.as_str());
    view! { <span lang=foreign>{written.name()}</span> }
}

/// Who wrote it.
fn byline(authors: &[Author], lang: Lang, with_discipline: bool) -> impl IntoView + use<> {
    let one = move |author: &Author| {
        let discipline =
            (with_discipline && !author.gone).then(|| lang.words().card_discipline(author.discipline.name(lang)));
        view! { <span>{name(author, lang)}{discipline}</span> }
    };
    authors.iter().map(one).collect_view()
}

/// A member's name with the way to their page; nothing leads to one who has left.
pub fn name(author: &Author, lang: Lang) -> AnyView {
    let t = lang.words();
    if author.gone {
        return view! { <span>{t.card_gone()}</span> }.into_any();
    }
    let demo = author.demo.then(|| view! { " " <span class="demo">{t.demo_mark()}</span> });
    view! { <a href=format!("/members/{}", author.handle)>{author.name.clone()}</a> {demo} }.into_any()
}
