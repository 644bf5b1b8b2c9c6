//! Marking one's week, and days that differ. Whoever waits for a partner is looked for again.

use jiff::civil::Date;

use super::entry::{self, Marked};
use super::store;
use super::{MAX_EXCEPTIONS, rules_of_hours, today};
use crate::base::db::Tx;
use crate::base::error::{Error, Problem, Result};
use crate::base::limits::Budget;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::pairing::tasks;
use crate::ui::fields::Fields;

/// Replaces the member's week; exceptions of days gone by are forgotten.
///
/// # Errors
/// [`Error::SignIn`], [`Error::TooMany`].
pub async fn save(visit: &Visit, marked: &Marked) -> Result<()> {
    let (member, now) = (visit.viewer.member()?.id, visit.now);
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    store::save(&mut tx, member, &marked.zone, &rules_of_hours(&marked.hours), now).await?;
    store::prune(&mut tx, member, today(&marked.zone, now)).await?;
    look_again(&mut tx, member, now).await?;
    visit.app.commit(tx).await
}

/// Adds a day that differs, as the form says it.
///
/// # Errors
/// [`Error::Invalid`] as [`entry::exception`], one too many, or one that begins there already;
/// [`Error::SignIn`], [`Error::TooMany`].
pub async fn add_exception(visit: &Visit, fields: &Fields) -> Result<()> {
    let (member, now) = (visit.viewer.member()?, visit.now);
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    store::touch(&mut tx, member.id, &member.zone, now).await?;
    let zone = store::zone(&mut tx, member.id).await?.ok_or(Error::NotFound)?;
    let today = today(&zone, now);
    let exception = entry::exception(fields, today)?;
    store::prune(&mut tx, member.id, today).await?;
    if store::exceptions(&mut tx, member.id).await? >= MAX_EXCEPTIONS as i64 {
        return Err(("day", Problem::TooManyOf(MAX_EXCEPTIONS)).into());
    }
    if !store::add_exception(&mut tx, member.id, exception).await? {
        let field = if fields.has("whole") { "day" } else { "from" };
        return Err((field, Problem::ThereAlready).into());
    }
    look_again(&mut tx, member.id, now).await?;
    visit.app.commit(tx).await
}

/// Takes an exception away; one that is gone already stays gone.
///
/// # Errors
/// [`Error::SignIn`], [`Error::TooMany`].
pub async fn remove_exception(visit: &Visit, day: Date, from: u16) -> Result<()> {
    let (member, now) = (visit.viewer.member()?.id, visit.now);
    visit.limit_member(Budget::Post)?;
    let mut tx = visit.app.db.write().await?;
    store::remove_exception(&mut tx, member, day, from).await?;
    look_again(&mut tx, member, now).await?;
    visit.app.commit(tx).await
}

async fn look_again(tx: &mut Tx, member: MemberId, now: Time) -> Result<()> {
    if store::is_waiting(tx, member).await? {
        tasks::look_for_matches(tx, now).await?;
    }
    Ok(())
}
