//! The real program in a process of its own, with rooms that are open.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use marketing_trace::base::db::{Db, Tx};
use marketing_trace::base::time::{Clock, DAY};
use marketing_trace::members::model::MemberId;
use marketing_trace::pairing::model::{SessionId, Slot};
use marketing_trace::sql;

use crate::client::Client;

pub struct Program {
    child: Child,
    pub address: SocketAddr,
    folder: tempfile::TempDir,
    db: Db,
}

impl Program {
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = free.local_addr().expect("an address");
        drop(free);
        let demo = command(&folder, address, "demo").status().expect("the program starts");
        assert!(demo.success(), "the demo content");
        let db = Db::connect(&url(&folder)).await.expect("the database answers");
        let child = command(&folder, address, "serve").spawn().expect("the program starts");
        let program = Self { child, address, folder, db };
        program.wait().await;
        program
    }

    async fn wait(&self) {
        for _ in 0..600 {
            if tokio::net::TcpStream::connect(self.address).await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the server does not answer");
    }

    pub fn number(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a power cut would.
    pub fn kill(&mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }

    pub async fn start_again(&mut self) {
        self.child = command(&self.folder, self.address, "serve").spawn().expect("the program starts");
        self.wait().await;
    }

    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A demo member's cookie.
    pub async fn cookie(&self, handle: &str) -> String {
        let mut browser = Client::new(self.address);
        let answer = browser.post("/dev/sign-in", &[("handle", handle)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        let cookie = "__Host-sign-in";
        format!("{cookie}={}", browser.cookie(cookie).expect("signed in"))
    }

    /// So many hours of demo-mei and demo-ken that are under way.
    ///
    /// Written past the verbs that book: two can hold one hour at a time, and a room's load is many.
    pub async fn rooms(&self, count: usize) -> Vec<SessionId> {
        let now = Clock::System { ahead: 0 }.now();
        let mut tx = self.db.write().await.expect("the database answers");
        let (mei,): (MemberId,) = member(&mut tx, "demo-mei").await;
        let (ken,): (MemberId,) = member(&mut tx, "demo-ken").await;
        let mut rooms = Vec::with_capacity(count);
        for room in 0..count {
            let (id,): (SessionId,) = sql!(
                "insert into pair_sessions (uid, kind, topic, slot, created_at) values ($1, 'company', 'A room', $2, $3)
                 returning id"
            )
            .bind(format!("room-{}-{room}", now.0))
            .bind(Slot::at(now))
            .bind(now.plus(-DAY))
            .one(&mut tx)
            .await
            .expect("a session");
            sql!("insert into pair_people (session_id, member_id) values ($1, $2), ($1, $3)")
                .bind(id)
                .bind(mei)
                .bind(ken)
                .run(&mut tx)
                .await
                .expect("its two");
            rooms.push(id);
        }
        tx.commit(now).await.expect("committed");
        rooms
    }

    /// The hour was some hours ago.
    pub async fn is_over(&self, session: SessionId) {
        let now = Clock::System { ahead: 0 }.now();
        let mut tx = self.db.write().await.expect("the database answers");
        sql!("update pair_sessions set slot = $2 where id = $1")
            .bind(session)
            .bind(Slot(Slot::at(now).0 - 20))
            .run(&mut tx)
            .await
            .expect("moved");
        tx.tell(format!("pair-session:{session}"));
        tx.commit(now).await.expect("committed");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have been ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn member(tx: &mut Tx, handle: &str) -> (MemberId,) {
    sql!("select id from members where handle = $1").bind(handle).one(tx).await.expect("a demo member")
}

fn url(folder: &tempfile::TempDir) -> String {
    format!("sqlite://{}/room.db", folder.path().display())
}

fn command(folder: &tempfile::TempDir, address: SocketAddr, name: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_marketing-trace"));
    command.arg(name).env("DEV", "on").env("LIMITS", "off").env("LISTEN", address.to_string());
    command.env("DATABASE_URL", url(folder)).env("LOG", "warn").stdout(Stdio::null());
    command.env("SITE_DIR", concat!(env!("CARGO_MANIFEST_DIR"), "/target/site"));
    command
}
