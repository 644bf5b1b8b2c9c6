//! How the site serves, as ratios in one run (`make bench`).
//!
//! A fixed trace of 6,000 Japanese characters with 20 comments of 200, on SQLite with its durable
//! settings. A bare handler (this program started again, on the same server code) sends the same
//! compressed bytes and headers; both are asked over 32 keep-alive connections in alternating
//! runs, and the median counts. Server CPU per request is what the operating system charged.
//! Exits non-zero when a bar is missed.

mod asks;
#[path = "../../src/testing/client.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod client;
mod diff;
mod full;
mod load;
mod pairing;
mod process;
mod site;

use std::process::ExitCode;

use load::{Run, median, run};
use site::Site;

const RUNS: usize = 5;

#[tokio::main]
async fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    if let Some(at) = args.iter().position(|a| a == "--bare") {
        site::bare(&args[at + 1], &args[at + 2]).await;
        return ExitCode::SUCCESS;
    }
    let site = Site::start().await;
    let mut bars = Bars::default();
    signed_out(&site, &mut bars).await;
    signed_in(&site, &mut bars).await;
    full_trace(&site, &mut bars).await;
    posting(&site, &mut bars).await;
    bytes(&site, &mut bars);
    pairing::measure(&mut bars);
    asks::measure(&site, &mut bars).await;
    diff::measure(&mut bars);
    bars.verdict()
}

/// What must hold, and whether it did.
#[derive(Default)]
struct Bars(Vec<bool>);

impl Bars {
    fn check(&mut self, what: &str, figure: f64, unit: &str, holds: bool, bar: &str) {
        println!("{} {what}: {figure:.2} {unit} ({bar})", if holds { "ok  " } else { "MISS" });
        self.0.push(holds);
    }

    fn at_most(&mut self, what: &str, figure: f64, unit: &str, bar: f64) {
        self.check(what, figure, unit, figure <= bar, &format!("at most {bar}"));
    }

    fn verdict(self) -> ExitCode {
        if self.0.iter().all(|held| *held) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

async fn signed_out(site: &Site, bars: &mut Bars) {
    let bare = site.bare_of(&site.trace_path).await;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let request = load::get(&site.trace_path, &[("accept-encoding", "br")]);
    for _ in 0..RUNS {
        theirs.push(run(&bare, &request).await);
        ours.push(run(&site.process, &request).await);
    }
    let per_second = |runs: &[Run]| median(runs.iter().map(|r| r.per_second));
    let (page, plain) = (per_second(&ours), per_second(&theirs));
    println!("     signed-out trace page {page:.0}/s, bare handler {plain:.0}/s");
    let ratio = page / plain;
    bars.check("signed-out trace page against the bare handler", ratio, "", ratio >= 0.6, "at least 0.6");
    bars.at_most("signed-out trace page, server CPU", cpu(&ours), "us", 15.0);
    println!("     bare handler, server CPU: {:.2} us", cpu(&theirs));
}

fn cpu(runs: &[Run]) -> f64 {
    median(runs.iter().map(|r| r.cpu_micros))
}

async fn signed_in(site: &Site, bars: &mut Bars) {
    let cookie = site.cookie();
    let request = load::get(&site.trace_path, &[("accept-encoding", "br, gzip"), ("cookie", &cookie)]);
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        runs.push(run(&site.process, &request).await);
    }
    bars.at_most("signed-in trace page, server CPU", cpu(&runs), "us", 1_000.0);
}

/// Signed in, so that nothing of it comes from the cache.
async fn full_trace(site: &Site, bars: &mut Bars) {
    let cookie = site.cookie();
    let request = load::get(&site.full_path, &[("accept-encoding", "br, gzip"), ("cookie", &cookie)]);
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        runs.push(run(&site.process, &request).await);
    }
    bars.at_most("a trace with every lens and 40 sources, uncached, server CPU", cpu(&runs), "us", 5_000.0);
}

async fn posting(site: &Site, bars: &mut Bars) {
    let request = site.comment_request();
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        runs.push(run(&site.process, &request).await);
    }
    bars.at_most("posting a comment, durably, server CPU", cpu(&runs), "us", 1_000.0);
    println!("     {:.0} comments a second", median(runs.iter().map(|r| r.per_second)));
}

/// What travels: compressed sizes, in KB of 1,000 bytes.
fn bytes(site: &Site, bars: &mut Bars) {
    let page = &site.compressed;
    let style = site.asset("site.css");
    bars.at_most("signed-out trace page with its styles", (page.len() + style) as f64 / 1e3, "KB", 40.0);
    let scripts = site.text.matches("<script type=\"module\"").count() + site.text.matches("<leptos-island").count();
    bars.check("scripts and islands on it", scripts as f64, "", scripts == 0, "none");
    let islands: usize = ["islands.js", "app.js", "app_bg.wasm"].iter().map(|name| site.asset(name)).sum();
    bars.at_most("wasm and glue of a page with islands (brotli)", islands as f64 / 1e3, "KB", 130.0);
}
