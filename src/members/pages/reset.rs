//! A new password by letter.

use leptos::prelude::*;

use crate::base::error::Problems;
use crate::members::pages::join::new_password;
use crate::members::pages::{label, sheet};
use crate::members::visit::Visit;
use crate::ui::form::{ErrorSummary, TextField};
use crate::ui::page::Page;

/// Asks for the address.
pub fn ask(visit: &Visit, email: &str, problems: &Problems) -> Page {
    let t = visit.t();
    Page::new(t.members_reset(), || {
        let body = view! {
            <form class="form" method="post" action="/reset" novalidate>
                <ErrorSummary t problems=problems.clone() label=label(t)/>
                <TextField t problems=problems.clone() name="email" label=t.members_email() hint=t.members_reset_hint() value=email
                    kind="email" autocomplete="username" required=true/>
                <p><button class="button go">{t.members_send_letter()}</button></p>
            </form>
        };
        sheet(t.members_reset(), None, body.into_any(), None)
    })
}

/// The same whether or not there is an account.
pub fn sent(visit: &Visit) -> Page {
    let t = visit.t();
    Page::new(t.members_check_mail(), || {
        let body = view! { <div class="form prose"><p>{t.members_reset_sent()}</p></div> };
        sheet(t.members_check_mail(), None, body.into_any(), None)
    })
}

/// Where the letter's link leads.
pub fn set(visit: &Visit, token: &str, handle: &str, problems: &Problems) -> Page {
    let t = visit.t();
    Page::new(t.members_reset_new(), || {
        let body = view! {
            <form class="form" method="post" action="/reset/new" novalidate>
                <ErrorSummary t problems=problems.clone() label=label(t)/>
                <input type="hidden" name="token" value=token.to_owned()/>
                <p>{t.members_reset_new_text(handle)}</p>
                {new_password(t, problems, t.members_password_new())}
                <p><button class="button go">{t.members_reset_new_go()}</button></p>
            </form>
        };
        sheet(t.members_reset_new(), None, body.into_any(), None)
    })
    .secret()
}
