//! Lenses and hypotheses beside the pillars: each folded until it is wanted.

use leptos::prelude::*;

use crate::base::error::Problems;
use crate::base::words::Lang;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::guide;
use crate::traces::model::part::{HYPOTHESES, LENSES, PartKey};
use crate::traces::pages::edit::typed;
use crate::ui::form::TextArea;

/// Every lens, then the hypotheses. `asked`: the part for which one more row is asked.
pub fn section(lang: Lang, content: &Content, problems: &Problems, asked: Option<PartKey>) -> impl IntoView {
    let t = lang.words();
    let one = |key: &PartKey| part(lang, *key, content, problems, asked == Some(*key)).into_any();
    view! {
        <section class="band" id="lenses" aria-labelledby="lenses-name">
            <div class="head"><h2 id="lenses-name">{t.edit_lenses()}</h2><p class="note">{t.edit_lenses_hint()}</p></div>
            {LENSES.iter().map(one).collect_view()}
        </section>
        <section class="band" id="hypotheses" aria-labelledby="hypotheses-name">
            <div class="head"><h2 id="hypotheses-name">{t.edit_hypotheses()}</h2><p class="note">{t.edit_hypotheses_hint()}</p></div>
            {HYPOTHESES.iter().map(one).collect_view()}
        </section>
        {typed::source_keys(content)}
    }
}

fn part(lang: Lang, key: PartKey, content: &Content, problems: &Problems, more: bool) -> impl IntoView {
    let t = lang.words();
    let guide = guide::of(key, lang);
    let written = content.part(key);
    let prefix = format!("{key}.");
    let wrong = problems.iter().any(|(name, _)| name.starts_with(&prefix));
    let open = more || wrong || written != PartText::default();
    let text_lang = content.language.as_str();
    let said = if key.is_hypothesis() { [t.edit_would(), t.edit_because()] } else { [t.write_gist(), t.write_body()] };
    let [gist, body] = said;
    view! {
        <details class="lens-form" id=format!("part-{key}") open=open>
            <summary><b>{key.name(lang)}</b> " " <span class="ask">{guide.question}</span></summary>
            <div class="lens-guide">
                <ul>{guide.angles.into_iter().map(|angle| view! { <li>{angle}</li> }).collect_view()}</ul>
                <p>{guide.help}</p>
                <p>{guide.too_simple}</p>
                <details class="example"><summary>{t.write_example()}</summary><p>{guide.example_body}</p></details>
            </div>
            {(key == PartKey::Own).then(|| view! { <p class="pencil">{t.edit_own_private()}</p> })}
            <div class="form">
                <TextArea t=t problems=problems.clone() name=format!("{key}.gist") label=gist value=written.gist class="one" lang=text_lang/>
                {typed::fields(lang, key, content, problems, more)}
                <TextArea t=t problems=problems.clone() name=format!("{key}.body") label=body value=written.body class="body" lang=text_lang/>
            </div>
        </details>
    }
}
