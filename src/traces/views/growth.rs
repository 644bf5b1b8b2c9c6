//! What would add most now, and what is open: in the editor and on the trace's own page.

use leptos::prelude::*;

use crate::base::words::Lang;
use crate::traces::model::growth::{Offer, Open, Why};

/// The one part that would add most, with why. `at`: the editor's path, or nothing where the part
/// stands on the same page.
pub fn offer(lang: Lang, offer: Option<Offer>, at: &str) -> Option<impl IntoView + use<>> {
    let t = lang.words();
    let at = at.to_owned();
    offer.map(|Offer { key, why }| {
        let why = match why {
            Why::Gist => t.growth_why_gist(),
            Why::Bridge => t.growth_why_bridge(),
            Why::Text => t.growth_why_text(),
            Why::Numbers(count) => t.growth_why_numbers(count as i64),
        };
        view! {
            <p class="next"><b>{t.growth_next()}</b> " " <a href=format!("{at}#part-{key}")>{key.name(lang)}</a> " " <span class="note">{why}</span></p>
        }
    })
}

/// What is missing, in one line.
#[must_use]
pub fn open(lang: Lang, open: Open) -> String {
    let t = lang.words();
    let counted = [
        (open.gists, t.growth_open_gists(open.gists as i64)),
        (open.texts, t.growth_open_texts(open.texts as i64)),
        (open.bridges, t.growth_open_bridges(open.bridges as i64)),
        (open.numbers, t.growth_open_numbers(open.numbers as i64)),
    ];
    let joint = lang.joint();
    let said: Vec<String> = counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect();
    if said.is_empty() { t.growth_open_nothing() } else { said.join(joint) }
}
