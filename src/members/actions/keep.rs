//! Keeping an account: profile, password, blocks; role and suspension; deleting it.

use crate::base::app::App;
use crate::base::error::{Error, Problem, Problems, Refusal, Result};
use crate::base::limits::Budget;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::members::apart::{self, Apart};
use crate::members::entry::Profile;
use crate::members::jobs;
use crate::members::model::{MemberId, Purpose, Role};
use crate::members::password::{self, Password};
use crate::members::store::{self, Account};
use crate::members::visit::Visit;

/// Changes what others see of the member, and how the site speaks to them.
///
/// # Errors
/// [`Error::SignIn`].
pub async fn save_profile(visit: &Visit, profile: &Profile) -> Result<()> {
    let member = visit.viewer.member()?;
    let mut tx = visit.app.db.write().await?;
    let before = store::account(&mut tx, member.id).await?.ok_or(Error::NotFound)?;
    store::set_profile(&mut tx, member.id, profile).await?;
    tx.tell(format!("member:{}", member.id));
    // Cards say who drew a trace, and from which desk.
    if (before.name.as_str(), before.discipline) != (profile.name.as_str(), profile.discipline) {
        tx.tell("traces");
    }
    visit.app.commit(tx).await
}

/// Speaks to the member in this language from now on, on the site and in letters.
///
/// # Errors
/// [`Error::SignIn`].
pub async fn speak(visit: &Visit, language: Lang) -> Result<()> {
    let member = visit.viewer.member()?;
    let mut tx = visit.app.db.write().await?;
    store::set_language(&mut tx, member.id, language).await?;
    visit.app.commit(tx).await
}

/// Changes the password for one who knows the present one, and ends the other sign-ins.
///
/// # Errors
/// [`Error::SignIn`]; [`Error::Invalid`]: the present one is wrong, the new one does not do;
/// [`Error::Conflict`] when it was changed meanwhile.
pub async fn change_password(visit: &Visit, current: &str, typed: &str) -> Result<()> {
    let (app, member) = (&visit.app, visit.viewer.member()?);
    let (account, fits) = knows_password(visit, current).await?;
    let own = [account.email.as_deref().unwrap_or_default(), &account.handle, &account.name];
    let mut problems = Problems::default();
    if !fits {
        problems.add("current", Problem::WrongPassword);
    }
    let password = problems.check("password", Password::new(typed, &own));
    problems.into_result()?;
    let Some(password) = password else { return Ok(()) };
    let random = app.random.clone();
    let hash = app.offload_hash(move || password::hash(&password, &random)).await??;
    let mut tx = app.db.write().await?;
    if !store::change_password(&mut tx, member.id, account.password_hash, &hash).await? {
        return Err(Error::Conflict);
    }
    store::end_others(&mut tx, member.id, Some(member.sign_in)).await?;
    store::forget_tokens(&mut tx, member.id, Some(Purpose::Reset)).await?;
    tx.tell(format!("member:{}", member.id));
    app.commit(tx).await
}

/// The member's account, and whether this is its password. A guess costs what a sign-in costs, and all
/// forms that ask draw on one budget.
async fn knows_password(visit: &Visit, current: &str) -> Result<(Account, bool)> {
    let (app, member) = (&visit.app, visit.viewer.member()?);
    app.limits.spend(Budget::SignInKnownBrowser, &format!("password:{}", member.id))?;
    let account = store::account(&mut app.db.read().await?, member.id).await?.ok_or(Error::NotFound)?;
    let (kept, current) = (account.password_hash.clone(), current.to_owned());
    let fits = app.offload_hash(move || password::matches(&current, kept.as_deref())).await??;
    Ok((account, fits))
}

/// Deletes the account of one who knows its password: see [`remove`].
///
/// # Errors
/// [`Error::SignIn`], [`Error::TooMany`]; [`Refusal::DemoMember`]; [`Error::Invalid`] for a wrong password.
pub async fn leave(visit: &Visit, current: &str) -> Result<()> {
    let (account, fits) = knows_password(visit, current).await?;
    if account.demo {
        return Err(Error::NotAllowed(Refusal::DemoMember));
    }
    if !fits {
        return Err(("current", Problem::WrongPassword).into());
    }
    remove(&visit.app, account.id).await
}

/// Keeps another member away from one's own work, and oneself from theirs.
///
/// # Errors
/// [`Error::SignIn`], [`Error::TooMany`]; [`Error::NotFound`] for oneself and for nobody.
pub async fn block(visit: &Visit, other: MemberId) -> Result<()> {
    let member = visit.viewer.member()?;
    visit.limit_member(Budget::Block)?;
    let mut tx = visit.app.db.write().await?;
    if other == member.id || store::account(&mut tx, other).await?.is_none() {
        return Err(Error::NotFound);
    }
    if store::add_block(&mut tx, member.id, other, visit.now).await? {
        apart::push(&mut tx, &Apart { member: member.id, other: Some(other) }, visit.now).await?;
        tx.tell(format!("member:{}", member.id));
    }
    visit.app.commit(tx).await
}

/// Ends one's own block; the other's, if there is one, stands.
///
/// # Errors
/// [`Error::SignIn`].
pub async fn unblock(visit: &Visit, other: MemberId) -> Result<()> {
    let member = visit.viewer.member()?;
    let mut tx = visit.app.db.write().await?;
    if store::remove_block(&mut tx, member.id, other).await? {
        apart::push(&mut tx, &Apart { member: member.id, other: Some(other) }, visit.now).await?;
    }
    visit.app.commit(tx).await
}

/// Gives a member another role. The operator's.
///
/// # Errors
/// When the database does not answer.
pub async fn set_role(app: &App, member: MemberId, role: Role) -> Result<()> {
    let mut tx = app.db.write().await?;
    store::set_role(&mut tx, member, role).await?;
    tx.tell(format!("member:{member}"));
    app.commit(tx).await
}

/// Suspends a member until then; `None` lifts it. The operator's, and later the organizers'.
///
/// # Errors
/// When the database does not answer.
pub async fn suspend(app: &App, member: MemberId, until: Option<Time>) -> Result<()> {
    let mut tx = app.db.write().await?;
    store::set_suspended(&mut tx, member, until).await?;
    if let Some(until) = until {
        apart::push(&mut tx, &Apart { member, other: None }, app.now()).await?;
        jobs::ask_to_tell_its_end(&mut tx, member, until, app.now()).await?;
    }
    tx.tell(format!("member:{member}"));
    app.commit(tx).await
}

/// Deletes a member: what is theirs alone goes, a tombstone stays for content to point at. What they
/// wrote for nobody else's eyes goes when the slices above hear of it ([`apart`]).
///
/// # Errors
/// When the database does not answer.
pub async fn remove(app: &App, member: MemberId) -> Result<()> {
    let (mut tx, now) = (app.db.write().await?, app.now());
    store::end_others(&mut tx, member, None).await?;
    store::forget_browsers(&mut tx, member).await?;
    store::forget_tokens(&mut tx, member, None).await?;
    store::remove_blocks(&mut tx, member).await?;
    store::forget_sketches(&mut tx, member).await?;
    store::free_handles(&mut tx, member).await?;
    store::bury(&mut tx, member, now).await?;
    apart::push(&mut tx, &Apart { member, other: None }, now).await?;
    tx.tell(format!("member:{member}"));
    app.commit(tx).await
}
