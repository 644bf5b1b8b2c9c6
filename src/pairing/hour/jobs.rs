//! What the hour wants done by itself. Safe to run twice, and late: each looks at how things stand.

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::members::model::MemberId;
use crate::notices::model::NoticeKind;
use crate::pairing::hour::actions;
use crate::pairing::hour::model::{Stage, stage};
use crate::pairing::model::{SessionId, State};
use crate::pairing::sessions::store as sessions;

/// Five minutes past the hour: one who is missed hears that the other is there. No letter: it would
/// come after the offer of a swap. The one who waits is offered what can be done on the page.
///
/// # Errors
/// When the database does not answer.
pub async fn late(app: &App, session: SessionId, sequence: i64) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    let Some(session) = sessions::session(&mut tx, session).await?.filter(|s| s.sequence == sequence) else {
        return Ok(());
    };
    let [first, second] = sessions::people(&mut tx, session.id).await?;
    for (here, absent) in [(&first, &second), (&second, &first)] {
        if matches!(stage(&session, here, absent, now), Stage::Early | Stage::Waiting) {
            let pair = [here.member_id, absent.member_id];
            actions::tell_other(&mut tx, &session, NoticeKind::Expected, pair, false, now).await?;
        }
    }
    app.commit(tx).await
}

/// The hour is over.
///
/// # Errors
/// When the database does not answer.
pub async fn end(app: &App, session: SessionId, sequence: i64) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    let due = sessions::session(&mut tx, session).await?;
    let due = due.filter(|s| s.state == State::Booked && s.sequence == sequence && now >= s.slot.ends_at());
    let Some(session) = due else { return Ok(()) };
    match actions::settle(&mut tx, &session, now).await {
        Ok(()) => app.commit(tx).await,
        // Ended meanwhile, by a member or by another process.
        Err(Error::Conflict) => Ok(()),
        Err(error) => Err(error),
    }
}

/// A member blocked `other`, was suspended or left: what stands between them is called off.
///
/// # Errors
/// When the database does not answer.
pub async fn apart(app: &App, member: MemberId, other: Option<MemberId>) -> Result<()> {
    actions::apart::apart(app, member, other).await
}
