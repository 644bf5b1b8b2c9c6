//! Addresses of writing.

mod authors;
mod draft;
mod live;
mod past;

use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Problems, Result};
use crate::base::limits::Budget;
use crate::members::later;
use crate::members::model::Viewer;
use crate::members::visit::Visit;
use crate::traces::actions::{self, Desk};
use crate::traces::additions;
use crate::traces::model::draft::Content;
use crate::traces::model::part::PartKey;
use crate::traces::model::{TraceId, address};
use crate::traces::pages::edit::{self, Showing, Typed};
use crate::traces::pages::{claim, new};
use crate::ui::fields::{Fields, at_most};
use crate::ui::page::Answer;

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
        .route("/preview", post(live::preview).layer(at_most(PREVIEW_FORM)))
        .route("/traces/{id}/build-on", post(build_on))
        .merge(additions::routes())
        .merge(long)
        .merge(past::routes())
        .merge(authors::routes())
        .merge(draft::routes())
}

async fn start(visit: Visit) -> Answer {
    let fields = visit.query();
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

async fn offer(visit: Visit) -> Answer {
    visit.viewer.member()?;
    Ok(claim::offer(&visit, visit.query().get("pending")))
}

async fn take(visit: Visit, fields: Fields) -> Result<Response> {
    match actions::claim(&visit, fields.get("pending")).await {
        Ok(trace) => Ok(Redirect::to(&format!("/traces/{trace}/edit")).into_response()),
        Err(Error::NotFound) => Ok(claim::gone(&visit).into_response()),
        Err(error) => Err(error),
    }
}

async fn build_on(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let trace = actions::build_on(&visit, number(&id)?).await?;
    Ok(Redirect::to(&format!("/traces/{trace}/edit")).into_response())
}

pub(super) fn number(id: &str) -> Result<TraceId> {
    id.parse().map_err(|_| Error::NotFound)
}

async fn desk(visit: &Visit, trace: TraceId) -> Result<Desk> {
    actions::open(&mut visit.app.db.read().await?, trace, &visit.viewer).await
}

async fn open(visit: Visit, Path(id): Path<String>) -> Answer {
    let desk = desk(&visit, number(&id)?).await?;
    let query = visit.query();
    let one_more = query.has("add").then(|| query.get("add").to_owned());
    let view = query.get("view").parse().ok();
    Ok(edit::show(&visit, &desk, Showing { one_more, view, ..Showing::default() }))
}

async fn save(visit: Visit, Path(id): Path<String>, headers: HeaderMap, fields: Fields) -> Result<Response> {
    let trace = number(&id)?;
    if wants_json(&headers) {
        return live::autosave(&visit, trace, &fields).await;
    }
    visit.viewer.member()?;
    let before = desk(&visit, trace).await?;
    let (content, problems) = edit::fields::read(&fields, &before.content, visit.now);
    if let Err(Error::TooMany(wait)) = visit.limit_member(Budget::Typing) {
        return Ok(unsaved(&visit, before, &fields, content, wait));
    }
    match actions::save_draft(&visit, trace, edit::fields::version(&fields), &content).await {
        Ok(_) if problems.is_empty() => {
            let next = in_view(&fields, after_saving(trace, &fields, &content));
            Ok(Redirect::to(&next).into_response())
        }
        // Kept as typed all the same: nobody loses a word to a rule.
        Ok(_) => {
            let showing =
                Showing { problems, one_more: one_more(&fields), reason: reason(&fields), ..Showing::default() };
            Ok(edit::show(&visit, &desk(&visit, trace).await?, showing).rejected().into_response())
        }
        Err(Error::Conflict) => both(&visit, trace, &fields, content).await,
        Err(error) => Err(error),
    }
}

/// A trace's number in an address.
type At = Result<Path<TraceId>, PathRejection>;

fn trace(at: At) -> Result<TraceId> {
    at.map(|Path(id)| id).map_err(|_| Error::NotFound)
}

/// The part of which one more row is asked for.
fn one_more(fields: &Fields) -> Option<String> {
    let asked = fields.get("do");
    asked.strip_prefix("add-row-").or_else(|| asked.strip_prefix("add-")).map(str::to_owned)
}

/// Back to the form, to the row that was asked for.
fn after_saving(trace: TraceId, fields: &Fields, content: &Content) -> String {
    let asked = fields.get("do");
    // Only the key of a part gets into the address.
    let part = |key: Option<&str>| key.and_then(|key| key.parse::<PartKey>().ok());
    let removed = asked.strip_prefix("remove-").and_then(|rest| rest.rsplit_once('-')).map(|(key, _)| key);
    if asked == "add-source" {
        format!("/traces/{trace}/edit?add=source#source-{}", content.sources.len() + 1)
    } else if removed == Some("source") {
        format!("/traces/{trace}/edit#sources")
    } else if let Some(key) = part(asked.strip_prefix("add-row-")) {
        format!("/traces/{trace}/edit?add={key}#part-{key}")
    } else if let Some(key) = part(removed) {
        format!("/traces/{trace}/edit#part-{key}")
    } else {
        format!("/traces/{trace}/edit")
    }
}

/// The address with the way in which the desk was seen.
fn in_view(fields: &Fields, address: String) -> String {
    let Ok(view) = fields.get("view").parse::<edit::View>() else { return address };
    let (path, place) = address.split_once('#').map_or((address.as_str(), ""), |(path, place)| (path, place));
    let joint = if path.contains('?') { '&' } else { '?' };
    let place = if place.is_empty() { String::new() } else { format!("#{place}") };
    format!("{path}{joint}view={view}{place}")
}

/// The newer draft beside what was typed over an older one.
async fn both(visit: &Visit, trace: TraceId, fields: &Fields, content: Content) -> Result<Response> {
    let newer = desk(visit, trace).await?;
    let typed = Some(Typed { content, version: edit::fields::version(fields) });
    let page = edit::show(visit, &newer, Showing { typed, reason: reason(fields), ..Showing::default() });
    Ok(page.status(StatusCode::CONFLICT).into_response())
}

/// Not saved for now: everything typed is on the page, over the version it was typed over.
fn unsaved(visit: &Visit, mut desk: Desk, fields: &Fields, content: Content, wait: u64) -> Response {
    desk.content = content;
    desk.version = edit::fields::version(fields);
    let notice = Some(later::words(visit, wait));
    let showing = Showing { notice, reason: reason(fields), unsaved: true, ..Showing::default() };
    later::answer(edit::show(visit, &desk, showing), wait)
}

/// Why there is to be a new revision, to stand in the form again.
fn reason(fields: &Fields) -> String {
    fields.get("reason").to_owned()
}

async fn publish(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let trace = number(&id)?;
    visit.viewer.member()?;
    let before = desk(&visit, trace).await?;
    let (content, mut problems) = edit::fields::read(&fields, &before.content, visit.now);
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
    let saved = |why: String| format!("{why} {}", visit.t().write_refused_saved());
    let showing = Showing { reason: reason(fields), ..Showing::default() };
    let (status, showing) = match why {
        Error::Invalid(problems) => (StatusCode::UNPROCESSABLE_ENTITY, Showing { problems, ..showing }),
        Error::NotAllowed(why) => {
            (StatusCode::FORBIDDEN, Showing { notice: Some(saved(edit::refusal(visit.t(), why))), ..showing })
        }
        Error::TooMany(wait) => {
            let notice = Some(saved(later::words(visit, wait)));
            return Ok(later::answer(edit::show(visit, &desk, Showing { notice, ..showing }), wait));
        }
        other => return Err(other),
    };
    Ok(edit::show(visit, &desk, showing).status(status).into_response())
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|accept| accept.contains("application/json"))
}
