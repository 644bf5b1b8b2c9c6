//! マップ: the drawn trace. An ordered list whose marks and strokes are SVG and whose words are
//! words: it wraps, zooms, translates, prints, and reads aloud in order. Wide it runs left to
//! right, narrow it hangs down; see `style/map.css`.

use leptos::prelude::*;

use crate::base::words::Lang;
use crate::traces::model::outline::{Outline, Station};
use crate::traces::model::part::{BRIDGES, PILLARS, PartKey};
use crate::traces::views::hits::hits;

/// The large map, as on a trace's own page. `text_lang`: the language the trace is written in;
/// `say`: where an author can close a gap; `linked`: its names lead to the parts on the same page;
/// `brief`: drawn so that a phone's first screen holds it.
#[component]
pub fn Map(
    outline: Outline,
    lang: Lang,
    text_lang: Lang,
    say: Option<String>,
    #[prop(optional)] linked: bool,
    #[prop(optional)] brief: bool,
) -> impl IntoView {
    let foreign = (lang != text_lang).then(|| text_lang.as_str());
    let items = in_order(outline).map(move |item| match item {
        Item::Station(key, station) => large_station(key, station, lang, foreign, linked).into_any(),
        Item::Bridge(key, why) => large_bridge(key, why, lang, foreign, say.clone()).into_any(),
    });
    let class = if brief { "drawn map brief" } else { "drawn map" };
    view! { <div class=class><ol>{items.collect_view()}</ol></div> }
}

/// The small map of cards: marks, strokes and gists. `asked`: a search whose hits are marked.
#[component]
pub fn SmallMap(
    outline: Outline,
    lang: Lang,
    text_lang: Lang,
    #[prop(optional_no_strip)] asked: Option<String>,
) -> impl IntoView {
    let foreign = (lang != text_lang).then(|| text_lang.as_str());
    let t = lang.words();
    let items = in_order(outline).map(move |item| match item {
        Item::Station(key, station) => view! {
            <li class=format!("station {key}")>
                <Mark key=key hollow=!station.written/>
                <div><span class="vh">{t.map_label(key.name(lang))}</span><p class="gist" lang=foreign>{hits(station.gist, asked.as_deref())}</p></div>
            </li>
        }
        .into_any(),
        Item::Bridge(_, why) => view! {
            <li class=if why.is_empty() { "bridge gap" } else { "bridge" }>
                <Pen tip=false/>
                <span class="vh">{if why.is_empty() { t.map_bridge_missing() } else { t.map_bridge_said() }}</span>
            </li>
        }
        .into_any(),
    });
    view! { <div class="map small"><ol>{items.collect_view()}</ol></div> }
}

/// A pillar's mark in running text.
#[component]
pub fn Mark(key: PartKey, #[prop(optional)] hollow: bool) -> impl IntoView {
    let class = if hollow { "mark hollow" } else { "mark" };
    view! { <svg class=class viewBox="0 0 24 24" aria-hidden="true"><use href=format!("#m-{key}")></use></svg> }
}

/// A pillar's mark with its registration cross.
#[component]
pub fn LargeMark(key: PartKey, #[prop(optional)] hollow: bool) -> impl IntoView {
    let class = if hollow { "mark lg hollow" } else { "mark lg" };
    view! {
        <svg class=class viewBox="-3 -3 30 30" aria-hidden="true">
            <use class="frame" href="#m-frame" width="24" height="24"></use>
            <use href=format!("#m-{key}") x="4.5" y="4.5" width="15" height="15"></use>
        </svg>
    }
}

enum Item {
    Station(PartKey, Station),
    Bridge(PartKey, String),
}

/// Shift, bridge, task, bridge, value, bridge, model: the order in which a trace is read.
fn in_order(outline: Outline) -> impl Iterator<Item = Item> {
    let mut bridges = BRIDGES.into_iter().zip(outline.bridges);
    PILLARS.into_iter().zip(outline.stations).flat_map(move |(key, station)| {
        let bridge = bridges.next().map(|(key, why)| Item::Bridge(key, why));
        std::iter::once(Item::Station(key, station)).chain(bridge)
    })
}

fn large_station(
    key: PartKey,
    station: Station,
    lang: Lang,
    foreign: Option<&'static str>,
    linked: bool,
) -> impl IntoView {
    let empty = station.gist.is_empty();
    let name = key.name(lang);
    let name = if linked { view! { <a href=format!("#{key}")>{name}</a> }.into_any() } else { name.into_any() };
    view! {
        <li class=format!("station {key}")>
            <LargeMark key=key hollow=!station.written/>
            <div>
                <p class="name">{name} " " <span class="ask">{key.question(lang)}</span></p>
                {if empty {
                    view! { <p class="gist unsaid">{lang.words().map_unsaid()}</p> }.into_any()
                } else {
                    view! { <p class="gist" lang=foreign>{station.gist}</p> }.into_any()
                }}
            </div>
        </li>
    }
}

fn large_bridge(
    key: PartKey,
    why: String,
    lang: Lang,
    foreign: Option<&'static str>,
    say: Option<String>,
) -> impl IntoView {
    let t = lang.words();
    if why.is_empty() {
        let link = say.map(|edit| view! { " " <a href=format!("{edit}#part-{key}")>{t.map_say_it()}</a> });
        return view! {
            <li class="bridge gap">
                <Pen tip=false/>
                <p class="why"><b>{t.map_gap()}</b> " " {key.question(lang)} {link}</p>
            </li>
        }
        .into_any();
    }
    view! {
        <li class="bridge">
            <Pen tip=true/>
            <p class="why"><b>{t.map_because()}</b> " " <span lang=foreign>{why}</span></p>
        </li>
    }
    .into_any()
}

/// The stroke between two stations: one line for wide maps, one for narrow.
#[component]
fn Pen(tip: bool) -> impl IntoView {
    let tip = tip.then_some("url(#tip)");
    view! {
        <svg class="pen" aria-hidden="true">
            <line class="h" x1="0" y1="1" x2="100%" y2="1" marker-end=tip></line>
            <line class="v" x1="1" y1="0" x2="1" y2="100%" marker-end=tip></line>
        </svg>
    }
}
