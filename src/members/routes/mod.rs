//! The addresses of becoming a member, signing in and out.

mod keep;

use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::base::app::App;
use crate::base::error::{Error, Problems, Result};
use crate::base::links;
use crate::base::random::token_hash;
use crate::members::entry::{self, Email, SignUp};
use crate::members::later::try_later;
use crate::members::model::{Purpose, Viewer};
use crate::members::pages;
use crate::members::sign_in;
use crate::members::visit::Visit;
use crate::members::{actions, store};
use crate::ui::fields::Fields;
use crate::ui::page::{Answer, Page};

/// Where a sketch drawn signed out becomes a draft (`traces`).
const CLAIM: &str = "/traces/new/claim";

pub fn routes() -> Router<App> {
    Router::new()
        .route("/sign-up", get(sign_up_sheet).post(sign_up))
        .route("/sign-up/check-mail", get(check_mail))
        .route("/verify", get(verify_sheet).post(verify))
        .route("/sign-in", get(sign_in_sheet).post(sign_in))
        .route("/sign-in/check", get(check_sign_in))
        .route("/sign-in/done", get(signed_in))
        .route("/sign-out", post(sign_out))
        .route("/reset", get(reset_sheet).post(ask_for_reset))
        .route("/reset/sent", get(reset_sent))
        .route("/reset/new", get(new_password_sheet).post(reset_password))
        .route("/dev/mail", get(outbox))
        .route("/dev/sign-in", post(sign_in_as_demo))
        .merge(keep::routes())
}

async fn sign_up_sheet(visit: Visit) -> Answer {
    actions::can_sign_up(&visit.app)?;
    Ok(pages::join::sign_up(&visit, &visit.query(), &Problems::default()))
}

async fn sign_up(visit: Visit, fields: Fields) -> Result<Response> {
    actions::can_sign_up(&visit.app)?;
    let outcome = match SignUp::read(&fields) {
        Ok(entry) => actions::sign_up(&visit, entry).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(()) if fields.get("pending").is_empty() => Ok(Redirect::to("/sign-up/check-mail").into_response()),
        Ok(()) => Ok(Redirect::to("/sign-up/check-mail?sketch=1").into_response()),
        Err(Error::Invalid(problems)) => {
            Ok(pages::join::sign_up(&visit, &fields, &problems).rejected().into_response())
        }
        Err(Error::TooMany(wait)) => {
            Ok(try_later(&visit, pages::join::sign_up(&visit, &fields, &Problems::default()), wait))
        }
        Err(error) => Err(error),
    }
}

async fn check_mail(visit: Visit) -> Page {
    pages::join::check_mail(&visit, visit.query().has("sketch"))
}

async fn verify_sheet(visit: Visit) -> Answer {
    let query = visit.query();
    let token = query.get("token");
    Ok(match letter_of(&visit, token, Purpose::Verify).await? {
        Some(account) => pages::join::verify(&visit, token, account.email.as_deref().unwrap_or_default()),
        None => dead_verify_link(&visit),
    })
}

/// Whose letter a token belongs to; looking does not spend it.
async fn letter_of(visit: &Visit, token: &str, purpose: Purpose) -> Result<Option<store::Account>> {
    let mut conn = visit.app.db.read().await?;
    let Some(opens) = store::look_up(&mut conn, &token_hash(token), purpose, visit.now).await? else { return Ok(None) };
    let account = store::account(&mut conn, opens.member_id).await?;
    Ok(account.filter(|account| purpose == Purpose::Reset || account.trusts_letters()))
}

fn dead_verify_link(visit: &Visit) -> Page {
    pages::join::dead_link(visit, &visit.t().members_link_dead_verify(), "/sign-in")
}

async fn verify(visit: Visit, fields: Fields) -> Result<Response> {
    Ok(match actions::verify(&visit.app, fields.get("token")).await? {
        Some(true) => Redirect::to(&format!("/sign-in?next={CLAIM}&verified=1")).into_response(),
        Some(false) => Redirect::to("/sign-in?verified=1").into_response(),
        None => dead_verify_link(&visit).into_response(),
    })
}

async fn sign_in_sheet(visit: Visit) -> Result<Response> {
    let typed = visit.query();
    // Who holds a sketch goes through the form, which takes it along.
    if matches!(visit.viewer, Viewer::Member(_)) && typed.get("pending").is_empty() {
        return Ok(Redirect::to(&links::back(typed.get("next"))).into_response());
    }
    Ok(pages::sign_in::sign_in(&visit, &typed, false, &demo_accounts(&visit).await?).into_response())
}

async fn demo_accounts(visit: &Visit) -> Result<Vec<store::Account>> {
    if visit.app.config.dev { store::demo_accounts(&mut visit.app.db.read().await?).await } else { Ok(Vec::new()) }
}

async fn sign_in(visit: Visit, fields: Fields) -> Result<Response> {
    let typed = actions::Credentials {
        email: fields.get("email").to_owned(),
        password: fields.get("password").to_owned(),
        sketch: entry::sketch(fields.get("pending")),
    };
    let (opened, sketch) = match actions::sign_in(&visit, typed).await {
        Ok(Some(entered)) => entered,
        Ok(None) => {
            let demo = demo_accounts(&visit).await?;
            return Ok(pages::sign_in::sign_in(&visit, &fields, true, &demo).rejected().into_response());
        }
        Err(Error::TooMany(wait)) => {
            let demo = demo_accounts(&visit).await?;
            return Ok(try_later(&visit, pages::sign_in::sign_in(&visit, &fields, false, &demo), wait));
        }
        Err(error) => return Err(error),
    };
    let next = links::back(fields.get("next"));
    enter(&opened, if sketch && next == "/" { CLAIM } else { &next })
}

/// Sets the cookies and goes on by way of a look whether they come back.
fn enter(opened: &sign_in::Opened, next: &str) -> Result<Response> {
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    let mut response = Redirect::to(&format!("/sign-in/check?next={next}")).into_response();
    opened.set(response.headers_mut())?;
    Ok(response)
}

async fn check_sign_in(visit: Visit) -> Response {
    match visit.viewer {
        Viewer::Member(_) => Redirect::to(&links::back(visit.query().get("next"))).into_response(),
        Viewer::Guest => pages::sign_in::no_cookie(&visit).into_response(),
    }
}

/// The end of a sign-in beside another tab.
async fn signed_in(visit: Visit) -> Answer {
    visit.viewer.member()?;
    Ok(pages::sign_in::done_beside(&visit))
}

async fn sign_out(visit: Visit) -> Result<Response> {
    actions::sign_out(&visit).await?;
    let mut response = Redirect::to("/").into_response();
    sign_in::expire(response.headers_mut())?;
    Ok(response)
}

async fn reset_sheet(visit: Visit) -> Page {
    pages::reset::ask(&visit, "", &Problems::default())
}

async fn ask_for_reset(visit: Visit, fields: Fields) -> Result<Response> {
    let typed = fields.get("email");
    let mut problems = Problems::default();
    let Some(email) = problems.check("email", Email::new(typed)) else {
        return Ok(pages::reset::ask(&visit, typed, &problems).rejected().into_response());
    };
    match actions::ask_for_reset(&visit, &email).await {
        Ok(()) => Ok(Redirect::to("/reset/sent").into_response()),
        Err(Error::TooMany(wait)) => Ok(try_later(&visit, pages::reset::ask(&visit, typed, &problems), wait)),
        Err(error) => Err(error),
    }
}

async fn reset_sent(visit: Visit) -> Page {
    pages::reset::sent(&visit)
}

async fn new_password_sheet(visit: Visit) -> Answer {
    reset_form(&visit, visit.query().get("token"), &Problems::default()).await
}

async fn reset_form(visit: &Visit, token: &str, problems: &Problems) -> Answer {
    Ok(match letter_of(visit, token, Purpose::Reset).await? {
        Some(account) => pages::reset::set(visit, token, &account.handle, problems),
        None => pages::join::dead_link(visit, &visit.t().members_link_dead_reset(), "/reset"),
    })
}

async fn reset_password(visit: Visit, fields: Fields) -> Result<Response> {
    let token = fields.get("token");
    match actions::reset_password(&visit.app, token, fields.get("password")).await {
        Ok(true) => Ok(Redirect::to("/sign-in?reset=1").into_response()),
        Ok(false) => Ok(reset_form(&visit, token, &Problems::default()).await?.into_response()),
        Err(Error::Invalid(problems)) => Ok(reset_form(&visit, token, &problems).await?.rejected().into_response()),
        Err(error) => Err(error),
    }
}

async fn outbox(visit: Visit) -> Answer {
    if !visit.app.config.dev {
        return Err(Error::NotFound);
    }
    Ok(pages::dev::outbox(&visit, &visit.app.mailer.kept()))
}

async fn sign_in_as_demo(visit: Visit, fields: Fields) -> Result<Response> {
    let opened = actions::sign_in_as_demo(&visit, fields.get("handle")).await?;
    enter(&opened, &links::back(fields.get("next")))
}
