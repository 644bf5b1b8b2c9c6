//! Writing without scripts: a part is sent whole, with the fingerprint of what it was typed over.

use super::{Room, changed};
use crate::base::error::{Error, Problem, Result};
use crate::base::limits::Budget;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::pairing::model::SessionId;
use crate::pairing::room::reading::{Written, keys};
use crate::pairing::room::standing::Access;
use crate::pairing::room::{fingerprint, live, text};
use crate::traces::model::part::{PILLARS, PartKey};
use crate::traces::model::source::SourceKind;

/// The names under which a text stands, in page order.
#[must_use]
pub fn roots() -> Vec<String> {
    let of = |key: PartKey| {
        let gist = PILLARS.contains(&key).then(|| text::gist(key.as_str()));
        gist.into_iter().chain([key.as_str().to_owned()])
    };
    std::iter::once(text::TITLE.to_owned()).chain(keys().flat_map(of)).collect()
}

/// What stands under a name.
#[must_use]
pub fn of(written: &Written, root: &str) -> String {
    if root == text::TITLE {
        return written.title.clone();
    }
    let (key, gist) = match root.strip_suffix(".gist") {
        Some(key) => (key, true),
        None => (root, false),
    };
    let part = key.parse::<PartKey>().ok().and_then(|key| written.parts.get(&key)).cloned().unwrap_or_default();
    if gist { part.gist } else { part.body }
}

/// The fingerprint of everything that would be published.
#[must_use]
pub fn whole(written: &Written) -> String {
    let texts: Vec<String> = roots().iter().map(|root| of(written, root)).collect();
    let sources = written.sources.iter().flat_map(|s| [&s.key, &s.title, &s.publisher, &s.dated, &s.url, &s.note]);
    fingerprint::of(texts.iter().chain(sources).map(String::as_str))
}

/// Writes one text over what it was typed over.
///
/// # Errors
/// [`Error::NotFound`] for others; [`Error::Conflict`] when the other has written there since, and when
/// the room is not open for writing.
pub async fn write(visit: &Visit, id: SessionId, root: &str, over: &str, typed: &str) -> Result<()> {
    if !roots().iter().any(|known| known == root) {
        return Err(Error::NotFound);
    }
    let member = writer(visit, id).await?;
    let stands = of(&live::text(&visit.app, id).await?, root);
    let typed = typed.replace("\r\n", "\n").replace('\r', "\n");
    let Some(edit) = text::difference(root, &stands, &typed) else { return Ok(()) };
    if fingerprint::of([stands.as_str()]) != over {
        return Err(Error::Conflict);
    }
    live::insert(&visit.app, id, member, &[edit]).await
}

/// Says something beside the text.
///
/// # Errors
/// As [`write`].
pub async fn say(visit: &Visit, id: SessionId, said: &str) -> Result<()> {
    let member = writer(visit, id).await?;
    let at = visit.now.0;
    live::change(&visit.app, id, member, |txn| text::say(txn, said, at)).await
}

/// Adds a source.
///
/// # Errors
/// As [`write`]; [`Error::Invalid`] when its key is there already.
pub async fn add_source(visit: &Visit, id: SessionId, key: &str, title: &str, url: &str) -> Result<()> {
    let member = writer(visit, id).await?;
    if live::text(&visit.app, id).await?.sources.iter().any(|source| source.key == key) {
        return Err(("key", Problem::KeyTwice).into());
    }
    let fields = [("key", key), ("kind", SourceKind::Web.as_str()), ("title", title), ("url", url)];
    live::change(&visit.app, id, member, |txn| text::add_source(txn, &fields)).await?;
    renew(visit, id).await
}

/// Takes a source away.
///
/// # Errors
/// As [`write`].
pub async fn remove_source(visit: &Visit, id: SessionId, key: &str) -> Result<()> {
    let member = writer(visit, id).await?;
    live::change(&visit.app, id, member, |txn| text::remove_source(txn, key)).await?;
    renew(visit, id).await
}

/// The rows of the sources are made by the server: the other's page asks for them.
async fn renew(visit: &Visit, id: SessionId) -> Result<()> {
    let mut tx = visit.app.db.write().await?;
    changed(&mut tx, id);
    visit.app.commit(tx).await
}

/// One who may write here now.
async fn writer(visit: &Visit, id: SessionId) -> Result<MemberId> {
    let (member, now) = (visit.viewer.can_speak(visit.now)?.id, visit.now);
    visit.limit_member(Budget::Typing)?;
    let room = Room::load(&mut visit.app.db.read().await?, &visit.app, id, member, now).await?;
    if room.access(now) == Access::Write && room.has_entered(member) { Ok(member) } else { Err(Error::Conflict) }
}
