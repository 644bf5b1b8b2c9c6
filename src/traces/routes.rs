//! Addresses of writing.

use axum::extract::{Path, RawQuery};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};

use crate::base::app::App;
use crate::base::error::{Error, Problem, Problems, Result};
use crate::base::limits::Budget;
use crate::base::words::Lang;
use crate::members::later;
use crate::members::model::Viewer;
use crate::members::visit::Visit;
use crate::traces::actions::{self, Desk, Saved};
use crate::traces::model::draft::Content;
use crate::traces::model::{TraceId, address};
use crate::traces::pages::edit::{self, Showing, Typed};
use crate::traces::pages::{claim, new};
use crate::ui::fields::{Fields, at_most};
use crate::ui::form::say;
use crate::ui::page::Answer;
use crate::ui::time::minute;

/// A whole trace, percent-encoded: a Japanese character takes nine bytes.
const DRAFT: usize = 1024 * 1024;
/// The text of one preview, and its form.
const PREVIEW: usize = 64 * 1024;
const PREVIEW_FORM: usize = 4 * PREVIEW;

pub fn routes() -> Router<App> {
    let long = Router::new()
        .route("/traces/{id}/edit", get(open).post(save))
        .route("/traces/{id}/publish", post(publish))
        .layer(at_most(DRAFT));
    Router::new()
        .route("/traces/new", get(start).post(draw))
        .route("/traces/new/claim", get(offer).post(take))
        .route("/preview", post(preview).layer(at_most(PREVIEW_FORM)))
        .merge(long)
}

async fn start(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    // What a link fills in is corrected when it is sent.
    let typed = new::Typed::read(&fields, visit.lang, &mut Problems::default());
    new::show(&mut visit.app.db.read().await?, &visit, typed, Problems::default()).await
}

async fn draw(visit: Visit, fields: Fields) -> Result<Response> {
    let mut problems = Problems::default();
    let mut typed = new::Typed::read(&fields, visit.lang, &mut problems);
    let sketch = typed.sketch(&mut problems);
    let drawn = match (problems.is_empty(), &visit.viewer) {
        (false, _) => Err(Error::Invalid(problems)),
        (true, Viewer::Guest) => actions::keep(&visit, &sketch).await.map(|token| format!("/sign-up?pending={token}")),
        (true, Viewer::Member(_)) => {
            actions::create(&visit, &sketch).await.map(|trace| format!("/traces/{trace}/edit"))
        }
    };
    match drawn {
        Ok(next) => Ok(Redirect::to(&next).into_response()),
        Err(Error::Invalid(problems)) => {
            typed.unknown |= problems.of("industry").is_some();
            let page = new::show(&mut visit.app.db.read().await?, &visit, typed, problems).await?;
            Ok(page.rejected().into_response())
        }
        Err(Error::TooMany(wait)) => {
            let page = new::show(&mut visit.app.db.read().await?, &visit, typed, Problems::default()).await?;
            Ok(later::try_later(&visit, page, wait))
        }
        Err(error) => Err(error),
    }
}

async fn offer(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    visit.viewer.member()?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    Ok(claim::offer(&visit, fields.get("pending")))
}

async fn take(visit: Visit, fields: Fields) -> Result<Response> {
    match actions::claim(&visit, fields.get("pending")).await {
        Ok(trace) => Ok(Redirect::to(&format!("/traces/{trace}/edit")).into_response()),
        Err(Error::NotFound) => Ok(claim::gone(&visit).into_response()),
        Err(error) => Err(error),
    }
}

fn number(id: &str) -> Result<TraceId> {
    id.parse().map_err(|_| Error::NotFound)
}

async fn desk(visit: &Visit, trace: TraceId) -> Result<Desk> {
    actions::open(&mut visit.app.db.read().await?, trace, &visit.viewer).await
}

async fn open(visit: Visit, Path(id): Path<String>, RawQuery(query): RawQuery) -> Answer {
    let desk = desk(&visit, number(&id)?).await?;
    let one_more = query.is_some_and(|query| query.contains("add=source"));
    Ok(edit::show(&visit, &desk, Showing { one_more, ..Showing::default() }))
}

async fn save(visit: Visit, Path(id): Path<String>, headers: HeaderMap, fields: Fields) -> Result<Response> {
    let trace = number(&id)?;
    if wants_json(&headers) {
        return autosave(&visit, trace, &fields).await;
    }
    visit.viewer.member()?;
    let before = desk(&visit, trace).await?;
    let (content, problems) = edit::fields::read(&fields, &before.content);
    if let Err(Error::TooMany(wait)) = visit.limit_member(Budget::Typing) {
        return Ok(unsaved(&visit, before, &fields, content, wait));
    }
    match actions::save_draft(&visit, trace, edit::fields::version(&fields), &content).await {
        Ok(_) if problems.is_empty() => Ok(Redirect::to(&after_saving(trace, &fields, &content)).into_response()),
        // Kept as typed all the same: nobody loses a word to a rule.
        Ok(_) => {
            let showing = Showing { problems, ..Showing::default() };
            Ok(edit::show(&visit, &desk(&visit, trace).await?, showing).rejected().into_response())
        }
        Err(Error::Conflict) => both(&visit, trace, &fields, content).await,
        Err(error) => Err(error),
    }
}

/// Back to the form, to the row of sources that was asked for.
fn after_saving(trace: TraceId, fields: &Fields, content: &Content) -> String {
    match fields.get("do") {
        "add-source" => format!("/traces/{trace}/edit?add=source#source-{}", content.sources.len() + 1),
        remove if remove.starts_with("remove-source-") => format!("/traces/{trace}/edit#sources"),
        _ => format!("/traces/{trace}/edit"),
    }
}

/// The newer draft beside what was typed over an older one.
async fn both(visit: &Visit, trace: TraceId, fields: &Fields, content: Content) -> Result<Response> {
    let newer = desk(visit, trace).await?;
    let typed = Some(Typed { content, version: edit::fields::version(fields) });
    let page = edit::show(visit, &newer, Showing { typed, ..Showing::default() });
    Ok(page.status(StatusCode::CONFLICT).into_response())
}

/// Not saved for now: everything typed is on the page, over the version it was typed over.
fn unsaved(visit: &Visit, mut desk: Desk, fields: &Fields, content: Content, wait: u64) -> Response {
    desk.content = content;
    desk.version = edit::fields::version(fields);
    let notice = Some(later::words(visit, wait));
    later::answer(edit::show(visit, &desk, Showing { notice, ..Showing::default() }), wait)
}

async fn publish(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let trace = number(&id)?;
    visit.viewer.member()?;
    let before = desk(&visit, trace).await?;
    let (content, mut problems) = edit::fields::read(&fields, &before.content);
    let reason = fields.line("reason", 200, &mut problems);
    let version = if fields.has("version") { edit::fields::version(&fields) } else { before.version };
    let published = match problems.into_result() {
        Ok(()) => actions::publish(&visit, trace, version, &content, &reason).await,
        Err(invalid) => Err(invalid),
    };
    match published {
        Ok(published) => Ok(Redirect::to(&address::path(trace, &published.slug)).into_response()),
        Err(Error::Conflict) => both(&visit, trace, &fields, content).await,
        Err(error @ (Error::Invalid(_) | Error::NotAllowed(_) | Error::TooMany(_))) => {
            if let Err(Error::TooMany(wait)) = visit.limit_member(Budget::Typing) {
                return Ok(unsaved(&visit, before, &fields, content, wait));
            }
            keep_and_say(&visit, trace, version, content, &fields, error).await
        }
        Err(error) => Err(error),
    }
}

/// Not published: the draft is saved all the same, and the form says why.
async fn keep_and_say(
    visit: &Visit,
    trace: TraceId,
    version: i64,
    content: Content,
    fields: &Fields,
    why: Error,
) -> Result<Response> {
    match actions::save_draft(visit, trace, version, &content).await {
        Ok(_) => {}
        Err(Error::Conflict) => return both(visit, trace, fields, content).await,
        Err(error) => return Err(error),
    }
    let desk = desk(visit, trace).await?;
    let (status, showing) = match why {
        Error::Invalid(problems) => (StatusCode::UNPROCESSABLE_ENTITY, Showing { problems, ..Showing::default() }),
        Error::NotAllowed(why) => {
            let notice = format!("{} {}", edit::refusal(visit.t(), why), visit.t().write_refused_saved());
            (StatusCode::FORBIDDEN, Showing { notice: Some(notice), ..Showing::default() })
        }
        Error::TooMany(wait) => {
            let notice = format!("{} {}", later::words(visit, wait), visit.t().write_refused_saved());
            return Ok(later::answer(
                edit::show(visit, &desk, Showing { notice: Some(notice), ..Showing::default() }),
                wait,
            ));
        }
        other => return Err(other),
    };
    Ok(edit::show(visit, &desk, showing).status(status).into_response())
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|accept| accept.contains("application/json"))
}

/// What the browser saves by itself: the new version and the words that say so.
async fn autosave(visit: &Visit, trace: TraceId, fields: &Fields) -> Result<Response> {
    if matches!(visit.viewer, Viewer::Guest) {
        return Ok((StatusCode::UNAUTHORIZED, Json(serde_json::json!({}))).into_response());
    }
    visit.limit_member(Budget::Typing)?;
    let before = desk(visit, trace).await?;
    let (content, _) = edit::fields::read(fields, &before.content);
    match actions::save_draft(visit, trace, edit::fields::version(fields), &content).await {
        Ok(Saved { version, at }) => {
            let saved = visit.t().write_saved(minute(at, visit.zone(), visit.lang));
            Ok(Json(serde_json::json!({ "version": version, "saved_at": at, "saved": saved })).into_response())
        }
        Err(Error::Conflict) => {
            let version = desk(visit, trace).await?.version;
            Ok((StatusCode::CONFLICT, Json(serde_json::json!({ "version": version }))).into_response())
        }
        Err(error) => Err(error),
    }
}

async fn preview(visit: Visit, fields: Fields) -> Result<Response> {
    if matches!(visit.viewer, Viewer::Guest) {
        return Ok((StatusCode::UNAUTHORIZED, Html("")).into_response());
    }
    visit.limit_member(Budget::Typing)?;
    let text = fields.get("text").to_owned();
    if text.len() > PREVIEW {
        return Err(Error::TooLarge);
    }
    let lang: Lang = fields.get("language").parse().unwrap_or(visit.lang);
    let keys: Vec<String> = fields.get("keys").split_whitespace().map(str::to_owned).collect();
    let rendered = visit.app.offload(move || actions::preview(&text, &keys, lang)).await?;
    let (status, html) = match rendered {
        Ok(html) => (StatusCode::OK, html),
        Err(_) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            format!("<p class=\"error\">{}</p>", say(Problem::TooComplex, visit.t())),
        ),
    };
    Ok((status, Html(html)).into_response())
}
