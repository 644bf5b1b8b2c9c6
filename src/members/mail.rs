//! The words of letters about an account, in their reader's language: as text, and as plain HTML
//! with the same words. Links are absolute, built from `PUBLIC_URL`.

use leptos::prelude::*;

use crate::base::mail::Letter;
use crate::base::words::Lang;
use crate::members::store::Account;
use crate::ui::render::html;

/// Whom a letter goes to.
pub struct Reader {
    to: String,
    /// `None` before the address is confirmed: a stranger may have typed it.
    name: Option<String>,
    handle: String,
    lang: Lang,
}

impl Reader {
    /// `None` for an account without an address.
    pub fn of(account: &Account) -> Option<Self> {
        let to = account.email.clone()?;
        let name = account.verified_at.map(|_| account.name.clone());
        Some(Self { to, name, handle: account.handle.clone(), lang: account.language })
    }
}

/// Confirm your address.
pub fn verify(reader: &Reader, link: &str) -> Letter {
    let t = reader.lang.words();
    let parts = [Part::Say(t.members_mail_verify_text()), Part::Link(link), Part::Say(t.members_mail_verify_hold())];
    letter(reader, t.members_mail_verify_subject(), &parts)
}

/// Someone signed up with an address whose account was never confirmed: a new password confirms it.
pub fn waiting(reader: &Reader, link: &str) -> Letter {
    let t = reader.lang.words();
    let parts = [
        Part::Say(t.members_mail_waiting_text(&reader.handle)),
        Part::Link(link),
        Part::Say(t.members_mail_reset_hold()),
    ];
    letter(reader, t.members_mail_verify_subject(), &parts)
}

/// Someone signed up with an address that has an account.
pub fn known(reader: &Reader, sign_in: &str, reset: &str) -> Letter {
    let t = reader.lang.words();
    let parts = [
        Part::Say(t.members_mail_known_text(&reader.handle)),
        Part::Link(sign_in),
        Part::Say(t.members_mail_known_forgot()),
        Part::Link(reset),
    ];
    letter(reader, t.members_mail_known_subject(), &parts)
}

/// The same, by someone who had drawn a sketch.
pub fn known_with_sketch(reader: &Reader, link: &str, reset: &str) -> Letter {
    let t = reader.lang.words();
    let parts = [
        Part::Say(t.members_mail_known_sketch(&reader.handle)),
        Part::Link(link),
        Part::Say(t.members_mail_known_forgot()),
        Part::Link(reset),
    ];
    letter(reader, t.members_mail_known_subject(), &parts)
}

/// Set a new password.
pub fn reset(reader: &Reader, link: &str) -> Letter {
    let t = reader.lang.words();
    let parts = [Part::Say(t.members_mail_reset_text()), Part::Link(link), Part::Say(t.members_mail_reset_hold())];
    letter(reader, t.members_mail_reset_subject(), &parts)
}

enum Part<'a> {
    Say(String),
    Link(&'a str),
}

fn letter(reader: &Reader, subject: String, parts: &[Part<'_>]) -> Letter {
    let t = reader.lang.words();
    let greeting = reader.name.as_ref().map_or_else(|| t.members_mail_hello(), |name| t.members_mail_greeting(name));
    let ignore = t.members_mail_ignore();
    let sign = t.site_name();
    let mut text = format!("{greeting}\n\n");
    for part in parts {
        match part {
            Part::Say(words) => text.push_str(words),
            Part::Link(link) => text.push_str(link),
        }
        text.push_str("\n\n");
    }
    text.push_str(&format!("{ignore}\n\n-- \n{sign}\n"));
    let body = parts.iter().map(|part| match part {
        Part::Say(words) => view! { <p>{words.clone()}</p> }.into_any(),
        Part::Link(link) => view! { <p><a href=(*link).to_owned()>{(*link).to_owned()}</a></p> }.into_any(),
    });
    let body = body.collect_view();
    let title = subject.clone();
    let document = html(|| {
        view! {
            <html lang=reader.lang.as_str()>
                <head><meta charset="utf-8"/><title>{title}</title></head>
                <body><p>{greeting}</p>{body}<p>{ignore}</p><p>{sign}</p></body>
            </html>
        }
    });
    Letter { to: reader.to.clone(), subject, text, html: format!("<!DOCTYPE html>{document}") }
}
