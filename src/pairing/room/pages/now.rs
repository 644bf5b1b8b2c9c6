//! What is to be done now: goals at check-in, the unseen answers, both side by side.

use leptos::prelude::*;

use super::Sheet;
use crate::pairing::room::clock::Phase;
use crate::pairing::room::hour_store::Blind;
use crate::ui::form::TextArea;
use crate::ui::time::minute;

/// The section; empty where nothing is to be done but writing.
pub fn section(sheet: &Sheet<'_>) -> AnyView {
    let phase = sheet.room.hour.phase;
    let revealed = sheet.room.is_revealed();
    let state = format!("{}.{revealed}", phase.as_str());
    let inside = match phase {
        Phase::Blind if sheet.can_write() => {
            return view! { <div id="now" data-state=state>{unseen(sheet)}</div> }.into_any();
        }
        Phase::Door | Phase::CheckIn => goals(sheet),
        _ if !revealed => view! { <p class="note">{sheet.t().pairing_room_blind_wait()}</p> }.into_any(),
        _ => both(sheet),
    };
    view! { <div id="now" data-state=state>{late(sheet)}{inside}</div> }.into_any()
}

/// What was typed and came before its time or after it is not lost.
fn late(sheet: &Sheet<'_>) -> Option<AnyView> {
    let t = sheet.t();
    let typed = sheet.showing.answer.clone()?;
    Some(
        view! {
            <div class="notice" role="alert"><p>{t.pairing_room_blind_late()}</p><blockquote class="lines">{typed}</blockquote></div>
        }
        .into_any(),
    )
}

fn goals(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let one = |seat: usize| {
        let goals = sheet.room.people[seat].goals.clone();
        let goals = if goals.is_empty() { t.pairing_room_no_goals() } else { goals };
        view! { <div class=class(seat)><p><span class="tag">{sheet.name(seat)}</span></p><p class="lines">{goals}</p></div> }
    };
    view! {
        <h2>{t.pairing_room_goals()}</h2>
        <div class="duo">{one(0).into_any()}{one(1).into_any()}</div>
    }
    .into_any()
}

pub(super) const fn class(seat: usize) -> &'static str {
    if seat == 0 { "who" } else { "who b" }
}

fn of<'a>(sheet: &'a Sheet<'_>, seat: usize) -> Option<&'a Blind> {
    sheet.blind.iter().find(|one| one.member_id == sheet.room.people[seat].member_id)
}

/// One's own answer: a form field of its own, never part of the shared text.
fn unseen(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let own = of(sheet, sheet.seat());
    let saved = own.map(|own| t.pairing_room_blind_saved(minute(own.saved_at, sheet.visit.zone(), sheet.visit.lang)));
    let body = own.map_or_else(String::new, |own| own.body.clone());
    let body = sheet.showing.answer.clone().unwrap_or(body);
    view! {
        <h2 class="task">{t.pairing_room_blind()}</h2>
        <form class="form own" method="post" action=sheet.address("blind") data-own="">
            <TextArea t=t problems=sheet.showing.problems.clone() name="answer" label=t.pairing_room_blind_own()
                hint=t.pairing_room_blind_hint(sheet.partner_name()) value=body/>
            <p class="row"><button class="button">{t.pairing_room_blind_save()}</button>
                <span class="note num" id="answer-saved" role="status">{saved}</span></p>
        </form>
    }
    .into_any()
}

/// Both answers, side by side.
fn both(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    if sheet.blind.iter().all(|one| one.body.is_empty()) {
        return ().into_any();
    }
    let one = |seat: usize| {
        let body = of(sheet, seat).map_or_else(String::new, |one| one.body.clone());
        let body = if body.is_empty() { t.pairing_room_blind_none() } else { body };
        view! { <div class=class(seat)><p><span class="tag">{sheet.name(seat)}</span></p><p class="lines">{body}</p></div> }
    };
    view! {
        <h2 class="task">{t.pairing_room_revealed()}</h2>
        <p class="note">{t.pairing_room_revealed_text()}</p>
        <div class="duo">{one(0).into_any()}{one(1).into_any()}</div>
    }
    .into_any()
}
