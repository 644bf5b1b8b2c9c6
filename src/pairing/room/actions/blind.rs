//! What both write unseen. Until the reveal each answer is a row that only its writer reads; then both
//! come into the shared text, each in its writer's name.

use super::{GRACE, Room, changed, taken};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::limits::Budget;
use crate::base::time::{SECOND, Time};
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::pairing::model::SessionId;
use crate::pairing::room::clock::{Hour, Phase};
use crate::pairing::room::hour_store::{self as store, Blind, Row};
use crate::pairing::room::live;
use crate::pairing::room::standing::Access;
use crate::pairing::room::text::{self, Edit};
use crate::traces::model::part::PartKey;

/// Whoever opened the answers has so long to set them into the text; then another does.
const LEFT: i64 = 10 * SECOND;

/// Keeps what one writes unseen.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] once both can be read, and before it begins.
pub async fn keep(visit: &Visit, id: SessionId, body: &str) -> Result<()> {
    let (member, now) = (visit.viewer.can_speak(visit.now)?.id, visit.now);
    visit.limit_member(Budget::Typing)?;
    let (mut tx, room) = taken(visit, id).await?;
    let writing = room.hour.phase >= Phase::Blind && !room.is_revealed();
    if !writing || room.access(now) != Access::Write || !room.has_entered(member) {
        return Err(Error::Conflict);
    }
    store::keep_blind(&mut tx, id, member, body, now).await?;
    visit.app.commit(tx).await
}

/// What `member` may read: their own answer, and both once they are open.
///
/// # Errors
/// When the database does not answer.
pub async fn read(conn: &mut crate::base::db::Conn, room: &Room, member: MemberId) -> Result<Vec<Blind>> {
    let all = store::blind(conn, room.session.id).await?;
    Ok(all.into_iter().filter(|one| room.is_revealed() || one.member_id == member).collect())
}

/// Whether the time to write is over, and what was typed last has had time to arrive.
pub(super) fn is_due(hour: &Hour, now: Time) -> bool {
    match hour.phase {
        Phase::First => now >= hour.since.plus(GRACE),
        phase => phase > Phase::First,
    }
}

/// Open, and whoever opened them did not come to set them into the text.
pub(super) fn is_left_open(row: &Row, now: Time) -> bool {
    !row.merged && row.revealed_at.is_some_and(|at| now >= at.plus(LEFT))
}

/// Opens both answers and sets them into the text. Only one does it, whoever looks at the same time.
pub(super) async fn reveal(app: &App, id: SessionId, now: Time) -> Result<()> {
    let mut tx = app.db.write().await?;
    let opened = store::reveal(&mut tx, id, now).await?;
    app.commit(tx).await?;
    if opened { merge(app, id).await } else { Ok(()) }
}

/// Sets both answers into the shared text. What stands there already, because the program ended in
/// between, is not set in twice.
pub(super) async fn merge(app: &App, id: SessionId) -> Result<()> {
    let key = PartKey::Task;
    let answers = store::blind(&mut app.db.read().await?, id).await?;
    for answer in answers.into_iter().filter(|answer| !answer.body.is_empty()) {
        let so_far = live::text(app, id).await?.parts.remove(&key).unwrap_or_default().body;
        if so_far.contains(&answer.body) {
            continue;
        }
        let gap = if so_far.is_empty() { "" } else { "\n\n" };
        let edit = Edit {
            root: key.as_str().into(),
            at: text::units(&so_far),
            delete: 0,
            insert: format!("{gap}{}", answer.body),
        };
        live::insert(app, id, answer.member_id, &[edit]).await?;
    }
    let mut tx = app.db.write().await?;
    store::merged(&mut tx, id).await?;
    changed(&mut tx, id);
    app.commit(tx).await
}
