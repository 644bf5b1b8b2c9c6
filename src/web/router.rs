//! The table of addresses.

use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderValue, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Router, middleware::from_fn};
use tower_http::catch_panic::CatchPanicLayer;

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::words::Lang;
use crate::members;
use crate::members::model::{Theme, Viewer};
use crate::members::visit::Visit;
use crate::ui::fields::{Fields, SHORT_FORM, at_most};
use crate::web::{again, assets, enter, front, guard, headers, shell};

/// A switch brings along what the form sent that it stands on the answer to: at most the largest, each
/// name with a few letters more.
const SWITCH: usize = guard::LARGEST;

/// The whole application.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/language", post(language).layer(at_most(SWITCH)))
        .route("/theme", post(theme).layer(at_most(SWITCH)))
        .route("/readyz", get(ready))
        .merge(crate::members::routes::routes())
        .merge(crate::notices::routes::routes())
        .merge(crate::comments::routes::routes())
        .merge(crate::curation::routes::routes())
        .merge(crate::pairing::routes::routes())
        .merge(crate::web::pages::routes(&app))
        .merge(crate::traces::routes::routes())
        .fallback(|| async { Error::NotFound })
        .layer(DefaultBodyLimit::max(SHORT_FORM))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(again::again))
        .layer(from_fn(drop_nul))
        .layer(from_fn_with_state(app.clone(), guard::guard))
        .layer(from_fn_with_state(app.clone(), enter::enter))
        .layer(from_fn(shell::shell))
        .route("/assets/{name}", get(assets::show))
        .route("/healthz", get(|| async { "ok" }))
        .layer(from_fn_with_state(app.clone(), front::front))
        .layer(from_fn_with_state(app.clone(), headers::headers))
        .with_state(app)
}

/// A panic is a bug: the person sees the 500 page, the log its text.
fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    Error::Internal(format!("panic: {}", text.unwrap_or("?"))).into_response()
}

/// A NUL in an address matches nothing and PostgreSQL refuses it in text: such a page does not exist.
async fn drop_nul(request: axum::extract::Request, next: axum::middleware::Next) -> Response {
    if request.uri().path_and_query().is_some_and(|asked| asked.as_str().contains("%00")) {
        return Error::NotFound.into_response();
    }
    next.run(request).await
}

async fn ready(State(app): State<App>) -> Result<&'static str> {
    let mut conn = app.db.read().await?;
    let (one,): (i64,) = crate::sql!("select cast(1 as bigint)").one(&mut conn).await?;
    Ok(if one == 1 { "ready" } else { "?" })
}

/// For a member it is their setting, which stands before the cookie.
async fn language(visit: Visit, fields: Fields) -> Result<Response> {
    let lang: Lang = fields.get("lang").parse().map_err(|problem| ("lang", problem))?;
    if matches!(visit.viewer, Viewer::Member(_)) {
        members::actions::speak(&visit, lang).await?;
    }
    Ok(remember("lang", lang.as_str(), Visit { lang, ..visit }, &fields))
}

async fn theme(visit: Visit, fields: Fields) -> Result<Response> {
    let theme: Theme = fields.get("theme").parse().map_err(|problem| ("theme", problem))?;
    Ok(remember("theme", theme.as_str(), Visit { theme, ..visit }, &fields))
}

/// Keeps a choice for a year and goes back to where it was made, without a `lang` that would win over
/// it; from an answer to a form, which has no address, to what was sent.
fn remember(name: &str, value: &str, visit: Visit, fields: &Fields) -> Response {
    let back = crate::base::links::back(fields.get("next"));
    let (path, query) = back.split_once('?').unwrap_or((&back, ""));
    let kept: Vec<&str> =
        query.split('&').filter(|p| !(p.is_empty() || name == "lang" && p.starts_with("lang="))).collect();
    let target = if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) };
    let visit = Visit { here: target.clone(), ..visit };
    let mut response = match again::switched(&visit, fields) {
        Some(page) => {
            let mut response = page.into_response();
            response.extensions_mut().insert(visit);
            response
        }
        None => Redirect::to(&target).into_response(),
    };
    let cookie = format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}
