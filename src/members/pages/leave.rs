//! Deleting one's account: what goes, what stays, and the password once more.

use leptos::prelude::*;

use crate::base::error::{Problems, Refusal};
use crate::members::pages::{label, sheet};
use crate::members::visit::Visit;
use crate::ui::form::{ErrorSummary, TextField, refused};
use crate::ui::page::Page;

/// The page before. `demo`: this account cannot go.
pub fn ask(visit: &Visit, demo: bool, problems: &Problems) -> Page {
    let t = visit.t();
    Page::new(t.members_leave(), || {
        let end = if demo {
            view! { <p class="notice">{refused(Refusal::DemoMember, t)}</p> }.into_any()
        } else {
            view! {
                <p><b>{t.members_leave_final()}</b></p>
                <TextField t problems=problems.clone() name="current" label=t.members_password_now() kind="password"
                    autocomplete="current-password" required=true/>
                <p class="row"><button class="button strike">{t.members_leave_go()}</button>" "<a href="/settings">{t.members_leave_not()}</a></p>
            }
            .into_any()
        };
        let body = view! {
            <form class="form" method="post" action="/settings/delete" novalidate>
                <ErrorSummary t problems=problems.clone() label=label(t)/>
                <div class="prose">
                    <h2>{t.members_leave_goes()}</h2>
                    <ul>
                        <li>{t.members_leave_goes_account()}</li>
                        <li>{t.members_leave_goes_drafts()}</li>
                        <li>{t.members_leave_goes_inbox()}</li>
                    </ul>
                    <h2>{t.members_leave_stays()}</h2>
                    <ul>
                        <li>{t.members_leave_stays_public()}</li>
                        <li>{t.members_leave_stays_joint()}</li>
                    </ul>
                </div>
                {end}
            </form>
        };
        sheet(t.members_leave(), None, body.into_any(), None)
    })
}

/// The page after.
pub fn goodbye(visit: &Visit) -> Page {
    let t = visit.t();
    Page::new(t.members_goodbye(), || {
        view! {
            <div class="errand stack">
                <h1>{t.members_goodbye()}</h1>
                <p>{t.members_goodbye_text()}</p>
                <p><a class="button" href="/">{t.error_home()}</a></p>
            </div>
        }
    })
}
