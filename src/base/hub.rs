//! News between requests and processes: what changed, so that finished pages can be dropped.
//!
//! A transaction writes its tags as rows of `events` ([`crate::base::db::Tx::tell`]); every process
//! reads the table in order, woken by its own commits, by PostgreSQL's NOTIFY, and every half
//! second in any case (a command line beside a running server has no other way to be heard).
//! Decided 2026-11-23: sequences become visible in their order (see `Tx::commit`), so reading
//! `seq > position` skips nothing.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use tokio::sync::{Notify, broadcast};

use crate::base::db::{Db, Tx};
use crate::base::error::Result;
use crate::base::time::{HOUR, Time};

/// How long news from another process may stay unread.
const PERIOD: Duration = Duration::from_millis(500);
/// Reading so many at once means that this process fell behind: it forgets everything instead.
const BATCH: i64 = 1_000;
/// More tags than this are not worth remembering one by one.
const MOST_TAGS: usize = 50_000;
/// So many pieces of news may wait for a listener; one that falls further behind is told so.
const WAITING: usize = 256;

/// What was read of the news at once, in order.
#[derive(Debug, Clone)]
pub enum News {
    Tags(Arc<[String]>),
    /// Too much to tell: anything may have changed.
    Everything,
}

/// Hears the news, in order.
pub struct Ear(broadcast::Receiver<News>);

impl Ear {
    /// The next news; `None` once there will be none.
    pub async fn hear(&mut self) -> Option<News> {
        match self.0.recv().await {
            Ok(news) => Some(news),
            Err(broadcast::error::RecvError::Lagged(_)) => Some(News::Everything),
            Err(broadcast::error::RecvError::Closed) => None,
        }
    }
}

/// The process's view of the news. Cheap to clone.
#[derive(Clone, Default)]
pub struct Hub(Arc<State>);

struct State {
    /// Every event up to here has been read.
    position: AtomicI64,
    /// Whatever was remembered at or before this is stale.
    floor: AtomicI64,
    latest: RwLock<HashMap<String, i64>>,
    wake: Notify,
    ears: broadcast::Sender<News>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            position: AtomicI64::default(),
            floor: AtomicI64::default(),
            latest: RwLock::default(),
            wake: Notify::default(),
            ears: broadcast::Sender::new(WAITING),
        }
    }
}

impl Hub {
    /// Hears whatever is told from now on, by any process; see [`Hub::listen`].
    #[must_use]
    pub fn subscribe(&self) -> Ear {
        Ear(self.0.ears.subscribe())
    }

    /// Commits, and makes what it told known to this process at once.
    ///
    /// # Errors
    /// As [`Tx::commit`].
    pub async fn commit(&self, tx: Tx, now: Time) -> Result<()> {
        let told = tx.commit(now).await?;
        if !told.is_empty() {
            self.note(told);
            self.0.wake.notify_one();
        }
        Ok(())
    }

    /// The position to remember *before* reading what will be cached.
    #[must_use]
    pub fn position(&self) -> i64 {
        self.0.position.load(Ordering::Acquire)
    }

    /// Whether nothing has been told about `tags` since `position`.
    #[must_use]
    pub fn unchanged(&self, tags: &[String], position: i64) -> bool {
        if position < self.0.floor.load(Ordering::Acquire) {
            return false;
        }
        let latest = self.0.latest.read().unwrap_or_else(PoisonError::into_inner);
        tags.iter().all(|tag| latest.get(tag).is_none_or(|seq| *seq <= position))
    }

    fn note(&self, news: Vec<(i64, String)>) {
        let mut latest = self.0.latest.write().unwrap_or_else(PoisonError::into_inner);
        let highest = news.iter().map(|(seq, _)| *seq).max().unwrap_or(0);
        if latest.len() > MOST_TAGS {
            latest.clear();
            self.0.floor.fetch_max(highest, Ordering::AcqRel);
        }
        for (seq, tag) in news {
            let known = latest.entry(tag).or_default();
            *known = seq.max(*known);
        }
    }

    /// Forgets everything: whatever is cached is stale.
    fn drop_all(&self, position: i64) {
        self.0.latest.write().unwrap_or_else(PoisonError::into_inner).clear();
        self.0.floor.store(position, Ordering::Release);
        self.0.position.store(position, Ordering::Release);
        // Nobody may be listening.
        let _ = self.0.ears.send(News::Everything);
    }

    /// Reads what is new.
    ///
    /// # Errors
    /// When the database does not answer; the position stays.
    pub async fn catch_up(&self, db: &Db) -> Result<()> {
        let mut conn = db.read().await?;
        let news: Vec<(i64, String)> = crate::sql!("select seq, tag from events where seq > $1 order by seq limit $2")
            .bind(self.position())
            .bind(BATCH)
            .all(&mut conn)
            .await?;
        let (Some((first, _)), Some((last, _))) = (news.first(), news.last().cloned()) else { return Ok(()) };
        // What comes next was removed before this process, cut off for long, could read it.
        let missed = *first > self.position() + 1;
        if missed || news.len() as i64 == BATCH {
            let end = crate::sql!("select max(seq) from events").one::<(Option<i64>,)>(&mut conn).await?;
            self.drop_all(end.0.unwrap_or(last));
        } else {
            let tags = news.iter().map(|(_, tag)| tag.clone()).collect();
            self.note(news);
            self.0.position.fetch_max(last, Ordering::AcqRel);
            // Nobody may be listening.
            let _ = self.0.ears.send(News::Tags(tags));
        }
        Ok(())
    }

    /// Reads news until the program ends.
    pub async fn listen(self, db: Db) {
        if let Some(pool) = db.postgres().cloned() {
            let hub = self.clone();
            tokio::spawn(async move { hub.hear(pool).await });
        }
        loop {
            // A timeout is the regular half-second look, not a failure.
            let _ = tokio::time::timeout(PERIOD, self.0.wake.notified()).await;
            if let Err(error) = self.catch_up(&db).await {
                tracing::warn!(%error, "the hub cannot read the news");
                tokio::time::sleep(PERIOD).await;
            }
        }
    }

    /// PostgreSQL's NOTIFY; after a broken connection it listens anew, and the table is read again.
    async fn hear(self, pool: sqlx::PgPool) {
        loop {
            if let Ok(mut listener) = sqlx::postgres::PgListener::connect_with(&pool).await
                && listener.listen("events").await.is_ok()
            {
                self.0.wake.notify_one();
                while listener.recv().await.is_ok() {
                    self.0.wake.notify_one();
                }
            }
            tokio::time::sleep(PERIOD).await;
        }
    }
}

/// Removes news that every process has read long ago; the newest stays, so that one which was cut off
/// until then finds a gap before it.
///
/// # Errors
/// When the database does not answer.
pub async fn prune(db: &Db, now: Time) -> Result<()> {
    let mut tx = db.write().await?;
    crate::sql!("delete from events where created_at < $1 and seq < (select max(seq) from events)")
        .bind(now.plus(-HOUR))
        .run(&mut tx)
        .await?;
    tx.commit(now).await?;
    Ok(())
}
