//! The comment's own pages: writing one, answering one, editing one. They work without scripts and
//! keep every word when something stands in the way.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

use crate::base::error::{Error, Problems, Refusal, Result};
use crate::comments::actions;
use crate::comments::model::CommentId;
use crate::comments::store::{self, About, Placed};
use crate::comments::views::{self, Typed};
use crate::members::later;
use crate::members::visit::Visit;
use crate::traces::model::part::PartKey;
use crate::traces::model::{TraceId, address};
use crate::ui::form::{ErrorSummary, refused};
use crate::ui::page::{Answer, Page};

/// An empty form, for a comment on a part or a reply.
pub async fn new(visit: &Visit, trace: TraceId, typed: Typed) -> Answer {
    visit.viewer.can_speak(visit.now)?;
    let about = store::about(&mut visit.app.db.read().await?, trace).await?;
    let parent = parent(visit, trace, &typed).await?;
    if parent.is_none() && !typed.parent.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(form(visit, trace, &about, parent.as_ref(), &typed, &Problems::default(), None))
}

/// The form again, after `error`, with what was typed. Errors that are not about the text or its
/// writer go on as they are.
pub async fn kept(visit: &Visit, trace: TraceId, typed: Typed, error: Error) -> Result<Response> {
    let wait = wait(&error);
    let (status, problems, why) = obstacle(visit, error)?;
    let about = store::about(&mut visit.app.db.read().await?, trace).await?;
    let parent = parent(visit, trace, &typed).await?;
    Ok(refusal(form(visit, trace, &about, parent.as_ref(), &typed, &problems, why).status(status), wait))
}

/// How long to wait, where that is what stands in the way.
pub fn wait(error: &Error) -> Option<u64> {
    if let Error::TooMany(seconds) = error { Some(*seconds) } else { None }
}

/// The form that came back; after too many also for programs with how long to wait.
pub fn refusal(page: Page, wait: Option<u64>) -> Response {
    match wait {
        Some(seconds) => later::answer(page, seconds),
        None => page.into_response(),
    }
}

/// What stands in the way: the status, problems of fields, and a sentence.
fn obstacle(visit: &Visit, error: Error) -> Result<(StatusCode, Problems, Option<String>)> {
    let t = visit.t();
    let none = Problems::default();
    Ok(match error {
        Error::Invalid(problems) => (StatusCode::UNPROCESSABLE_ENTITY, problems, None),
        Error::NotAllowed(Refusal::Authors) => return Err(error),
        Error::NotAllowed(why) => (StatusCode::FORBIDDEN, none, Some(refused(why, t))),
        Error::TooMany(seconds) => {
            let wait = t.error_too_many_help(seconds.div_ceil(60) as i64);
            (StatusCode::TOO_MANY_REQUESTS, none, Some(wait))
        }
        other => return Err(other),
    })
}

/// The comment that is answered, while it can be seen and is about this trace.
async fn parent(visit: &Visit, trace: TraceId, typed: &Typed) -> Result<Option<Placed>> {
    let Ok(id) = typed.parent.parse::<CommentId>() else { return Ok(None) };
    match actions::seen(visit, id).await {
        Ok(placed) if placed.trace_id == trace => Ok(Some(placed)),
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

fn form(
    visit: &Visit,
    trace: TraceId,
    about: &About,
    parent: Option<&Placed>,
    typed: &Typed,
    problems: &Problems,
    why: Option<String>,
) -> Page {
    let t = visit.t();
    let keys: Vec<&str> = about.parts.split(',').collect();
    let parts: Vec<PartKey> = PartKey::ALL.iter().copied().filter(|key| keys.contains(&key.as_str())).collect();
    let title = if typed.parent.is_empty() { t.comments_your_comment() } else { t.comments_your_reply() };
    let path = address::path(trace, &about.slug);
    let foreign = about.language.foreign(visit.lang);
    Page::new(title.clone(), || {
        view! {
            <div class="title">
                <h1>{title}</h1>
                <p class="from">{t.comments_on_trace()}" "<a href=path lang=foreign>{about.title.clone()}</a></p>
            </div>
            {obstacles(visit, problems, why)}
            {parent.map(|placed| quoted(visit, placed))}
            {views::form(visit, trace, &parts, typed, problems)}
        }
    })
    .long_form()
}

fn obstacles(visit: &Visit, problems: &Problems, why: Option<String>) -> AnyView {
    let t = visit.t();
    let why = why.map(|why| {
        view! {
            <div class="summary" role="alert" tabindex="-1">
                <p>{why}</p>
                <p>{t.problems_kept()}</p>
            </div>
        }
    });
    let label = move |field: &str| match field {
        "part" => t.comments_about(),
        "kind" => t.comments_kind(),
        "parent" => t.comments_parent(),
        _ => t.comments_your_comment(),
    };
    view! { {why}<ErrorSummary t=t problems=problems.clone() label=label/> }.into_any()
}

/// What is answered, in its writer's words.
fn quoted(visit: &Visit, placed: &Placed) -> AnyView {
    let part = placed.part_key.parse::<PartKey>().ok().map(|key| view! { <span>{key.name(visit.lang)}</span> });
    view! {
        <div class="talk">
            <h2 class="vh">{visit.t().comments_parent()}</h2>
            <p class="meta">{views::kind(placed.kind, visit.lang)}<b>{placed.name.clone()}</b>{part}</p>
            <div class="prose" inner_html=placed.html.clone()></div>
        </div>
    }
    .into_any()
}

/// One's own comment, to be changed; `error` brings what stood in the way of an earlier try.
pub async fn edit(visit: &Visit, id: CommentId, typed: Option<Typed>, error: Option<Error>) -> Answer {
    let placed = actions::own(visit, id).await?;
    let t = visit.t();
    let typed =
        typed.unwrap_or_else(|| Typed { kind: placed.kind.to_string(), body: placed.body.clone(), ..Typed::default() });
    let (status, problems, why) = match error {
        Some(error) => obstacle(visit, error)?,
        None => (StatusCode::OK, Problems::default(), None),
    };
    let back = format!("/comments/{id}");
    Ok(Page::new(t.comments_edit_title(), || {
        view! {
            <div class="title"><h1>{t.comments_edit_title()}</h1><p class="from">{placed.title.clone()}</p></div>
            {obstacles(visit, &problems, why)}
            <form class="form" method="post" action=format!("/comments/{id}/edit")>
                {views::text(visit, t.comments_your_comment(), &typed, &problems)}
                <p class="row"><button class="button go">{t.comments_save()}</button> <a href=back>{t.comments_back()}</a></p>
            </form>
        }
    })
    .long_form()
    .status(status))
}
