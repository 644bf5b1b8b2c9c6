//! The fields of one part with the guide beside them.

use leptos::prelude::*;

use crate::base::error::Problems;
use crate::base::words::Lang;
use crate::traces::model::draft::Content;
use crate::traces::model::guide;
use crate::traces::model::part::PartKey;
use crate::traces::pages::edit::typed;
use crate::traces::views::map::Mark;
use crate::ui::form::TextArea;

/// A pillar or a bridge.
pub fn part(lang: Lang, key: PartKey, content: &Content, problems: &Problems) -> impl IntoView {
    if key.is_bridge() {
        bridge(lang, key, content, problems).into_any()
    } else {
        pillar(lang, key, content, problems).into_any()
    }
}

fn pillar(lang: Lang, key: PartKey, content: &Content, problems: &Problems) -> impl IntoView {
    let t = lang.words();
    let guide = guide::of(key, lang);
    let part = content.part(key);
    let written = !part.body.is_empty();
    let text_lang = content.language.as_str();
    let example =
        guide.example_body.split("\n\n").map(|paragraph| view! { <p>{paragraph.trim().to_owned()}</p> }).collect_view();
    view! {
        <section class=format!("pillar {key}") id=format!("part-{key}") aria-labelledby=format!("{key}-name")>
            <h2 id=format!("{key}-name")>
                <Mark key=key hollow=!written/> " " {key.name(lang)} " " <span class="ask">{guide.question}</span>
            </h2>
            <details class="angles">
                <summary>{t.write_angles()}</summary>
                <p class="hint">{guide.help} " " {t.write_angles_hint()}</p>
                <ul>{guide.angles.into_iter().map(|angle| view! { <li>{angle}</li> }).collect_view()}</ul>
            </details>
            <details class="example">
                <summary>{t.write_example()}</summary>
                <p class="gist">{guide.example_gist}</p>
                {example}
                <p><b>{t.write_too_simple()}</b> " " {guide.too_simple}</p>
            </details>
            <div class="form">
                <TextArea t=t problems=problems.clone() name=format!("{key}.gist") label=t.write_gist() hint=t.write_gist_hint()
                    value=part.gist class="one" lang=text_lang/>
                <p class="note num" id=format!("{key}-left")></p>
                <TextArea t=t problems=problems.clone() name=format!("{key}.body") label=t.write_body() hint=t.write_body_hint()
                    value=part.body class="body" lang=text_lang/>
                {typed::fields(lang, key, content, problems, false)}
            </div>
        </section>
    }
}

fn bridge(lang: Lang, key: PartKey, content: &Content, problems: &Problems) -> impl IntoView {
    let t = lang.words();
    let guide = guide::of(key, lang);
    let part = content.part(key);
    let class = if part.body.is_empty() { "span" } else { "span said" };
    view! {
        <section class=class id=format!("part-{key}") aria-label=t.write_bridge_name(key.name(lang))>
            <TextArea t=t problems=problems.clone() name=format!("{key}.body") label=guide.question
                hint=guide.help value=part.body class="one" lang=content.language.as_str()/>
            <details class="example"><summary>{t.write_example()}</summary><p>{guide.example_gist}</p></details>
        </section>
    }
}
