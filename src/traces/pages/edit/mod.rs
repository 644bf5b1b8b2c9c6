//! `/traces/{id}/edit`: the writer's desk. Everything works as a plain form.

mod conflict;
pub mod fields;
mod lenses;
mod parts;
mod rail;
mod sent;
pub mod sources;
mod typed;

use leptos::prelude::*;

use crate::base::error::{Problems, Refusal};
use crate::base::words::{Lang, Words};
use crate::members::visit::Visit;
use crate::traces::actions::Desk;
use crate::traces::islands::{DeskWords, EditorDesk};
use crate::traces::model::address;
use crate::traces::model::draft::Content;
use crate::traces::model::part::{GIST_MAX, PILLARS, PartKey};
use crate::traces::model::typed::said;
use crate::ui::form::{ErrorSummary, TextField};
use crate::ui::page::Page;
use crate::ui::time::minute;

/// What the page shows beside the draft itself.
#[derive(Debug, Clone, Default)]
pub struct Showing {
    pub problems: Problems,
    /// A word to the writer above the form.
    pub notice: Option<String>,
    /// What was typed over an older version: shown beside the newer one, and in the form.
    pub typed: Option<Typed>,
    /// One more empty row: of `source`, or of a part by its key.
    pub one_more: Option<String>,
    /// Why there is to be a new revision, as typed.
    pub reason: String,
}

/// What a writer sent, with the version that it was typed over.
#[derive(Debug, Clone)]
pub struct Typed {
    pub content: Content,
    pub version: i64,
}

/// The page.
#[must_use]
pub fn show(visit: &Visit, desk: &Desk, showing: Showing) -> Page {
    let t = visit.t();
    let content = showing.typed.as_ref().map_or(&desk.content, |typed| &typed.content).clone();
    let lang = visit.lang;
    let title = if content.title.is_empty() { t.write_new_title() } else { content.title.clone() };
    Page::new(title.clone(), || {
        view! {
            {head(visit, desk, title).into_any()}
            {state(visit, desk).into_any()}
            {showing.notice.clone().map(|notice| view! { <p class="pencil" role="status">{notice}</p> })}
            {showing.typed.as_ref().map(|typed| conflict::both(visit, desk, typed).into_any())}
            <ErrorSummary t=t problems=showing.problems.clone() label=move |name| label(t, lang, name)/>
            <div class="bench">
                {form(visit, desk, &content, &showing).into_any()}
                {rail::rail(visit.lang, &content).into_any()}
            </div>
        }
    })
    .long_form()
    .sheet("lenses")
}

fn head(visit: &Visit, desk: &Desk, title: String) -> impl IntoView {
    let t = visit.t();
    let lang = visit.lang;
    let foreign = (desk.content.language != lang).then(|| desk.content.language.as_str());
    let company = desk.company.name(lang).to_owned();
    view! {
        <div class="title">
            <p class="meta">
                {company}
                <a href=format!("/traces/{}/authors", desk.trace)>{t.authors_title()}</a>
                {match desk.published {
                    Some(_) => view! {
                        <a href=address::path(desk.trace, &desk.slug)>{t.write_edit_published()}</a>
                    }.into_any(),
                    None => view! { <span>{t.write_edit_draft()}</span> }.into_any(),
                }}
            </p>
            <h1 lang=foreign>{title}</h1>
        </div>
    }
}

/// What is saved, always in sight.
fn state(visit: &Visit, desk: &Desk) -> impl IntoView {
    let t = visit.t();
    let saved = t.write_saved(minute(desk.saved_at, visit.zone(), visit.lang));
    view! {
        <div class="state">
            <p class="note num" id="opened"><span class="ok">{saved}</span> " " <span class="extra">{t.write_version(desk.version)}</span></p>
            <EditorDesk trace=desk.trace.0 most=GIST_MAX words=desk_words(t)/>
            <div class="row">
                <button class="button" form="edit">{t.write_save()}</button>
                <button class="button go" form="edit" formaction=format!("/traces/{}/publish", desk.trace)>{t.write_publish()}</button>
            </div>
        </div>
    }
}

fn desk_words(t: &Words) -> DeskWords {
    DeskWords {
        saving: t.write_desk_saving(),
        offline: t.write_desk_offline(),
        older: t.write_desk_older(),
        older_link: t.write_desk_older_link(),
        signed_out: t.write_desk_signed_out(),
        restore: t.write_desk_restore(),
        restore_older: t.write_desk_restore_older(),
        restore_go: t.write_desk_restore_go(),
        restore_drop: t.write_desk_restore_drop(),
        left: t.write_desk_left(),
        over: t.write_desk_over(),
    }
}

fn form(visit: &Visit, desk: &Desk, content: &Content, showing: &Showing) -> impl IntoView {
    let t = visit.t();
    let problems = &showing.problems;
    let languages = Lang::ALL.iter().map(|lang| {
        view! { <option value=lang.as_str() selected={*lang == content.language}>{lang.name()}</option> }
    });
    let walk = PartKey::ALL.iter().filter(|key| PILLARS.contains(key) || key.is_bridge());
    let parts = walk.map(|key| parts::part(visit.lang, *key, content, problems).into_any());
    let asked = showing.one_more.as_deref();
    let publish = format!("/traces/{}/publish", desk.trace);
    view! {
        <form id="edit" method="post" action=format!("/traces/{}/edit", desk.trace)>
            <input type="hidden" name="version" value=desk.version/>
            <div class="form">
                <TextField t=t problems=problems.clone() name="title" label=t.write_title() value=content.title.clone()/>
                <div class="row">
                    <label for="language"><b>{t.write_language()}</b></label>
                    <select id="language" name="language">{languages.collect_view()}</select>
                </div>
            </div>
            <div class="band">{parts.collect_view()}</div>
            {lenses::section(visit.lang, content, problems, asked.and_then(|key| key.parse().ok())).into_any()}
            {sources::sources(t, &content.sources, problems, asked == Some("source")).into_any()}
            {desk.published.is_some().then(|| view! {
                <div class="form band">
                    <TextField t=t problems=problems.clone() name="reason" label=t.write_reason() hint=t.write_reason_hint() value=showing.reason.clone()/>
                </div>
            })}
            <p class="row band">
                <button class="button">{t.write_save()}</button>
                <button class="button go" formaction=publish>{t.write_publish()}</button>
            </p>
            <p class="note"><a href="https://creativecommons.org/licenses/by-sa/4.0/">{t.write_licence()}</a></p>
        </form>
    }
}

/// A field's name for people: "Market shift, gist".
fn label(t: &Words, lang: Lang, name: &str) -> String {
    if let Some((number, field)) = name.strip_prefix("source.").and_then(|rest| rest.split_once('.')) {
        let number = t.write_source(number.parse().unwrap_or(0));
        return t.write_field_of(number, sources::field_name(t, field));
    }
    let part = name.split_once('.').and_then(|(key, field)| Some((key.parse::<PartKey>().ok()?, field)));
    if let Some(named) = part.and_then(|(key, field)| said::field(key, field, lang)) {
        return named;
    }
    match part {
        Some((key, "gist")) => t.write_field_of(key.name(lang), t.write_field_gist()),
        Some((key, _)) => t.write_field_of(key.name(lang), t.write_field_body()),
        None if name == "language" => t.write_language(),
        None if name == "reason" => t.write_reason(),
        None => t.write_title(),
    }
}

/// Why a member may not publish now, said kindly.
#[must_use]
pub fn refusal(t: &Words, why: Refusal) -> String {
    match why {
        Refusal::Suspended => t.refused_suspended(),
        _ => t.refused_unverified(),
    }
}
