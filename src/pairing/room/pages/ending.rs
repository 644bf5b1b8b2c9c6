//! What becomes of the text: the question, what both have said, what it has become.

use leptos::prelude::*;

use super::Sheet;
use crate::pairing::model::State;
use crate::pairing::room::actions::by_form::whole;
use crate::pairing::room::ending::{Answer, Outcome};
use crate::pairing::room::hour_store::Guest;
use crate::pairing::room::standing::can_end;
use crate::ui::form::TextField;

/// The section; empty before it is time.
pub fn section(sheet: &Sheet<'_>) -> AnyView {
    let room = &sheet.room;
    let said: Vec<&str> =
        room.people.iter().map(|p| answer_of(sheet, p.member_id).map_or("", Answer::as_str)).collect();
    let asks = can_end(&room.session, &room.hour, room.outcome()) && !room.apart;
    let state = format!("{asks}.{}.{}", room.outcome(), said.join("."));
    let inside = match room.outcome() {
        Outcome::Open if asks => question(sheet),
        Outcome::Open => ().into_any(),
        outcome => became(sheet, outcome),
    };
    view! { <div id="ending" data-state=state>{inside}</div> }.into_any()
}

fn answer_of(sheet: &Sheet<'_>, member: crate::members::model::MemberId) -> Option<Answer> {
    sheet.room.guests.iter().find(|guest| guest.member_id == member).and_then(Guest::answer)
}

fn words(sheet: &Sheet<'_>, answer: Answer) -> String {
    let t = sheet.t();
    match answer {
        Answer::Publish => t.pairing_room_end_publish(),
        Answer::Keep => t.pairing_room_end_keep(),
        Answer::Drop => t.pairing_room_end_drop(),
    }
}

fn question(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let mine = answer_of(sheet, sheet.me().member_id);
    let mine = mine.map(|answer| {
        view! { <p><span class="ok"></span>{t.pairing_room_end_you_said(words(sheet, answer), sheet.partner_name())}</p> }
    });
    let theirs = answer_of(sheet, sheet.partner().member_id);
    let theirs = theirs.map(
        |answer| view! { <p><b>{t.pairing_room_end_they_said(sheet.partner_name(), words(sheet, answer))}</b></p> },
    );
    let known = sheet.room.session.company_id.or(sheet.room.row.as_ref().and_then(|row| row.company_id));
    let company = known.is_none().then(|| {
        view! {
            <TextField t=t problems=sheet.showing.problems.clone() name="company" label=t.pairing_room_end_company()
                hint=t.pairing_room_end_company_hint() value=sheet.showing.company.clone() autocomplete="off"/>
        }
    });
    let button = |answer: Answer| {
        let class = if answer == Answer::Publish { "button go" } else { "button" };
        view! { <button class=class name="answer" value=answer.as_str()>{words(sheet, answer)}</button> }
    };
    let held = (sheet.room.session.state != State::Cancelled).then(|| {
        view! { <p class="note">{t.pairing_room_feedback()}" "<a href=format!("/pair/sessions/{}#hour", sheet.id())>{t.pairing_room_feedback_go()}</a></p> }
    });
    view! {
        <form class="end form" method="post" action=sheet.address("end") data-live="" data-whole="">
            <h2>{t.pairing_room_end()}</h2>
            <p>{t.pairing_room_end_text()}</p>
            {theirs}
            {mine}
            <input type="hidden" name="seen" value=whole(&sheet.written)/>
            {company}
            <div class="row">{Answer::ALL.iter().map(|answer| button(*answer).into_any()).collect_view()}</div>
            {held}
        </form>
    }
    .into_any()
}

fn became(sheet: &Sheet<'_>, outcome: Outcome) -> AnyView {
    let t = sheet.t();
    let (said, more, link) = match (outcome, sheet.trace) {
        (Outcome::Published, Some(trace)) => {
            let link = (format!("/traces/{trace}"), t.pairing_room_end_published_go());
            (t.pairing_room_end_published(), None, Some(link))
        }
        (Outcome::Draft | Outcome::Published, trace) => {
            let alone = sheet.room.guests.len() == 1;
            let said = if alone { t.pairing_room_end_alone() } else { t.pairing_room_end_draft() };
            let link = trace.map(|trace| (format!("/traces/{trace}/edit"), t.pairing_room_end_draft_go()));
            (said, (!alone).then(|| t.pairing_room_end_draft_text()), link)
        }
        (Outcome::Dropped, _) => (t.pairing_room_end_dropped(), None, None),
        (Outcome::Apart, _) => (t.pairing_room_end_apart(), None, None),
        (Outcome::Nothing | Outcome::Open, _) => (t.pairing_room_end_nothing(), None, None),
    };
    view! {
        <div class="end stack" role="status">
            <h2>{said}</h2>
            {more.map(|more| view! { <p>{more}</p> })}
            {link.map(|(href, words)| view! { <p><a class="button go" href=href>{words}</a></p> })}
        </div>
    }
    .into_any()
}
