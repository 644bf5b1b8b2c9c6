//! A draft as others than its authors read it: `/traces/{id}/draft` for reviewers and authors, with
//! their remarks, and `/drafts/{token}` for whoever has the secret address, without any.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::{Problems, Result};
use crate::base::text;
use crate::members::visit::Visit;
use crate::traces::actions::{Dated, render, sharing};
use crate::traces::model::citation::cited;
use crate::traces::model::draft::Content;
use crate::traces::model::part::PartKey;
use crate::traces::model::{Stage, stage};
use crate::traces::pages::reading::Reading;
use crate::traces::pages::{lenses, sources, walk};
use crate::traces::store::sharing::{PAGE, Remark, SharedDraft};
use crate::traces::store::show::{self, PartRow, RevisionRow, TraceRow};
use crate::traces::views::card::stage_name;
use crate::traces::views::map::Map;
use crate::traces::views::person::Person;
use crate::ui::form::{SelectField, TextArea};
use crate::ui::page::Page;
use crate::ui::time::{Day, Minute};

/// Remarks beside one part, and how much of each.
const IN_MARGIN: usize = 2;
const REMARK: usize = 120;

/// What reviewers and authors say to each other, and what has been typed.
#[derive(Debug, Clone, Default)]
pub struct Talk {
    pub remarks: Vec<Remark>,
    /// There are older ones.
    pub older: Option<i64>,
    pub problems: Problems,
    pub part: String,
    pub body: String,
    /// Why it could not be sent.
    pub notice: Option<String>,
}

impl Talk {
    /// The newest of `remarks`, which may hold one more than a page.
    #[must_use]
    pub fn of(mut remarks: Vec<Remark>) -> Self {
        let more = remarks.len() as i64 > PAGE;
        remarks.truncate(PAGE as usize);
        let older = remarks.last().filter(|_| more).map(|last| last.id.0);
        Self { remarks, older, ..Self::default() }
    }
}

/// The draft made readable: rendered, with all that its page shows.
///
/// # Errors
/// [`crate::base::error::Error::Internal`] when the stored draft cannot be read.
pub async fn reading(mut conn: Conn, visit: &Visit, draft: SharedDraft) -> Result<Reading> {
    let content = sharing::content(&draft)?;
    let company = show::company(&mut conn, draft.company_id).await?;
    let authors = show::authors(&mut conn, draft.trace_id).await?;
    drop(conn);
    let (parts, sources) = rendered(visit, &content).await?;
    let cited = cited(parts.iter().map(|part| (part.part_key, part.html.as_str())));
    let revision = RevisionRow {
        number: draft.published.unwrap_or(0) + 1,
        title: content.title.clone(),
        language: content.language,
        stage: stage::of(&content).unwrap_or(Stage::Sketch),
        reason: String::new(),
        created_at: draft.saved_at,
    };
    let trace = TraceRow {
        id: draft.trace_id,
        company_id: draft.company_id,
        slug: draft.slug,
        licence: draft.licence,
        published: draft.published,
        published_at: draft.published_at,
        revised_at: draft.revised_at,
        hidden_at: None,
        is_author: draft.is_author,
    };
    let published = draft.published.unwrap_or(0);
    Ok(Reading {
        trace,
        company,
        authors,
        revision,
        published,
        parts,
        typed: content.parts.into_iter().map(|(key, part)| (key, part.fields)).collect(),
        sources,
        cited,
        feature: None,
        hands: Vec::new(),
        suppliers: Vec::new(),
        offers: Vec::new(),
        calls: Vec::new(),
        origin: None,
        built: Vec::new(),
    })
}

/// The parts with their HTML, and the sources in the order of their numbers. A text that is too complex
/// is shown as it was typed.
async fn rendered(
    visit: &Visit,
    content: &Content,
) -> Result<(Vec<PartRow>, Vec<crate::traces::model::source::Source>)> {
    let texts: Vec<(PartKey, String)> = PartKey::ALL
        .iter()
        .filter(|key| content.parts.contains_key(key))
        .map(|key| (*key, content.part(*key).body))
        .collect();
    let dated = Dated::of(&content.sources);
    let (again, lang) = (texts.clone(), content.language);
    let done = visit.app.offload(move || render(&texts, &dated, lang)).await?;
    let plain = |text: &str| format!("<p>{}</p>", crate::ui::form::escape(text));
    let (html, order) = match done {
        Ok(done) => (done.parts, done.order),
        Err(_) => (again.iter().map(|(key, text)| (*key, plain(text))).collect(), Vec::new()),
    };
    let part = |(key, html): (PartKey, String)| {
        let part = content.part(key);
        let fields = part.fields.json().to_string();
        PartRow { part_key: key, gist: part.gist, body: part.body, fields, html, is_public: true }
    };
    let mut sources = content.sources.clone();
    sources.sort_by_key(|source| order.iter().position(|key| *key == source.key).unwrap_or(usize::MAX));
    Ok((html.into_iter().map(part).collect(), sources))
}

/// The page. `talk`: none for those who came by a secret address.
#[must_use]
pub fn page(visit: &Visit, reading: &Reading, talk: Option<&Talk>) -> Page {
    let t = visit.t();
    let title = if reading.revision.title.is_empty() { t.write_new_title() } else { reading.revision.title.clone() };
    let page = Page::new(t.draft_title(&title), || view(visit, reading, talk, &title)).sheet("history").sheet("lenses");
    if talk.is_none() { page.secret() } else { page.long_form() }
}

fn view(visit: &Visit, reading: &Reading, talk: Option<&Talk>, title: &str) -> impl IntoView + use<> {
    let (t, lang) = (visit.t(), visit.lang);
    let say = reading.trace.is_author.then(|| reading.edit_path());
    let names = reading.authors.iter().map(|author| {
        let gone = author.deleted_at.is_some();
        view! { <li><Person handle=author.handle.clone() name=author.name.clone() demo=author.demo gone=gone lang=lang/></li> }
    });
    let margin = talk.map(|talk| margin(visit, talk)).unwrap_or_default();
    let own = reading.trace.is_author.then(|| {
        let id = reading.trace.id;
        view! { <a href=format!("/traces/{id}/edit")>{t.reading_go_on()}</a> " " <a href=format!("/traces/{id}/authors")>{t.authors_title()}</a> }
    });
    view! {
        <article>
            <header class="title trace-title">
                <p class="meta"><span>{reading.company.name(lang).to_owned()}</span></p>
                <h1 lang=reading.foreign(lang)>{title.to_owned()}</h1>
            </header>
            <p class="notice" role="status"><b>{t.draft_notice()}</b> {own}</p>
            <figure class="sheet" aria-label=t.reading_map()>
                <Map outline=reading.outline() lang=lang text_lang=reading.revision.language say=say linked=true/>
                <figcaption><dl class="block">
                    <div><dt>{t.reading_drawn_by()}</dt><dd><ul>{names.collect_view()}</ul></dd></div>
                    <div><dt>{t.reading_stage()}</dt><dd>{stage_name(reading.revision.stage, lang)}</dd></div>
                    <div><dt>{t.draft_saved()}</dt><dd class="num"><Minute time=reading.revision.created_at zone=visit.zone() lang=lang/></dd></div>
                    <div><dt>{t.reading_language()}</dt><dd lang=reading.revision.language.as_str()>{reading.revision.language.name()}</dd></div>
                </dl></figcaption>
            </figure>
            {walk::walk(visit, reading, &margin).into_any()}
            {lenses::all(visit, reading, &margin).into_any()}
            {sources::list(visit, reading).into_any()}
        </article>
        {talk.map(|talk| remarks(visit, reading, talk).into_any())}
    }
}

/// The newest remarks beside each part.
fn margin(visit: &Visit, talk: &Talk) -> BTreeMap<PartKey, String> {
    let mut beside: BTreeMap<PartKey, Vec<&Remark>> = BTreeMap::new();
    for remark in &talk.remarks {
        let Ok(key) = remark.part_key.parse::<PartKey>() else { continue };
        let there = beside.entry(key).or_default();
        if there.len() < IN_MARGIN {
            there.push(remark);
        }
    }
    let one = |remark: &&Remark| {
        let line = remark.body.split_whitespace().collect::<Vec<_>>().join(" ");
        view! {
            <div class="aside-note">
                <p><b>{name(visit, remark)}</b></p>
                <p class="clip">{text::truncate(&line, REMARK)}</p>
                <p class="note"><a href=format!("#remark-{}", remark.id)>{visit.t().draft_in_full()}</a></p>
            </div>
        }
    };
    let place = |(key, there): (PartKey, Vec<&Remark>)| {
        (key, crate::ui::render::html(|| there.iter().rev().map(one).collect_view()))
    };
    beside.into_iter().map(place).collect()
}

fn name(visit: &Visit, remark: &Remark) -> String {
    if remark.deleted_at.is_some() { visit.t().reading_former_member() } else { remark.name.clone() }
}

/// All remarks, and the form for another.
fn remarks(visit: &Visit, reading: &Reading, talk: &Talk) -> impl IntoView + use<> {
    let (t, id) = (visit.t(), reading.trace.id);
    let items = talk.remarks.iter().map(|remark| said(visit, reading, remark)).collect_view();
    let older = talk.older.map(
        |id| view! { <p><a class="button" rel="next" href=format!("?after={id}#remarks")>{t.draft_older()}</a></p> },
    );
    let whole = (String::new(), t.comments_whole());
    let options: Vec<_> = std::iter::once(whole)
        .chain(reading.parts.iter().map(|part| (part.part_key.to_string(), part.part_key.name(visit.lang))))
        .collect();
    let notice = talk.notice.clone().map(|notice| view! { <p class="pencil" role="alert">{notice}</p> });
    // What was typed stays, also where it may not be sent now.
    let form = (visit.viewer.can_speak(visit.now).is_ok() || !talk.body.is_empty()).then(|| {
        view! {
            <form class="form" method="post" action=format!("/traces/{id}/draft/remarks")>
                <SelectField t=t problems=talk.problems.clone() name="part" label=t.comments_about() value=talk.part.clone() options=options/>
                <TextArea t=t problems=talk.problems.clone() name="body" label=t.draft_remark() hint=t.draft_remark_hint() value=talk.body.clone() required=true/>
                <p><button class="button go">{t.draft_remark_go()}</button></p>
            </form>
        }
    });
    view! {
        <section class="band" id="remarks" aria-labelledby="remarks-name">
            <div class="head"><h2 id="remarks-name">{t.draft_remarks()}</h2><p class="note">{t.draft_remarks_lead()}</p></div>
            <ol class="talk">{items}</ol>
            {older}
            {notice}
            {form}
        </section>
    }
}

fn said(visit: &Visit, reading: &Reading, remark: &Remark) -> AnyView {
    let (t, id) = (visit.t(), reading.trace.id);
    let part = remark.part_key.parse::<PartKey>().ok();
    let part = part.map(|key| match reading.part(key) {
        Some(_) => view! { <a href=format!("#{key}")>{key.name(visit.lang)}</a> }.into_any(),
        None => view! { <span>{key.name(visit.lang)}</span> }.into_any(),
    });
    let may = reading.trace.is_author || visit.viewer.id() == Some(remark.author_id);
    let remove = may.then(|| {
        view! {
            <form class="acts" method="post" action=format!("/traces/{id}/draft/remarks/{}/remove", remark.id)>
                <button>{t.draft_remark_remove()} <span class="vh">" " {name(visit, remark)}</span></button>
            </form>
        }
    });
    view! {
        <li id=format!("remark-{}", remark.id)>
            <p class="meta">
                <span><Person handle=remark.handle.clone() name=remark.name.clone() demo=remark.demo gone=remark.deleted_at.is_some() lang=visit.lang/></span>
                <Day time=remark.created_at zone=visit.zone() lang=visit.lang/>
                {part}
            </p>
            <p class="said-plain">{remark.body.clone()}</p>
            {remove}
        </li>
    }
    .into_any()
}
