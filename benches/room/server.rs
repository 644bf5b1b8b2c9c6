//! One of the two servers, and the load on it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::program::Program;

const END2END: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/end2end");

pub struct Server {
    pub name: &'static str,
    running: Running,
    rooms: Vec<Value>,
    origin: String,
    cookies: [String; 2],
}

enum Running {
    Ours(Box<Program>),
    Theirs(Child),
}

/// What one run measured.
pub struct Run {
    pub measured: Value,
    /// CPU time between "begin" and "end".
    pub cpu: Duration,
    /// Resident memory at "end".
    pub megabytes: f64,
}

impl Server {
    pub async fn ours(rooms: usize) -> Self {
        let program = Program::start().await;
        let cookies = [program.cookie("demo-mei").await, program.cookie("demo-ken").await];
        let ids = program.rooms(rooms).await;
        let at = |id| format!("ws://{}/pair/sessions/{id}/room", program.address);
        let rooms = ids.into_iter().map(|id| json!({ "server": at(id), "name": "socket" })).collect();
        let origin = program.origin();
        Self { name: "ours  ", running: Running::Ours(Box::new(program)), rooms, origin, cookies }
    }

    pub async fn theirs(rooms: usize) -> Self {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = free.local_addr().expect("an address");
        drop(free);
        let mut command = Command::new("node");
        command.current_dir(END2END).arg("node_modules/y-websocket/bin/server.js");
        command.env("HOST", "127.0.0.1").env("PORT", address.port().to_string()).stdout(Stdio::null());
        let child = command.spawn().expect("node starts");
        while tokio::net::TcpStream::connect(address).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let server = format!("ws://{address}");
        let rooms = (0..rooms).map(|n| json!({ "server": server, "name": format!("room-{n}") })).collect();
        let running = Running::Theirs(child);
        Self { name: "theirs", running, rooms, origin: format!("http://{address}"), cookies: Default::default() }
    }

    fn number(&self) -> u32 {
        match &self.running {
            Running::Ours(program) => program.number(),
            Running::Theirs(child) => child.id(),
        }
    }

    fn read(&self, file: &str) -> String {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.number())).expect("the server runs")
    }

    /// CPU time charged so far, user and system.
    fn cpu(&self) -> Duration {
        let stat = self.read("stat");
        let after = stat.rsplit(')').next().expect("the fields after the name");
        let ticks: u64 = after.split_whitespace().skip(11).take(2).map(|t| t.parse::<u64>().expect("ticks")).sum();
        // Linux counts 100 ticks a second for user space (sysconf(_SC_CLK_TCK)).
        Duration::from_millis(ticks * 10)
    }

    pub fn resident_megabytes(&self) -> f64 {
        let status = self.read("status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
        line.trim().trim_end_matches(" kB").parse::<f64>().expect("a number") / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Running::Theirs(child) = &mut self.running {
            // It may have ended by itself; then there is nothing left to end.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Runs the load on a server.
pub async fn drive(server: &Server, what: &str, seconds: u64, characters: usize) -> Run {
    let spec = json!({
        "what": what, "rooms": server.rooms, "origin": server.origin, "cookies": server.cookies,
        "seconds": seconds, "characters": characters,
    });
    // Too long for an argument with many rooms.
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("spec.json");
    std::fs::write(&file, spec.to_string()).expect("written");
    let mut command = Command::new("node");
    command.current_dir(END2END).arg("room/bench.mjs").arg(&file).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("node starts");
    let (mut to, from) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let mut run = Run { measured: Value::Null, cpu: Duration::ZERO, megabytes: 0.0 };
    for line in BufReader::new(from).lines() {
        let line = line.expect("a line");
        match line.as_str() {
            "begin" => run.cpu = server.cpu(),
            "end" => {
                run.cpu = server.cpu() - run.cpu;
                run.megabytes = server.resident_megabytes();
            }
            json => run.measured = serde_json::from_str(json).expect("what was measured"),
        }
        if matches!(line.as_str(), "begin" | "end") {
            to.write_all(b"\n").expect("it listens");
        }
    }
    assert!(child.wait().expect("it ends").success(), "the load on {}", server.name);
    run
}
