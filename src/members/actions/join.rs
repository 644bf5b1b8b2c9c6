//! Becoming a member, and coming back by letter.

use crate::base::app::App;
use crate::base::config::SignUp as Policy;
use crate::base::db::Conn;
use crate::base::error::{Error, Problem, Refusal, Result};
use crate::base::limits::Budget;
use crate::base::random::token_hash;
use crate::base::time::Time;
use crate::members::entry::{Email, SignUp};
use crate::members::jobs;
use crate::members::model::Purpose;
use crate::members::password::{self, Password};
use crate::members::store::{self, Account};
use crate::members::visit::Visit;

/// Whether the site takes new members.
///
/// # Errors
/// [`Refusal::SignUpClosed`]; `SIGN_UP=invite` counts as closed as long as there are no invitations.
pub fn can_sign_up(app: &App) -> Result<()> {
    if app.config.sign_up == Policy::Open { Ok(()) } else { Err(Error::NotAllowed(Refusal::SignUpClosed)) }
}

/// Asks for an account. The answer is the same when the address has one already: its mailbox is
/// told. A taken handle is told here.
///
/// # Errors
/// [`Refusal::SignUpClosed`], [`Error::TooMany`], [`Problem::Taken`].
pub async fn sign_up(visit: &Visit, entry: SignUp) -> Result<()> {
    let app = &visit.app;
    can_sign_up(app)?;
    visit.limit_address(Budget::SignUpAddress)?;
    let (password, random) = (entry.password.clone(), app.random.clone());
    let hash = app.offload_hash(move || password::hash(&password, &random)).await??;
    let mut tx = app.db.write().await?;
    let taken = || Error::from(("handle", Problem::Taken));
    if store::is_handle_taken(&mut tx, &entry.handle).await? {
        return Err(taken());
    }
    match store::add(&mut tx, &entry, &hash, visit.now).await? {
        Some(member) => {
            if let Some(sketch) = &entry.sketch {
                store::keep_sketch(&mut tx, member, sketch, visit.now).await?;
            }
            if mailbox_has_room(app, &entry.email) {
                jobs::ask_for_verify_letter(&mut tx, member, visit.now).await?;
            }
        }
        None => {
            // Without an account behind the address it was the handle: someone was quicker.
            let known = store::account_by_email(&mut tx, &entry.email.key).await?.ok_or_else(taken)?;
            store::contest(&mut tx, known.id, visit.now).await?;
            // As if it had been made: the next one to ask for this handle must not learn that it was not.
            if !store::reserve_handle(&mut tx, &entry.handle, known.id, visit.now).await? {
                return Err(taken());
            }
            if mailbox_has_room(app, &entry.email) {
                jobs::ask_for_known_letter(&mut tx, known.id, entry.sketch, visit.now).await?;
            }
        }
    }
    app.commit(tx).await
}

/// Silent, so that the answer stays the same.
fn mailbox_has_room(app: &App, email: &Email) -> bool {
    app.limits.spend(Budget::LetterMailbox, &token_hash(&email.key)).is_ok()
}

/// Asks for another letter to confirm one's address.
///
/// # Errors
/// [`Error::SignIn`], [`Error::TooMany`].
pub async fn ask_again(visit: &Visit) -> Result<()> {
    let member = visit.viewer.member()?;
    visit.limit_address(Budget::SignUpAddress)?;
    visit.limit_member(Budget::LetterMailbox)?;
    let mut tx = visit.app.db.write().await?;
    jobs::ask_for_verify_letter(&mut tx, member.id, visit.now).await?;
    visit.app.commit(tx).await
}

/// Spends a letter's token and confirms the address. Says whether a sketch waits; `None` when the
/// token does not open anything (any more).
///
/// # Errors
/// When the database does not answer.
pub async fn verify(app: &App, token: &str) -> Result<Option<bool>> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    let Some(opens) = store::spend(&mut tx, &token_hash(token), Purpose::Verify, now).await? else { return Ok(None) };
    let account = store::account(&mut tx, opens.member_id).await?.filter(Account::trusts_letters);
    let Some(account) = account else { return Ok(None) };
    store::confirm(&mut tx, account.id, now).await?;
    if let Some(sketch) = &opens.sketch_hash {
        store::keep_sketch(&mut tx, account.id, sketch, now).await?;
    }
    app.commit(tx).await?;
    Ok(Some(account.sketch_waits || opens.sketch_hash.is_some()))
}

/// Asks for a letter to set a new password. The same work whether or not there is an account: the
/// job that writes the letter looks.
///
/// # Errors
/// [`Error::TooMany`] for the sender's address, never for the mailbox.
pub async fn ask_for_reset(visit: &Visit, email: &Email) -> Result<()> {
    visit.limit_address(Budget::SignUpAddress)?;
    if !mailbox_has_room(&visit.app, email) {
        return Ok(());
    }
    let mut tx = visit.app.db.write().await?;
    jobs::ask_for_reset_letter(&mut tx, &email.key, visit.now).await?;
    visit.app.commit(tx).await
}

/// Sets a new password with a letter's token: ends every sign-in, forgets every browser and
/// every other such letter. The letter was read, so the address is confirmed too. False when the token does
/// not open anything (any more).
///
/// # Errors
/// [`Error::Invalid`] with what is wrong with the password.
pub async fn reset_password(app: &App, token: &str, typed: &str) -> Result<bool> {
    let (now, token) = (app.now(), token_hash(token));
    let Some(account) = who_may_reset(&mut app.db.read().await?, &token, now).await? else { return Ok(false) };
    let own = [account.email.as_deref().unwrap_or_default(), &account.handle, &account.name];
    let password = Password::new(typed, &own).map_err(|problem| Error::from(("password", problem)))?;
    let random = app.random.clone();
    let hash = app.offload_hash(move || password::hash(&password, &random)).await??;
    let mut tx = app.db.write().await?;
    if store::spend(&mut tx, &token, Purpose::Reset, now).await?.is_none() {
        return Ok(false);
    }
    store::keep_letters_sketches(&mut tx, account.id, now).await?;
    store::set_password(&mut tx, account.id, &hash).await?;
    store::confirm(&mut tx, account.id, now).await?;
    store::end_others(&mut tx, account.id, None).await?;
    store::forget_browsers(&mut tx, account.id).await?;
    store::forget_tokens(&mut tx, account.id, Some(Purpose::Reset)).await?;
    tx.tell(format!("member:{}", account.id));
    app.commit(tx).await?;
    Ok(true)
}

async fn who_may_reset(conn: &mut Conn, token_hash: &str, now: Time) -> Result<Option<Account>> {
    let Some(opens) = store::look_up(conn, token_hash, Purpose::Reset, now).await? else { return Ok(None) };
    store::account(conn, opens.member_id).await
}
