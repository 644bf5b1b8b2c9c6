//! Signing in and out.

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::limits::Budget;
use crate::base::random::token_hash;
use crate::base::text;
use crate::base::time::{HOUR, Time};
use crate::members::entry::Email;
use crate::members::model::{MemberId, SignInId};
use crate::members::password;
use crate::members::sign_in::{Opened, known_hash};
use crate::members::store::{self, Account};
use crate::members::visit::Visit;

/// What was typed to sign in.
pub struct Credentials {
    pub email: String,
    pub password: String,
    /// The hash of the token of a sketch drawn signed out.
    pub sketch: Option<String>,
}

/// How long a token of ours is; what else a browser brings is not kept.
const TOKEN: usize = 32;

/// Signs a browser in; `None` when address and password do not fit together. The same work is done
/// whether or not there is such an account. The second value says that a sketch waits.
///
/// # Errors
/// [`Error::TooMany`]: for the sender's address, and for the account unless this browser has signed
/// in to it before, which then has a budget of its own.
pub async fn sign_in(visit: &Visit, typed: Credentials) -> Result<Option<(Opened, bool)>> {
    let app = &visit.app;
    visit.limit_address(Budget::SignInAddress)?;
    // What is no address has no account; the work is the same.
    let email_key = Email::new(&typed.email).map(|email| email.key).unwrap_or_default();
    let mut conn = app.db.read().await?;
    let account = store::account_by_email(&mut conn, &email_key).await?;
    let browser = known_browser(visit).map(|known| known_hash(known, account.as_ref().map_or(MemberId(0), |a| a.id)));
    let is_known = match &browser {
        Some(hash) => store::is_known_browser(&mut conn, hash).await?,
        None => false,
    };
    drop(conn);
    match browser.filter(|_| is_known) {
        Some(hash) => app.limits.spend(Budget::SignInKnownBrowser, &hash)?,
        None => app.limits.spend(Budget::SignInAccount, &token_hash(&email_key))?,
    }
    let kept = account.as_ref().and_then(|a| a.password_hash.clone());
    let fits = app.offload_hash(move || password::matches(&typed.password, kept.as_deref())).await??;
    let Some(account) = account.filter(|_| fits) else { return Ok(None) };
    let opened = open(visit, &account, typed.sketch.as_deref()).await?;
    Ok(opened.map(|opened| (opened, typed.sketch.is_some() || account.sketch_waits)))
}

/// Signs a browser in as a demo member, without a password. Only under `DEV`.
///
/// # Errors
/// [`Error::NotFound`] without `DEV`, and for anyone who is no demo member.
pub async fn sign_in_as_demo(visit: &Visit, handle: &str) -> Result<Opened> {
    if !visit.app.config.dev {
        return Err(Error::NotFound);
    }
    let handle = text::key(handle).replace('\0', "");
    let account = store::account_by_handle(&mut visit.app.db.read().await?, &handle).await?;
    let account = account.filter(|a| a.demo).ok_or(Error::NotFound)?;
    open(visit, &account, None).await?.ok_or(Error::Conflict)
}

fn known_browser(visit: &Visit) -> Option<&str> {
    visit.known_browser.as_deref().filter(|known| known.len() == TOKEN)
}

/// A new token each time; the sign-in that this browser brought along is dead.
async fn open(visit: &Visit, account: &Account, sketch: Option<&str>) -> Result<Option<Opened>> {
    let (app, now) = (&visit.app, visit.now);
    let opened = Opened {
        token: app.random.token(),
        known: known_browser(visit).map_or_else(|| app.random.token(), str::to_owned),
    };
    let mut tx = app.db.write().await?;
    if let Some(old) = &visit.sign_in_token {
        store::close(&mut tx, &token_hash(old)).await?;
        if let Some(before) = visit.viewer.id() {
            tx.tell(format!("member:{before}"));
        }
    }
    let hash = token_hash(&opened.token);
    if !store::open(&mut tx, account.id, account.password_hash.clone(), &hash, &visit.browser, now).await? {
        return Ok(None);
    }
    store::know_browser(&mut tx, &known_hash(&opened.known, account.id), account.id, now).await?;
    if let Some(sketch) = sketch {
        store::keep_sketch(&mut tx, account.id, sketch, now).await?;
    }
    app.commit(tx).await?;
    Ok(Some(opened))
}

/// Ends the sign-in that this browser brought, if any.
///
/// # Errors
/// When the database does not answer.
pub async fn sign_out(visit: &Visit) -> Result<()> {
    let Some(token) = &visit.sign_in_token else { return Ok(()) };
    let mut tx = visit.app.db.write().await?;
    store::close(&mut tx, &token_hash(token)).await?;
    if let Some(member) = visit.viewer.id() {
        tx.tell(format!("member:{member}"));
    }
    visit.app.commit(tx).await
}

/// Notes that a signed-in browser was here, at most once an hour.
///
/// # Errors
/// When the database does not answer.
pub async fn seen(app: &App, sign_in: SignInId, before: Time) -> Result<()> {
    let now = app.now();
    if now <= before.plus(HOUR) {
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    store::set_seen(&mut tx, sign_in, now).await?;
    app.commit(tx).await
}

/// Ends one of one's own sign-ins.
///
/// # Errors
/// [`Error::SignIn`]; [`Error::NotFound`] for a sign-in that is not theirs.
pub async fn end_sign_in(visit: &Visit, sign_in: SignInId) -> Result<()> {
    let member = visit.viewer.member()?;
    let mut tx = visit.app.db.write().await?;
    if !store::end(&mut tx, member.id, sign_in).await? {
        return Err(Error::NotFound);
    }
    tx.tell(format!("member:{}", member.id));
    visit.app.commit(tx).await
}

/// Ends all one's sign-ins but this browser's.
///
/// # Errors
/// [`Error::SignIn`].
pub async fn end_others(visit: &Visit) -> Result<()> {
    let member = visit.viewer.member()?;
    let mut tx = visit.app.db.write().await?;
    store::end_others(&mut tx, member.id, Some(member.sign_in)).await?;
    tx.tell(format!("member:{}", member.id));
    visit.app.commit(tx).await
}

/// Forgets sign-ins and letters that no longer hold.
///
/// # Errors
/// When the database does not answer.
pub async fn prune(app: &App) -> Result<()> {
    let mut tx = app.db.write().await?;
    store::prune_sign_ins(&mut tx, app.now()).await?;
    store::prune_tokens(&mut tx, app.now()).await?;
    app.commit(tx).await
}
