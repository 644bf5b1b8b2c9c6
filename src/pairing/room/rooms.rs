//! The rooms that are open in this process, and its ear for what concerns them.
//!
//! No process owns a room: each merges from the log whatever another has written, and what it holds in
//! memory is no more than a copy with people around it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::OnceCell;

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::hub::{Ear, News};
use crate::members::model::MemberId;
use crate::pairing::model::SessionId;
use crate::pairing::room::keeper::{Brought, Room};
use crate::pairing::room::outbox::RESTART;
use crate::pairing::room::queue::Queue;
use crate::pairing::room::{commit, compact, door, queue, store};

/// A room that nobody is in leaves memory after this.
const IDLE: Duration = Duration::from_secs(30);
/// How often open rooms are looked after.
const TICK: Duration = Duration::from_secs(1);
/// Every so many ticks a sign of life is sent.
const ALIVE: u64 = 15;
/// What was taken has so long to become durable at the end.
const LAST: Duration = Duration::from_secs(10);
/// A log of so many pieces is put together while people write, of so few when they have left.
const LONG: usize = 2_000;
const SHORT: usize = 20;

/// The open rooms.
pub struct Rooms {
    open: Mutex<HashMap<SessionId, Arc<Room>>>,
    /// This process's name in the log.
    pub process: String,
    queue: Queue,
    /// Every piece of other processes up to here has been merged.
    position: OnceCell<tokio::sync::Mutex<i64>>,
    next: AtomicU64,
}

impl Rooms {
    /// This process's rooms.
    #[must_use]
    pub fn of(app: &App) -> Arc<Self> {
        app.kept.get(|| {
            let (queue, pieces) = queue::pair();
            tokio::spawn(commit::run(app.clone(), pieces));
            tokio::spawn(watch(app.clone(), app.hub.subscribe()));
            Self {
                open: Mutex::default(),
                process: app.random.token(),
                queue,
                position: OnceCell::new(),
                next: AtomicU64::new(1),
            }
        })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<SessionId, Arc<Room>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A number for a connection.
    pub fn number(&self) -> u64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// The room, if it is in memory.
    #[must_use]
    pub fn get(&self, session: SessionId) -> Option<Arc<Room>> {
        self.lock().get(&session).cloned()
    }

    fn all(&self) -> Vec<Arc<Room>> {
        self.lock().values().cloned().collect()
    }

    /// How many rooms are in memory.
    #[must_use]
    pub fn count(&self) -> usize {
        self.lock().len()
    }

    /// The room, read from the log if it is not in memory.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open(&self, app: &App, session: SessionId) -> Result<Arc<Room>> {
        self.position(app).await?;
        let room = {
            let mut open = self.lock();
            if open.get(&session).is_some_and(|room| room.is_broken()) {
                open.remove(&session);
            }
            let new = || Arc::new(Room::new(session, random_client(app), self.queue.clone()));
            // In the map before the log is read: whatever is heard meanwhile reaches it.
            Arc::clone(open.entry(session).or_insert_with(new))
        };
        room.loaded.get_or_try_init(|| load(app, &room)).await?;
        if room.tail() > LONG {
            self.compact(app, &room).await;
        }
        Ok(room)
    }

    async fn position(&self, app: &App) -> Result<&tokio::sync::Mutex<i64>> {
        let first = async || Ok::<_, Error>(store::top(&mut app.db.read().await?).await?.into());
        self.position.get_or_try_init(first).await
    }

    /// Merges what other processes have written.
    async fn catch_up(&self, app: &App) -> Result<()> {
        let mut position = self.position(app).await?.lock().await;
        let mut conn = app.db.read().await?;
        let top = store::top(&mut conn).await?;
        loop {
            let heard = store::heard(&mut conn, *position, top, &self.process).await?;
            let full = heard.len() as i64 == store::BATCH;
            *position = heard.last().filter(|_| full).map_or(top.max(*position), |last| last.id);
            for piece in &heard {
                let Some(room) = self.get(piece.session_id) else { continue };
                let brought = Brought { member: piece.member_id, data: &piece.data };
                if room.merge(std::iter::once(brought)).is_err() {
                    // What came before it was put together before we read it.
                    load(app, &room).await?;
                }
            }
            if !full {
                return Ok(());
            }
        }
    }

    /// Merges whatever the log has that the room has not.
    pub async fn read_again(&self, app: &App, room: &Room) {
        if let Err(error) = load(app, room).await {
            tracing::error!(%error, session = %room.session, "the log of a room cannot be read");
            room.close(RESTART);
        }
    }

    /// Puts the room's log together; what fails is tried again later.
    async fn compact(&self, app: &App, room: &Room) {
        match compact::compact(app, room.session, &self.process).await {
            Ok(()) => room.cut_tail(),
            Err(error) => tracing::warn!(%error, session = %room.session, "the log stays long for now"),
        }
    }

    /// Looks again who may be in the rooms that these news concern.
    async fn look_again(&self, app: &App, concerns: impl Fn(&Room) -> bool) {
        for room in self.all().into_iter().filter(|room| concerns(room)) {
            match door::look(app, room.session).await {
                Ok(door) => room.look_again(door),
                Err(error) => {
                    // Who may not be known to be allowed is not kept.
                    tracing::warn!(%error, session = %room.session, "who may be in a room cannot be read");
                    room.close(RESTART);
                }
            }
        }
    }

    async fn tick(&self, app: &App, tick: u64) {
        let now = app.now();
        self.look_again(app, |room| room.concerns(&[], now)).await;
        self.all().iter().for_each(|room| room.tell_the_others());
        if tick.is_multiple_of(ALIVE) {
            self.all().iter().for_each(|room| room.keep_alive());
        }
        self.sweep(app, IDLE).await;
        for room in self.all().iter().filter(|room| room.tail() > LONG) {
            self.compact(app, room).await;
        }
    }

    /// Lets go of rooms that nobody has been in for so long.
    pub async fn sweep(&self, app: &App, idle: Duration) {
        let Some(then) = Instant::now().checked_sub(idle) else { return };
        let mut gone = Vec::new();
        self.lock().retain(|_, room| {
            // Whoever else holds it, a piece that waits or someone who comes, still needs it.
            let is_idle = Arc::strong_count(room) == 1 && room.is_idle_since(then);
            if is_idle {
                gone.push(Arc::clone(room));
            }
            !is_idle
        });
        for room in gone.iter().filter(|room| room.tail() > SHORT) {
            self.compact(app, room).await;
        }
    }

    /// Ends all delivery and waits until everything is durable.
    pub async fn stop(&self) {
        self.all().iter().for_each(|room| room.close(RESTART));
        let durable = async {
            while !self.queue.is_empty() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        if tokio::time::timeout(LAST, durable).await.is_err() {
            tracing::warn!("some of what was written in rooms is not durable");
        }
    }
}

/// Reads the log into a room.
async fn load(app: &App, room: &Room) -> Result<()> {
    let mut conn = app.db.read().await?;
    let clients = store::clients(&mut conn, room.session).await?;
    let log = store::log(&mut conn, room.session).await?;
    drop(conn);
    let known = |known: &store::Known| {
        Some((known.client_id.cast_unsigned(), u32::try_from(known.from_clock).ok()?, known.member_id))
    };
    room.know(clients.iter().filter_map(known));
    let pieces = log.iter().map(|piece| Brought { member: piece.member_id, data: &piece.data });
    room.merge(pieces)
        .map_err(|at| Error::Internal(format!("room {}: log {} cannot be merged", room.session, log[at].id)))
}

/// Hears what concerns the open rooms, until the program ends.
async fn watch(app: App, mut ear: Ear) {
    let rooms = Rooms::of(&app);
    let own = format!("rooms:{}", rooms.process);
    let mut ticks = tokio::time::interval(TICK);
    let mut tick = 0;
    loop {
        let heard = tokio::select! {
            news = ear.hear() => match news {
                Some(news) => hear(&app, &rooms, &own, &news).await,
                None => return,
            },
            _ = ticks.tick() => {
                tick += 1;
                rooms.tick(&app, tick).await;
                Ok(())
            }
        };
        if let Err(error) = heard {
            tracing::warn!(%error, "rooms cannot read what others wrote");
            tokio::time::sleep(TICK).await;
            if let Err(error) = everything(&app, &rooms).await {
                tracing::warn!(%error, "rooms still cannot");
            }
        }
    }
}

async fn hear(app: &App, rooms: &Rooms, own: &str, news: &News) -> Result<()> {
    let News::Tags(tags) = news else { return everything(app, rooms).await };
    if tags.iter().any(|tag| tag.starts_with("rooms:") && tag != own) {
        rooms.catch_up(app).await?;
    }
    for session in tags.iter().filter_map(|tag| compact::session(tag, &rooms.process)) {
        if let Some(room) = rooms.get(session) {
            load(app, &room).await?;
        }
    }
    let number =
        |prefix: &str| tags.iter().filter_map(move |tag| tag.strip_prefix(prefix)?.parse().ok()).collect::<Vec<i64>>();
    let members: Vec<MemberId> = number("member:").into_iter().map(MemberId).collect();
    let sessions = number("pair-session:");
    // Whatever the page shows of the hour may be old now.
    for room in sessions.iter().filter_map(|session| rooms.get(SessionId(*session))) {
        room.tell(&serde_json::json!({ "what": "clock" }));
    }
    if !members.is_empty() || !sessions.is_empty() {
        let now = app.now();
        rooms.look_again(app, |room| sessions.contains(&room.session.0) || room.concerns(&members, now)).await;
    }
    Ok(())
}

/// Anything may have happened.
async fn everything(app: &App, rooms: &Rooms) -> Result<()> {
    rooms.catch_up(app).await?;
    for room in rooms.all() {
        load(app, &room).await?;
    }
    rooms.look_again(app, |_| true).await;
    Ok(())
}

/// A new client's number, as Yjs makes them: 32 random bits.
#[must_use]
pub fn random_client(app: &App) -> u64 {
    let mut bytes = [0; 4];
    app.random.fill(&mut bytes);
    u64::from(u32::from_le_bytes(bytes))
}
