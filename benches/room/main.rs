//! The room beside y-websocket 1.5.4 from npm (`make bench-room`): the same stock clients drive both, in
//! alternating runs on one machine, and the median counts. Ours is durable, theirs in memory.
//!
//! Server CPU is what the operating system charged. Exits non-zero when a bar of issue 4 is missed.

#[path = "../../src/testing/client.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod client;
#[path = "../../tests/room/program.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod program;
mod server;

use std::process::ExitCode;

use serde_json::Value;
use server::{Run, Server, drive};

const RUNS: usize = 5;
const ROOMS: usize = 100;
const SECONDS: u64 = 10;
const CHARACTERS: usize = 29_000;
const OPEN: usize = 2_000;

#[tokio::main]
async fn main() -> ExitCode {
    let mut bars = Bars(Vec::new());
    edits(&mut bars).await;
    join(&mut bars).await;
    hold(&mut bars).await;
    if bars.0.iter().all(|held| *held) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What must hold, and whether it did.
struct Bars(Vec<bool>);

impl Bars {
    fn check(&mut self, what: &str, figure: f64, unit: &str, holds: bool, bar: &str) {
        println!("{} {what}: {figure:.2}{unit} ({bar})", if holds { "ok  " } else { "MISS" });
        self.0.push(holds);
    }
}

fn median(runs: &[Run], of: impl Fn(&Run) -> f64) -> f64 {
    let mut sorted: Vec<f64> = runs.iter().map(of).collect();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

fn number(measured: &Value, name: &str) -> f64 {
    measured[name].as_f64().unwrap_or_else(|| panic!("{name} in {measured}"))
}

/// 100 rooms with two each, three edits a second in each room.
async fn edits(bars: &mut Bars) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        theirs.push(typing(&Server::theirs(ROOMS).await).await);
        ours.push(typing(&Server::ours(ROOMS).await).await);
    }
    let of = |name: &'static str| move |run: &Run| number(&run.measured, name);
    let lost: f64 = ours.iter().map(|run| of("edits")(run) - of("delivered")(run)).sum();
    bars.check("edits that did not arrive", lost, "", lost == 0.0, "none");
    let ratio = median(&ours, of("median")) / median(&theirs, of("median"));
    bars.check("median delivery against theirs", ratio, " x", ratio <= 1.0, "at most 1");
    let (p99, bar) = (median(&ours, of("p99")), (1.25 * median(&theirs, of("p99"))).max(10.0));
    let what = format!("p99 of delivery, {:.2} x theirs", p99 / median(&theirs, of("p99")));
    bars.check(&what, p99, " ms", p99 <= bar, &format!("at most {bar:.2}: 1.25 x theirs or 10 ms"));
    let ratio = median(&ours, cpu) / median(&theirs, cpu);
    bars.check("server CPU per edit against theirs", ratio, " x", ratio <= 0.5, "at most 0.5");
}

async fn typing(server: &Server) -> Run {
    let run = drive(server, "edits", SECONDS, 0).await;
    println!("     {}: {}, server CPU {:.0} us an edit", server.name, run.measured, cpu(&run));
    run
}

/// Microseconds an edit.
fn cpu(run: &Run) -> f64 {
    run.cpu.as_secs_f64() * 1e6 / number(&run.measured, "edits")
}

/// Coming into a room with a long text.
async fn join(bars: &mut Bars) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        theirs.push(drive(&Server::theirs(1).await, "join", 0, CHARACTERS).await);
        ours.push(drive(&Server::ours(1).await, "join", 0, CHARACTERS).await);
    }
    let of = |run: &Run| number(&run.measured, "median");
    let (ours, theirs) = (median(&ours, of), median(&theirs, of));
    let what = format!("joining a room of {CHARACTERS} characters, {:.2} x theirs", ours / theirs);
    bars.check(&what, ours, " ms", ours <= 5.0, "at most 5");
}

/// Many rooms that are open.
async fn hold(bars: &mut Bars) {
    let server = Server::ours(OPEN).await;
    let before = server.resident_megabytes();
    let run = drive(&server, "hold", 0, 0).await;
    println!("     {:.0} MB before anyone came", before);
    bars.check("2,000 open rooms, 4,000 sockets", run.megabytes, " MB", run.megabytes <= 500.0, "at most 500");
}
