//! Keeps one room: the text in memory, who is there, and what each is sent.
//!
//! Everything happens under one lock and never waits, so that whoever sends is answered in order.

mod bring;
mod log;
mod serve;

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use bytes::Bytes;
use tokio::sync::OnceCell;
use yrs::Doc;

use crate::members::model::{MemberId, SignInId};
use crate::pairing::model::SessionId;
use crate::pairing::room::awareness::Presence;
use crate::pairing::room::door::{Door, Role};
use crate::pairing::room::outbox::{Closing, Outbox};
use crate::pairing::room::protocol;
use crate::pairing::room::queue::Queue;
use crate::pairing::room::reading::Clients;
use crate::pairing::room::scan::Depths;
use crate::pairing::room::text;

pub use bring::Via;
pub use log::Brought;

/// A room that is open in this process.
pub struct Room {
    pub session: SessionId,
    state: Mutex<State>,
    /// Set once the log has been read.
    pub(super) loaded: OnceCell<()>,
    queue: Queue,
}

/// Someone in the room, in one tab.
struct Connection {
    number: u64,
    member: MemberId,
    sign_in: SignInId,
    seat: usize,
    role: Role,
    outbox: Outbox,
    /// Updates taken, and how many of them are durable.
    taken: u64,
    durable: u64,
    /// An update of theirs was refused because the text is full, or because they only read: from there on
    /// nothing of theirs counts as durable, until they were asked for it again and it was taken.
    refused: bool,
    asked: bool,
    /// More is durable than they were told. Who wrote it is told at once, the others in a while.
    behind: bool,
}

struct State {
    doc: Doc,
    clients: Clients,
    depths: Depths,
    /// How far each client's blocks go, and how far they are durable.
    known: BTreeMap<u64, u32>,
    durable: BTreeMap<u64, u32>,
    presence: Presence,
    connections: Vec<Connection>,
    door: Option<Door>,
    /// The text's size: what it was when last measured, and all that came since.
    size: usize,
    /// The whole text as an update, until it changes.
    whole: Option<Bytes>,
    /// Pieces that came since the snapshot.
    tail: usize,
    /// When the last one left.
    left: Instant,
    /// Something went wrong inside: whatever this holds is not to be trusted.
    broken: bool,
}

impl Room {
    #[must_use]
    pub fn new(session: SessionId, client: u64, queue: Queue) -> Self {
        let state = State {
            doc: text::new(client),
            clients: Clients::default(),
            depths: Depths::default(),
            known: BTreeMap::new(),
            durable: BTreeMap::new(),
            presence: Presence::default(),
            connections: Vec::new(),
            door: None,
            size: 0,
            whole: None,
            tail: 0,
            left: Instant::now(),
            broken: false,
        };
        Self { session, state: Mutex::new(state), loaded: OnceCell::new(), queue }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the text as it stands, with whose clients are whose.
    pub fn read<T>(&self, read: impl FnOnce(&Doc, &Clients) -> T) -> T {
        let state = self.lock();
        read(&state.doc, &state.clients)
    }

    /// Notes whose clients are whose, from the database.
    pub fn know(&self, clients: impl Iterator<Item = (u64, u32, MemberId)>) {
        let mut state = self.lock();
        for (client, from, member) in clients {
            state.clients.note(client, from, member);
        }
    }

    /// Ends delivery to everyone.
    pub fn close(&self, closing: Closing) {
        self.lock().connections.iter().for_each(|one| one.outbox.close(closing));
    }

    /// Tells everyone what happened.
    pub fn tell(&self, line: &serde_json::Value) {
        self.lock().send_all(&protocol::line(line));
    }

    /// Tells those who did not write it what has become durable.
    pub fn tell_the_others(&self) {
        let mut state = self.lock();
        if state.connections.iter().any(|one| one.behind) {
            state.tell_durable(|one| one.behind);
        }
    }

    /// Keeps connections from looking dead: y-websocket gives up after half a minute of silence.
    pub fn keep_alive(&self) {
        self.lock().send_all(&protocol::awareness(&[0]));
    }

    /// Whether nobody has been here since `then`.
    #[must_use]
    pub fn is_idle_since(&self, then: Instant) -> bool {
        let state = self.lock();
        state.connections.is_empty() && state.left <= then
    }

    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.lock().broken
    }

    /// Pieces in the log since its snapshot, as far as this process knows.
    #[must_use]
    pub fn tail(&self) -> usize {
        self.lock().tail
    }

    /// The log was put together.
    pub fn cut_tail(&self) {
        self.lock().tail = 0;
    }

    /// How many connections there are.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.lock().connections.len()
    }

    /// Whether any of these members is here, or the room should be looked after in any case.
    #[must_use]
    pub fn concerns(&self, members: &[MemberId], now: crate::base::time::Time) -> bool {
        let state = self.lock();
        let due = state.door.as_ref().is_some_and(|door| door.until <= now);
        let of = |one: &Connection| members.contains(&one.member);
        let partner = |door: &Door| door.people.iter().any(|person| members.contains(&person.member));
        !state.connections.is_empty()
            && (due || state.connections.iter().any(of) || state.door.as_ref().is_some_and(partner))
    }
}

impl State {
    fn send_all(&self, message: &Bytes) {
        self.connections.iter().for_each(|one| one.outbox.send(message));
    }

    fn connection(&mut self, number: u64) -> Option<&mut Connection> {
        self.connections.iter_mut().find(|one| one.number == number)
    }

    fn known(&self, client: u64) -> u32 {
        self.known.get(&client).copied().unwrap_or(0)
    }

    /// What is durable, as each of these connections is told it.
    fn tell_durable(&mut self, who: impl Fn(&Connection) -> bool) {
        let durable = protocol::state_vector(self.durable.iter().map(|(client, clock)| (*client, *clock)));
        for one in self.connections.iter_mut().filter(|one| who(one)) {
            one.behind = false;
            one.outbox.send(&protocol::stored(&durable, one.durable));
        }
    }

    /// Who is who.
    fn tell_people(&self) {
        let seats: BTreeMap<MemberId, usize> =
            self.door.iter().flat_map(|door| door.people.iter().enumerate().map(|(at, p)| (p.member, at))).collect();
        let names: Vec<&str> = self.door.iter().flat_map(|door| door.people.iter().map(|p| p.name.as_str())).collect();
        // Who has written nothing yet is known by the connection that speaks for the client.
        let member = |number: u64| self.connections.iter().find(|one| one.number == number).map(|one| one.member);
        let present = self.presence.holders().filter_map(|(client, number)| Some((client, member(number)?)));
        let clients: BTreeMap<String, usize> = present
            .chain(self.clients.owners())
            .filter_map(|(client, member)| Some((client.to_string(), *seats.get(&member)?)))
            .collect();
        for one in &self.connections {
            let role = match one.role {
                Role::Writer => "writer",
                Role::Observer => "observer",
            };
            let json = serde_json::json!({ "me": one.seat, "role": role, "names": names, "clients": clients });
            one.outbox.send(&protocol::people(&json));
        }
    }
}
