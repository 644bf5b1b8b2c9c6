//! Addresses of a member's times.

use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

use super::entry::{self, Marked};
use super::{actions, pages};
use crate::base::app::App;
use crate::base::error::{Error, Problems, Result};
use crate::members::later::try_later;
use crate::members::visit::Visit;
use crate::pairing::times::pages::Form;
use crate::ui::fields::Fields;
use crate::ui::page::Answer;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/pair/times", get(show).post(save))
        // Whoever had to sign in again comes back by these.
        .route("/pair/times/exceptions", get(back).post(add))
        .route("/pair/times/exceptions/remove", get(back).post(remove))
}

async fn show(visit: Visit) -> Answer {
    pages::show(&visit, None).await
}

async fn back() -> Redirect {
    Redirect::to("/pair/times")
}

async fn save(visit: Visit, fields: Fields) -> Result<Response> {
    visit.viewer.member()?;
    let outcome = match Marked::read(&fields) {
        Ok(marked) => actions::save(&visit, &marked).await,
        Err(error) => Err(error),
    };
    answer(&visit, Form::Week, fields, outcome).await
}

async fn add(visit: Visit, fields: Fields) -> Result<Response> {
    let outcome = actions::add_exception(&visit, &fields).await;
    answer(&visit, Form::Exception, fields, outcome).await
}

/// Back to the page; or the page again, with what was typed and what is wrong with it.
async fn answer(visit: &Visit, form: Form, fields: Fields, outcome: Result<()>) -> Result<Response> {
    match outcome {
        Ok(()) => Ok(Redirect::to(&format!("/pair/times?done={}#{}", form.as_str(), form.place())).into_response()),
        Err(Error::Invalid(problems)) => {
            Ok(pages::show(visit, Some((form, fields, problems))).await?.rejected().into_response())
        }
        Err(Error::TooMany(wait)) => {
            let page = pages::show(visit, Some((form, fields, Problems::default()))).await?;
            Ok(try_later(visit, page, wait))
        }
        Err(error) => Err(error),
    }
}

async fn remove(visit: Visit, fields: Fields) -> Result<Redirect> {
    visit.viewer.member()?;
    let day = entry::date(fields.get("day")).ok_or(Error::NotFound)?;
    let from = fields.get("from").parse().map_err(|_| Error::NotFound)?;
    actions::remove_exception(&visit, day, from).await?;
    Ok(Redirect::to("/pair/times?done=removed#exceptions"))
}
