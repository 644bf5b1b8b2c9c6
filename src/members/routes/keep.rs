//! The addresses of keeping an account: settings, and whom to keep away.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::links;
use crate::members::entry::Profile;
use crate::members::model::SignInId;
use crate::members::pages::settings::{self as page, BLOCKED, Returned, Settings};
use crate::members::visit::Visit;
use crate::members::{actions, store};
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
    store::account_by_handle(&mut visit.app.db.read().await?, handle).await?.ok_or(Error::NotFound)
}
