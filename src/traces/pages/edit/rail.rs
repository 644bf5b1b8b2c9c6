//! Beside the form: the map so far, what would add most now, the outline, the depth check, the preview.

use leptos::prelude::*;

use crate::base::words::{Lang, Words};
use crate::traces::model::depth::{self, Finding, Rule};
use crate::traces::model::draft::Content;
use crate::traces::model::growth::Grown;
use crate::traces::model::outline::Outline;
use crate::traces::model::part::{PILLARS, PartKey};
use crate::traces::views::growth;
use crate::traces::views::map::{Mark, SmallMap};
use crate::ui::form::field_id;
use crate::ui::render::html;

/// Findings of one rule shown at once; the others wait, and are counted.
const MOST: usize = 5;

/// With what [`beside`] made before the page around it was rendered.
pub fn rail(t: &Words, [grown, check]: [String; 2]) -> impl IntoView + use<> {
    view! {
        <nav class="rail" aria-label=t.write_rail()>
            <div class="stack">
                <div class="stack" id="grown" inner_html=grown></div>
                <div id="depth" class="stack" inner_html=check></div>
                <div class="example" id="preview" hidden><h3>{t.write_preview()}</h3><div id="preview-text"></div></div>
            </div>
        </nav>
    }
}

/// What stands beside the form and is placed anew with each save: how far it has grown, and the check.
#[must_use]
pub fn beside(lang: Lang, content: &Content) -> [String; 2] {
    [grown(lang, content), check(lang, content)]
}

/// The map so far, the one part that would add most, and the outline.
fn grown(lang: Lang, content: &Content) -> String {
    let t = lang.words();
    let grown = Grown::from(content);
    let listed = |key: &&PartKey| !key.is_lens() && !key.is_hypothesis() || content.parts.contains_key(key);
    html(|| {
        view! {
            <p class="note">{t.write_rail_map()}</p>
            <SmallMap outline=Outline::of(content) lang=lang text_lang=content.language/>
            {growth::offer(lang, grown.offer(), "")}
            <ol class="outline">{PartKey::ALL.iter().filter(listed).map(|key| line(lang, content, &grown, *key)).collect_view()}</ol>
        }
    })
}

/// A part's name and what it still lacks.
fn line(lang: Lang, content: &Content, grown: &Grown, key: PartKey) -> impl IntoView + use<> {
    let t = lang.words();
    let part = content.part(key);
    let (gist, text) = (!part.gist.trim().is_empty(), !part.body.trim().is_empty());
    let pillar = PILLARS.contains(&key);
    let lacks = match (pillar, gist, text) {
        (true, false, _) => Some(t.depth_lacks_gist()),
        (true, true, false) => Some(t.depth_lacks_text()),
        (false, _, false) if key.is_bridge() => Some(t.depth_lacks_bridge()),
        _ => Some(grown.unsourced(key)).filter(|count| *count > 0).map(|count| t.depth_lacks_sources(count as i64)),
    };
    let mark = pillar.then(|| view! { <Mark key=key hollow=!text/> " " });
    view! {
        <li class=key.is_bridge().then_some("joint")>
            <a href=format!("#part-{key}")>{mark}{key.name(lang)}</a> " "
            {lacks.map(|lacks| view! { <span class="note">{lacks}</span> })}
        </li>
    }
}

/// 点検: what the rules point at, by rule, each with why it matters. Never more than a hint.
fn check(lang: Lang, content: &Content) -> String {
    let t = lang.words();
    let findings = depth::check(content);
    let by_rule = Rule::ALL.iter().map(|rule| {
        let found: Vec<&Finding> = findings.iter().filter(|finding| finding.rule == *rule).collect();
        (!found.is_empty()).then(|| section(lang, content.language, *rule, &found).into_any())
    });
    html(|| {
        view! {
            <h3>{t.depth_title()}</h3>
            {findings.is_empty().then(|| view! { <p class="note">{t.depth_nothing()}</p> })}
            {by_rule.collect_view()}
            <p class="note">{t.depth_help()}</p>
        }
    })
}

fn section(lang: Lang, text_lang: Lang, rule: Rule, found: &[&Finding]) -> impl IntoView + use<> {
    let t = lang.words();
    let foreign = (lang != text_lang).then(|| text_lang.as_str());
    let one = |finding: &&Finding| {
        let (key, words) = (finding.key, finding.words.clone());
        let place = match finding.field {
            "" => format!("part-{key}"),
            field => field_id(&format!("{key}.{field}")),
        };
        let words = (!words.is_empty()).then(|| view! { " " <q lang=foreign>{words}</q> });
        view! { <li><a href=format!("#{place}")>{key.name(lang)}</a>{words}</li> }
    };
    let more = found.len().saturating_sub(MOST);
    view! {
        <div class="pencil">
            <p><b>{name(t, rule)}</b> " " {why(t, rule)}</p>
            <ul>{found.iter().take(MOST).map(one).collect_view()}</ul>
            {(more > 0).then(|| view! { <p class="note">{t.depth_more(more as i64)}</p> })}
        </div>
    }
}

fn name(t: &Words, rule: Rule) -> String {
    match rule {
        Rule::Tactic => t.depth_tactic(),
        Rule::Number => t.depth_number(),
        Rule::Bridge => t.depth_bridge(),
    }
}

fn why(t: &Words, rule: Rule) -> String {
    match rule {
        Rule::Tactic => t.depth_tactic_why(),
        Rule::Number => t.depth_number_why(),
        Rule::Bridge => t.depth_bridge_why(),
    }
}
