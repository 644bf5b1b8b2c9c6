//! What stands beside the text: the questions of the one who asks, and the chat.

use leptos::prelude::*;

use super::Sheet;
use super::now::class;
use crate::base::words::Words;
use crate::members::model::Discipline;
use crate::pairing::room::reading::Line;
use crate::ui::time::minute;

/// What the other asks, from their discipline, while one drives.
pub fn questions(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let state = sheet.room.hour.phase.as_str();
    let Some(driver) = sheet.room.hour.phase.driver().filter(|_| sheet.can_write()) else {
        return view! { <section id="lens" data-state=state hidden=true></section> }.into_any();
    };
    let asker = &sheet.room.people[1 - driver];
    let name = asker.discipline.name(sheet.visit.lang);
    let asks = lens(t, asker.discipline).map(|question| view! { <li>{question}</li> });
    view! {
        <section id="lens" data-state=state aria-labelledby="lens-h">
            <div class=format!("example {}", class(1 - driver))>
                <h2 id="lens-h">{t.pairing_room_lens(sheet.name(1 - driver), name)}</h2>
                <ol>{asks.collect_view()}</ol>
                <p class="note">{t.pairing_room_lens_hint()}</p>
            </div>
        </section>
    }
    .into_any()
}

/// What someone of this discipline would ask.
fn lens(t: &Words, discipline: Discipline) -> [String; 3] {
    match discipline {
        Discipline::Marketing => {
            [t.pairing_room_ask_marketing_1(), t.pairing_room_ask_marketing_2(), t.pairing_room_ask_marketing_3()]
        }
        Discipline::Design => {
            [t.pairing_room_ask_design_1(), t.pairing_room_ask_design_2(), t.pairing_room_ask_design_3()]
        }
        Discipline::Writing => {
            [t.pairing_room_ask_writing_1(), t.pairing_room_ask_writing_2(), t.pairing_room_ask_writing_3()]
        }
        Discipline::Engineering => {
            [t.pairing_room_ask_engineering_1(), t.pairing_room_ask_engineering_2(), t.pairing_room_ask_engineering_3()]
        }
        Discipline::Sales => [t.pairing_room_ask_sales_1(), t.pairing_room_ask_sales_2(), t.pairing_room_ask_sales_3()],
        Discipline::CustomerSuccess => [
            t.pairing_room_ask_customer_success_1(),
            t.pairing_room_ask_customer_success_2(),
            t.pairing_room_ask_customer_success_3(),
        ],
        Discipline::Research => {
            [t.pairing_room_ask_research_1(), t.pairing_room_ask_research_2(), t.pairing_room_ask_research_3()]
        }
        Discipline::Management => {
            [t.pairing_room_ask_management_1(), t.pairing_room_ask_management_2(), t.pairing_room_ask_management_3()]
        }
        Discipline::Study => [t.pairing_room_ask_study_1(), t.pairing_room_ask_study_2(), t.pairing_room_ask_study_3()],
        Discipline::Other => [t.pairing_room_ask_other_1(), t.pairing_room_ask_other_2(), t.pairing_room_ask_other_3()],
    }
}

/// What the two say beside the text.
pub fn chat(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let lines = sheet.written.chat.iter().map(|line| said(sheet, line)).collect_view();
    let none = sheet
        .written
        .chat
        .is_empty()
        .then(|| view! { <p class="note" id="chat-none">{t.pairing_room_chat_none()}</p> });
    let form = sheet.can_write().then(|| {
        view! {
            <form id="say" class="row" method="post" action=sheet.address("say")>
                <label class="vh" for="say-text">{t.pairing_room_say()}</label>
                <input id="say-text" name="said" maxlength="500" autocomplete="off" value=sheet.showing.said.clone()/>
                <button class="button small">{t.pairing_room_say_go()}</button>
            </form>
        }
    });
    view! {
        <section id="chat" class="beside-text" aria-labelledby="chat-h">
            <h2 id="chat-h">{t.pairing_room_chat()}</h2>
            {none}
            <ol class="chat" id="chat-lines">{lines}</ol>
            {form}
        </section>
    }
    .into_any()
}

fn said(sheet: &Sheet<'_>, line: &Line) -> AnyView {
    let seat = sheet.room.people.iter().position(|person| Some(person.member_id) == line.member);
    let name = seat.map_or_else(|| sheet.t().pairing_room_someone(), |seat| sheet.name(seat));
    let at = minute(line.at, sheet.visit.zone(), sheet.visit.lang);
    view! {
        <li class=seat.map_or("", class)><b>{name}</b>" "<span class="note num">{at}</span><br/>{line.text.clone()}</li>
    }
    .into_any()
}
