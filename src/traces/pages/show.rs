//! The page of one trace: the map on its sheet, the walk down the parts, the sources.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::model::address::Form;
use crate::traces::model::growth::Grown;
use crate::traces::model::part::PartKey;
use crate::traces::model::{Stage, licence};
use crate::traces::pages::reading::Reading;
use crate::traces::pages::{growth as grow, head, lenses, sources, walk};
use crate::traces::views::growth;
use crate::traces::views::map::Map;
use crate::traces::views::person::Person;
use crate::ui::page::Page;
use crate::ui::time::Day;

/// What higher slices place on the page: finished HTML, and the tags it read.
#[derive(Debug, Clone, Default)]
pub struct Slots {
    /// Remarks on a part, beside it: `.aside-note`s.
    pub margin: BTreeMap<PartKey, String>,
    /// The talk below the trace.
    pub talk: String,
    /// That and why it was featured.
    pub featured: String,
    /// The way to work on it with someone.
    pub pair: String,
    /// What organizers do with it.
    pub organizer: String,
    pub tags: Vec<String>,
}

/// The whole page, of the published revision or of an older one.
#[must_use]
pub fn render(visit: &Visit, reading: &Reading, slots: Slots) -> Page {
    let title = visit.t().reading_title(reading.company.name(visit.lang), &reading.revision.title);
    let tags = reading.tags().into_iter().chain(slots.tags.clone()).collect();
    let mut page = Page::new(title, || body(visit, reading, &slots));
    if lenses::any(reading) {
        page = page.sheet("lenses");
    }
    head::describe(page, visit, reading, tags)
}

impl Reading {
    /// The `lang` of what its authors wrote, where the page around it is in the other language.
    #[must_use]
    pub fn foreign(&self, page: Lang) -> Option<&'static str> {
        self.revision.language.foreign(page)
    }
}

fn body(visit: &Visit, reading: &Reading, slots: &Slots) -> impl IntoView {
    let (t, lang) = (visit.t(), visit.lang);
    let name = reading.company.name(lang);
    let company = if reading.company.code.is_empty() {
        name.to_owned()
    } else {
        t.reading_company_code(name, &reading.company.code)
    };
    let company_path = format!("/companies/{}", reading.company.slug);
    let grown = reading.grown();
    view! {
        <article>
            <header class="title trace-title">
                <p class="meta">
                    <a href=company_path.clone()>{company}</a>
                    <a href=company_path>{t.reading_company_traces()}</a>
                </p>
                <h1 lang=reading.foreign(lang)>{reading.revision.title.clone()}</h1>
                {grow::origin(visit, reading)}
            </header>
            {notices(visit, reading)}
            {sheet(visit, reading, &grown).into_any()}
            {next(visit, reading, &grown)}
            {slot(&slots.featured)}
            {walk::walk(visit, reading, &slots.margin).into_any()}
            {lenses::all(visit, reading, &slots.margin).into_any()}
            {sources::list(visit, reading).into_any()}
            {grow::section(visit, reading).into_any()}
            {foot(visit, reading).into_any()}
        </article>
        {slot(&slots.pair)}
        {slot(&slots.organizer)}
        {slot(&slots.talk)}
    }
}

fn slot(html: &str) -> Option<impl IntoView + use<>> {
    (!html.is_empty()).then(|| view! { <div inner_html=html.to_owned()></div> })
}

/// What the reader should know first: an older revision, or hidden.
fn notices(visit: &Visit, reading: &Reading) -> impl IntoView + use<> {
    let t = visit.t();
    let number = reading.revision.number;
    let hidden =
        reading.trace.hidden_at.map(|_| view! { <p class="notice screen" role="status">{t.reading_hidden()}</p> });
    let old = (number != reading.published).then(|| {
        view! {
            <p class="notice screen" role="status">
                <b>{t.reading_old_revision(number, reading.published)}</b> " "
                <Day time=reading.revision.created_at zone=visit.zone() lang=visit.lang/> " "
                <a href=reading.path(Form::Page)>{t.reading_read_published()}</a> " "
                <a href=reading.history_path()>{t.reading_history()}</a>
            </p>
        }
    });
    (hidden, old)
}

/// The map, and the title block of the drawing.
fn sheet(visit: &Visit, reading: &Reading, grown: &Grown) -> impl IntoView {
    let (t, lang) = (visit.t(), visit.lang);
    let outline = reading.outline();
    let said = outline.said();
    let say = reading.trace.is_author.then(|| reading.edit_path());
    let authors = reading.authors.iter().map(|author| {
        view! {
            <li>
                <Person handle=author.handle.clone() name=author.name.clone() demo=author.demo gone=author.deleted_at.is_some() lang=lang/>
                {author.deleted_at.is_none().then(|| view! { " " <span class="note">{author.discipline.name(lang)}</span> })}
            </li>
        }
    });
    let revision = &reading.revision;
    view! {
        <figure class="sheet" aria-label=t.reading_map()>
            <Map outline=outline lang=lang text_lang=revision.language say=say linked=true/>
            <figcaption><dl class="block">
                <div><dt>{t.reading_drawn_by()}</dt><dd><ul>{authors.collect_view()}</ul></dd></div>
                <div><dt>{t.reading_stage()}</dt><dd>{stage(revision.stage, said, lang)}</dd></div>
                <div><dt>{t.growth_open()}</dt><dd>{growth::open(lang, grown.open())}</dd></div>
                <div><dt>{t.reading_revision()}</dt><dd class="num">
                    <a href=reading.history_path()>{t.reading_revision_number(revision.number)}</a> " "
                    <Day time=revision.created_at zone=visit.zone() lang=lang/>
                </dd></div>
                <div><dt>{t.reading_language()}</dt><dd lang=revision.language.as_str()>{revision.language.name()}</dd></div>
                <div><dt>{t.reading_licence()}</dt><dd>{licence_link(&reading.trace.licence)}</dd></div>
            </dl></figcaption>
        </figure>
    }
}

/// To its author: the one part that would add most now.
fn next(visit: &Visit, reading: &Reading, grown: &Grown) -> Option<impl IntoView + use<>> {
    let own = reading.trace.is_author && reading.revision.number == reading.published;
    own.then(|| growth::offer(visit.lang, grown.offer(), &reading.edit_path()))
}

/// The stage's name, with how far the bridges are once there are pillars to bridge.
fn stage(stage: Stage, said: usize, lang: Lang) -> String {
    let t = lang.words();
    match stage {
        Stage::Sketch => t.stage_sketch(),
        Stage::Trace => t.reading_stage_bridges(t.stage_trace(), said as i64),
        Stage::Bridged => t.stage_bridged(),
    }
}

fn licence_link(spdx: &str) -> AnyView {
    let (name, link) = licence::known(spdx);
    let name = name.to_owned();
    match link {
        Some(link) => view! { <a href=link rel="license">{name}</a> }.into_any(),
        None => name.into_any(),
    }
}

fn foot(visit: &Visit, reading: &Reading) -> impl IntoView {
    let t = visit.t();
    let joint = visit.lang.joint();
    let names: Vec<String> = reading
        .authors
        .iter()
        .map(|a| if a.deleted_at.is_some() { t.reading_former_member() } else { a.name.clone() })
        .collect();
    let edit = reading.trace.is_author.then(|| {
        let authors = format!("/traces/{}/authors", reading.trace.id);
        view! { <a href=reading.edit_path()>{t.reading_edit()}</a> <a href=authors>{t.authors_title()}</a> }
    });
    view! {
        <p class="meta trace-foot">
            <span>"© " {names.join(joint)} " · " {licence_link(&reading.trace.licence)}</span>
            <a href=reading.history_path()>{t.reading_history()}</a>
            <a href=reading.path(Form::Md) lang="en">"Markdown"</a>
            <a href=reading.path(Form::Json) lang="en">"JSON"</a>
            {edit}
        </p>
    }
}
