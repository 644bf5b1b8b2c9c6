//! Beside the form: the map so far, what would add most now, the preview.

use leptos::prelude::*;

use crate::base::words::Lang;
use crate::traces::model::draft::Content;
use crate::traces::model::outline::Outline;
use crate::traces::model::stage;
use crate::traces::pages::edit::parts;
use crate::traces::views::map::SmallMap;

/// Numbers named one by one, at most.
const MOST_NUMBERS: usize = 5;

pub fn rail(lang: Lang, content: &Content) -> impl IntoView {
    let t = lang.words();
    let mut numbers = stage::unsourced(content);
    numbers.truncate(MOST_NUMBERS);
    let next = parts::next(content).map(|key| {
        view! {
            <p class="note"><b>{t.write_rail_next()}</b> <br/> <a href=format!("#part-{key}")>{key.name(lang)}</a></p>
        }
    });
    view! {
        <nav class="rail" aria-label=t.write_rail()>
            <div class="stack">
                <p class="note">{t.write_rail_map()}</p>
                <SmallMap outline=Outline::of(content) lang=lang text_lang=content.language/>
                {next}
                {(!numbers.is_empty()).then(|| view! {
                    <p class="pencil"><b>{t.write_rail_numbers()}</b> " " {numbers.join(" / ")}</p>
                })}
                <div class="example" id="preview" hidden><h3>{t.write_preview()}</h3><div id="preview-text"></div></div>
            </div>
        </nav>
    }
}
