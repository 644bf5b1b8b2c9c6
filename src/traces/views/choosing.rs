//! Choosing traces to compare from a list of them. The form stands apart from the list, and the ticks
//! in the list belong to it by its id, so that it works without scripts.

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::traces::model::card::Card;

/// The form's id.
const FORM: &str = "compare";

/// The button that compares what is ticked.
pub fn button(visit: &Visit) -> impl IntoView + use<> {
    let t = visit.t();
    view! {
        <form id=FORM class="row choosing" action="/compare">
            <p class="note">{t.compare_hint()}</p>
            <button class="button small">{t.compare_go()}</button>
        </form>
    }
}

/// The tick of one trace.
pub fn tick(card: &Card, words: String) -> impl IntoView + use<> {
    view! {
        <label class="tick note">
            <input type="checkbox" form=FORM name="traces" value=card.id.to_string()/>
            <span>{words} <span class="vh">" " {card.title.clone()}</span></span>
        </label>
    }
}
