//! What one takes into one's own work: a field of one's own, from the debrief on.

use leptos::prelude::*;

use super::Sheet;
use crate::ui::form::TextArea;

/// The section; empty before the debrief.
pub fn section(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let showing = &sheet.showing;
    if !sheet.room.is_looking_back() {
        // Sent before its time: it stands nowhere else.
        let typed = showing.takeaway.clone().map(|typed| view! { <blockquote class="lines">{typed}</blockquote> });
        return view! { <div id="own-work" data-state="">{typed}</div> }.into_any();
    }
    let kept = !sheet.takeaway.is_empty() && showing.takeaway.is_none();
    let value = showing.takeaway.clone().unwrap_or_else(|| sheet.takeaway.clone());
    view! {
        <div id="own-work" data-state="open">
            <form class="form own" method="post" action=sheet.address("own-work") data-own="">
                <TextArea t=t problems=showing.problems.clone() name="takeaway" label=t.pairing_hour_takeaway()
                    hint=t.pairing_room_own_hint() value=value/>
                <p class="row"><button class="button">{t.pairing_room_own_save()}</button>
                    <span class="note num" id="takeaway-saved" role="status">{kept.then(|| t.pairing_room_own_saved())}</span></p>
            </form>
        </div>
    }
    .into_any()
}
