//! Sign-up, the letter, and the confirmation.

use axum::http::StatusCode;
use leptos::prelude::*;

use crate::base::error::Problems;
use crate::base::words::Words;
use crate::members::model::{TERMS_DAY, TERMS_VERSION};
use crate::members::pages::{discipline, label, language, linked, sheet, steps, zone};
use crate::members::visit::Visit;
use crate::ui::fields::Fields;
use crate::ui::form::{ErrorSummary, TextField, Tick};
use crate::ui::page::Page;
use crate::ui::time::day;

/// The sheet, with all that was typed but the password.
pub fn sign_up(visit: &Visit, typed: &Fields, problems: &Problems) -> Page {
    let t = visit.t();
    let sketch = !typed.get("pending").is_empty();
    Page::new(t.members_sign_up(), || {
        let lead = Some(t.members_sign_up_lead());
        sheet(t.members_sign_up(), lead, form(visit, typed, problems).into_any(), Some(steps(t, 0, sketch)))
    })
    .describe(t.members_sign_up_lead())
}

fn form(visit: &Visit, typed: &Fields, problems: &Problems) -> impl IntoView {
    let t = visit.t();
    let pending = typed.get("pending").to_owned();
    let sign_in =
        if pending.is_empty() { "/sign-in".to_owned() } else { format!("/sign-in?pending={}", encode(&pending)) };
    let waits = (!pending.is_empty()).then(|| view! {
        <p class="notice" role="status"><span class="ok"></span><b>{t.members_sketch_kept()}</b>" "<span>{t.members_sketch_kept_help()}</span></p>
        <input type="hidden" name="pending" value=pending/>
    });
    view! {
        <form class="form" method="post" action="/sign-up" novalidate>
            <ErrorSummary t problems=problems.clone() label=label(t)/>
            {waits}
            <TextField t problems=problems.clone() name="email" label=t.members_email() hint=t.members_email_hint()
                value=typed.get("email") kind="email" autocomplete="email" required=true/>
            <TextField t problems=problems.clone() name="handle" label=t.members_handle() hint=t.members_handle_hint()
                value=typed.get("handle") autocomplete="username" required=true half=true/>
            <TextField t problems=problems.clone() name="name" label=t.members_name() value=typed.get("name")
                autocomplete="name" required=true/>
            {discipline(visit, problems, typed.get("discipline"), Some(t.members_discipline_hint()))}
            {language(visit, problems, typed.get("language"))}
            {zone(visit, problems, typed.get("zone"))}
            {new_password(t, problems, t.members_password())}
            {agree(visit, problems, typed.get("agree") == TERMS_VERSION)}
            <p class="row"><button class="button go">{t.members_send_letter()}</button>" "<a href=sign_in>{t.members_have_account()}</a></p>
        </form>
    }
}

/// Without `maxlength`: browsers count otherwise than we do, and cut what is pasted without a word.
pub fn new_password(t: &'static Words, problems: &Problems, label: String) -> AnyView {
    view! {
        <TextField t problems=problems.clone() name="password" label hint=t.members_password_hint() kind="password"
            autocomplete="new-password" required=true/>
    }
    .into_any()
}

fn agree(visit: &Visit, problems: &Problems, checked: bool) -> AnyView {
    let t = visit.t();
    let words = t.members_agree(day(TERMS_DAY, "UTC", visit.lang));
    view! {
        <Tick t problems=problems.clone() name="agree" value=TERMS_VERSION checked=checked required=true>{linked(&words, "/terms")}</Tick>
    }
    .into_any()
}

fn encode(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The same whoever asked, for whichever address.
pub fn check_mail(visit: &Visit, sketch: bool) -> Page {
    let t = visit.t();
    Page::new(t.members_check_mail(), || {
        let body = view! {
            <div class="form prose">
                <p>{t.members_check_mail_text()}</p>
                {sketch.then(|| view! { <p>{t.members_check_mail_sketch()}</p> })}
                <p class="note">{linked(&t.members_check_mail_none(), "/sign-in?next=/settings")}</p>
            </div>
        };
        sheet(t.members_check_mail(), None, body.into_any(), Some(steps(t, 1, sketch)))
    })
}

/// Where a letter's link leads: a button, since opening a link changes nothing.
pub fn verify(visit: &Visit, token: &str, email: &str) -> Page {
    let t = visit.t();
    Page::new(t.members_verify(), || {
        let body = view! {
            <form class="form" method="post" action="/verify">
                <input type="hidden" name="token" value=token.to_owned()/>
                <p>{t.members_verify_text(email)}</p>
                <p><button class="button go">{t.members_verify_yes()}</button></p>
            </form>
        };
        sheet(t.members_verify(), None, body.into_any(), Some(steps(t, 2, false)))
    })
    .secret()
}

/// The link opens nothing (any more). `next`: what to do instead, with a link to `href`.
pub fn dead_link(visit: &Visit, next: &str, href: &str) -> Page {
    let t = visit.t();
    Page::new(t.members_link_dead(), || {
        let body =
            view! { <div class="form prose"><p>{t.members_link_dead_help()}</p><p>{linked(next, href)}</p></div> };
        sheet(t.members_link_dead(), None, body.into_any(), None)
    })
    .status(StatusCode::GONE)
}
