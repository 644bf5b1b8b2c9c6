//! Featuring, and taking down.

use crate::base::db::Tx;
use crate::base::error::{Error, Result};
use crate::base::limits::Budget;
use crate::curation::model::{FeatureId, Reason};
use crate::curation::store::{self, Ground};
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::notices::actions::tell;
use crate::notices::model::{About, News, NoticeKind};
use crate::traces::actions::facts::set_featured;
use crate::traces::model::{TraceId, address};

/// Features a published trace; returns its path.
///
/// # Errors
/// [`Error::NotAllowed`] for others than organizers; [`Error::NotFound`] for what is not public;
/// [`Error::Conflict`] when it is featured already.
pub async fn feature(visit: &Visit, trace: TraceId, reason: &Reason) -> Result<String> {
    let (app, now) = (&visit.app, visit.now);
    let organizer = visit.viewer.can_organize(now)?.id;
    visit.limit_member(Budget::Post)?;
    let mut tx = app.db.write().await?;
    let ground = store::ground(&mut tx, trace).await?;
    let id = store::add(&mut tx, trace, reason, organizer, now).await?.ok_or(Error::Conflict)?;
    set_featured(&mut tx, trace, Some(now)).await?;
    announce(&mut tx, visit, NoticeKind::Featured, organizer, trace, id, &ground).await?;
    app.commit(tx).await?;
    Ok(address::path(trace, &ground.slug))
}

/// Takes the current feature down; it stays on the trail. Returns the trace's path.
///
/// # Errors
/// As [`feature`]; [`Error::Conflict`] when it is not featured.
pub async fn take_down(visit: &Visit, trace: TraceId, reason: &Reason) -> Result<String> {
    let (app, now) = (&visit.app, visit.now);
    let organizer = visit.viewer.can_organize(now)?.id;
    visit.limit_member(Budget::Post)?;
    let mut tx = app.db.write().await?;
    let ground = store::ground(&mut tx, trace).await?;
    let id = store::end(&mut tx, trace, reason, organizer, now).await?.ok_or(Error::Conflict)?;
    set_featured(&mut tx, trace, None).await?;
    announce(&mut tx, visit, NoticeKind::TakenDown, organizer, trace, id, &ground).await?;
    app.commit(tx).await?;
    Ok(address::path(trace, &ground.slug))
}

async fn announce(
    tx: &mut Tx,
    visit: &Visit,
    kind: NoticeKind,
    organizer: MemberId,
    trace: TraceId,
    feature: FeatureId,
    ground: &Ground,
) -> Result<()> {
    let news = News {
        kind,
        actor: organizer,
        about: About::Trace { trace: trace.0, comment: None },
        key: format!("{kind}:{feature}"),
        letter: true,
    };
    for author in ground.authors() {
        tell(tx, author, &news, visit.now).await?;
    }
    Ok(())
}
