//! Settings: profile, password, sign-ins, blocks; each its own form.

use leptos::prelude::*;

use crate::base::error::Problems;
use crate::members::model::SignInId;
use crate::members::pages::join::new_password;
use crate::members::pages::{discipline, done, label, language, zone};
use crate::members::store::{Account, Blocked, SignIn};
use crate::members::visit::Visit;
use crate::ui::fields::Fields;
use crate::ui::form::{ErrorSummary, TextArea, TextField};
use crate::ui::page::Page;
use crate::ui::time::{Day, Minute};

/// What the page shows.
pub struct Settings {
    pub account: Account,
    pub sign_ins: Vec<SignIn>,
    /// The sign-in of this browser.
    pub here: SignInId,
    /// Whom the member has blocked: one more than [`BLOCKED`] where there are more.
    pub blocked: Vec<Blocked>,
}

/// Blocked members that the page lists. Nobody has blocked more by hand; the others have their pages.
pub const BLOCKED: i64 = 100;

/// A form that came back: which one, with what was typed and what is wrong.
#[derive(Default)]
pub struct Returned {
    pub profile: Option<(Fields, Problems)>,
    pub password: Option<Problems>,
}

pub fn show(visit: &Visit, settings: &Settings, returned: &Returned) -> Page {
    let t = visit.t();
    let said = match visit.query().get("done") {
        "profile" => Some(t.members_profile_saved()),
        "password" => Some(t.members_password_saved()),
        "sign-in" => Some(t.members_sign_in_ended()),
        "others" => Some(t.members_others_ended()),
        "unblocked" => Some(t.members_unblocked()),
        "letter" => Some(t.members_letter_again()),
        _ => None,
    };
    Page::new(t.members_settings(), || {
        let account = &settings.account;
        view! {
            <div class="title"><h1>{t.members_settings()}</h1></div>
            {said.map(done)}
            {account.verified_at.is_none().then(|| unverified(visit).into_any())}
            <div class="settings">
                <section aria-labelledby="s1"><h2 id="s1">{t.members_profile()}</h2>{profile(visit, account, returned.profile.as_ref()).into_any()}</section>
                <section aria-labelledby="s2"><h2 id="s2">{t.members_password()}</h2>{password(visit, returned.password.as_ref()).into_any()}</section>
                <section aria-labelledby="s3"><h2 id="s3">{t.members_sign_ins()}</h2>{sign_ins(visit, settings).into_any()}</section>
                <section aria-labelledby="s4"><h2 id="s4">{t.members_blocks()}</h2>{blocks(visit, &settings.blocked).into_any()}</section>
                <section aria-labelledby="s5"><h2 id="s5">{t.members_leave()}</h2><p><a href="/settings/delete">{t.members_leave_see()}</a></p></section>
            </div>
        }
    })
}

fn unverified(visit: &Visit) -> impl IntoView {
    let t = visit.t();
    view! {
        <form class="notice" method="post" action="/settings/letter">
            <p>{t.members_unverified()}</p>
            <p><button class="button small">{t.members_unverified_again()}</button></p>
        </form>
    }
}

fn profile(visit: &Visit, account: &Account, returned: Option<&(Fields, Problems)>) -> impl IntoView {
    let t = visit.t();
    let problems = returned.map(|(_, problems)| problems.clone()).unwrap_or_default();
    let value = |name: &str, kept: &str| returned.map_or(kept, |(typed, _)| typed.get(name)).to_owned();
    view! {
        <form class="form" method="post" action="/settings/profile" novalidate>
            <ErrorSummary t problems=problems.clone() label=label(t)/>
            <TextField t problems=problems.clone() name="name" label=t.members_name() value=value("name", &account.name)
                autocomplete="name" required=true/>
            <TextArea t problems=problems.clone() name="bio" label=t.members_bio() hint=t.members_bio_hint() value=value("bio", &account.bio)/>
            {discipline(visit, &problems, &value("discipline", account.discipline.as_str()), None)}
            {language(visit, &problems, &value("language", account.language.as_str()))}
            {zone(visit, &problems, &value("zone", &account.zone))}
            <p class="row"><button class="button">{t.members_profile_save()}</button>" "<a href=format!("/members/{}", account.handle)>{t.members_profile_see()}</a></p>
        </form>
    }
}

fn password(visit: &Visit, problems: Option<&Problems>) -> impl IntoView {
    let t = visit.t();
    let problems = problems.cloned().unwrap_or_default();
    view! {
        <form class="form" method="post" action="/settings/password" novalidate>
            <ErrorSummary t problems=problems.clone() label=label(t)/>
            <TextField t problems=problems.clone() name="current" label=t.members_password_now() kind="password"
                autocomplete="current-password" required=true/>
            {new_password(t, &problems, t.members_password_new())}
            <p><button class="button">{t.members_password_save()}</button></p>
        </form>
    }
}

fn sign_ins(visit: &Visit, settings: &Settings) -> impl IntoView {
    let t = visit.t();
    let others = settings.sign_ins.len() > 1;
    let row = |sign_in: &SignIn| {
        let ours = sign_in.id == settings.here;
        let browser = sign_in.browser.clone();
        let end = if ours {
            view! { <td class="note">{t.members_sign_in_this()}</td> }.into_any()
        } else {
            view! {
                <td><form method="post" action=format!("/settings/sign-ins/{}/end", sign_in.id)>
                    <button class="button small strike">{t.members_sign_in_end()}<span class="vh">" "{browser.clone()}</span></button>
                </form></td>
            }
            .into_any()
        };
        view! {
            <tr>
                <th scope="row">{browser}</th>
                <td class="num" data-name=t.members_sign_in_since()><Day time=sign_in.created_at zone=visit.zone() lang=visit.lang/></td>
                <td class="num" data-name=t.members_sign_in_seen()><Minute time=sign_in.seen_at zone=visit.zone() lang=visit.lang/></td>
                {end}
            </tr>
        }
    };
    view! {
        <div class="stack">
            <table class="fold">
                <thead><tr>
                    <th scope="col">{t.members_sign_in_browser()}</th><th scope="col">{t.members_sign_in_since()}</th>
                    <th scope="col">{t.members_sign_in_seen()}</th><th scope="col"><span class="vh">{t.members_sign_in_end_head()}</span></th>
                </tr></thead>
                <tbody>{settings.sign_ins.iter().map(row).collect_view()}</tbody>
            </table>
            {others.then(|| view! {
                <form method="post" action="/settings/sign-ins/end-others"><button class="button small">{t.members_end_others()}</button></form>
            })}
        </div>
    }
}

fn blocks(visit: &Visit, blocked: &[Blocked]) -> impl IntoView {
    let t = visit.t();
    let row = |one: &Blocked| {
        let name = one.name.clone();
        view! {
            <tr>
                <th scope="row"><a href=format!("/members/{}", one.handle)>{name.clone()}</a></th>
                <td class="num" data-name=t.members_block_since()><Day time=one.created_at zone=visit.zone() lang=visit.lang/></td>
                <td><form method="post" action=format!("/members/{}/unblock", one.handle)>
                    <input type="hidden" name="next" value="/settings?done=unblocked"/>
                    <button class="button small">{t.members_unblock()}<span class="vh">" "{name}</span></button>
                </form></td>
            </tr>
        }
    };
    if blocked.is_empty() {
        return view! { <p class="note">{t.members_blocks_none()}</p> }.into_any();
    }
    let most = BLOCKED as usize;
    view! {
        <div class="stack">
            <table class="fold">
                <thead><tr>
                    <th scope="col">{t.members_block_who()}</th><th scope="col">{t.members_block_since()}</th>
                    <th scope="col"><span class="vh">{t.members_unblock()}</span></th>
                </tr></thead>
                <tbody>{blocked.iter().take(most).map(row).collect_view()}</tbody>
            </table>
            {(blocked.len() > most).then(|| view! { <p class="note">{t.members_blocks_more(BLOCKED)}</p> })}
        </div>
    }
    .into_any()
}
