//! What the browser asks by itself while someone types.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use super::PREVIEW;
use crate::base::error::{Error, Problem, Result};
use crate::base::limits::Budget;
use crate::base::words::Lang;
use crate::members::model::Viewer;
use crate::members::visit::Visit;
use crate::traces::actions::{self, Saved};
use crate::traces::model::TraceId;
use crate::traces::pages::edit;
use crate::ui::fields::Fields;
use crate::ui::form::say;
use crate::ui::time::minute;

/// What the browser saves by itself: the new version and the words that say so.
pub(super) async fn autosave(visit: &Visit, trace: TraceId, fields: &Fields) -> Result<Response> {
    if matches!(visit.viewer, Viewer::Guest) {
        return Ok((StatusCode::UNAUTHORIZED, Json(serde_json::json!({}))).into_response());
    }
    visit.limit_member(Budget::Typing)?;
    let (_, before) = actions::held(&mut visit.app.db.read().await?, trace, &visit.viewer).await?;
    let (content, _) = edit::fields::read(fields, &before, visit.now);
    match actions::save_draft(visit, trace, edit::fields::version(fields), &content).await {
        Ok(Saved { version, at }) => {
            let saved = visit.t().write_saved(minute(at, visit.zone(), visit.lang));
            let lang = visit.lang;
            // Long texts take milliseconds.
            let [grown, depth] = visit.app.offload(move || edit::rail::beside(lang, &content)).await?;
            let answer = serde_json::json!({
                "version": version, "saved_at": at, "saved": saved, "grown": grown, "depth": depth,
            });
            Ok(Json(answer).into_response())
        }
        Err(Error::Conflict) => {
            let (version, _) = actions::held(&mut visit.app.db.read().await?, trace, &visit.viewer).await?;
            Ok((StatusCode::CONFLICT, Json(serde_json::json!({ "version": version }))).into_response())
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn preview(visit: Visit, fields: Fields) -> Result<Response> {
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
