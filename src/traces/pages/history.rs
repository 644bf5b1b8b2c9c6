//! The history of a trace: its revisions, newest first.

use leptos::prelude::*;

use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::model::{Stage, TraceId, address};
use crate::traces::store::history::{self as store, Entry, PAGE};
use crate::traces::store::show::{self, TraceRow};
use crate::traces::views::person::Person;
use crate::ui::page::{Answer, Page};
use crate::ui::time::{Day, Minute};

/// `before`: the number where the page before ended.
///
/// # Errors
/// [`crate::base::error::Error::NotFound`] for who may not see the trace.
pub async fn page(visit: &Visit, id: TraceId, before: Option<i64>) -> Answer {
    let mut conn = visit.app.db.read().await?;
    let trace = show::visible(&mut conn, id, &visit.viewer).await?;
    let published = trace.published.ok_or(crate::base::error::Error::NotFound)?;
    let revision = show::revision(&mut conn, id, published).await?;
    let mut entries = store::revisions(&mut conn, id, before.unwrap_or(i64::MAX)).await?;
    let draft = unpublished(&mut conn, &trace).await?.filter(|_| before.is_none());
    drop(conn);
    let more = entries.len() > PAGE as usize;
    entries.truncate(PAGE as usize);
    let older = entries.last().filter(|_| more).map(|last| format!("/traces/{id}/history?after={}", last.number));

    let mut tags = vec![format!("trace:{id}")];
    tags.extend(entries.iter().map(|e| format!("member:{}", e.member_id)));
    let canonical = match before {
        None => format!("/traces/{id}/history"),
        Some(number) => format!("/traces/{id}/history?after={number}"),
    };
    let t = visit.t();
    let foreign = revision.language.foreign(visit.lang);
    let current = address::path(id, &trace.slug);
    let page = Page::new(format!("{} · {}", t.reading_history(), revision.title), || {
        let items = entries.into_iter().map(|e| entry(visit, &trace, e, published, &current).into_any()).collect_view();
        view! {
            <div class="title">
                <p class="meta"><a href=current.clone() lang=foreign>{revision.title.clone()}</a></p>
                <h1>{t.reading_history()}</h1>
            </div>
            <ol class="revisions">
                {draft.map(|at| draft_entry(visit, id, at))}
                {items}
            </ol>
            {older.map(|path| view! { <p><a class="button" rel="next" href=path>{t.reading_older()}</a></p> })}
        }
    });
    Ok(page.public(canonical, tags))
}

/// When an author last saved what is not published yet.
async fn unpublished(conn: &mut crate::base::db::Conn, trace: &TraceRow) -> Result<Option<Time>> {
    if !trace.is_author {
        return Ok(None);
    }
    let saved = store::draft_saved_at(conn, trace.id).await?;
    Ok(saved.filter(|at| trace.revised_at.is_none_or(|revised| *at > revised)))
}

fn draft_entry(visit: &Visit, id: TraceId, at: Time) -> impl IntoView + use<> {
    let t = visit.t();
    view! {
        <li class="draft">
            <div>
                <h2>{t.reading_entry_draft()}</h2>
                <p class="meta num"><Minute time=at zone=visit.zone() lang=visit.lang/></p>
            </div>
            <p class="row note"><a href=format!("/traces/{id}/edit")>{t.reading_go_on()}</a></p>
        </li>
    }
}

fn entry(visit: &Visit, trace: &TraceRow, entry: Entry, published: i64, current: &str) -> impl IntoView + use<> {
    let (t, lang, id) = (visit.t(), visit.lang, trace.id);
    let shown = entry.number == published;
    let title = if shown { t.reading_entry_published(entry.number) } else { t.reading_entry(entry.number) };
    let path = if shown { current.to_owned() } else { format!("/traces/{id}/history/{}", entry.number) };
    let changes = (entry.number > 1).then(|| {
        let (number, before) = (entry.number, entry.number - 1);
        let href = format!("/traces/{id}/history/{number}?from={before}");
        view! { <a href=href>{t.history_what()} <span class="vh">" " {t.history_changes(before, number)}</span></a> }
    });
    let restore = (trace.is_author && !shown).then(|| {
        let href = format!("/traces/{id}/history/{}/restore", entry.number);
        view! { <a href=href>{t.restore_link()} <span class="vh">" " {t.reading_entry(entry.number)}</span></a> }
    });
    let reason = (!entry.reason.is_empty()).then_some(entry.reason);
    let reason = reason.or_else(|| (entry.number == 1).then(|| t.reading_first()));
    view! {
        <li class=shown.then_some("shown")>
            <div>
                <h2>{title}</h2>
                <p class="meta">
                    <span class="num"><Day time=entry.created_at zone=visit.zone() lang=lang/></span>
                    <span><Person handle=entry.handle name=entry.name demo=entry.demo gone=entry.deleted_at.is_some() lang=lang/></span>
                    <span>{stage(entry.stage, lang)}</span>
                </p>
            </div>
            {reason.map(|reason| view! { <p class="changed">{reason}</p> })}
            <p class="row note">
                <a href=path>{t.reading_read()} <span class="vh">" " {t.reading_entry(entry.number)}</span></a>
                {changes} {restore}
            </p>
        </li>
    }
}

fn stage(stage: Stage, lang: Lang) -> String {
    let t = lang.words();
    match stage {
        Stage::Sketch => t.stage_sketch(),
        Stage::Trace => t.stage_trace(),
        Stage::Bridged => t.stage_bridged(),
    }
}
