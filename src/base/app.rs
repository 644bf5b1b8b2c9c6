//! What the running program holds; every action and page is handed one. Cheap to clone.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;

use crate::base::cache::Pages;
use crate::base::config::Config;
use crate::base::db::{Db, Tx};
use crate::base::error::{Error, Result};
use crate::base::hub::Hub;
use crate::base::limits::Limits;
use crate::base::mail::Mailer;
use crate::base::random::Random;
use crate::base::time::{Clock, Time};

#[derive(Clone)]
pub struct App(Arc<Parts>);

pub struct Parts {
    pub config: Config,
    pub db: Db,
    pub hub: Hub,
    pub pages: Pages,
    pub limits: Limits,
    pub mailer: Mailer,
    pub clock: Clock,
    pub random: Random,
    /// Places for work that is slow (Markdown), so that a flood waits in line.
    pub heavy: Arc<Semaphore>,
    /// Places for argon2, which takes 19 MiB each: a flood of sign-ins waits in a line of its own, and
    /// nobody's comment behind it.
    pub hashing: Arc<Semaphore>,
    /// How often that was done: as often for an account as for none.
    pub hashed: AtomicU64,
    pub assets: crate::base::assets::Assets,
    pub kept: Kept,
}

/// What slices keep in the memory of this process, one thing of each type, made when it is first asked for.
#[derive(Default)]
pub struct Kept(Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Kept {
    /// The one of this type.
    ///
    /// # Panics
    /// Never: what is kept under a type is of that type.
    pub fn get<T: Any + Send + Sync>(&self, make: impl FnOnce() -> T) -> Arc<T> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let one = kept.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(make()));
        Arc::clone(one).downcast().expect("kept under its type")
    }
}

impl App {
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    #[must_use]
    pub fn now(&self) -> Time {
        self.clock.now()
    }

    /// Commits and tells this process at once.
    ///
    /// # Errors
    /// As [`Tx::commit`].
    pub async fn commit(&self, tx: Tx) -> Result<()> {
        self.hub.commit(tx, self.now()).await
    }

    /// Runs slow, CPU-bound work off the async threads, a bounded number at a time.
    ///
    /// # Errors
    /// [`Error::Internal`] when the work panicked.
    pub async fn offload<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        in_place(&self.heavy, work).await
    }

    /// The same for passwords.
    ///
    /// # Errors
    /// As [`App::offload`].
    pub async fn offload_hash<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        self.hashed.fetch_add(1, Ordering::Relaxed);
        in_place(&self.hashing, work).await
    }
}

async fn in_place<T: Send + 'static>(places: &Arc<Semaphore>, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let place = Arc::clone(places).acquire_owned().await.map_err(|e| Error::Internal(e.to_string()))?;
    // The place goes with the work: when the one who asked hangs up, the work runs on all the same.
    let work = move || {
        let done = work();
        drop(place);
        done
    };
    tokio::task::spawn_blocking(work).await.map_err(|e| Error::Internal(e.to_string()))
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
