//! `/traces/{id}/history/{n}?from={m}`: what changed between two revisions, part by part. Side by side
//! where there is room, one column on phones.

use leptos::prelude::*;

use crate::base::error::Result;
use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::actions::past;
use crate::traces::model::diff::{Row, Run};
use crate::traces::model::differences::{Cited, Differences, Part};
use crate::traces::model::part::PartKey;
use crate::traces::model::{TraceId, address};
use crate::traces::pages::sources;
use crate::traces::store::history::{self as store, Entry};
use crate::traces::store::show::{self, TraceRow};
use crate::traces::views::map::Mark;
use crate::traces::views::person::Person;
use crate::ui::page::{Answer, Page};
use crate::ui::time::Day;

/// Paragraphs that stayed are shown this far around one that changed; the others wait behind a line.
const AROUND: usize = 1;

/// What the page shows.
struct Shown {
    trace: TraceRow,
    from: i64,
    to: i64,
    title: String,
    language: Lang,
    /// The revisions after the older one up to the newer one, newest first.
    steps: Vec<Entry>,
    found: Differences,
}

/// # Errors
/// [`crate::base::error::Error::NotFound`] for who may not see the trace, and for revisions that do not exist.
pub async fn page(visit: &Visit, id: TraceId, to: i64, from: i64) -> Answer {
    let shown = load(visit, id, to, from).await?;
    let mut tags = vec![format!("trace:{id}")];
    tags.extend(shown.steps.iter().map(|entry| format!("member:{}", entry.member_id)));
    let t = visit.t();
    let title = format!("{} · {}", t.history_changes(from, to), shown.title);
    let mut page = Page::new(title, || view(visit, &shown)).sheet("history");
    page.tags = Some(tags);
    Ok(page)
}

async fn load(visit: &Visit, id: TraceId, to: i64, from: i64) -> Result<Shown> {
    let mut conn = visit.app.db.read().await?;
    let trace = show::visible(&mut conn, id, &visit.viewer).await?;
    let old = past::revision(&mut conn, &trace, from).await?;
    let new = past::revision(&mut conn, &trace, to).await?;
    let mut steps = store::revisions(&mut conn, id, from.max(to) + 1).await?;
    drop(conn);
    steps.retain(|entry| entry.number > from.min(to));
    let lang = visit.lang;
    // Long texts take milliseconds.
    let (title, language) = (new.title.clone(), new.language);
    let found = visit.app.offload(move || Differences::of(&old, &new, lang, |kind| sources::kind(kind, lang))).await?;
    Ok(Shown { trace, from, to, title, language, steps, found })
}

fn view(visit: &Visit, shown: &Shown) -> impl IntoView + use<> {
    let t = visit.t();
    let id = shown.trace.id;
    let foreign = shown.language.foreign(visit.lang);
    let steps = shown.steps.iter().map(|entry| step(visit, entry)).collect_view();
    view! {
        <div class="title">
            <p class="meta">
                <a href=address::path(id, &shown.trace.slug) lang=foreign>{shown.title.clone()}</a>
                <a href=format!("/traces/{id}/history")>{t.reading_history()}</a>
            </p>
            <h1>{t.history_changes(shown.from, shown.to)}</h1>
        </div>
        <ol class="why-list">{steps}</ol>
        {between(visit, shown).into_any()}
        {differences(visit, shown).into_any()}
    }
}

/// Who made a revision, when and why.
fn step(visit: &Visit, entry: &Entry) -> impl IntoView + use<> {
    let t = visit.t();
    let first = (entry.number == 1).then(|| t.reading_first());
    let why = Some(entry.reason.clone()).filter(|reason| !reason.is_empty()).or(first);
    view! {
        <li>
            <p class="meta">
                <b>{t.reading_entry(entry.number)}</b>
                <Day time=entry.created_at zone=visit.zone() lang=visit.lang/>
                <span><Person handle=entry.handle.clone() name=entry.name.clone() demo=entry.demo gone=entry.deleted_at.is_some() lang=visit.lang/></span>
            </p>
            {why.map(|why| view! { <p>{why}</p> })}
        </li>
    }
}

/// Any two revisions, chosen by number: a plain form.
fn between(visit: &Visit, shown: &Shown) -> impl IntoView + use<> {
    let t = visit.t();
    let published = shown.trace.published.unwrap_or(1);
    let choice = |name: &'static str, label: String, value: i64| {
        view! {
            <label class="note" for=name>{label}</label>
            <input id=name name=name type="number" inputmode="numeric" min="1" max=published value=value/>
        }
    };
    view! {
        <form class="row between" action=format!("/traces/{}/history", shown.trace.id)>
            {choice("from", t.history_from(), shown.from)}
            {choice("to", t.history_to(), shown.to)}
            <button class="button small">{t.history_compare()}</button>
        </form>
    }
}

fn differences(visit: &Visit, shown: &Shown) -> impl IntoView + use<> {
    let (t, lang) = (visit.t(), visit.lang);
    let found = &shown.found;
    let said = Sides { t, from: shown.from, to: shown.to, lang: shown.language.foreign(lang) };
    let title = found.title.as_ref().map(|row| {
        view! { <section aria-labelledby="d-title"><h2 id="d-title">{t.write_title()}</h2>{said.row(row)}</section> }
    });
    let language = found.language.then(|| view! { <p>{t.history_language(shown.language.name())}</p> });
    let parts = found.parts.iter().map(|part| changed(part, lang, &said)).collect_view();
    let sources = (!found.sources.is_empty()).then(|| {
        let each = found.sources.iter().map(|one| cited(one, &said)).collect_view();
        view! { <section aria-labelledby="d-sources"><h2 id="d-sources">{t.reading_sources()}</h2>{each}</section> }
    });
    let same: Vec<String> = found.same.iter().map(|key| key.name(lang)).collect();
    let same = (!same.is_empty()).then(|| {
        let joint = lang.joint();
        view! { <p class="note band">{t.history_same(same.join(joint))}</p> }
    });
    let none = found.is_empty().then(|| view! { <div class="empty"><p>{t.history_none()}</p></div> });
    let sides = (!found.is_empty()).then(|| {
        view! {
            <div class="sides" aria-hidden="true">
                <p class="note">{t.reading_entry(shown.from)}</p>
                <p class="note">{t.reading_entry(shown.to)}</p>
            </div>
        }
    });
    view! { <div class="diff">{sides} {none} {title} {language} {parts} {sources}</div> {same} }
}

fn changed(part: &Part, lang: Lang, said: &Sides) -> AnyView {
    let id = format!("d-{}", part.key);
    let mark = (!part.key.is_bridge()).then(|| view! { <Mark key=part.key/> " " });
    let gist = part.gist.as_ref().map(|row| view! { <div class="gist">{said.row(row)}</div> });
    view! {
        <section class=class(part.key) aria-labelledby=id.clone()>
            <h2 id=id.clone()>{mark} {part.key.name(lang)}</h2>
            {gist}
            {(!part.fields.is_empty()).then(|| view! { <div class="typed">{folded(&part.fields, said)}</div> })}
            {folded(&part.body, said)}
        </section>
    }
    .into_any()
}

fn class(key: PartKey) -> String {
    format!("part {key}")
}

fn cited(source: &Cited, said: &Sides) -> AnyView {
    view! { <div class="cited"><p class="note num">{format!("[^{}]", source.key)}</p>{folded(&source.rows, said)}</div> }
        .into_any()
}

/// The rows of a text; long stretches that stayed are folded away.
fn folded(rows: &[Row], said: &Sides) -> AnyView {
    let near = |at: usize| {
        let around = at.saturating_sub(AROUND)..(at + AROUND + 1).min(rows.len());
        rows[around].iter().any(|row| !row.is_same())
    };
    let mut views = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let hidden = (at..rows.len()).take_while(|at| !near(*at)).count();
        if hidden > 1 {
            let inside = rows[at..at + hidden].iter().map(|row| said.row(row)).collect_view();
            let summary = said.t.history_stayed(hidden as i64);
            views.push(
                view! { <details class="stayed"><summary class="note">{summary}</summary>{inside}</details> }
                    .into_any(),
            );
            at += hidden;
        } else {
            views.push(said.row(&rows[at]));
            at += 1;
        }
    }
    views.collect_view().into_any()
}

/// How both sides are named to those who cannot see where they stand.
struct Sides {
    t: &'static crate::base::words::Words,
    from: i64,
    to: i64,
    /// The `lang` of the texts, where it is not the page's.
    lang: Option<&'static str>,
}

impl Sides {
    fn row(&self, row: &Row) -> AnyView {
        if row.is_same() {
            let text: String = row.new.iter().map(|run| run.text.clone()).collect();
            return view! { <p class="kept" lang=self.lang>{text}</p> }.into_any();
        }
        view! {
            <div class="two">
                {self.side(&row.old, self.from, true)}
                {self.side(&row.new, self.to, false)}
            </div>
        }
        .into_any()
    }

    /// One side; nothing for the ear where the paragraph is not on it.
    fn side(&self, runs: &[Run], number: i64, old: bool) -> AnyView {
        let class = if old { "was" } else { "is" };
        if runs.is_empty() {
            return view! { <div class=class aria-hidden="true"></div> }.into_any();
        }
        let runs = runs.iter().cloned().map(|run| self.run(run, old)).collect_view();
        view! { <div class=class><span class="vh">{self.t.reading_entry(number)} ": "</span><span lang=self.lang>{runs}</span></div> }.into_any()
    }

    fn run(&self, run: Run, old: bool) -> AnyView {
        let Run { text, changed } = run;
        let (from, until) = match old {
            true => (self.t.history_del(), self.t.history_del_end()),
            false => (self.t.history_ins(), self.t.history_ins_end()),
        };
        match (changed, old) {
            (false, _) => text.into_any(),
            (true, true) => {
                view! { <del><span class="vh">{from}</span>{text}<span class="vh">{until}</span></del> }.into_any()
            }
            (true, false) => {
                view! { <ins><span class="vh">{from}</span>{text}<span class="vh">{until}</span></ins> }.into_any()
            }
        }
    }
}
