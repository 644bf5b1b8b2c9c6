//! The walk down the plumb line: each pillar with its text, the bridges between them, and in the
//! margin the sources and remarks of each part.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::traces::model::citation::unknown;
use crate::traces::model::part::{BRIDGES, PILLARS, PartKey};
use crate::traces::pages::reading::Reading;
use crate::traces::pages::{lenses, sources};
use crate::traces::views::hands;
use crate::traces::views::map::LargeMark;

/// `margin`: remarks on a part, as finished HTML.
pub fn walk(visit: &Visit, reading: &Reading, margin: &BTreeMap<PartKey, String>) -> impl IntoView {
    let mut bridges = BRIDGES.into_iter();
    let legs = PILLARS.into_iter().map(|key| {
        let next = bridges.next();
        let remarks = |key| margin.get(&key).map_or("", String::as_str);
        let gap = next.map(|bridge| is_gap(reading, bridge));
        view! {
            {pillar(visit, reading, key, gap, remarks(key)).into_any()}
            {next.map(|bridge| leg(visit, reading, bridge, remarks(bridge)).into_any())}
        }
    });
    view! { <div class="walk">{legs.collect_view()}</div> }
}

fn is_gap(reading: &Reading, bridge: PartKey) -> bool {
    reading.part(bridge).is_none_or(|part| part.body.trim().is_empty())
}

/// `gap`: whether the bridge that leaves it is missing; none below the last pillar.
fn pillar(visit: &Visit, reading: &Reading, key: PartKey, gap: Option<bool>, remarks: &str) -> impl IntoView {
    let (lang, foreign) = (visit.lang, reading.foreign(visit.lang));
    let class = match gap {
        None => format!("leg {key} end"),
        Some(true) => format!("leg {key} gap"),
        Some(false) => format!("leg {key}"),
    };
    let part = reading.part(key);
    let (gist, html) = part.map(|p| (p.gist.clone(), p.html.clone())).unwrap_or_default();
    let said = !gist.is_empty();
    let written = part.is_some_and(|p| !p.body.trim().is_empty());
    let (name, labelled_by) = (format!("{key}-name"), format!("{key}-name"));
    view! {
        <section class=class id=key.as_str() aria-labelledby=labelled_by>
            <LargeMark key=key hollow=!written/>
            <div class="main">
                <h2 id=name>{key.name(lang)}</h2>
                {if said {
                    view! { <p class="gist" lang=foreign>{gist}</p> }.into_any()
                } else {
                    view! { <p class="gist unsaid">{visit.t().map_unsaid()}</p> }.into_any()
                }}
                {lenses::facts(visit, reading, key)}
                {(!html.is_empty()).then(|| view! { <div class="prose" lang=foreign inner_html=html></div> })}
            </div>
            {aside(visit, reading, key, remarks)}
        </section>
    }
}

/// What stands on the line between two pillars: why the one leads to the other, or the question.
fn leg(visit: &Visit, reading: &Reading, key: PartKey, remarks: &str) -> impl IntoView {
    let (t, lang, foreign) = (visit.t(), visit.lang, reading.foreign(visit.lang));
    let aside = aside(visit, reading, key, remarks);
    let Some(part) = reading.part(key).filter(|p| !p.body.trim().is_empty()) else {
        let say = reading.trace.is_author.then(|| {
            view! { " " <a href=format!("{}#part-{key}", reading.edit_path())>{t.map_say_it()}</a> }
        });
        return view! {
            <div class="leg said gap" id=key.as_str()>
                <p class="main"><b>{t.map_gap()}</b> {key.question(lang)} {say}</p>
                {aside}
            </div>
        }
        .into_any();
    };
    let because = t.map_because();
    let main = match sentence(&part.html) {
        Some(inner) => {
            view! { <p class="main"><b>{because}</b> " " <span lang=foreign inner_html=inner></span></p> }.into_any()
        }
        None => {
            view! { <div class="main"><b>{because}</b> <div lang=foreign inner_html=part.html.clone()></div></div> }
                .into_any()
        }
    };
    view! { <div class="leg said" id=key.as_str()>{main} {aside}</div> }.into_any()
}

/// The inside of the one paragraph that a bridge nearly always is.
fn sentence(html: &str) -> Option<String> {
    let inner = html.trim().strip_prefix("<p>")?.strip_suffix("</p>")?;
    (!inner.contains("<p>")).then(|| inner.to_owned())
}

/// The margin of a part: its sources, what it cites in vain, and remarks on it.
pub(super) fn aside(visit: &Visit, reading: &Reading, key: PartKey, remarks: &str) -> Option<impl IntoView + use<>> {
    let t = visit.t();
    let notes: Vec<_> = sources::of_part(visit, reading, key);
    let missing = reading.part(key).map(|p| unknown(&p.html)).unwrap_or_default();
    let missing = (!missing.is_empty()).then(|| {
        // The keys stand in stored HTML and so are escaped already.
        let keys = missing.iter().map(|k| format!("[^{k}]")).collect::<Vec<_>>().join(" ");
        let help = t.reading_unknown_source_help(keys);
        view! { <p class="aside-note note"><b>{t.reading_unknown_source()}</b> " " <span inner_html=help></span></p> }
    });
    let hands = hands::of_part(&reading.hands, key, visit.lang);
    if notes.is_empty() && missing.is_none() && remarks.is_empty() && hands.is_none() {
        return None;
    }
    let remarks = (!remarks.is_empty()).then(|| view! { <div inner_html=remarks.to_owned()></div> });
    Some(view! { <aside aria-label=t.reading_margin(key.name(visit.lang))>{hands} {notes} {missing} {remarks}</aside> })
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_bridge_of_one_paragraph_stands_in_the_line() {
        assert_eq!(sentence("<p>because <em>so</em></p>\n").as_deref(), Some("because <em>so</em>"));
        assert_eq!(sentence("<p>a</p>\n<p>b</p>"), None);
        assert_eq!(sentence("<ul><li>a</li></ul>"), None);
    }
}
