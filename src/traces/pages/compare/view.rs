//! The columns.

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::traces::model::part::{BRIDGES, PILLARS, PartKey};
use crate::traces::pages::compare::{Column, facts};
use crate::traces::pages::sources;
use crate::traces::views::card::{encoded, name};
use crate::traces::views::map::Mark;
use crate::ui::time::Day;

/// The page: who stands where, the facts, the gists, the texts, the sources.
pub fn view(visit: &Visit, columns: &[Column]) -> impl IntoView + use<> {
    let t = visit.t();
    let glance = in_page_order().map(|key| glance(visit, columns, key).into_any()).collect_view();
    let texts = PartKey::ALL.iter().filter(|key| !key.is_bridge() && columns.iter().any(|column| says(column, **key)));
    let texts = texts.map(|key| text(visit, columns, *key).into_any()).collect_view();
    view! {
        <div class="title">
            <h1>{t.compare_title(columns.len() as i64)}</h1>
        </div>
        <div class=format!("columns of-{}", columns.len())>
            {heads(visit, columns).into_any()}
            {facts::table(visit, columns).into_any()}
            <section class="band" aria-labelledby="glance">
                <div class="head"><h2 id="glance">{t.compare_glance()}</h2></div>
                {glance}
            </section>
            <section class="band" aria-labelledby="texts">
                <div class="head"><h2 id="texts">{t.compare_texts()}</h2></div>
                {texts}
            </section>
            {cited(visit, columns).into_any()}
        </div>
    }
}

/// Shift, bridge, task, bridge, value, bridge, model.
fn in_page_order() -> impl Iterator<Item = PartKey> {
    PartKey::ALL.iter().copied().filter(|key| PILLARS.contains(key) || BRIDGES.contains(key))
}

/// Whether there is more of a part than what stands at a glance.
fn says(column: &Column, key: PartKey) -> bool {
    let part = column.content.part(key);
    !part.body.trim().is_empty() || !part.fields.is_none() || !PILLARS.contains(&key) && !part.is_empty()
}

/// Who stands in which column; stays in sight where the columns stand side by side.
fn heads(visit: &Visit, columns: &[Column]) -> impl IntoView + use<> {
    let lang = visit.lang;
    let one = |column: &Column| {
        let card = &column.card;
        let company = format!("/companies/{}", encoded(&card.company.slug));
        view! {
            <li>
                <p class="who"><b>{column.letter.to_string()}</b> <a href=card.path() lang=column.foreign(lang)>{card.title.clone()}</a></p>
                <p class="meta">
                    <a href=company lang=card.company.foreign(lang)>{card.company.name(lang).to_owned()}</a>
                    {card.authors.iter().map(|author| view! { <span>{name(author, lang)}</span> }).collect_view()}
                    <Day time=card.revised_at zone=visit.zone() lang=lang/>
                </p>
            </li>
        }
    };
    view! { <ol class="cells heads" aria-label=visit.t().compare_who()>{columns.iter().map(one).collect_view()}</ol> }
}

/// One row: the part's name, and in each column what `cell` makes of the trace.
fn row(visit: &Visit, columns: &[Column], key: PartKey, at: &str, cell: impl Fn(&Column) -> AnyView) -> AnyView {
    let id = format!("{at}-{key}");
    let mark = (!key.is_bridge()).then(|| view! { <Mark key=key/> " " });
    let cells = columns.iter().map(|column| {
        view! { <li>{whose(visit, column)} {cell(column)}</li> }
    });
    view! {
        <div class=format!("across {key}")>
            <h3 id=id>{mark}{key.name(visit.lang)}</h3>
            <ol class="cells">{cells.collect_view()}</ol>
        </div>
    }
    .into_any()
}

/// The column's letter and title above each cell: for the ear, and where the columns are stacked.
fn whose(visit: &Visit, column: &Column) -> impl IntoView + use<> {
    view! {
        <p class="who"><b>{column.letter.to_string()}</b> " " <span lang=column.foreign(visit.lang)>{column.card.title.clone()}</span></p>
    }
}

/// The gists of a pillar, or the sentences of a bridge.
fn glance(visit: &Visit, columns: &[Column], key: PartKey) -> impl IntoView + use<> {
    let (t, lang) = (visit.t(), visit.lang);
    row(visit, columns, key, "glance", |column| {
        let said = if key.is_bridge() {
            column.html(key).map(|html| view! { <div inner_html=html></div> }.into_any())
        } else {
            Some(column.content.part(key).gist).filter(|gist| !gist.is_empty()).map(IntoAny::into_any)
        };
        match said {
            Some(said) => view! { <div class="gist" lang=column.foreign(lang)>{said}</div> }.into_any(),
            None if key.is_bridge() => view! { <p class="gap-said">{t.map_gap()}</p> }.into_any(),
            None => view! { <p class="unsaid">{t.map_unsaid()}</p> }.into_any(),
        }
    })
}

/// A part in full: what a lens says in one sentence, its typed fields line by line, its text.
fn text(visit: &Visit, columns: &[Column], key: PartKey) -> impl IntoView + use<> {
    let (t, lang) = (visit.t(), visit.lang);
    row(visit, columns, key, "text", |column| {
        if !says(column, key) {
            return view! { <p class="unsaid">{t.compare_unwritten()}</p> }.into_any();
        }
        let (part, foreign) = (column.content.part(key), column.foreign(lang));
        let gist = (!PILLARS.contains(&key) && !part.gist.is_empty())
            .then(|| view! { <p class="gist" lang=foreign>{part.gist.clone()}</p> });
        let lines = part.fields.lines(lang);
        let lines = (!lines.is_empty()).then(|| {
            let items = lines.into_iter().map(|line| view! { <li lang=foreign>{line}</li> }).collect_view();
            view! { <ul class="note lines">{items}</ul> }
        });
        let html = column.html(key).map(|html| view! { <div class="prose" lang=foreign inner_html=html></div> });
        view! { {gist} {lines} {html} }.into_any()
    })
}

/// The sources of each trace; nothing where none has any.
fn cited(visit: &Visit, columns: &[Column]) -> Option<impl IntoView + use<>> {
    let t = visit.t();
    columns.iter().any(|column| !column.content.sources.is_empty()).then(|| {
        let cells = columns.iter().map(|column| {
            let items = column.content.sources.iter().map(|source| {
                let id = format!("{}source-{}", column.prefix(), source.key);
                view! { <li id=id>{sources::short(visit.lang, column.foreign(visit.lang), source)}</li> }
            });
            let list = if column.content.sources.is_empty() {
                view! { <p class="unsaid">{t.compare_no_sources()}</p> }.into_any()
            } else {
                view! { <ol class="sources">{items.collect_view()}</ol> }.into_any()
            };
            view! { <li>{whose(visit, column)} {list}</li> }
        });
        view! {
            <section class="band across" aria-labelledby="cited">
                <div class="head"><h2 id="cited">{t.reading_sources()}</h2></div>
                <ol class="cells">{cells.collect_view()}</ol>
            </section>
        }
    })
}
