//! A tab with the room open: a text of its own, and a socket that speaks as y-websocket does.
//!
//! It reads and writes messages through yrs's own protocol code, not through ours. Nothing of this crate
//! is used, so that a test of the whole program can use it too.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};
use yrs::encoding::read::{Cursor, Read as _};
use yrs::sync::{Message as Y, SyncMessage};
use yrs::updates::decoder::{Decode as _, DecoderV1};
use yrs::updates::encoder::Encode as _;
use yrs::{
    ClientID, Doc, GetString as _, OffsetKind, Options, ReadTxn as _, StateVector, Text as _, Transact as _, Update,
    WriteTxn as _,
};

/// What is waited for comes within this.
const SOON: Duration = Duration::from_secs(10);

/// Where the room is and who comes.
#[derive(Clone)]
pub struct Way {
    pub address: SocketAddr,
    pub path: String,
    pub origin: String,
    pub cookie: String,
}

pub struct Tab {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    pub doc: Doc,
    /// Updates sent on this connection, and what was told to be durable: clocks, and how many of them.
    pub sent: u64,
    pub durable: (StateVector, u64),
    /// Whether the first answer has come.
    pub synced: bool,
    pub people: serde_json::Value,
    pub lines: Vec<serde_json::Value>,
    /// What others say of themselves, by client.
    pub presence: BTreeMap<u64, String>,
    /// How it ended, if it did.
    pub closed: Option<(u16, String)>,
}

/// An empty text as a browser would make it.
pub fn document(client: u64) -> Doc {
    let mut options = Options::with_client_id(ClientID::new(client));
    options.offset_kind = OffsetKind::Utf16;
    Doc::with_options(options)
}

impl Tab {
    /// Opens the room; the status when it is refused.
    pub async fn open(way: &Way, doc: Doc) -> Result<Self, u16> {
        let mut request = format!("ws://{}{}", way.address, way.path).into_client_request().expect("an address");
        for (name, value) in [("origin", &way.origin), ("cookie", &way.cookie)] {
            if !value.is_empty() {
                request.headers_mut().insert(name, value.parse().expect("a header"));
            }
        }
        let socket = match tokio_tungstenite::connect_async(request).await {
            Ok((socket, _)) => socket,
            Err(Error::Http(answer)) => return Err(answer.status().as_u16()),
            Err(_) => return Err(0),
        };
        let mut tab = Self {
            socket,
            doc,
            sent: 0,
            durable: Default::default(),
            synced: false,
            people: serde_json::Value::Null,
            lines: Vec::new(),
            presence: BTreeMap::new(),
            closed: None,
        };
        let has = tab.doc.transact().state_vector();
        tab.say(&Y::Sync(SyncMessage::SyncStep1(has))).await;
        Ok(tab)
    }

    /// Opens it and waits until the text is here.
    pub async fn enter(way: &Way, doc: Doc) -> Self {
        let mut tab = Self::open(way, doc).await.expect("may come in");
        tab.until("the text", |tab| tab.synced).await;
        tab
    }

    pub async fn say(&mut self, message: &Y) {
        self.send(message.encode_v1()).await;
    }

    /// Sends bytes as they are; a connection that has ended meanwhile is no failure here.
    pub async fn send(&mut self, bytes: Vec<u8>) {
        let _ = self.socket.send(Message::Binary(bytes.into())).await;
    }

    pub async fn send_text(&mut self, text: &str) {
        let _ = self.socket.send(Message::Text(text.into())).await;
    }

    /// Sends an update that was made here.
    pub async fn update(&mut self, update: Vec<u8>) {
        self.sent += 1;
        self.say(&Y::Sync(SyncMessage::Update(update))).await;
    }

    /// Changes the text here, and says so to nobody yet.
    pub fn edit(&self, root: &str, at: u32, delete: u32, insert: &str) -> Vec<u8> {
        edit(&self.doc, root, at, delete, insert)
    }

    /// Types.
    pub async fn write(&mut self, root: &str, at: u32, insert: &str) {
        let update = self.edit(root, at, 0, insert);
        self.update(update).await;
    }

    pub fn text(&self, root: &str) -> String {
        let txn = self.doc.transact();
        txn.get_text(root).map_or_else(String::new, |text| text.get_string(&txn))
    }

    /// Whether everything that stands here was told to be durable.
    pub fn is_saved(&self) -> bool {
        let (durable, count) = &self.durable;
        let now = self.doc.transact().state_vector();
        *count == self.sent && now.iter().all(|(client, clock)| durable.get(client) >= *clock)
    }

    /// Reads until this holds.
    pub async fn until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let end = tokio::time::Instant::now() + SOON;
        while !holds(self) {
            let heard = tokio::time::timeout_at(end, self.hear()).await;
            let state = || format!("lines {:?}, closed {:?}, people {}", self.lines, self.closed, self.people);
            let Ok(heard) = heard else { panic!("waited in vain for {what}: {}", state()) };
            if !heard && !holds(self) {
                panic!("ended while waiting for {what}: {}", state());
            }
        }
    }

    /// Reads whatever comes within so long.
    pub async fn during(&mut self, time: Duration) {
        let end = tokio::time::Instant::now() + time;
        while let Ok(true) = tokio::time::timeout_at(end, self.hear()).await {}
    }

    /// Reads until the other side ends it: its code.
    pub async fn end(&mut self) -> u16 {
        self.until("the end", |tab| tab.closed.is_some()).await;
        self.closed.as_ref().map_or(0, |closed| closed.0)
    }

    /// Goes away without a word, and keeps the text.
    pub fn cut(self) -> Doc {
        self.doc
    }

    /// One message; false once the connection has ended.
    pub async fn hear(&mut self) -> bool {
        match self.socket.next().await {
            Some(Ok(Message::Binary(message))) => {
                self.take(&message).await;
                true
            }
            Some(Ok(Message::Close(frame))) => {
                self.closed = Some(frame.map_or((1005, String::new()), |f| (f.code.into(), f.reason.to_string())));
                let _ = self.socket.close(None).await;
                false
            }
            Some(Ok(_)) => true,
            Some(Err(_)) | None => {
                self.closed.get_or_insert((1006, String::new()));
                false
            }
        }
    }

    async fn take(&mut self, message: &[u8]) {
        let mut reader = Cursor::new(message);
        match reader.read_var::<u32>().expect("a type") {
            100 => {
                let clocks = StateVector::decode_v1(reader.read_buf().expect("clocks")).expect("a state vector");
                self.durable = (clocks, reader.read_var::<u64>().expect("a count"));
            }
            101 => self.people = serde_json::from_slice(reader.read_buf().expect("JSON")).expect("JSON"),
            102 => self.lines.push(serde_json::from_slice(reader.read_buf().expect("JSON")).expect("JSON")),
            _ => self.protocol(Y::decode(&mut DecoderV1::new(Cursor::new(message))).expect("a message")).await,
        }
    }

    async fn protocol(&mut self, message: Y) {
        match message {
            Y::Sync(SyncMessage::SyncStep1(has)) => {
                let lacking = self.doc.transact().encode_diff_v1(&has);
                self.sent += 1;
                self.say(&Y::Sync(SyncMessage::SyncStep2(lacking))).await;
            }
            Y::Sync(SyncMessage::SyncStep2(update)) => {
                self.apply(&update);
                self.synced = true;
            }
            Y::Sync(SyncMessage::Update(update)) => self.apply(&update),
            Y::Awareness(update) => {
                for (client, entry) in update.clients {
                    self.presence.insert(client.get(), entry.json.to_string());
                }
            }
            _ => {}
        }
    }

    fn apply(&self, update: &[u8]) {
        let update = Update::decode_v1(update).expect("an update");
        self.doc.transact_mut().apply_update(update).expect("it fits");
    }
}

/// Changes a text; the update that says so.
pub fn edit(doc: &Doc, root: &str, at: u32, delete: u32, insert: &str) -> Vec<u8> {
    let mut txn = doc.transact_mut();
    let text = txn.get_or_insert_text(root);
    if delete > 0 {
        text.remove_range(&mut txn, at, delete);
    }
    if !insert.is_empty() {
        text.insert(&mut txn, at, insert);
    }
    txn.encode_update_v1()
}
