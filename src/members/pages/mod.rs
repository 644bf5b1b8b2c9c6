//! The pages of becoming and being a member.

pub mod dev;
pub mod join;
pub mod leave;
pub mod reset;
pub mod settings;
pub mod sign_in;

use leptos::prelude::*;

use crate::base::error::Problems;
use crate::base::words::{Lang, Words};
use crate::members::model::Discipline;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::ui::form::SelectField;

/// A sentence with one link in it: `Sign up <a>here</a>.`
fn linked(text: &str, href: &str) -> AnyView {
    let (before, rest) = text.split_once("<a>").unwrap_or((text, ""));
    let (link, after) = rest.split_once("</a>").unwrap_or((rest, ""));
    let (before, link, after, href) = (before.to_owned(), link.to_owned(), after.to_owned(), href.to_owned());
    view! { {before}<a href=href>{link}</a>{after} }.into_any()
}

/// A page that is one sheet, with something beside it.
fn sheet(title: String, lead: Option<String>, body: AnyView, aside: Option<AnyView>) -> AnyView {
    view! {
        <div class="title"><h1>{title}</h1>{lead.map(|lead| view! { <p class="from">{lead}</p> })}</div>
        <div class="entry"><div class="sheet">{body}</div>{aside}</div>
    }
    .into_any()
}

/// It was done.
fn done(text: String) -> AnyView {
    view! { <p class="notice" role="status"><span><span class="ok"></span>{text}</span></p> }.into_any()
}

/// The steps from the sheet to the first trace. `at` counts from 0.
fn steps(t: &'static Words, at: usize, sketch: bool) -> AnyView {
    let last = if sketch { t.members_step_publish() } else { t.members_step_write() };
    let all = [t.members_step_fill(), t.members_step_letter(), t.members_step_confirm(), last];
    let one = |(n, text): (usize, String)| {
        let note = (n == 1 && at <= 1).then(|| view! { " "<span class="note">{t.members_step_letter_note()}</span> });
        view! { <li class=(n < at).then_some("done") aria-current=(n == at).then_some("step")>{text}{note}</li> }
    };
    view! {
        <aside>
            <h2 class="note"><b>{t.members_steps()}</b></h2>
            <ol class="steps">{all.into_iter().enumerate().map(one).collect_view()}</ol>
        </aside>
    }
    .into_any()
}

fn discipline(visit: &Visit, problems: &Problems, value: &str, hint: Option<String>) -> AnyView {
    let t = visit.t();
    let options = Discipline::ALL.iter().map(|d| (d.as_str().to_owned(), d.name(visit.lang))).collect();
    let (label, value) = (t.members_discipline(), value.to_owned());
    match hint {
        Some(hint) => {
            view! { <SelectField t problems=problems.clone() name="discipline" label hint value options/> }.into_any()
        }
        None => view! { <SelectField t problems=problems.clone() name="discipline" label value options/> }.into_any(),
    }
}

fn zone(visit: &Visit, problems: &Problems, value: &str) -> AnyView {
    let t = visit.t();
    let value = if value.is_empty() { zones::DEFAULT } else { value };
    let options = zones::all().iter().map(|zone| (zone.clone(), zones::label(zone, visit.now))).collect();
    view! { <SelectField t problems=problems.clone() name="zone" label=t.members_zone() value=value options/> }
        .into_any()
}

fn language(visit: &Visit, problems: &Problems, value: &str) -> AnyView {
    let t = visit.t();
    let chosen = value.parse().unwrap_or(visit.lang);
    let error = problems
        .of("language")
        .map(|p| view! { <p class="error" id="language-error">{crate::ui::form::say(p, t)}</p> });
    let one = |lang: Lang| {
        let is_chosen = lang == chosen;
        let id = if lang == Lang::ALL[0] { "language" } else { "language-2" };
        view! {
            <label class="tick">
                <input type="radio" id=id name="language" value=lang.as_str() checked=is_chosen/>
                " "<span lang=lang.as_str()>{lang.name()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{t.members_language()}</legend>
            {error}
            <div class="ticks">{Lang::ALL.iter().copied().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// The name of a field, for the list of problems.
fn label(t: &'static Words) -> impl Fn(&str) -> String + Send + 'static {
    move |field| match field {
        "email" => t.members_email(),
        "handle" => t.members_handle(),
        "name" => t.members_name(),
        "bio" => t.members_bio(),
        "discipline" => t.members_discipline(),
        "language" => t.members_language(),
        "zone" => t.members_zone(),
        "current" => t.members_password_now(),
        "agree" => t.members_terms(),
        _ => t.members_password(),
    }
}
