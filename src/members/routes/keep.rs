//! The addresses of keeping an account: settings, and whom to keep away.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Problems, Result};
use crate::base::links;
use crate::members::entry::Profile;
use crate::members::later::try_later;
use crate::members::model::{SignInId, Viewer};
use crate::members::pages::leave;
use crate::members::pages::settings::{self as page, BLOCKED, Returned, Settings};
use crate::members::visit::Visit;
use crate::members::{actions, sign_in, store};
use crate::ui::fields::Fields;
use crate::ui::page::Answer;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/settings", get(settings))
        .route("/settings/profile", post(save_profile))
        .route("/settings/password", post(change_password))
        .route("/settings/letter", post(ask_again))
        .route("/settings/sign-ins/{id}/end", post(end_sign_in))
        .route("/settings/sign-ins/end-others", post(end_others))
        .route("/settings/delete", get(delete_sheet).post(delete))
        .route("/goodbye", get(goodbye))
        .route("/members/{handle}/block", post(block))
        .route("/members/{handle}/unblock", post(unblock))
}

async fn settings(visit: Visit) -> Answer {
    settings_page(&visit, &Returned::default()).await
}

async fn settings_page(visit: &Visit, returned: &Returned) -> Answer {
    let member = visit.viewer.member()?;
    let mut conn = visit.app.db.read().await?;
    let account = store::account(&mut conn, member.id).await?.ok_or(Error::NotFound)?;
    let sign_ins = store::sign_ins(&mut conn, member.id, visit.now).await?;
    let blocked = store::blocked(&mut conn, member.id, BLOCKED + 1).await?;
    Ok(page::show(visit, &Settings { account, sign_ins, here: member.sign_in, blocked }, returned))
}

async fn save_profile(visit: Visit, fields: Fields) -> Result<Response> {
    let outcome = match Profile::read(&fields) {
        Ok(profile) => actions::save_profile(&visit, &profile).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(()) => Ok(Redirect::to("/settings?done=profile").into_response()),
        Err(Error::Invalid(problems)) => {
            let returned = Returned { profile: Some((fields, problems)), password: None };
            Ok(settings_page(&visit, &returned).await?.rejected().into_response())
        }
        Err(error) => Err(error),
    }
}

async fn change_password(visit: Visit, fields: Fields) -> Result<Response> {
    match actions::change_password(&visit, fields.get("current"), fields.get("password")).await {
        Ok(()) => Ok(Redirect::to("/settings?done=password").into_response()),
        Err(Error::Invalid(problems)) => {
            let returned = Returned { profile: None, password: Some(problems) };
            Ok(settings_page(&visit, &returned).await?.rejected().into_response())
        }
        Err(error) => Err(error),
    }
}

async fn ask_again(visit: Visit) -> Result<Redirect> {
    actions::ask_again(&visit).await?;
    Ok(Redirect::to("/settings?done=letter"))
}

async fn end_sign_in(visit: Visit, Path(id): Path<String>) -> Result<Redirect> {
    let id: SignInId = id.parse().map_err(|_| Error::NotFound)?;
    actions::end_sign_in(&visit, id).await?;
    Ok(Redirect::to("/settings?done=sign-in"))
}

async fn end_others(visit: Visit) -> Result<Redirect> {
    actions::end_others(&visit).await?;
    Ok(Redirect::to("/settings?done=others"))
}

async fn delete_sheet(visit: Visit) -> Answer {
    delete_page(&visit, &Problems::default()).await
}

async fn delete_page(visit: &Visit, problems: &Problems) -> Answer {
    let member = visit.viewer.member()?;
    let account = store::account(&mut visit.app.db.read().await?, member.id).await?.ok_or(Error::NotFound)?;
    Ok(leave::ask(visit, account.demo, problems))
}

async fn delete(visit: Visit, fields: Fields) -> Result<Response> {
    match actions::leave(&visit, fields.get("current")).await {
        Ok(()) => {
            let mut response = Redirect::to("/goodbye").into_response();
            sign_in::forget(response.headers_mut())?;
            Ok(response)
        }
        Err(Error::Invalid(problems)) => Ok(delete_page(&visit, &problems).await?.rejected().into_response()),
        Err(Error::TooMany(wait)) => Ok(try_later(&visit, delete_page(&visit, &Problems::default()).await?, wait)),
        Err(error) => Err(error),
    }
}

/// For one who has just left; anybody else has nothing to do here.
async fn goodbye(visit: Visit) -> Response {
    match visit.viewer {
        Viewer::Guest => leave::goodbye(&visit).into_response(),
        Viewer::Member(_) => Redirect::to("/").into_response(),
    }
}

async fn block(visit: Visit, Path(handle): Path<String>) -> Result<Redirect> {
    let other = other(&visit, &handle).await?;
    actions::block(&visit, other.id).await?;
    Ok(Redirect::to(&format!("/members/{}", other.handle)))
}

/// Back to the member's page, or to where the form says (`next`).
async fn unblock(visit: Visit, Path(handle): Path<String>, fields: Fields) -> Result<Redirect> {
    let other = other(&visit, &handle).await?;
    actions::unblock(&visit, other.id).await?;
    let back = if fields.has("next") { fields.get("next").to_owned() } else { format!("/members/{}", other.handle) };
    Ok(Redirect::to(&links::back(&back)))
}

async fn other(visit: &Visit, handle: &str) -> Result<store::Account> {
    visit.viewer.member()?;
    store::seen_by_handle(&mut visit.app.db.read().await?, handle).await?.ok_or(Error::NotFound)
}
