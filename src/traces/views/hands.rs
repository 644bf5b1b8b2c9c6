//! Who wrote which part, where several have written: whose hand was there most is named first.

use leptos::prelude::*;

use crate::base::words::Lang;
use crate::traces::model::part::PartKey;
use crate::traces::store::writers::Hand;
use crate::traces::views::person::Person;

/// "Written by Mei, Ken": the hands in one part. Nothing where one alone wrote all of the trace.
pub fn of_part(hands: &[Hand], key: PartKey, lang: Lang) -> Option<impl IntoView + use<>> {
    if hands.iter().all(|hand| Some(hand.member_id) == hands.first().map(|first| first.member_id)) {
        return None;
    }
    let joint = lang.joint();
    let mine = hands.iter().filter(|hand| hand.part_key == key).cloned();
    let names: Vec<AnyView> = mine
        .enumerate()
        .map(|(at, hand)| {
            let gone = hand.deleted_at.is_some();
            view! { {(at > 0).then_some(joint)} <Person handle=hand.handle name=hand.name demo=hand.demo gone=gone lang=lang/> }.into_any()
        })
        .collect();
    (!names.is_empty()).then(|| view! { <p class="note">{lang.words().history_hands()} " " {names}</p> })
}
