//! Moving an hour: one proposes another time, the other agrees or keeps the old one.

use super::{follow, is_bookable, letters, notify, other, tag, take_hour, told};
use crate::base::app::App;
use crate::base::error::{Error, Problem, Result};
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::notices::actions::tell;
use crate::notices::model::{About, News as Notice, NoticeKind};
use crate::pairing::hold;
use crate::pairing::model::{SessionId, Slot};
use crate::pairing::sessions::model::is_ahead;
use crate::pairing::sessions::store as sessions;
use crate::pairing::sessions::store::moves as store;
use crate::pairing::tasks::{self, News, Task};

/// Proposes another time to the other, who has to agree.
///
/// # Errors
/// As [`book`] on `slot`; [`Error::Conflict`] when the session no longer stands.
pub async fn propose_move(app: &App, id: SessionId, by: MemberId, slot: Slot, now: Time) -> Result<()> {
    is_bookable(slot, now)?;
    let mut tx = app.db.write().await?;
    let session = sessions::visible(&mut tx, id, by).await?;
    if !is_ahead(session.state, session.slot, now) {
        return Err(Error::Conflict);
    }
    if slot == session.slot {
        return Err(("slot", Problem::Taken).into());
    }
    let people = sessions::people(&mut tx, id).await?;
    for person in &people {
        if sessions::is_busy(&mut tx, person.member_id, slot, id).await? {
            let own = person.member_id == by;
            return Err(("slot", if own { Problem::Busy } else { Problem::PartnerBusy }).into());
        }
    }
    if !store::propose(&mut tx, id, by, slot, session.sequence).await? {
        return Err(Error::Conflict);
    }
    let other = other(&people, by)?;
    let letter = Task::Letter { session: id, sequence: session.sequence, to: other, news: News::MoveProposed };
    tasks::push(&mut tx, &letter, now, now).await?;
    notify(&mut tx, id, NoticeKind::MoveProposed, by, other, slot.0, now).await?;
    app.commit(tx).await
}

/// Agrees to the time that the other proposed; `slot` is the one that was read. Whoever has confirmed
/// or checked in has done so for the old time: both are asked anew.
///
/// # Errors
/// [`Error::Conflict`] when it is no longer proposed, or the hour has begun; [`Error::Invalid`] on `slot`:
/// past, or one is busy.
pub async fn accept_move(app: &App, id: SessionId, by: MemberId, slot: Slot, now: Time) -> Result<()> {
    is_bookable(slot, now)?;
    let mut tx = app.db.write().await?;
    let session = sessions::visible(&mut tx, id, by).await?;
    if !is_ahead(session.state, session.slot, now) {
        return Err(Error::Conflict);
    }
    if !store::accept(&mut tx, id, by, slot, session.sequence, now).await? {
        return Err(Error::Conflict);
    }
    store::forget_presence(&mut tx, id).await?;
    let people = sessions::people(&mut tx, id).await?;
    let pair = [people[0].member_id, people[1].member_id];
    hold::members(&mut tx, pair).await?;
    sessions::release(&mut tx, id).await?;
    take_hour(&mut tx, id, pair, slot, by).await?;
    let sequence = session.sequence + 1;
    letters(&mut tx, id, sequence, &people, News::Moved, now).await?;
    follow(&mut tx, id, sequence, people.iter().map(|p| (p.member_id, p.zone.as_str())), slot, now).await?;
    notify(&mut tx, id, NoticeKind::Moved, by, other(&people, by)?, slot.0, now).await?;
    told(&mut tx, &people);
    tx.tell(tag(id));
    app.commit(tx).await
}

/// Keeps the time: the other's proposal is declined, one's own taken back; `slot` is the one that was
/// read, so that a newer one is not answered unseen.
///
/// # Errors
/// [`Error::Conflict`] when that is not what is proposed.
pub async fn decline_move(app: &App, id: SessionId, by: MemberId, slot: Slot, now: Time) -> Result<()> {
    let mut tx = app.db.write().await?;
    let session = sessions::visible(&mut tx, id, by).await?;
    if !store::drop(&mut tx, id, slot).await? {
        return Err(Error::Conflict);
    }
    if session.move_by != Some(by) {
        let people = sessions::people(&mut tx, id).await?;
        let about = About::Pair(format!("/pair/sessions/{id}"));
        let key = format!("move-declined:{id}:{slot}");
        // A letter too, unless it is read soon: whoever proposed waits for the answer.
        let news = Notice { kind: NoticeKind::MoveDeclined, actor: by, about, key, letter: true };
        tell(&mut tx, other(&people, by)?, &news, now).await?;
    }
    app.commit(tx).await
}
