//! The words of letters about an account, in their reader's language. Links are absolute, built from
//! `PUBLIC_URL`.

use crate::base::mail::Letter;
use crate::base::words::Lang;
use crate::members::store::Account;
use crate::ui;
use crate::ui::letter::Part;

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
    let parts =
        [Part::Say(t.members_mail_verify_text()), Part::Link(link.into()), Part::Say(t.members_mail_verify_hold())];
    letter(reader, t.members_mail_verify_subject(), &parts)
}

/// Someone signed up with an address whose account was never confirmed: a new password confirms it.
pub fn waiting(reader: &Reader, link: &str) -> Letter {
    let t = reader.lang.words();
    let parts = [
        Part::Say(t.members_mail_waiting_text(&reader.handle)),
        Part::Link(link.into()),
        Part::Say(t.members_mail_reset_hold()),
    ];
    letter(reader, t.members_mail_verify_subject(), &parts)
}

/// Someone signed up with an address that has an account.
pub fn known(reader: &Reader, sign_in: &str, reset: &str) -> Letter {
    let t = reader.lang.words();
    let parts = [
        Part::Say(t.members_mail_known_text(&reader.handle)),
        Part::Link(sign_in.into()),
        Part::Say(t.members_mail_known_forgot()),
        Part::Link(reset.into()),
    ];
    letter(reader, t.members_mail_known_subject(), &parts)
}

/// The same, by someone who had drawn a sketch.
pub fn known_with_sketch(reader: &Reader, link: &str, reset: &str) -> Letter {
    let t = reader.lang.words();
    let parts = [
        Part::Say(t.members_mail_known_sketch(&reader.handle)),
        Part::Link(link.into()),
        Part::Say(t.members_mail_known_forgot()),
        Part::Link(reset.into()),
    ];
    letter(reader, t.members_mail_known_subject(), &parts)
}

/// Set a new password.
pub fn reset(reader: &Reader, link: &str) -> Letter {
    let t = reader.lang.words();
    let parts =
        [Part::Say(t.members_mail_reset_text()), Part::Link(link.into()), Part::Say(t.members_mail_reset_hold())];
    letter(reader, t.members_mail_reset_subject(), &parts)
}

fn letter(reader: &Reader, subject: String, parts: &[Part]) -> Letter {
    let t = reader.lang.words();
    let greeting = reader.name.as_ref().map_or_else(|| t.members_mail_hello(), |name| t.members_mail_greeting(name));
    let parts = [&[Part::Say(greeting)], parts, &[Part::Say(t.members_mail_ignore())]].concat();
    ui::letter::letter(reader.lang, reader.to.clone(), subject, &parts)
}
