//! What the hour wants done by itself. Safe to run twice, and late: each looks at how things stand.

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::members::model::MemberId;
use crate::notices::model::NoticeKind;
use crate::pairing::hour::actions;
use crate::pairing::hour::model::{Stage, stage};
use crate::pairing::model::{SessionId, State};
use crate::pairing::sessions::store as sessions;
use crate::pairing::sessions::store::Session;

/// Five minutes past the hour: one who is missed hears that the other is there, and the one who waits
/// that there is a choice: ask others to step in, or close. No letters: they would come too late.
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
        let stage = stage(&session, here, absent, now);
        if matches!(stage, Stage::Early | Stage::Waiting) {
            let pair = [here.member_id, absent.member_id];
            actions::tell_other(&mut tx, &session, NoticeKind::Expected, pair, false, now).await?;
        }
        if stage == Stage::Waiting {
            let pair = [absent.member_id, here.member_id];
            actions::tell_other(&mut tx, &session, NoticeKind::Late, pair, false, now).await?;
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
    let settled = match actions::settle(&mut tx, &session, now).await {
        Ok(()) => return app.commit(tx).await,
        Err(error) => error,
    };
    drop(tx);
    match settled {
        // Ended or moved meanwhile, by a member or by another process; else the queue tries again.
        Error::Conflict if has_moved_on(app, &session).await? => Ok(()),
        error => Err(error),
    }
}

async fn has_moved_on(app: &App, session: &Session) -> Result<bool> {
    let now = sessions::session(&mut app.db.read().await?, session.id).await?;
    Ok(now.is_none_or(|now| now.sequence != session.sequence))
}

/// A member blocked `other`, was suspended or left: what stands between them is called off.
///
/// # Errors
/// When the database does not answer.
pub async fn apart(app: &App, member: MemberId, other: Option<MemberId>) -> Result<()> {
    actions::apart::apart(app, member, other).await
}
