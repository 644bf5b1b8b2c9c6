//! Addresses of letters' links and of members' calendars.

use axum::Router;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::limits::Budget;
use crate::members::later::try_later;
use crate::members::visit::Visit;
use crate::pairing::letters::model::Standing;
use crate::pairing::letters::opened::{Closed, open};
use crate::pairing::letters::{actions, calendar, pages};
use crate::ui::fields::Fields;
use crate::ui::page::{Answer, Page};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/pair/letters/{token}", get(show).post(act))
        .route("/pair/calendar", get(sheet).post(renew))
        .route("/pair/calendar/end", post(end))
        .route("/pair/calendar/{file}", get(feed))
}

async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    page(&visit, &token, &Fields::default(), None).await
}

/// The link's page as it stands now.
async fn page(visit: &Visit, token: &str, fields: &Fields, error: Option<&Error>) -> Answer {
    Ok(match open(visit, token).await? {
        Ok(opened) => pages::link::show(visit, &opened, fields, error),
        Err(closed) => pages::link::closed(visit, closed),
    })
}

/// The cookie has no say here, but to refuse whoever is signed in as another.
async fn act(visit: Visit, Path(token): Path<String>, fields: Fields) -> Result<Response> {
    if let Err(Error::TooMany(wait)) = visit.limit_address(Budget::LetterLinkAddress) {
        return Ok(try_later(&visit, page(&visit, &token, &fields, None).await?, wait));
    }
    let opened = match open(&visit, &token).await? {
        Ok(opened) if opened.standing == Standing::Ready => opened,
        Ok(opened) => return Ok(pages::link::show(&visit, &opened, &fields, None).into_response()),
        Err(closed @ (Closed::Unknown | Closed::Stranger | Closed::Unable)) => {
            return Ok(pages::link::closed(&visit, closed).into_response());
        }
    };
    match actions::act(&visit.app, &opened, &fields, visit.now).await {
        Ok(done) => {
            let lang = visit.lang;
            Ok(Redirect::to(&format!("/pair/letters/{token}?lang={lang}&done={done}")).into_response())
        }
        Err(error @ (Error::Invalid(_) | Error::Conflict | Error::NotAllowed(_))) => {
            Ok(page(&visit, &token, &fields, Some(&error)).await?.into_response())
        }
        Err(error) => Err(error),
    }
}

async fn sheet(visit: Visit) -> Answer {
    pages::calendar::sheet(&visit).await
}

/// The address is shown in the answer itself: it is kept nowhere.
async fn renew(visit: Visit) -> Result<Page> {
    let token = actions::renew_calendar(&visit).await?;
    Ok(pages::calendar::fresh(&visit, &token))
}

async fn end(visit: Visit) -> Result<Redirect> {
    actions::end_calendar(&visit).await?;
    Ok(Redirect::to("/pair/calendar?done=end"))
}

async fn feed(visit: Visit, Path(file): Path<String>, headers: HeaderMap) -> Result<Response> {
    let token = file.strip_suffix(".ics").ok_or(Error::NotFound)?;
    calendar::feed(&visit.app, token, &headers, visit.now).await
}
