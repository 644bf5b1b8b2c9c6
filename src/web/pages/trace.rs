//! The page of one trace, composed: the trace itself, and what higher slices say of it.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};

use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::comments::model::CommentId;
use crate::comments::thread::Thread;
use crate::comments::views::Place;
use crate::members::visit::Visit;
use crate::traces::model::TraceId;
use crate::traces::model::address::{Form, parse, path_of};
use crate::traces::pages::reading::Reading;
use crate::traces::pages::show::{self, Slots};
use crate::traces::pages::{changes, history as past, json, markdown};
use crate::traces::store::show::visible;
use crate::ui::page::Answer;
use crate::web::front;
use crate::web::pages::moved;
use crate::{comments, curation, pairing};

/// `/traces/{id}-{slug}`, with `.md` or `.json`.
pub async fn show(visit: Visit, segment: Result<Path<String>, PathRejection>) -> Result<Response> {
    let Path(segment) = segment.map_err(|_| Error::NotFound)?;
    let address = parse(&segment).ok_or(Error::NotFound)?;
    let mut conn = visit.app.db.read().await?;
    let trace = visible(&mut conn, address.id, &visit.viewer).await?;
    if trace.published.is_none() {
        // Only its authors get here: there is nothing to read yet, only to write.
        return Ok(Redirect::to(&format!("/traces/{}/edit", trace.id)).into_response());
    }
    if trace.slug != address.slug {
        return Ok(moved(&visit, path_of(trace.id, &trace.slug, address.form)));
    }
    let mut reading = Reading::load(&mut conn, trace, None).await?;
    if address.form == Form::Page {
        reading.credits(&mut conn, visit.viewer.id()).await?;
    }
    let slots = match address.form {
        Form::Page => slots(&mut conn, &visit, &reading, asked(&visit, "after")).await?,
        Form::Md | Form::Json => Slots::default(),
    };
    drop(conn);
    Ok(match address.form {
        Form::Page => show::render(&visit, &reading, slots).into_response(),
        Form::Md => file(&reading, "text/markdown; charset=utf-8", markdown::render(&visit, &reading)),
        Form::Json => file(&reading, "application/json", json::render(&visit, &reading).to_string()),
    })
}

/// What higher slices say of the trace: its talk, its remarks, and how it was featured.
async fn slots(conn: &mut Conn, visit: &Visit, reading: &Reading, after: Option<i64>) -> Result<Slots> {
    let id = reading.trace.id;
    let place = Place {
        trace: id,
        path: reading.path(Form::Page),
        revision: reading.revision.number,
        parts: reading.parts.iter().map(|part| part.part_key).collect(),
        after: after.map(CommentId),
    };
    let thread = Thread::new(comments::store::thread(conn, id, visit.viewer.id(), place.after).await?);
    let trail = curation::store::trail(conn, id).await?;
    let mut tags = thread.tags();
    tags.extend(curation::views::tags(&trail));
    Ok(Slots {
        margin: comments::views::margin(visit, &thread),
        talk: comments::views::talk(visit, &place, &thread),
        featured: curation::views::trail(visit, &trail),
        pair: pairing::asks::views::improve(visit, id),
        organizer: curation::views::desk(visit, id, reading.feature.is_some()),
        tags,
    })
}

/// `/traces/{id}/history/{number}`: a revision as it was; with `from`, what changed since that one.
pub async fn revision(visit: Visit, at: Result<Path<(String, i64)>, PathRejection>) -> Answer {
    let Path((id, number)) = at.map_err(|_| Error::NotFound)?;
    if let Some(from) = asked(&visit, "from") {
        return changes::page(&visit, bare(&id)?, number, from).await;
    }
    let mut conn = visit.app.db.read().await?;
    let trace = visible(&mut conn, bare(&id)?, &visit.viewer).await?;
    let reading = Reading::load(&mut conn, trace, Some(number)).await?;
    drop(conn);
    Ok(show::render(&visit, &reading, Slots::default()))
}

/// A number in the query. Something else is no place in a list: the list begins at its beginning.
fn asked(visit: &Visit, name: &str) -> Option<i64> {
    visit.query().get(name).parse().ok()
}

/// `/traces/{id}/history`; with `from` and `to`, as its form asks, on to what changed between the two.
pub async fn history(visit: Visit, id: Result<Path<String>, PathRejection>) -> Result<Response> {
    let Path(id) = id.map_err(|_| Error::NotFound)?;
    let trace = bare(&id)?;
    if let (Some(from), Some(to)) = (asked(&visit, "from"), asked(&visit, "to")) {
        return Ok(Redirect::to(&format!("/traces/{trace}/history/{to}?from={from}")).into_response());
    }
    Ok(past::page(&visit, trace, asked(&visit, "after")).await?.into_response())
}

/// Below a trace, addresses hold its number alone.
fn bare(id: &str) -> Result<TraceId> {
    parse(id).filter(|a| a.slug.is_empty() && a.form == Form::Page).map(|a| a.id).ok_or(Error::NotFound)
}

/// A form of the trace for programs, shared by signed-out readers as the page is.
fn file(reading: &Reading, kind: &'static str, text: String) -> Response {
    let language = HeaderValue::from_static(reading.revision.language.as_str());
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_LANGUAGE, language)];
    front::shared((headers, text).into_response(), reading.tags())
}
