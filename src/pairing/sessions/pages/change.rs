//! Moving, cancelling, reporting: folded away until needed.

use leptos::prelude::*;

use super::{Form, Sheet};
use crate::members::zones;
use crate::pairing::sessions::model::{is_ahead, is_late};
use crate::ui::form::{TextArea, TextField};
use crate::ui::time::{for_input, span};

/// The new time that one of the two has proposed, with what the other can answer.
pub fn proposed(sheet: &Sheet<'_>) -> Option<AnyView> {
    let (visit, session) = (sheet.visit, &sheet.session);
    if !is_ahead(session.state, session.slot, visit.now) {
        return None;
    }
    let (slot, by) = (session.move_slot?, session.move_by?);
    let t = visit.t();
    // Which time was read: a newer one is not answered unseen.
    let read = || view! { <input type="hidden" name="slot" value=slot.to_string()/> };
    let zone = &sheet.me.zone;
    let time = format!(
        "{} {}",
        span(slot.starts_at(), slot.ends_at(), zone, visit.lang),
        zones::label(zone, slot.starts_at())
    );
    let address = |what: &str| format!("/pair/sessions/{}/move/{what}", session.id);
    let view = if by == sheet.me.member_id {
        view! {
            <div class="notice">
                <p>{t.pairing_session_you_proposed(time, sheet.partner_name())}</p>
                <form method="post" action=address("decline")>{read()}<button class="button small">{t.pairing_session_take_back()}</button></form>
            </div>
        }
        .into_any()
    } else {
        view! {
            <div class="notice">
                <p>{t.pairing_session_they_propose(sheet.partner_name(), time)}</p>
                <div class="row">
                    <form method="post" action=address("accept")>{read()}<button class="button go">{t.pairing_session_accept()}</button></form>
                    <form method="post" action=address("decline")>{read()}<button class="button">{t.pairing_session_keep()}</button></form>
                </div>
            </div>
        }
        .into_any()
    };
    Some(view)
}

/// The forms that change a session which is still ahead.
pub fn section(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.visit.t();
    view! {
        <section class="band" id="change" aria-labelledby="change-h">
            <div class="head slim"><h2 id="change-h">{t.pairing_session_change()}</h2></div>
            {move_form(sheet)}
            {cancel_form(sheet)}
            {report_form(sheet)}
        </section>
    }
    .into_any()
}

/// What remains once the hour is no longer ahead: reporting.
pub fn report_section(sheet: &Sheet<'_>) -> AnyView {
    view! { <section class="band" id="change">{report_form(sheet)}</section> }.into_any()
}

fn is_open(sheet: &Sheet<'_>, form: Form) -> bool {
    sheet.returned.as_ref().is_some_and(|(returned, _, _)| *returned == form)
}

fn move_form(sheet: &Sheet<'_>) -> AnyView {
    let (t, session, zone) = (sheet.visit.t(), &sheet.session, &sheet.me.zone);
    let start = session.slot.starts_at();
    let value = sheet.value(Form::Move, "slot", &for_input(start, zone));
    view! {
        <details class="tools" open=is_open(sheet, Form::Move)>
            <summary>{t.pairing_session_move()}</summary>
            <form class="form" method="post" action=format!("/pair/sessions/{}/move", session.id)>
                <TextField t=t problems=sheet.problems(Form::Move) name="slot" kind="datetime-local" label=t.pairing_session_new_time()
                    hint=t.pairing_session_move_hint(zones::label(zone, start), sheet.partner_name()) value=value required=true/>
                <p><button class="button">{t.pairing_session_propose()}</button></p>
            </form>
        </details>
    }
    .into_any()
}

fn cancel_form(sheet: &Sheet<'_>) -> AnyView {
    let (visit, session) = (sheet.visit, &sheet.session);
    let t = visit.t();
    let late = is_late(session.slot, session.created_at, visit.now);
    let cost = if late { t.pairing_session_cancel_late() } else { t.pairing_session_cancel_early() };
    view! {
        <details class="tools" open=is_open(sheet, Form::Cancel)>
            <summary>{t.pairing_session_cancel()}</summary>
            <form class="form" method="post" action=format!("/pair/sessions/{}/cancel", session.id)>
                <p>{cost}" "<a href="/pair/figure">{t.pairing_hour_figure_more()}</a></p>
                <TextField t=t problems=sheet.problems(Form::Cancel) name="reason" label=t.pairing_session_reason()
                    hint=t.pairing_session_reason_hint(sheet.partner_name()) value=sheet.value(Form::Cancel, "reason", "") required=true/>
                <p><button class="button">{t.pairing_session_cancel_go()}</button></p>
            </form>
        </details>
    }
    .into_any()
}

/// Report and block: the hour's part does it.
fn report_form(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.visit.t();
    let block = !sheet.value(Form::Report, "block", "").is_empty();
    view! {
        <details class="tools" open=is_open(sheet, Form::Report)>
            <summary>{t.pairing_session_report()}</summary>
            <form class="form" method="post" action=format!("/pair/sessions/{}/report", sheet.session.id)>
                <p>{t.pairing_session_report_help()}</p>
                <TextArea t=t problems=sheet.problems(Form::Report) name="report" label=t.pairing_session_report_reason()
                    value=sheet.value(Form::Report, "report", "") required=true/>
                <p><label class="tick"><input type="checkbox" name="block" value="yes" checked=block/>" "{t.pairing_session_block(sheet.partner_name())}</label></p>
                <p><button class="button">{t.pairing_session_report_go()}</button></p>
            </form>
        </details>
    }
    .into_any()
}
