//! A company was merged into another: whoever has something on it is told under both names.
//!
//! Rows that name the double are read as the other's wherever they are shown, so wishes, proposals and what
//! is over follow by themselves. What is still asked moves to the lists of the other; an hour ahead is
//! written anew, since its entry in two calendars says the company.

mod store;
#[cfg(test)]
mod tests;

use crate::base::app::App;
use crate::base::error::Result;
use crate::companies::merged::Merged;
use crate::notices::actions::tell_merging;
use crate::notices::model::Merging;
use crate::pairing::asks::store as asks;
use crate::pairing::sessions::actions::renamed;

/// Tells everybody concerned, once; safe to run twice.
///
/// # Errors
/// When the database does not answer.
pub async fn follow(app: &App, merged: &Merged) -> Result<()> {
    let now = app.now();
    for (session, double) in store::ahead(&mut app.db.read().await?, merged.into, now).await? {
        renamed(app, session, [double, merged.into], now).await?;
    }
    let mut tx = app.db.write().await?;
    let mut concerned = store::of_asks(&mut tx, merged.into, now).await?;
    concerned.extend(store::of_queue(&mut tx, merged.into, now).await?);
    for one in concerned {
        let news = Merging { company: one.company_id.0, path: one.path(), letter: true };
        tell_merging(&mut tx, one.member_id, &news, now).await?;
    }
    asks::follow_company(&mut tx, merged.into).await?;
    tx.tell("pair");
    app.commit(tx).await
}
