//! What is said above the page: that it was done, or what stood in the way.

use leptos::prelude::*;

use super::{Form, Sheet};
use crate::base::error::Error;
use crate::base::words::Words;
use crate::members::visit::Visit;
use crate::pairing::sessions::model::is_ahead;
use crate::ui::fields::Fields;
use crate::ui::form::{ErrorSummary, refused, say};

/// What stood in the way of a form that came back.
pub fn trouble(sheet: &Sheet<'_>) -> Option<AnyView> {
    let t = sheet.visit.t();
    let (_, _, error) = sheet.returned.as_ref()?;
    let why = match error {
        Error::Invalid(problems) => {
            let label = move |field: &str| label(t, field);
            // A button has no field to stand beside: its problem is said here.
            if let Some(problem) = problems.of("slot").filter(|_| problems.iter().count() == 1) {
                say(problem, t)
            } else {
                return Some(view! { <ErrorSummary t=t problems=problems.clone() label=label/> }.into_any());
            }
        }
        // Said above by whoever answers so.
        Error::TooMany(_) => return None,
        Error::NotAllowed(why) => refused(*why, t),
        _ => t.pairing_session_changed(),
    };
    let typed = typed(sheet);
    let kept = typed.is_none().then(|| view! { <p>{t.problems_kept()}</p> });
    Some(view! { <div class="summary" role="alert"><p>{why}</p>{kept}{typed}</div> }.into_any())
}

/// What was typed into a form that the page no longer has, to be copied.
fn typed(sheet: &Sheet<'_>) -> Option<AnyView> {
    let t = sheet.visit.t();
    let (form, fields, error) = sheet.returned.as_ref()?;
    if matches!(error, Error::Invalid(_)) || has(sheet, *form) {
        return None;
    }
    let texts: Vec<AnyView> = fields
        .iter()
        .filter(|(name, value)| TEXTS.contains(name) && !value.trim().is_empty())
        .map(|(name, value)| {
            view! { <div><dt>{label(t, name)}</dt><dd class="lines">{value.to_owned()}</dd></div> }.into_any()
        })
        .collect();
    (!texts.is_empty()).then(|| view! { <p>{t.pairing_session_typed()}</p><dl class="block">{texts}</dl> }.into_any())
}

const TEXTS: [&str; 9] = ["goals", "readings", "call", "company", "body", "reason", "takeaway", "thanks", "report"];

/// Whether the page still has this form, which then shows what was typed.
fn has(sheet: &Sheet<'_>, form: Form) -> bool {
    let (session, now) = (&sheet.session, sheet.visit.now);
    match form {
        Form::Prepare | Form::Call => crate::pairing::sessions::actions::stands(session, now),
        Form::Company => sheet.may_choose_company(),
        Form::Message => sheet.talk.open,
        Form::Move | Form::Cancel => is_ahead(session.state, session.slot, now),
        // Refused only where there is none any more: given before, or not held.
        Form::Feedback => false,
        Form::Answer | Form::Confirm | Form::Hour | Form::Report => true,
    }
}

fn label(t: &Words, field: &str) -> String {
    match field {
        "goals" => t.pairing_session_goals(),
        "readings" => t.pairing_session_readings(),
        "call" => t.pairing_session_call(),
        "company" => t.pairing_queue_company(),
        "body" => t.pairing_session_message(),
        "reason" => t.pairing_session_reason(),
        "helped" => t.pairing_hour_helped(),
        "again" => t.pairing_hour_again(),
        "takeaway" => t.pairing_hour_takeaway(),
        "thanks" => t.pairing_hour_thanks(),
        "report" => t.pairing_session_report_reason(),
        _ => t.pairing_session_new_time(),
    }
}

/// That it was done, as the redirect says.
pub fn done(visit: &Visit) -> Option<AnyView> {
    let t = visit.t();
    let said = match Fields::parse(query(visit).as_bytes()).get("done").parse().ok()? {
        Form::Prepare => t.pairing_session_done_prepare(),
        Form::Call => t.pairing_session_done_call(),
        Form::Company => t.pairing_session_done_company(),
        Form::Message => t.pairing_session_done_message(),
        Form::Move => t.pairing_session_done_move(),
        Form::Confirm => t.pairing_session_done_confirm(),
        Form::Feedback => t.pairing_hour_done_feedback(),
        Form::Report => t.pairing_hour_done_report(),
        Form::Answer | Form::Cancel | Form::Hour => return None,
    };
    Some(view! { <p class="notice" role="status"><span><span class="ok"></span>{said}</span></p> }.into_any())
}

/// The query of the page's address.
pub fn query(visit: &Visit) -> &str {
    visit.here.split_once('?').map_or("", |(_, query)| query)
}
