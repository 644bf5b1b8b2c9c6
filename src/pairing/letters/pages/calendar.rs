//! `/pair/calendar`: where a member makes the secret address of their calendar, and ends it.

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::pairing::letters::store::calendars;
use crate::ui::fields::Fields;
use crate::ui::page::{Answer, Page};
use crate::ui::time::day;

/// Whether there is an address, and what can be done.
///
/// # Errors
/// [`crate::base::error::Error::SignIn`].
pub async fn sheet(visit: &Visit) -> Answer {
    let member = visit.viewer.member()?.id;
    let since = calendars::since(&mut visit.app.db.read().await?, member).await?;
    let t = visit.t();
    let query = visit.here.split_once('?').map_or("", |(_, query)| query);
    let ended = since.is_none() && Fields::parse(query.as_bytes()).get("done") == "end";
    let said = match since {
        Some(since) => t.pairing_letters_calendar_since(day(since, visit.zone(), visit.lang)),
        None if ended => t.pairing_letters_calendar_ended(),
        None => t.pairing_letters_calendar_none(),
    };
    Ok(Page::new(t.pairing_letters_calendar(), || {
        view! {
            {head(visit)}
            <p role=ended.then_some("status")>{said}</p>
            {forms(visit, since.is_some())}
        }
    }))
}

/// The new address, once.
pub fn fresh(visit: &Visit, token: &str) -> Page {
    let t = visit.t();
    let address = visit.app.config.link(&format!("/pair/calendar/{token}.ics"));
    // Programs that take calendars in know this scheme; where it is not known, the address can be copied.
    let webcal = address.replacen("https://", "webcal://", 1).replacen("http://", "webcal://", 1);
    Page::new(t.pairing_letters_calendar(), || {
        view! {
            {head(visit)}
            <div class="form">
                <p role="status"><b>{t.pairing_letters_calendar_fresh()}</b></p>
                <div class="field">
                    <label for="address">{t.pairing_letters_calendar_address()}</label>
                    <input id="address" type="text" readonly value=address/>
                </div>
                <p><a class="button" href=webcal>{t.pairing_letters_calendar_open()}</a></p>
                <p>{t.pairing_letters_calendar_how()}</p>
            </div>
            {forms(visit, true)}
        }
    })
    .secret()
}

fn head(visit: &Visit) -> AnyView {
    let t = visit.t();
    view! { <div class="title"><h1>{t.pairing_letters_calendar()}</h1><p class="from">{t.pairing_letters_calendar_lead()}</p></div> }
        .into_any()
}

fn forms(visit: &Visit, has_one: bool) -> AnyView {
    let t = visit.t();
    if !has_one {
        return view! {
            <form method="post" action="/pair/calendar"><p><button class="button go">{t.pairing_letters_calendar_make()}</button></p></form>
        }
        .into_any();
    }
    view! {
        <p class="note">{t.pairing_letters_calendar_renew_hint()}</p>
        <div class="row">
            <form method="post" action="/pair/calendar"><button class="button">{t.pairing_letters_calendar_renew()}</button></form>
            <form method="post" action="/pair/calendar/end"><button class="button">{t.pairing_letters_calendar_end()}</button></form>
        </div>
    }
    .into_any()
}
