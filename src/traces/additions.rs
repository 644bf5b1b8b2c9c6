//! Addresses of what is added to a published trace: sources that readers supply, and how a hypothesis
//! turned out.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Problems, Result};
use crate::members::later;
use crate::members::visit::Visit;
use crate::traces::actions;
use crate::traces::actions::offers::ground;
use crate::traces::model::TraceId;
use crate::traces::model::address;
use crate::traces::model::hypothesis::Answer as Answered;
use crate::traces::model::offer::{Offer, OfferId, passages};
use crate::traces::pages::{hypotheses, offer};
use crate::traces::routes::number;
use crate::ui::fields::Fields;
use crate::ui::page::Answer;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/traces/{id}/hypotheses/{number}", get(due).post(answer))
        .route("/traces/{id}/sources", get(supply).post(give))
        .route("/traces/{id}/sources/{offer}/take", post(take))
        .route("/traces/{id}/sources/{offer}/decline", post(decline))
}

async fn supply(visit: Visit, Path(id): Path<String>) -> Answer {
    visit.viewer.member()?;
    let (trace, content) = ground(&mut visit.app.db.read().await?, &visit, number(&id)?).await?;
    Ok(offer::form(&visit, &trace, &passages(&content), &Fields::default(), Problems::default()))
}

async fn give(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    visit.viewer.member()?;
    let (trace, content) = ground(&mut visit.app.db.read().await?, &visit, number(&id)?).await?;
    let places = passages(&content);
    let given = match Offer::read(&fields, &places, visit.now) {
        Ok(offered) => actions::offers::offer(&visit, trace.id, &offered).await,
        Err(invalid) => Err(invalid),
    };
    match given {
        Ok(()) => Ok(Redirect::to(&address::path(trace.id, &trace.slug)).into_response()),
        Err(Error::Invalid(problems)) => {
            Ok(offer::form(&visit, &trace, &places, &fields, problems).rejected().into_response())
        }
        Err(Error::TooMany(wait)) => {
            let page = offer::form(&visit, &trace, &places, &fields, Problems::default());
            Ok(later::try_later(&visit, page, wait))
        }
        Err(error) => Err(error),
    }
}

/// Which offer an address names.
fn named(id: &str, offer: &str) -> Result<(TraceId, OfferId)> {
    Ok((number(id)?, offer.parse().map_err(|_| Error::NotFound)?))
}

async fn take(visit: Visit, Path((id, which)): Path<(String, String)>) -> Result<Response> {
    let (trace, id) = named(&id, &which)?;
    let published = actions::offers::take(&visit, trace, id).await?;
    Ok(Redirect::to(&format!("{}#sources", address::path(trace, &published.slug))).into_response())
}

async fn decline(visit: Visit, Path((id, which)): Path<(String, String)>) -> Result<Response> {
    let (trace, id) = named(&id, &which)?;
    actions::offers::decline(&visit, trace, id).await?;
    Ok(Redirect::to(&format!("/traces/{trace}#offers")).into_response())
}

async fn due(visit: Visit, Path((id, which)): Path<(String, String)>) -> Answer {
    hypotheses::page(&visit, number(&id)?, hypotheses::key_of(&which)?, None).await
}

async fn answer(visit: Visit, Path((id, which)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let (trace, key) = (number(&id)?, hypotheses::key_of(&which)?);
    let answered = match Answered::read(&fields) {
        Ok(answered) => actions::hypotheses::answer(&visit, trace, key, &answered).await,
        Err(invalid) => Err(invalid),
    };
    match answered {
        Ok(()) => Ok(Redirect::to(&format!("/traces/{trace}#{key}")).into_response()),
        Err(Error::Invalid(problems)) => {
            let (outcome, evidence) = (fields.get("outcome").to_owned(), fields.get("evidence").to_owned());
            let typed = hypotheses::Typing { outcome, evidence, problems };
            Ok(hypotheses::page(&visit, trace, key, Some(typed)).await?.rejected().into_response())
        }
        Err(error) => Err(error),
    }
}
