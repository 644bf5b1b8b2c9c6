//! Sign-in, and what to do when its cookie does not come back.

use leptos::prelude::*;

use crate::members::pages::{done, linked, sheet};
use crate::members::store::Account;
use crate::members::visit::Visit;
use crate::ui::fields::Fields;
use crate::ui::form::TextField;
use crate::ui::page::Page;

/// The sheet. `wrong`: what was typed does not fit together. `demo`: members that development signs in.
pub fn sign_in(visit: &Visit, typed: &Fields, wrong: bool, demo: &[Account]) -> Page {
    let t = visit.t();
    let said = if typed.has("verified") {
        Some(t.members_sign_in_verified())
    } else {
        typed.has("reset").then(|| t.members_sign_in_reset())
    };
    Page::new(t.members_sign_in(), || {
        let body = view! { {form(visit, typed, wrong).into_any()}{others(visit, typed).into_any()} };
        view! { {said.map(done)}{sheet(t.members_sign_in(), None, body.into_any(), demo_members(visit, typed.get("next"), demo))} }
    })
}

fn form(visit: &Visit, typed: &Fields, wrong: bool) -> impl IntoView {
    let t = visit.t();
    let pending = Some(typed.get("pending").to_owned()).filter(|p| !p.is_empty());
    let summary = wrong.then(|| {
        view! {
            <div class="summary" role="alert" tabindex="-1" id="errors">
                <h2>{t.problems_title(1)}</h2>
                <ul><li><a href="#email">{t.members_sign_in_wrong()}</a></li></ul>
            </div>
        }
    });
    let none = crate::base::error::Problems::default();
    view! {
        <form class="form" method="post" action="/sign-in">
            {summary}
            <input type="hidden" name="next" value=typed.get("next").to_owned()/>
            {pending.map(|pending| view! {
                <p class="notice" role="status"><span class="ok"></span><b>{t.members_sketch_kept()}</b>" "<span>{t.members_sketch_kept_help()}</span></p>
                <input type="hidden" name="pending" value=pending/>
            })}
            <TextField t problems=none.clone() name="email" label=t.members_email() value=typed.get("email") kind="email"
                autocomplete="username" required=true/>
            <TextField t problems=none name="password" label=t.members_password() kind="password"
                autocomplete="current-password" required=true/>
            <p class="row"><button class="button go">{t.members_sign_in()}</button>" "<a href="/reset">{t.members_forgot()}</a></p>
        </form>
    }
}

fn others(visit: &Visit, typed: &Fields) -> impl IntoView {
    let t = visit.t();
    let pending = typed.get("pending");
    let encoded: String = url::form_urlencoded::byte_serialize(pending.as_bytes()).collect();
    let sign_up = if pending.is_empty() { "/sign-up".to_owned() } else { format!("/sign-up?pending={encoded}") };
    view! {
        <dl class="block">
            <div><dt>{t.members_new_here()}</dt><dd>{linked(&t.members_new_here_go(), &sign_up)}</dd></div>
            <div><dt>{t.members_only_reading()}</dt><dd>{t.members_only_reading_go()}</dd></div>
        </dl>
    }
}

/// Buttons that sign in as a demo member, marked as such.
fn demo_members(visit: &Visit, next: &str, demo: &[Account]) -> Option<AnyView> {
    let t = visit.t();
    let one = |account: &Account| {
        view! {
            <p class="row">
                <button class="button small" name="handle" value=account.handle.clone()>{t.members_demo_go(&account.name)}</button>
                " "<span class="note">{t.demo_mark()}</span>
            </p>
        }
    };
    (!demo.is_empty()).then(|| {
        view! {
            <aside>
                <h2 class="note"><b>{t.members_demo_title()}</b></h2>
                <form class="stack" method="post" action="/dev/sign-in">
                    <input type="hidden" name="next" value=next.to_owned()/>
                    {demo.iter().map(one).collect_view()}
                </form>
            </aside>
        }
        .into_any()
    })
}

/// The cookie did not come back after sign-in.
pub fn no_cookie(visit: &Visit) -> Page {
    let t = visit.t();
    let https = visit.app.config.is_https();
    Page::new(t.members_no_cookie(), || {
        let body = view! {
            <div class="form prose">
                <p>{t.members_no_cookie_text()}</p>
                <p>{t.members_no_cookie_blocked()}</p>
                {(!https).then(|| view! { <p>{t.members_no_cookie_http()}</p> })}
                <p><a class="button" href="/sign-in">{t.members_try_again()}</a></p>
            </div>
        };
        sheet(t.members_no_cookie(), None, body.into_any(), None)
    })
}

/// Signed in, in a tab beside the one where something waits to be sent again.
pub fn done_beside(visit: &Visit) -> Page {
    let t = visit.t();
    Page::new(t.members_sign_in_done(), || {
        view! { <div class="errand stack"><h1>{t.members_sign_in_done()}</h1><p>{t.members_sign_in_done_text()}</p></div> }
    })
}
