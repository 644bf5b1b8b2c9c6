//! `/traces/{id}/edit`: the writer's desk. Everything works as a plain form.

mod conflict;
pub mod fields;
mod lenses;
mod parts;
pub mod rail;
mod sent;
mod sheets;
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
use crate::traces::model::growth::Grown;
use crate::traces::model::part::{GIST_MAX, PILLARS, PartKey};
use crate::traces::model::typed::said;
use crate::traces::pages::growth;
use crate::ui::form::{ErrorSummary, TextField};
use crate::ui::page::Page;
use crate::ui::time::minute;

crate::text_enum! {
    /// How much of the desk is shown.
    View {
        All = "all",
        /// The part that the address points at.
        One = "one",
        /// Only the text, at the width at which it is read.
        Quiet = "quiet",
    }
}

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
    /// What the page shows is not in the draft: it was refused for now.
    pub unsaved: bool,
    pub view: Option<View>,
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
    let beside = rail::beside(lang, &content);
    Page::new(title.clone(), || {
        view! {
            {head(visit, desk, title).into_any()}
            {views(t, desk, &content, showing.view).into_any()}
            {state(visit, desk, &showing).into_any()}
            {showing.notice.clone().map(|notice| view! { <p class="pencil" role="status">{notice}</p> })}
            {showing.typed.as_ref().map(|typed| conflict::both(visit, desk, typed).into_any())}
            <ErrorSummary t=t problems=showing.problems.clone() label=move |name| label(t, lang, name)/>
            <div class=format!("bench {}", showing.view.map_or("all", View::as_str))>
                {form(visit, desk, &content, &showing).into_any()}
                {rail::rail(t, beside).into_any()}
            </div>
            {sheets::sheets(t).into_any()}
        }
    })
    .long_form()
    .sheet("lenses")
    .sheet("editor")
}

fn head(visit: &Visit, desk: &Desk, title: String) -> impl IntoView {
    let t = visit.t();
    let lang = visit.lang;
    let foreign = desk.content.language.foreign(lang);
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
            {desk.origin.as_ref().map(|origin| view! {
                <p class="note">{t.growth_editor_origin()} " " {growth::credit(visit, origin)}</p>
            })}
        </div>
    }
}

/// The ways to see the desk, and the keys.
fn views(t: &'static Words, desk: &Desk, content: &Content, view: Option<View>) -> impl IntoView + use<> {
    let next = Grown::from(content).offer().map_or(PartKey::Shift, |offer| offer.key);
    let one = |(to, name): (View, String)| {
        let place = if to == View::One { format!("#part-{next}") } else { String::new() };
        let current = (view.unwrap_or(View::All) == to).then_some("true");
        view! { <a href=format!("/traces/{}/edit?view={to}{place}", desk.trace) aria-current=current>{name}</a> }
    };
    let all = [(View::All, t.tools_view_all()), (View::One, t.tools_view_one()), (View::Quiet, t.tools_view_quiet())];
    view! {
        <nav class="meta views" aria-label=t.tools_views()>
            {all.map(one).collect_view()}
            <button type="button" id="keys-open" hidden>{t.tools_keys()} " (?)"</button>
        </nav>
    }
}

/// What is saved, always in sight.
fn state(visit: &Visit, desk: &Desk, showing: &Showing) -> impl IntoView {
    let t = visit.t();
    let over = showing.typed.as_ref().map(|typed| typed.version);
    let saved = t.write_saved(minute(desk.saved_at, visit.zone(), visit.lang));
    view! {
        <div class="state">
            <p class="note num" id="opened" hidden=over.is_some()><span class="ok">{saved}</span> " " <span class="extra">{t.write_version(desk.version)}</span></p>
            {view! { <EditorDesk trace=desk.trace.0 most=GIST_MAX over=over unsaved=showing.unsaved words=desk_words(t)/> }.into_any()}
            <div class="row">
                <button class="button" form="edit">{t.write_save()}</button>
                <button class="button go" form="edit" formaction=format!("/traces/{}/publish", desk.trace)>{t.write_publish()}</button>
            </div>
        </div>
    }
}

fn desk_words(t: &Words) -> DeskWords {
    DeskWords {
        saving: t.desk_saving(),
        offline: t.desk_offline(),
        older: t.desk_older(),
        choose: t.desk_choose(),
        see_both: t.desk_see_both(),
        signed_out: t.desk_signed_out(),
        not_yours: t.desk_not_yours(),
        too_large: t.desk_too_large(),
        unreadable: t.desk_unreadable(),
        too_many: t.desk_too_many(),
        broken: t.desk_broken(),
        restore: t.desk_restore(),
        restore_older: t.desk_restore_older(),
        restore_go: t.desk_restore_go(),
        restore_drop: t.desk_restore_drop(),
        left: t.desk_left(),
        over: t.desk_over(),
        characters: t.tools_characters(),
        words: t.tools_words(),
        too_much: t.tools_too_much(),
        sign_in: t.members_sign_in(),
        sign_in_wrong: t.members_sign_in_wrong(),
        sign_in_failed: t.desk_sign_in_failed(),
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
            {showing.view.map(|view| view! { <input type="hidden" name="view" value=view.as_str()/> })}
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
