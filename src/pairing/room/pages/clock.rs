//! The clock: what is on, how long, and what the two can change of it together.

use leptos::prelude::*;

use super::{Sheet, is_cancelled};
use crate::base::time::SECOND;
use crate::pairing::room::clock::{Phase, Wish};
use crate::pairing::sessions::store::Person;
use crate::ui::time::minute;

/// The section; its `data-state` changes whenever its words do, but for the time itself.
pub fn section(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let (hour, now) = (&sheet.room.hour, sheet.visit.now);
    let wish = hour.wish.map_or_else(String::new, |(wish, by)| format!("{wish}{by}"));
    let state = format!("{}.{}.{wish}.{}", hour.version, hour.phase, sheet.room.session.state);
    let needle = hour.needle(now);
    let passed = passed(sheet);
    let running = hour.phase.is_timed() && hour.paused_at.is_none() && !is_cancelled(sheet);
    let left = hour.length - hour.passed(now);
    view! {
        <section id="clock" aria-label=t.pairing_room_clock() data-state=state
            data-left={running.then(|| left.to_string())} data-length=hour.length.to_string()
            data-from=(hour.phase.begins() * 1_000).to_string() data-minutes=hour.phase.minutes().to_string()>
            <div class="clock">
                <p class="passed num" role="timer" aria-label=t.pairing_room_passed(passed.clone()) data-passed="">{passed.clone()}</p>
                <div>
                    <p class="doing" id="doing">{doing(sheet)}</p>
                    <p class="note num"><span id="left">{remaining(sheet, left)}</span>" "<span class="extra">{t.pairing_room_clock_note()}</span></p>
                </div>
            </div>
            {ruler(sheet, needle)}
            {(sheet.can_write()).then(|| consent(sheet))}
        </section>
    }
    .into_any()
}

/// The planned minute and second.
pub fn passed(sheet: &Sheet<'_>) -> String {
    let needle = sheet.room.hour.needle(sheet.visit.now);
    format!("{}:{:02}", needle / 1_000, needle % 1_000 * 60 / 1_000)
}

/// What is on, in a sentence.
fn doing(sheet: &Sheet<'_>) -> String {
    let t = sheet.t();
    if is_cancelled(sheet) {
        return t.pairing_room_now_cancelled();
    }
    match sheet.room.hour.phase {
        Phase::Door => t.pairing_room_now_door(),
        Phase::CheckIn => t.pairing_room_now_check_in(),
        Phase::Blind => t.pairing_room_now_blind(),
        Phase::First => t.pairing_room_now_drive(sheet.name(0), sheet.name(1)),
        Phase::Second => t.pairing_room_now_drive(sheet.name(1), sheet.name(0)),
        Phase::Debrief => t.pairing_room_now_debrief(),
        Phase::Over => t.pairing_room_now_over(),
    }
}

fn remaining(sheet: &Sheet<'_>, left: i64) -> String {
    let t = sheet.t();
    let hour = &sheet.room.hour;
    match hour.phase {
        _ if is_cancelled(sheet) => String::new(),
        Phase::Door => t.pairing_room_begins(minute(sheet.room.frame.starts_at, sheet.visit.zone(), sheet.visit.lang)),
        Phase::Over => String::new(),
        _ if hour.paused_at.is_some() => t.pairing_room_paused(),
        _ => t.pairing_room_left((left / SECOND / 60).to_string(), (left / SECOND % 60).to_string()),
    }
}

/// Sixty minutes to scale, with the needle where the hour is.
fn ruler(sheet: &Sheet<'_>, needle: i64) -> AnyView {
    let t = sheet.t();
    let now = sheet.room.hour.phase;
    let name = |phase: Phase| match phase {
        Phase::CheckIn => t.pairing_room_short_check_in(),
        Phase::Blind => t.pairing_room_short_blind(),
        Phase::First => t.pairing_room_short_drive(sheet.name(0)),
        Phase::Second => t.pairing_room_short_drive(sheet.name(1)),
        _ => t.pairing_room_short_debrief(),
    };
    let one = |(number, phase): (usize, &Phase)| {
        let current = (now == *phase).then_some("step");
        let class = if now > *phase { "done" } else { "" };
        view! { <li class=class aria-current=current><b class="num">{number + 1}</b>" "<span>{name(*phase)}</span></li> }
    };
    let x = format!("{}.{:03}", needle / 1_000, needle % 1_000);
    view! {
        <div class="ruler">
            <ol>{Phase::TIMED.iter().enumerate().map(one).collect_view()}</ol>
            <svg class="needle" viewBox="0 0 60 10" preserveAspectRatio="none" aria-hidden="true">
                <line id="needle" x1=x.clone() y1="0" x2=x y2="10" vector-effect="non-scaling-stroke"></line>
            </svg>
        </div>
    }
    .into_any()
}

/// What skipping means now.
fn skip(sheet: &Sheet<'_>, phase: Phase) -> String {
    let t = sheet.t();
    match phase {
        Phase::Door => t.pairing_room_skip_door(),
        Phase::CheckIn => t.pairing_room_skip_check_in(),
        Phase::Blind => t.pairing_room_skip_blind(),
        Phase::First => t.pairing_room_skip_drive(sheet.name(1)),
        Phase::Second => t.pairing_room_skip_second(),
        Phase::Debrief | Phase::Over => t.pairing_room_skip_debrief(),
    }
}

fn wished(sheet: &Sheet<'_>, wish: Wish) -> String {
    let t = sheet.t();
    match wish {
        Wish::Skip => skip(sheet, sheet.room.hour.phase),
        Wish::Extend => t.pairing_room_extend(),
        Wish::Pause => t.pairing_room_pause(),
        Wish::Resume => t.pairing_room_resume(),
    }
}

fn consent(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let hour = &sheet.room.hour;
    let me: &Person = sheet.me();
    let button = |class: &'static str, wish: &'static str, words: String| {
        view! { <button class=class name="do" value=wish>{words}</button> }.into_any()
    };
    let asked = hour.wish.map(|(wish, by)| {
        let what = wished(sheet, wish);
        if by == me.member_id {
            let said = t.pairing_room_you_wish(what, sheet.partner_name());
            view! { <p class="wish">{said}</p>{button("button small", "none", t.pairing_room_take_back())} }.into_any()
        } else {
            let said = t.pairing_room_they_wish(sheet.partner_name(), what);
            view! {
                <p class="wish"><b>{said}</b></p>
                {button("button small go", wish.as_str(), t.pairing_room_agree())}
                {button("button small", "none", t.pairing_room_not_now())}
            }
            .into_any()
        }
    });
    let open = |wish: &Wish| hour.allows(*wish) && hour.wish.is_none_or(|(asked, _)| asked != *wish);
    let others = Wish::ALL.iter().filter(|wish| open(wish)).map(|wish| {
        let class = if *wish == Wish::Skip && hour.wish.is_none() { "button small go" } else { "button small" };
        button(class, wish.as_str(), wished(sheet, *wish))
    });
    view! {
        <form class="row consent" method="post" action=sheet.address("clock") data-live="">
            <input type="hidden" name="version" value=hour.version.to_string()/>
            {asked}
            {others.collect_view()}
            <span class="note extra">{t.pairing_room_both()}</span>
        </form>
    }
    .into_any()
}
